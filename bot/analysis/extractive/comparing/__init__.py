"""Two or three articles side by side without a model: where their authors' own sentences meet.

Thesis stands against thesis; for the rest the unit is a pair of paragraphs: many weak signals tell whether they speak
of the same thing, and with which voices.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.extractive.comparing.choice import choose
from bot.analysis.extractive.comparing.only import only
from bot.analysis.extractive.comparing.pairs import Pair, pairs
from bot.analysis.extractive.comparing.people import quoted
from bot.analysis.extractive.comparing.points import agreement, conflict, opposed
from bot.analysis.extractive.comparing.sides import Side, beside
from bot.analysis.extractive.comparing.stands import stand
from bot.analysis.extractive.comparing.subject import are_comparable, question
from bot.analysis.extractive.comparing.weights import AGREEMENT, CONFLICT
from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article
from bot.models.comparison import ComparisonDraft, Conflict
from bot.models.summary import Signature

__all__ = ["compare"]

_MOST = 5
# The least likelihood of a point that is shown.
_LEAST = 0.15


def compare(articles: Sequence[Article], signature: Signature) -> ComparisonDraft:
    """The whole of it; pure."""
    sides = beside([take_apart(article) for article in articles])
    if not are_comparable(sides):
        return ComparisonDraft(comparable=False, signature=signature)
    candidates = list(pairs(sides))
    return ComparisonDraft(
        comparable=True,
        question=question(sides),
        agreements=tuple(agreement(sides, point) for point in choose(candidates, AGREEMENT, _MOST, _LEAST)),
        conflicts=_conflicts(sides, candidates),
        only=only(sides, candidates),
        quoted=quoted(sides),
        signature=signature,
    )


def _conflicts(sides: list[Side], candidates: list[Pair]) -> tuple[Conflict, ...]:
    stands = [stand(side, [other for other in sides if other is not side]) for side in sides]
    declared = {(place.n, place.paragraph) for each in stands for place in each.places[:1]}
    rest = [
        pair
        for pair in candidates
        if not {(pair.one.n, pair.one.paragraph), (pair.other.n, pair.other.paragraph)} <= declared
    ]
    points = choose(rest, CONFLICT, _MOST - 1, _LEAST)
    return (opposed(sides, stands, question(sides)), *(conflict(sides, point) for point in points))
