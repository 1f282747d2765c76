"""What one article alone says: a key sentence whose paragraph is far from all of the others' paragraphs."""

from __future__ import annotations

from collections import defaultdict

from bot.analysis.extractive.comparing.pairs import Pair
from bot.analysis.extractive.comparing.sides import Side
from bot.analysis.extractive.regions import Voice
from bot.models.comparison import Only

_MOST = 3
_SHORTEST = 8


def only(sides: list[Side], candidates: list[Pair]) -> tuple[Only, ...]:
    """At most three points of each article, in the order of its text."""
    nearest: dict[tuple[int, int], float] = defaultdict(float)
    for pair in candidates:
        for place in (pair.one, pair.other):
            key = (place.n, place.paragraph)
            nearest[key] = max(nearest[key], pair.features["words"])
    return tuple(point for side in sides for point in _of(side, nearest))


def _of(side: Side, nearest: dict[tuple[int, int], float]) -> list[Only]:
    best: dict[int, tuple[float, int]] = {}
    for place in side.places:
        own = [i for i in place.lines if side.passage.voices[i] is Voice.AUTHOR]
        told = [i for i in own if side.passage.lines[i].words >= _SHORTEST]
        if told:
            line = max(told, key=side.worths.__getitem__)
            best[line] = (side.worths[line] - nearest[side.n, place.paragraph], line)
    chosen = sorted(sorted(best, key=lambda i: best[i], reverse=True)[:_MOST])
    return [
        Only(n=side.n, point=side.passage.lines[i].text, paragraphs=(side.passage.lines[i].paragraph,)) for i in chosen
    ]
