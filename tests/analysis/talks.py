"""Discussions to test engines with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.analysis.engine import AnswerAsk, MemoryAsk
from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.discussion import (
    Answer,
    Context,
    Kept,
    Line,
    Memo,
    Memory,
    Passage,
    Person,
    Question,
    Standing,
    Turn,
)
from bot.models.summary import Options, Signature
from tests.nouns import COLUMN

ANA, BEN = Person(id=1, name="Ana"), Person(id=2, name="Ben")
NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
OTHER = replace(
    COLUMN,
    title="Sell the harbour",
    authors=("Bo Sample",),
    paragraphs=("The harbour loses money every year.", "A private owner would dredge it."),
)
SAID = Signature(engine="extractive")


def standing(n: int, article: Article = COLUMN, *, is_whole: bool = True) -> Standing:
    lines = tuple(Line(paragraph=at, text=text) for at, text in enumerate(article.paragraphs, 1))
    return Standing(n=n, article=article, lines=lines, is_whole=is_whole)


def answer(text: str, *citations: Citation) -> Answer:
    return Answer(text=text, citations=citations, dropped=0, signature=SAID)


def turn(number: int, text: str, answered: str = "", person: Person = ANA, **changes: Any) -> Turn:
    return Turn(
        id=number, person=person, text=text, asked_at=NOW, answer=answer(answered) if answered else None, **changes
    )


def memory(*memos: Memo, through: int = 3) -> Memory:
    return Memory(memos=memos, through=through, signature=SAID)


def memo(text: str, *turns: int, kind: Kept = Kept.POSITION, person: Person | None = ANA) -> Memo:
    return Memo(kind=kind, text=text, turns=turns, person=person)


WINDOW = (
    turn(4, "Who wants to sell it?", "The council does [1¶1]."),
    turn(5, "I would sell it tomorrow.", "Noted.", BEN),
)
CONTEXT = Context(
    articles=(standing(1), standing(2, OTHER, is_whole=False)),
    memory=memory(memo("The harbour should stay public.", 2)),
    window=WINDOW,
    passages=(Passage(n=2, paragraph=2, text="A private owner would dredge it."),),
    recalled=(turn(1, "Is there a fee?", "The articles here don't say."),),
    question=Question(text="Why keep it?", person=ANA),
    asked_at=NOW,
)


def context(**changes: Any) -> Context:
    """Two articles, a memory, two turns, a passage and an older turn, and a question."""
    return replace(CONTEXT, **changes)


def ask(options: Options = Options(), **changes: Any) -> AnswerAsk:  # noqa: B008 - frozen
    return AnswerAsk(context=context(**changes), options=options)


def bare(question: str = "Why keep it?", **changes: Any) -> Context:
    """A question, and nothing that it could be answered from."""
    empty: dict[str, Any] = {"articles": (), "memory": None, "window": (), "passages": (), "recalled": ()}
    return replace(CONTEXT, question=Question(text=question, person=ANA), **(empty | changes))


def memory_ask(*turns: Turn, tokens: int = 600, **changes: Any) -> MemoryAsk:
    given: dict[str, Any] = {"memory": None, "options": Options()}
    return MemoryAsk(turns=turns or WINDOW, tokens=tokens, **(given | changes))
