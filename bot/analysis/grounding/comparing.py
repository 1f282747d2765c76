"""The only maker of a Comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.analysis.grounding.evidence import Evidence
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.hygiene import printable
from bot.analysis.grounding.support import Support
from bot.models.article import Article
from bot.models.comparison import (
    Agreement,
    Citation,
    Comparison,
    ComparisonDraft,
    Conflict,
    Only,
    Quoted,
    Side,
)


def check_comparison(articles: Sequence[Article], draft: ComparisonDraft) -> Comparison:
    """The draft, as far as each article bears out what is said of it. Never raises, whatever the texts hold.

    A claim stays with an article when the words between its quotation marks, its numbers and its names are that
    article's, and when paragraphs that are cited there share more of its words than any paragraph of the others does.
    Citations of paragraphs that do not exist, or that share too little, are dropped. An agreement needs citations that
    bear it out in two articles, a conflict sides of two. Where draft and article differ in language, words and names
    cannot be compared: numbers, quotations and the existence of paragraphs decide.
    """
    return _Check(articles, draft).comparison()


class _Check:
    """One draft's way through the check; counts what fails."""

    def __init__(self, articles: Sequence[Article], draft: ComparisonDraft) -> None:
        self._draft, self._dropped = draft, 0
        spoken = language_of(" ".join(_said(draft)))
        self._evidence = {n: Evidence(article, spoken) for n, article in enumerate(articles, 1)}
        self._support = Support([evidence.body for evidence in self._evidence.values()])

    def comparison(self) -> Comparison:
        """To be called once: it counts what fails. Without points when the articles cannot be compared."""
        draft, found = self._draft, self._draft.comparable
        agreements = tuple(self._agreements()) if found else ()
        conflicts = tuple(self._conflicts()) if found else ()
        only = tuple(self._only()) if found else ()
        question = printable(draft.question) if found else ""
        return Comparison(
            comparable=found,
            question=question if self._is_of_any(question, self._evidence) else "",
            agreements=agreements,
            conflicts=conflicts,
            only=only,
            quoted=tuple(self._quoted()) if found else (),
            dropped=self._dropped,
            signature=draft.signature,
            fallback=draft.fallback,
        )

    def _agreements(self) -> Iterator[Agreement]:
        for offered in self._draft.agreements:
            point = printable(offered.point)
            borne = self._told(point, offered.sides) if offered.sides else self._cited(point, offered.citations)
            if len(borne) >= 2:
                kept = tuple(Citation(n=n, paragraph=p) for n, paragraphs in sorted(borne.items()) for p in paragraphs)
                yield Agreement(point=point, citations=kept)
            else:
                self._dropped += 1

    def _cited(self, point: str, citations: Sequence[Citation]) -> dict[int, tuple[int, ...]]:
        """By article, the paragraphs that bear out a point in words of the draft's own."""
        cited = {c.n: self._fitting(c.n, point, [o.paragraph for o in citations if o.n == c.n]) for c in citations}
        return {n: paragraphs for n, paragraphs in cited.items() if paragraphs and self._is_of(n, point)}

    def _told(self, point: str, offered: Sequence[Side]) -> dict[int, tuple[int, ...]]:
        """The same where each author's claim is told apart; the point must be one that was borne out."""
        sides = [side for side in map(self._side, offered) if side]
        return {side.n: side.paragraphs for side in sides} if point in {side.claim for side in sides} else {}

    def _conflicts(self) -> Iterator[Conflict]:
        for offered in self._draft.conflicts:
            point = printable(offered.point)
            sides = {side.n: side for side in map(self._side, offered.sides) if side}
            if len(sides) >= 2 and point and self._is_of_any(point, sides):
                self._dropped += len(offered.sides) - len(sides)
                yield Conflict(point=point, sides=tuple(sides[n] for n in sorted(sides)))
            else:
                self._dropped += 1

    def _side(self, offered: Side) -> Side | None:
        claim = printable(offered.claim)
        paragraphs = self._borne(offered.n, claim, offered.paragraphs)
        return Side(n=offered.n, claim=claim, paragraphs=paragraphs) if paragraphs else None

    def _only(self) -> Iterator[Only]:
        for offered in self._draft.only:
            point = printable(offered.point)
            if paragraphs := self._borne(offered.n, point, offered.paragraphs):
                yield Only(n=offered.n, point=point, paragraphs=paragraphs)
            else:
                self._dropped += 1

    def _quoted(self) -> Iterator[Quoted]:
        for offered in self._draft.quoted:
            evidence, speaker = self._evidence.get(offered.n), printable(offered.speaker)
            paragraphs = evidence.citations.existing(offered.paragraphs) if evidence else ()
            if evidence and paragraphs and evidence.body.holds(speaker):
                yield replace(offered, speaker=speaker, paragraphs=paragraphs)

    def _borne(self, n: int, claim: str, paragraphs: Sequence[int]) -> tuple[int, ...]:
        """The paragraphs that bear out what article `n` alone is said to claim; none when it is not that article's."""
        fitting = self._fitting(n, claim, paragraphs)
        if not (fitting and self._is_of(n, claim)):
            return ()
        is_nearest = not self._evidence[n].same_language or self._support.is_nearest(n, claim, fitting)
        return fitting if is_nearest else ()

    def _fitting(self, n: int, claim: str, paragraphs: Sequence[int]) -> tuple[int, ...]:
        if not claim or n not in self._evidence:
            return ()
        evidence = self._evidence[n]
        existing = evidence.citations.existing(paragraphs)
        return self._support.fitting(n, claim, existing) if evidence.same_language else existing

    def _is_of(self, n: int, claim: str) -> bool:
        """Whether quoted words, numbers and names are the article's."""
        evidence = self._evidence[n]
        finding = evidence.statements.check(claim)
        strange = finding.numbers or finding.is_borrowed or (finding.names and evidence.same_language)
        return not strange and finding.text == claim

    def _is_of_any(self, text: str, among: Iterable[int]) -> bool:
        return any(self._is_of(n, text) for n in among)


def _said(draft: ComparisonDraft) -> Iterator[str]:
    """All that a draft says in its own words."""
    yield draft.question
    yield from (agreement.point for agreement in draft.agreements)
    for conflict in draft.conflicts:
        yield conflict.point
        yield from (side.claim for side in conflict.sides)
    yield from (only.point for only in draft.only)
