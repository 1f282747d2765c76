"""Whether articles are about the same thing, and about what."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from bot.analysis.extractive.comparing.sides import Side

# Of the words that an article uses in most of its paragraphs, so many are looked at.
_HEAVY = 25
# The share of them that articles on one subject have in common; those on different subjects share a third of it.
_LEAST = 0.2


def are_comparable(sides: list[Side]) -> bool:
    """Whether each article is about what at least one of the others is about."""
    if len(sides) < 2 or not all(side.places for side in sides):
        return False
    heavy = {side.n: _heavy(side) for side in sides}
    near = {pair: _share(heavy[pair[0]], heavy[pair[1]]) for pair in combinations(heavy, 2)}
    return all(max(share for pair, share in near.items() if n in pair) >= _LEAST for n in heavy)


def question(sides: list[Side]) -> str:
    """What they are about, in the words that all of them use most; "" when there are too few."""
    return ""


def _heavy(side: Side) -> list[str]:
    spread = Counter(stem for place in side.places for stem in place.vector)
    return [stem for stem, _ in spread.most_common(_HEAVY)]


def _share(one: list[str], other: list[str]) -> float:
    return len(set(one) & set(other)) / max(1, min(len(one), len(other)))
