"""What tests of discussions say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.models.comparison import Citation
from bot.models.discussion import Answer, Kept, Memo, Memory, Person, Question, Room, Turn
from bot.models.summary import Signature
from bot.store.database import Store
from tests.nouns import MODEL

HERE, THERE = Room(guild_id=1, channel_id=10), Room(guild_id=1, channel_id=11)
ELSEWHERE, ALONE = Room(guild_id=2, channel_id=20), Room(guild_id=0, channel_id=30)
ANA, BEN, CLEO = (Person(id=100 + n, name=name) for n, name in enumerate(("Ana Lopez", "Ben", "Cléo")))
EXTRACTIVE = Signature(engine="extractive")


def words(text: str) -> list[str]:
    """Terms enough for a test."""
    return list(dict.fromkeys(re.findall(r"\w+", text.casefold())))


def asking(text: str = "Who sells the harbour?", person: Person = ANA, **more: Any) -> Question:
    """A question."""
    return Question(text=text, person=person, **more)


def answering(text: str = "The council does [1¶1].", **more: Any) -> Answer:
    """A checked answer with its citations."""
    cited = dict.fromkeys((int(n), int(p)) for n, p in re.findall(r"(\d+)¶(\d+)", text))
    citations = tuple(Citation(n=n, paragraph=p) for n, p in cited)
    return replace(Answer(text=text, citations=citations, dropped=0, signature=MODEL), **more)


def memo(text: str, *turns: int, person: Person | None = None) -> Memo:
    """A position of theirs, or a fact."""
    return Memo(kind=Kept.POSITION if person else Kept.FACT, text=text, turns=turns, person=person)


def memory(*memos: Memo, through: int) -> Memory:
    """What was folded without a model."""
    return Memory(memos=memos, through=through, signature=EXTRACTIVE)


async def ask(store: Store, question: Question, room: Room = HERE, articles: Sequence[int] = ()) -> int:
    """The id of its turn."""
    async with store.write() as tx:
        found_by = words(question.text) + (words(question.about.text) if question.about else [])
        return await tx.guild(room.guild_id).turns.asked(room.channel_id, question, articles, found_by)


async def answer(
    store: Store, turn_id: int, given: Answer, room: Room = HERE, articles: Sequence[int] = (), **more: Any
) -> bool:
    """Whether it was kept."""
    async with store.write() as tx:
        turns = tx.guild(room.guild_id).turns
        return await turns.answered(room.channel_id, turn_id, given, articles, words(given.text), **more)


async def say(store: Store, text: str, replied: str = "", person: Person = ANA, room: Room = HERE, **more: Any) -> int:
    """A question with its answer, if there is one; the id of the turn."""
    turn_id = await ask(store, asking(text, person, **more), room)
    if replied:
        await answer(store, turn_id, answering(replied), room)
    return turn_id


async def fold(store: Store, folded: Memory, after: int = 0, room: Room = HERE) -> bool:
    """With what is there now."""
    changes = await store.memories.changes(room)
    async with store.write() as tx:
        return await tx.guild(room.guild_id).memories.fold(room.channel_id, after, folded, changes)


async def found(store: Store, query: str, room: Room = HERE, before: int = 1 << 40) -> list[int]:
    """Ids of turns, the best first."""
    return [turn_id for turn_id, _ in await store.turns.search(room, words(query), 10, before)]


async def told(store: Store, room: Room = HERE) -> list[Turn]:
    """All of a room's turns."""
    return await store.turns.after(room, 0, 1000)
