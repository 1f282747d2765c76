"""What one article alone says: a key sentence of a paragraph that no point is about and none of the others' is near."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set

from bot.analysis.extractive.comparing.pairs import Pair
from bot.analysis.extractive.comparing.sides import Side
from bot.analysis.extractive.regions import Voice
from bot.models.comparison import Only

_MOST = 3
_SHORTEST = 8
# What the nearest paragraph of another article takes from a sentence's worth.
_NEAR = 0.3


def only(sides: list[Side], candidates: list[Pair], shared: Set[tuple[int, int]]) -> tuple[Only, ...]:
    """At most three points of each article, in the order of its text; `shared` are places that points are about."""
    nearest: dict[tuple[int, int], float] = defaultdict(float)
    for pair in candidates:
        for place in (pair.one, pair.other):
            key = (place.n, place.paragraph)
            nearest[key] = max(nearest[key], pair.features["meaning"])
    left = {place: near for place, near in nearest.items() if place not in shared}
    return tuple(point for side in sides for point in _of(side, left))


def _of(side: Side, left: dict[tuple[int, int], float]) -> list[Only]:
    lines, found = side.passage.lines, dict[int, float]()
    for place in side.places:
        own = [i for i in place.lines if side.passage.voices[i] is Voice.AUTHOR and lines[i].words >= _SHORTEST]
        if own and (side.n, place.paragraph) in left:
            line = max(own, key=side.worths.__getitem__)
            found[line] = side.worths[line] - _NEAR * left[side.n, place.paragraph]
    chosen = sorted(sorted(found, key=found.__getitem__, reverse=True)[:_MOST])
    return [Only(n=side.n, point=lines[i].text, paragraphs=(lines[i].paragraph,)) for i in chosen]
