"""The only maker of a Brief."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.analysis.grounding.claims import Claims
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.hygiene import printable
from bot.models.article import Article, Kind
from bot.models.brief import Brief, BriefDraft, View
from bot.models.comparison import Citation

_CAMPS = (1, 2)


def check_brief(articles: Sequence[Article], draft: BriefDraft) -> Brief:
    """The draft, as far as the articles bear it out. Never raises, whatever the texts hold.

    What happened stays with those of its citations whose article has its numbers, its names and its quoted words, and
    whose paragraph has enough of its words. A view is held against its author's article as a side of a comparison is;
    a report has none of its own. Camps need a question in the articles' words, and a view in each of the two.
    """
    claims = Claims(articles, language_of(" ".join(_said(draft))))
    event = printable(draft.event)
    borne = claims.in_common(event, draft.event_citations)
    citations = tuple(Citation(n=n, paragraph=p) for n, paragraphs in borne.items() for p in paragraphs)
    question, views = _parted(claims, printable(draft.question), tuple(_views(claims, articles, draft.views)))
    return Brief(
        event=event if citations else "",
        event_citations=citations,
        question=question,
        views=views,
        dropped=bool(event and not citations) + len(draft.views) - len(views),
        signature=draft.signature,
        fallback=draft.fallback,
    )


def _views(claims: Claims, articles: Sequence[Article], offered: Sequence[View]) -> Iterator[View]:
    """Those that stand, one for each author: of two that are given to one, the first that stands."""
    told = set[int]()
    for view in offered:
        claim = printable(view.claim)
        if view.n in told or not 1 <= view.n <= len(articles) or articles[view.n - 1].kind is Kind.REPORT:
            continue
        if paragraphs := claims.borne(view.n, claim, view.paragraphs):
            told.add(view.n)
            yield replace(view, claim=claim, paragraphs=paragraphs)


def _parted(claims: Claims, question: str, views: tuple[View, ...]) -> tuple[str, tuple[View, ...]]:
    """The question and the views in its two camps; without it where a camp is empty or it is in nobody's words."""
    parties = {camp: [view.n for view in views if view.camp == camp] for camp in _CAMPS}
    if all(parties.values()) and claims.is_of_any(question, [n for party in parties.values() for n in party]):
        return question, tuple(view if view.camp in _CAMPS else replace(view, camp=0) for view in views)
    return "", tuple(replace(view, camp=0) for view in views)


def _said(draft: BriefDraft) -> Iterator[str]:
    """All that a draft says in its own words."""
    yield from (draft.event, draft.question)
    yield from (view.claim for view in draft.views)
