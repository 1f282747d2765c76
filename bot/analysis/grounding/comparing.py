"""The only maker of a Comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.analysis.grounding.claims import Claims
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.hygiene import printable
from bot.analysis.grounding.quoted import checked_quoted
from bot.analysis.grounding.support import are_alike
from bot.models.article import Article
from bot.models.comparison import Agreement, Citation, Comparison, ComparisonDraft, Conflict, Only, Side


def check_comparison(articles: Sequence[Article], draft: ComparisonDraft) -> Comparison:
    """The draft, as far as each article bears out what is said of it. Never raises, whatever the texts hold.

    A claim stays with an article when its numbers, its names and the words between its quotation marks are that
    article's, and when a cited paragraph there shares clearly more of its words than any paragraph of another article.
    Citations of paragraphs that do not exist, or share too little, are dropped. A conflict needs sides of two articles.

    An agreement needs two as well. Where the draft tells each author's claim apart, each is held against its own
    article. Where it does not, the point is held against each: they must bear it out about equally, and the draft must
    not give it to one of them elsewhere.

    Where draft and article are in two languages, names and words cannot be compared: numbers, quotations, that the
    paragraphs exist, and that no other article has the claim's words, decide.
    """
    return _Check(articles, draft).comparison()


class _Check:
    """One draft's way through the check; counts the points and claims that fall."""

    def __init__(self, articles: Sequence[Article], draft: ComparisonDraft) -> None:
        self._articles, self._draft, self._dropped = articles, draft, 0
        self._claims = Claims(articles, language_of(" ".join(_said(draft))))
        self._of_one = [side.claim for conflict in draft.conflicts for side in conflict.sides]
        self._of_one += [only.point for only in draft.only]

    def comparison(self) -> Comparison:
        draft, question = self._draft, printable(self._draft.question)
        if not draft.comparable:
            return Comparison(
                comparable=False, question="", agreements=(), conflicts=(), only=(), quoted=(), dropped=0,
                signature=draft.signature, fallback=draft.fallback,
            )  # fmt: skip
        agreements, conflicts = tuple(self._agreements()), tuple(self._conflicts())
        only = tuple(self._only())
        return Comparison(
            comparable=True,
            question=question if self._claims.is_of_any(question) else "",
            agreements=agreements,
            conflicts=conflicts,
            only=only,
            quoted=checked_quoted(self._articles, draft.quoted),
            dropped=self._dropped,
            signature=draft.signature,
            fallback=draft.fallback,
        )

    def _agreements(self) -> Iterator[Agreement]:
        for offered in self._draft.agreements:
            agreement = self._of_sides(offered) if offered.sides else self._in_common(offered)
            if agreement:
                yield agreement
            else:
                self._dropped += 1

    def _of_sides(self, offered: Agreement) -> Agreement | None:
        """Each author's claim stands for itself; the point is one of them."""
        point, sides = printable(offered.point), self._sides(offered.sides)
        if len(sides) < 2 or point not in {side.claim for side in sides}:
            return None
        borne = {(side.n, p) for side in sides for p in side.paragraphs}
        citations = tuple(c for c in offered.citations if (c.n, c.paragraph) in borne)
        return Agreement(point=point, citations=citations) if len({c.n for c in citations}) > 1 else None

    def _in_common(self, offered: Agreement) -> Agreement | None:
        point = printable(offered.point)
        borne = self._claims.in_common(point, offered.citations) if not self._is_disputed(point) else {}
        citations = tuple(Citation(n=n, paragraph=p) for n, paragraphs in borne.items() for p in paragraphs)
        return Agreement(point=point, citations=citations) if len(borne) > 1 else None

    def _is_disputed(self, point: str) -> bool:
        """Whether the same draft gives the point to one of the authors, against the others or alone."""
        return any(are_alike(point, claim) for claim in self._of_one)

    def _conflicts(self) -> Iterator[Conflict]:
        for offered in self._draft.conflicts:
            point, sides = printable(offered.point), self._sides(offered.sides)
            if len(sides) > 1 and point and self._claims.is_of_any(point, (side.n for side in sides)):
                self._dropped += len(offered.sides) - len(sides)
                yield Conflict(point=point, sides=sides)
            else:
                self._dropped += 1

    def _sides(self, offered: Iterable[Side]) -> tuple[Side, ...]:
        """Those that stand, by article; of two that are given to one, the last."""
        told = (replace(side, claim=printable(side.claim)) for side in offered)
        borne = (replace(side, paragraphs=self._claims.borne(side.n, side.claim, side.paragraphs)) for side in told)
        standing = {side.n: side for side in borne if side.paragraphs}
        return tuple(standing[n] for n in sorted(standing))

    def _only(self) -> Iterator[Only]:
        for offered in self._draft.only:
            point = printable(offered.point)
            if paragraphs := self._claims.borne(offered.n, point, offered.paragraphs):
                yield Only(n=offered.n, point=point, paragraphs=paragraphs)
            else:
                self._dropped += 1


def _said(draft: ComparisonDraft) -> Iterator[str]:
    """All that a draft says in its own words."""
    yield draft.question
    points: list[Agreement | Conflict] = [*draft.agreements, *draft.conflicts]
    for point in points:
        yield point.point
        yield from (side.claim for side in point.sides)
    yield from (only.point for only in draft.only)
