"""Which paragraphs are shown together as a point of agreement, and which as one of conflict."""

from __future__ import annotations

import math
from collections.abc import Mapping

from bot.analysis.extractive.comparing.pairs import Pair
from bot.analysis.extractive.comparing.sides import Place
from bot.analysis.extractive.comparing.weights import score

# Places of two or three articles that say something about the same thing, by article.
Point = dict[int, Place]


def choose(pairs: list[Pair], weights: Mapping[str, float], most: int, least: float) -> list[Point]:
    """The likeliest points, at most `most`, none less likely than `least` (0 to 1).

    Between two articles no paragraph is used twice; a third article's joins the point that it is near to.
    """
    points: list[Point] = []
    used: set[tuple[int, int, int]] = set()
    threshold = math.log(least / (1 - least))
    for odds, pair in sorted(((score(p.features, weights), p) for p in pairs), key=lambda each: -each[0]):
        ends = ((pair.one.n, pair.one.paragraph, pair.other.n), (pair.other.n, pair.other.paragraph, pair.one.n))
        if odds < threshold or used & set(ends):
            continue
        if _joins(points, pair):
            used.update(ends)
        elif len(points) < most:
            points.append({pair.one.n: pair.one, pair.other.n: pair.other})
            used.update(ends)
    return points


def _joins(points: list[Point], pair: Pair) -> bool:
    """Whether a point that holds one of the two had room for the other; then it has it now."""
    for known, new in ((pair.one, pair.other), (pair.other, pair.one)):
        for point in points:
            if point.get(known.n) is known and new.n not in point:
                point[new.n] = new
                return True
    return False
