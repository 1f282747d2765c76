"""How much it says that two entries share a term: by how common it is in four languages, and among recent entries."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from bot.analysis.stories.commonness import imagined_share
from bot.analysis.stories.traits import Traits

_IMAGINED = 1_000  # what is known of words without any entries counts as much as so many entries do


class Rarity:
    """Of the terms of some entries, which stand for all that is recent."""

    def __init__(self, recent: Iterable[Traits]) -> None:
        entries = list(recent)
        self._entries = len(entries)
        self._having = Counter(term for traits in entries for term in traits.terms)
        self._known: dict[str, float] = {}

    def __call__(self, term: str) -> float:
        """From 0 for what all have to about 1 for what nobody else has."""
        if term not in self._known:
            having = self._having[term] + _IMAGINED * imagined_share(term) + 0.5
            total = _IMAGINED + self._entries
            self._known[term] = max(0.0, math.log(total / having) / math.log(total))
        return self._known[term]
