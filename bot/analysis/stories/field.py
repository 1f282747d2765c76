"""Recent entries beside each other: which may be about the same event, and how likely that is."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from bot.analysis.stories.likeness import CERTAIN, Read, can_be_one, log_odds, signals
from bot.analysis.stories.rarity import Rarity
from bot.analysis.stories.traits import traits_of
from bot.analysis.stories.vectors import Vectors
from bot.models.story import StoryEntry

_NEAREST = 10  # entries by meaning
_SHARING = 14  # entries by rare terms
_LEAST_COSINE = 0.15
_RARE = 60  # entries with a term, at most, that are looked through for it
_ROWS = 512  # at once: of 5,000 entries the whole table would take 100 MB

Places = tuple[int, int]  # of two entries, the first one first


class Field:
    """Entries by their places. vectors: keeps what it has encoded."""

    def __init__(self, entries: Sequence[StoryEntry], vectors: Vectors) -> None:
        self.entries = tuple(entries)
        self._reads = [Read(entry=entry, traits=traits_of(entry)) for entry in entries]
        self._rarity = Rarity(read.traits for read in self._reads)
        self._grid = vectors.of(entries)
        self._having: defaultdict[str, list[int]] = defaultdict(list)
        self._by_url: defaultdict[str, list[int]] = defaultdict(list)
        for at, read in enumerate(self._reads):
            for term in read.traits.terms:
                self._having[term].append(at)
            if read.entry.url:
                self._by_url[read.entry.url].append(at)
        self._known: dict[Places, float] = {}

    def log_odds(self, one: int, other: int) -> float:
        """That both are about the same event, from -CERTAIN to CERTAIN."""
        places = (min(one, other), max(one, other))
        if places not in self._known:
            self._known[places] = self._compared(*places)
        return self._known[places]

    def signals(self, one: int, other: int) -> dict[str, float]:
        """What `log_odds` is made of; empty for two that are not compared at all."""
        a, b = self._reads[one], self._reads[other]
        return signals(a, b, self._cosine(one, other), self._rarity) if can_be_one(a, b) else {}

    def candidates(self, places: Sequence[int]) -> Iterator[Places]:
        """The pairs, one of each among `places`, that may be about the same event; each once."""
        told = set[Places]()
        for one, others in zip(places, self._near(places), strict=True):
            for other in {*others, *self._sharing(one), *self._same_page(one)}:
                pair = (min(one, other), max(one, other))
                if pair not in told and self.log_odds(*pair) > -CERTAIN:
                    told.add(pair)
                    yield pair

    def _compared(self, one: int, other: int) -> float:
        return log_odds(self._reads[one], self._reads[other], self._cosine(one, other), self._rarity)

    def _cosine(self, one: int, other: int) -> float:
        return float(self._grid[one] @ self._grid[other])

    def _near(self, places: Sequence[int]) -> Iterator[Iterable[int]]:
        count = min(_NEAREST + 1, len(self.entries))
        for first in range(0, len(places), _ROWS):
            rows = places[first : first + _ROWS]
            cosines = self._grid[rows] @ self._grid.T
            nearest = np.argpartition(-cosines, count - 1, axis=1)[:, :count]
            for at, (one, others) in enumerate(zip(rows, nearest.tolist(), strict=True)):
                yield [other for other in others if other != one and cosines[at, other] > _LEAST_COSINE]

    def _same_page(self, one: int) -> Iterable[int]:
        return (other for other in self._by_url[self.entries[one].url][:_SHARING] if other != one)

    def _sharing(self, one: int) -> Iterable[int]:
        found: defaultdict[int, float] = defaultdict(float)
        for term in self._reads[one].traits.terms:
            if 1 < len(self._having[term]) <= _RARE:
                weight = self._rarity(term)
                for other in self._having[term]:
                    found[other] += weight
        found.pop(one, None)
        return heapq.nlargest(_SHARING, found, key=lambda other: (found[other], other))
