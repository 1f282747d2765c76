"""Which words are common in English, German, Spanish or French."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import numpy as np

from bot.analysis.search.near import TABLE

_SHARE, _OFFSET, _FALL, _MOST = 1.5, 5, 0.9, 0.3  # a word's share of texts falls with its rank, by Zipf's law
_YEAR = re.compile(r"(?:19|20)\d\d\Z")  # in the titles of a year everybody names it, or the next one
_ROUND = 0.03  # texts with a number of two digits, or a round one
_LONG = 3  # digits


def is_common(term: str) -> bool:
    """Whether it is a word of a dictionary, and no name."""
    return term in _ranks()


def imagined_share(term: str) -> float:
    """Of texts as short as an entry's, how many have this word or number; 0 for one that is not common."""
    if _YEAR.match(term):
        return _MOST
    if term.isdigit():
        return _ROUND if term.endswith("0") or len(term) < _LONG else 0.0
    rank = _ranks().get(term)
    return 0.0 if rank is None else min(_MOST, _SHARE / (rank + _OFFSET) ** _FALL)


@cache
def _ranks() -> Mapping[str, int]:
    """The words of the table of near words; it holds the commonest first."""
    with np.load(TABLE) as table:
        words = bytes(table["words"]).decode().split()
    return {word: rank for rank, word in enumerate(words)}
