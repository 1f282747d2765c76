"""Nouns of digests to test with: plain ones, and any that the models allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.models.article import Article
from bot.models.brief import Brief, BriefDraft, View
from bot.models.comparison import Citation
from bot.models.digest import Digest, Part, Source, Told
from bot.models.story import Story, StoryEntry
from bot.models.summary import Fallback, Signature
from tests.clocks import START
from tests.nouns import KEY_SENTENCES, signatures, texts

BRIEF = Brief(
    event="The council sold the harbour.",
    event_citations=(Citation(n=1, paragraph=1),),
    question="",
    views=(View(n=1, claim="It should have kept it.", paragraphs=(2,)),),
    dropped=0,
    signature=KEY_SENTENCES,
)


def entry(number: int, **changes: Any) -> StoryEntry:
    """A report of an outlet of its own, that many hours before the clock starts."""
    made = StoryEntry(
        id=number,
        feed_id=number,
        url=f"https://outlet{number}.test/{number}",
        title=f"Title {number}",
        outlet=f"Outlet {number}",
        at=START - timedelta(hours=number),
    )
    return replace(made, **changes)


def story(*entries: StoryEntry, **changes: Any) -> Story:
    """One event of these entries."""
    return replace(Story(id=1, entries=entries), **changes)


def source(number: int = 1, **changes: Any) -> Source:
    made = Source(n=number, title=f"Title {number}", url=f"https://outlet{number}.test/", outlet=f"Outlet {number}")
    return replace(made, **changes)


def told(number: int = 1, **changes: Any) -> Told:
    """A story of which an article was read."""
    return replace(Told(story_id=number, title=f"Story {number}", sources=(source(),), brief=BRIEF), **changes)


def digest(*stories: Told, **changes: Any) -> Digest:
    made = Digest(day=START.date(), stories=stories, since=START - timedelta(days=1), until=START)
    return replace(made, **changes)


def brief_draft_of(articles: Sequence[Article], signature: Signature = KEY_SENTENCES, **changes: Any) -> BriefDraft:
    """A draft in words of the articles: the first one's first paragraph happened, the last ones are argued."""
    views = (
        View(n=n, claim=each.paragraphs[-1], paragraphs=(len(each.paragraphs),)) for n, each in _numbered(articles)
    )
    draft = BriefDraft(
        event=articles[0].paragraphs[0],
        event_citations=(Citation(n=1, paragraph=1),),
        views=tuple(views),
        signature=signature,
    )
    return replace(draft, **changes)


def _numbered(articles: Sequence[Article]) -> list[tuple[int, Article]]:
    return list(enumerate(articles, 1))


_numbers = st.lists(st.integers(1, 200), max_size=4).map(tuple)
_citations = st.builds(Citation, n=st.integers(1, 3), paragraph=st.integers(1, 200))
_moments = st.datetimes(timezones=st.just(UTC))
_facts = st.dictionaries(texts(10), texts(10) | st.integers(-9, 9) | st.floats(0, 1), max_size=2)
_fallbacks = st.none() | st.builds(Fallback, kind=texts(10), incident=texts(6), facts=_facts)


def briefs(fallbacks: st.SearchStrategy[Fallback | None] = _fallbacks) -> st.SearchStrategy[Brief]:
    """Any brief."""
    views = st.builds(View, n=st.integers(1, 3), claim=texts(), paragraphs=_numbers, camp=st.integers(0, 2))
    return st.builds(
        Brief,
        event=texts(),
        event_citations=st.lists(_citations, max_size=3).map(tuple),
        question=texts(),
        views=st.lists(views, max_size=3).map(tuple),
        dropped=st.integers(0, 9),
        signature=signatures(),
        fallback=fallbacks,
    )


def parts() -> st.SearchStrategy[Part]:
    """Any part of a digest."""
    sources = st.builds(
        Source,
        n=st.integers(0, 3),
        title=texts(),
        url=texts(),
        outlet=texts(),
        authors=st.lists(texts(10), max_size=2).map(tuple),
        is_commentary=st.booleans(),
        at=st.none() | _moments,
    )
    stories = st.builds(
        Told,
        story_id=st.integers(0, 2**40),
        title=texts(),
        sources=st.lists(sources, max_size=3).map(tuple),
        entry_ids=st.lists(st.integers(1, 2**40), max_size=4).map(tuple),
        brief=st.none() | briefs(),
        is_update=st.booleans(),
    )
    return st.builds(
        Part,
        n=st.integers(1, 9),
        of=st.integers(1, 9),
        day=st.none() | st.dates(),
        stories=st.lists(stories, max_size=3).map(tuple),
        since=_moments,
        until=_moments,
        is_late=st.booleans(),
        left_out=st.integers(0, 99),
    )
