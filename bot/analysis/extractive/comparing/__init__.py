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
from bot.analysis.extractive.comparing.points import LEFT_OUT, agreement, conflict, opposed
from bot.analysis.extractive.comparing.sides import Side, beside
from bot.analysis.extractive.comparing.stands import stand
from bot.analysis.extractive.comparing.subject import are_comparable, question
from bot.analysis.extractive.comparing.weights import AGREEMENT, CONFLICT
from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article
from bot.models.comparison import Agreement, ComparisonDraft, Conflict
from bot.models.summary import Signature

__all__ = ["compare"]

_MOST = 5


def compare(articles: Sequence[Article], signature: Signature) -> ComparisonDraft:
    """The whole of it; pure."""
    sides = beside([take_apart(article) for article in articles])
    if not are_comparable(sides):
        return ComparisonDraft(comparable=False, signature=signature)
    candidates = list(pairs(sides))
    conflicts = _conflicts(sides, candidates)
    agreements = _agreements(sides, candidates, conflicts)
    told = [side for each in agreements for side in each.sides] + [side for each in conflicts for side in each.sides]
    return ComparisonDraft(
        comparable=True,
        question=question(sides),
        agreements=agreements,
        conflicts=conflicts,
        only=only(sides, candidates, {(side.n, number) for side in told for number in side.paragraphs}),
        quoted=quoted(sides),
        signature=signature,
    )


def _agreements(sides: list[Side], candidates: list[Pair], conflicts: tuple[Conflict, ...]) -> tuple[Agreement, ...]:
    claims = [side for each in conflicts for side in each.sides]
    disputed = frozenset((side.n, side.claim) for side in claims)
    declared = frozenset((side.n, sentence) for side in claims for sentence in side.claim.split(LEFT_OUT))
    found = (agreement(sides, point, disputed, declared) for point in choose(candidates, AGREEMENT, CONFLICT, _MOST))
    return tuple(each for each in found if each)


def _conflicts(sides: list[Side], candidates: list[Pair]) -> tuple[Conflict, ...]:
    stands = [stand(side, [other for other in sides if other is not side]) for side in sides]
    declared = {(place.n, place.paragraph) for each in stands for place in each.places[:1]}
    rest = [
        pair
        for pair in candidates
        if not {(pair.one.n, pair.one.paragraph), (pair.other.n, pair.other.paragraph)} <= declared
    ]
    points = choose(rest, CONFLICT, AGREEMENT, _MOST - 1)
    found = (opposed(sides, stands), *(conflict(sides, point) for point in points))
    return tuple(each for each in found if len({side.claim for side in each.sides}) > 1)  # one text printed twice
