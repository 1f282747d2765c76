"""Which paragraphs are shown together as a point of agreement, and which as one of conflict."""

from __future__ import annotations

import math

from bot.analysis.extractive.comparing.pairs import Pair
from bot.analysis.extractive.comparing.sides import Place
from bot.analysis.extractive.comparing.weights import Features, score

# Places of two or three articles that say something about the same thing, by article.
Point = dict[int, Place]
# A point that is shown is right with a likelihood of at least .12 by the weights' own account.
_LEAST = math.log(0.12 / 0.88)
# Paragraphs grant one thing and dispute the next: both may be shown where they are about as likely.
_MARGIN = 1.6


def choose(pairs: list[Pair], weights: Features, rival: Features, most: int) -> list[Point]:
    """The likeliest points, at most `most`, none that is much likelier to be what the rival weights tell.

    Between two articles no paragraph is used twice; a third article's joins the point that it is near to.
    """
    points: list[Point] = []
    used: set[tuple[int, int, int]] = set()
    likely = [(odds, pair) for pair in pairs if (odds := _odds(pair, weights, rival)) is not None]
    for _, pair in sorted(likely, key=lambda each: -each[0]):
        ends = ((pair.one.n, pair.one.paragraph, pair.other.n), (pair.other.n, pair.other.paragraph, pair.one.n))
        if used & set(ends):
            continue
        if _joins(points, pair):
            used.update(ends)
        elif len(points) < most:
            points.append({pair.one.n: pair.one, pair.other.n: pair.other})
            used.update(ends)
    return points


def _odds(pair: Pair, weights: Features, rival: Features) -> float | None:
    """The logarithm of what speaks for it over what speaks against it; None where that is too little."""
    odds = score(pair.features, weights)
    return odds if odds >= max(_LEAST, score(pair.features, rival) - _MARGIN) else None


def _joins(points: list[Point], pair: Pair) -> bool:
    """Whether a point that holds one of the two had room for the other; then it has it now."""
    for known, new in ((pair.one, pair.other), (pair.other, pair.one)):
        for point in points:
            if point.get(known.n) is known and new.n not in point:
                point[new.n] = new
                return True
    return False
