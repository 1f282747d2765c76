"""How central a sentence is to its text: TF-IDF against the text's centre, its title and its end.

Sums are exact (`fsum`): stems are sets, and added up in another order two sentences could change places.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from bot.analysis.extractive.reading import Line

Vector = Mapping[str, float]


def rarities(lines: list[Line]) -> dict[str, float]:
    """Inverse document frequency of each stem, a sentence being a document."""
    counts = Counter(stem for line in lines for stem in line.stems)
    return {stem: math.log((1 + len(lines)) / (0.5 + count)) for stem, count in counts.items()}


def vector(stems: Iterable[str], rarity: Mapping[str, float]) -> Vector:
    """Of unit length; stems that the text does not hold count nothing."""
    raw = {stem: rarity[stem] for stem in stems if stem in rarity}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {stem: value / length for stem, value in raw.items()} if length else {}


def centre(vectors: Iterable[Vector]) -> Vector:
    """The direction of their sum, of unit length."""
    total: Counter[str] = Counter()
    for each in vectors:
        total.update(each)
    length = math.sqrt(math.fsum(value * value for value in total.values()))
    return {stem: value / length for stem, value in total.items()} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """Of unit vectors: 0 for no common stem, 1 for the same."""
    if len(other) < len(one):
        one, other = other, one
    return math.fsum(value * other[stem] for stem, value in one.items() if stem in other)


def ranks(values: list[float]) -> list[float]:
    """Each value's place among them, from 0 for the least to 1 for the greatest."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    for place, index in enumerate(order):
        found[index] = place / max(1, len(values) - 1)
    return found
