"""Rankings: BM25 over a few paragraphs, and several rankings joined to one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)

# Robertson's usual values. A paragraph holds each term once, so k1 only weighs lengths.
K1, B = 1.2, 0.75
# Cormack's reciprocal rank fusion; the smaller, the more the first places count.
FUSION = 10


def bm25(sought: Mapping[str, float], documents: Mapping[Key, frozenset[str]]) -> dict[Key, float]:
    """Scores of the documents that hold any of the terms, the best first; of equal ones in their order.

    sought: terms, and the weight of each.
    """
    if not sought or not documents:
        return {}
    frequency = Counter(term for held in documents.values() for term in sought.keys() & held)
    mean = sum(map(len, documents.values())) / len(documents) or 1.0
    rarity = {
        term: sought[term] * math.log(1 + (len(documents) - count + 0.5) / (count + 0.5))
        for term, count in frequency.items()
    }
    scores = {key: _score(held, rarity, len(held) / mean) for key, held in documents.items()}
    found = [(key, score) for key, score in scores.items() if score > 0]
    return dict(sorted(found, key=lambda each: -each[1]))


def _score(held: frozenset[str], rarity: Mapping[str, float], length: float) -> float:
    weight = (K1 + 1) / (1 + K1 * (1 - B + B * length))
    return math.fsum(rarity[term] * weight for term in rarity.keys() & held)


def fused(rankings: Sequence[tuple[float, Sequence[Key]]]) -> dict[Key, float]:
    """Joined by rank, each ranking with its weight, the best first; of equal ones in the order of the first ranking."""
    scores: dict[Key, float] = {}
    for weight, ranking in rankings:
        for place, key in enumerate(ranking, 1):
            scores[key] = scores.get(key, 0.0) + weight / (FUSION + place)
    return dict(sorted(scores.items(), key=lambda each: -each[1]))
