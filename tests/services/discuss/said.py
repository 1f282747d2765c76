"""Turns, articles and questions of a room, and any of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot.analysis.search.outline import outline
from bot.models.article import Article
from bot.models.discussion import Answer, Kept, Memo, Memory, Passage, Person, Question, Turn
from bot.services.discuss.finding import Material
from tests.nouns import MODEL

ANA, BO = Person(id=1, name="Ana"), Person(id=2, name="Bo")
NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HARBOUR = Article(
    title="The harbour is not for sale",
    authors=("Ada Ferreira",),
    site="The Gazette",
    paragraphs=(
        "The council wants to sell the harbour. It says so in a letter.",
        "The fund is empty since March. Nobody has filled it.",
        "I say that the council must keep the harbour. Nobody sells a door twice.",
    ),
)
LIBRARY = Article(
    title="Open on Sundays",
    authors=("Ed Okafor",),
    site="Morning Post",
    paragraphs=("A closed library lends no books.", "It should open on Sundays."),
)


def turn(number: int, text: str = "What of the fund?", answer: str | None = "It is empty.", **more: Any) -> Turn:
    """With an answer, unless there is none."""
    said: dict[str, Any] = {"id": number, "person": ANA, "text": text, "asked_at": NOW + timedelta(minutes=number)}
    if answer is not None:
        said["answer"] = Answer(text=answer, citations=(), dropped=0, signature=MODEL)
    return Turn(**said | more)


def question(text: str = "What of the fund?", person: Person = ANA, **more: Any) -> Question:
    return Question(text=text, person=person, **more)


def memory(*memos: Memo, through: int = 0) -> Memory:
    return Memory(memos=memos, through=through, signature=MODEL)


def memo(text: str, *turns: int, person: Person | None = None) -> Memo:
    return Memo(kind=Kept.POSITION if person else Kept.FACT, text=text, turns=turns, person=person)


def material(articles: Sequence[Article] = (HARBOUR,), **more: Any) -> Material:
    """Of these articles, numbered as they come."""
    numbered = dict(enumerate(articles, 1))
    outlines = {n: outline(article) for n, article in numbered.items()}
    found: dict[str, Any] = {"articles": numbered, "outlines": outlines, "memory": None, "window": ()}
    return Material(**found | more)


WORDS = st.sampled_from("harbour fund council Sunday library boats empty sells keeps 2,500 never always mayor".split())
SENTENCES = st.lists(WORDS, min_size=1, max_size=9).map(lambda words: " ".join(words).capitalize() + ".")
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map(" ".join)
ARTICLES = st.builds(
    lambda title, paragraphs: Article(title=title, authors=("Ada Ferreira",), paragraphs=tuple(paragraphs)),
    SENTENCES,
    st.lists(TEXTS, max_size=8),
)


@st.composite
def turns(draw: st.DrawFn, first: int = 1, most: int = 12) -> list[Turn]:
    """In a row, each with an answer or without one."""
    said = draw(st.lists(st.tuples(TEXTS, st.none() | TEXTS, st.sampled_from([ANA, BO])), max_size=most))
    return [turn(first + at, text, answer, person=person) for at, (text, answer, person) in enumerate(said)]


@st.composite
def materials(draw: st.DrawFn) -> Material:
    """Anything that may be found: old turns 1 to 20, behind the memory those from 21 on."""
    articles = draw(st.lists(ARTICLES, max_size=4))
    old = draw(turns(1, 20))
    window = draw(turns(21))
    places = [(n, at) for n, article in enumerate(articles, 1) for at in range(1, len(article.paragraphs) + 1)]
    chosen = draw(st.lists(st.sampled_from(places), max_size=5, unique=True)) if places else []
    groups = draw(st.lists(st.sampled_from(old), max_size=5)) if old else []
    chain = (
        draw(st.lists(st.sampled_from([*old, *window]), max_size=3, unique_by=lambda one: one.id))
        if old or window
        else []
    )
    memos = [memo(text, 1) for text in draw(st.lists(TEXTS, max_size=6))]
    return material(
        articles,
        memory=memory(*memos, through=20) if memos else None,
        window=tuple(window),
        chain=tuple(sorted(chain, key=lambda one: one.id)),
        recalled=tuple((one,) for one in groups),
        passages=tuple(Passage(n=n, paragraph=at, text=articles[n - 1].paragraphs[at - 1]) for n, at in chosen),
    )
