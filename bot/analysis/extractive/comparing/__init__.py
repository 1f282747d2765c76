"""Two or three articles side by side without a model: where their authors' own sentences meet.

The unit is a pair of paragraphs: many weak signals tell whether they speak of the same thing, and with which voices.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.extractive.comparing.choice import choose
from bot.analysis.extractive.comparing.only import only
from bot.analysis.extractive.comparing.pairs import pairs
from bot.analysis.extractive.comparing.people import quoted
from bot.analysis.extractive.comparing.points import agreement, conflict
from bot.analysis.extractive.comparing.sides import beside
from bot.analysis.extractive.comparing.subject import are_comparable, question
from bot.analysis.extractive.comparing.weights import AGREEMENT, CONFLICT
from bot.analysis.extractive.passage import take_apart
from bot.models.article import Article
from bot.models.comparison import ComparisonDraft
from bot.models.summary import Signature

__all__ = ["compare"]

_MOST = 5


def compare(articles: Sequence[Article], signature: Signature) -> ComparisonDraft:
    """The whole of it; pure."""
    sides = beside([take_apart(article) for article in articles])
    if not are_comparable(sides):
        return ComparisonDraft(comparable=False, signature=signature)
    candidates = list(pairs(sides))
    taken: set[tuple[int, int, int, int]] = set()
    conflicts = choose(candidates, CONFLICT, _MOST, taken)
    agreements = choose(candidates, AGREEMENT, _MOST, taken)
    return ComparisonDraft(
        comparable=True,
        question=question(sides),
        agreements=tuple(agreement(sides, pair) for pair in agreements),
        conflicts=tuple(conflict(sides, pair) for pair in conflicts),
        only=only(sides, candidates),
        quoted=quoted(sides),
        signature=signature,
    )
