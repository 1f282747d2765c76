"""Which words are common in English, German, Spanish or French."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import numpy as np

from bot.analysis.search.near import TABLE

_SHARE, _OFFSET, _FALL, _MOST = 1.5, 5, 0.9, 0.3  # a word's share of texts falls with its rank, by Zipf's law


def is_common(term: str) -> bool:
    """Whether it is a word of a dictionary, and no name."""
    return term in _ranks()


def imagined_share(term: str) -> float:
    """Of texts as short as an entry's, how many have this word; 0 for one that is not common."""
    rank = _ranks().get(term)
    return 0.0 if rank is None else min(_MOST, _SHARE / (rank + _OFFSET) ** _FALL)


@cache
def _ranks() -> Mapping[str, int]:
    """The words of the table of near words; it holds the commonest first."""
    with np.load(TABLE) as table:
        words = bytes(table["words"]).decode().split()
    return {word: rank for rank, word in enumerate(words)}
