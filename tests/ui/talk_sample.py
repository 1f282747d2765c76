"""One answer within a discussion, and a room that is remembered, for the cards' looks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.models.article import Article, Kind
from bot.models.comparison import Citation
from bot.models.discussion import Answer, Kept, Memo, Memory, Person, Question, Room
from bot.models.money import Usage
from bot.models.summary import PromptId, Signature
from bot.services.discuss import Asked, RoomShown

ANA = Person(id=100, name="Ana")
BUS = Article(
    canonical_url="https://a.example/bus", title="Keep the bus", authors=("Miriam Osei",), site="The Courier",
    kind=Kind.OP_ED, paragraphs=("One.", "Two.", "Three."),
)  # fmt: skip
VANS = Article(canonical_url="https://b.example/vans", title="Vans, not buses", site="The Ledger", paragraphs=("One.",))
MODEL = Signature(engine="openai", model="gpt-6-luna", prompt=PromptId(name="discuss", version=1, sha256="0"))
ANSWER = Answer(
    text="It would cost £31 a ride [1¶2]. The Ledger says less [2¶1][1¶3].\n\nNobody counted the nurses [1¶3].",
    citations=(Citation(n=1, paragraph=2), Citation(n=2, paragraph=1), Citation(n=1, paragraph=3)),
    dropped=0,
    signature=MODEL,
)
ASKED = Asked(
    turn_id=12,
    room=Room(guild_id=1, channel_id=2),
    question=Question(text="What would it cost?", person=ANA),
    answer=ANSWER,
    articles={1: BUS, 2: VANS},
    usage=Usage(prompt_tokens=2_000, cached_tokens=1_500, completion_tokens=80, cost_usd=0.0002),
    context_tokens=2_000,
    cached=False,
)
MEMORY = Memory(
    memos=(
        Memo(kind=Kept.POSITION, text="The fund should grow.", turns=(4,), person=ANA),
        Memo(kind=Kept.FACT, text="The fund is empty.", turns=(3,)),
        Memo(kind=Kept.QUESTION, text="Who pays?", turns=(7,), person=Person(id=7, name="Ben*")),
        Memo(kind=Kept.FACT, text="Rides cost £31.", turns=(5,)),
    ),
    through=9,
    signature=MODEL,
)
ROOM = RoomShown(
    room=Room(guild_id=1, channel_id=2),
    articles={1: BUS, 2: VANS},
    turns=12,
    first_at=datetime(2026, 3, 1, tzinfo=UTC),
    last_at=datetime(2026, 3, 2, tzinfo=UTC),
    memory=MEMORY,
    tokens={"window": 600, "instructions": 500, "articles": 1_900, "memory": 0},
    budget=16_000,
    is_exact=True,
)


def an_answer(**changes: Any) -> Asked:
    """It, with other values for the ask, its `answer` or else its `question` (each by name)."""
    mine: dict[str, Any] = {name: value for name, value in changes.items() if name in Asked.__dataclass_fields__}
    answer = {n: v for n, v in changes.items() if n not in mine and n in Answer.__dataclass_fields__}
    question = {n: v for n, v in changes.items() if n not in mine and n not in answer}
    parts = {"answer": replace(ASKED.answer, **answer), "question": replace(ASKED.question, **question)}
    return replace(ASKED, **{**parts, **mine})
