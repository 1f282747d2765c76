"""Random histories of several servers, with one person's names and words planted wherever they can get to."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from bot.models.asker import Asker
from bot.models.discussion import Memo, Person, Question, Remark, Room, Turn
from bot.models.money import Usage
from bot.store.asks import NewAsk
from bot.store.database import Store, Writing
from tests.nouns import MODEL
from tests.store.talk import answering, memo, memory, words

PLAIN = "harbour council ferry tunnel budget winter mayor lighthouse quay vote market bridge rent school".split()
ROOMS = tuple(Room(guild_id=guild, channel_id=channel) for guild, channel in ((1, 10), (1, 11), (2, 20), (0, 30)))
NAMES = (
    ("Quillfeather", "Zefira Quandt"),
    ("Жозефина Крылова", "Zhoza"),
    ("田中丸子",),
    ("Ŷvönne 🌸",),
)
TARGET = 77_000_000_000_000_077


@dataclass
class History:
    """What was planted: `names`, and the words of `phrase`; and what has to be left.

    spoken: phrases by the room in which they stand. repeated: those that an answer or a memo says again. others: turns
    that must be there, with the sentences of their answers that nobody has to miss.
    """

    chance: random.Random
    names: Sequence[str]
    others: dict[Room, dict[int, tuple[str, Sequence[str]]]] = field(default_factory=dict)
    spoken: dict[Room, list[str]] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)
    _made: count[int] = field(default_factory=count)

    @classmethod
    def of(cls, seed: int) -> History:
        chance = random.Random(seed)
        names = chance.choice(NAMES)
        return cls(chance, names)

    def plain(self, least: int = 3, most: int = 14) -> str:
        """A sentence that anybody may say; no five of its words in a row are said twice."""
        said = [f"{self.chance.choice(PLAIN)}{next(self._made)}" for _ in range(self.chance.randint(least, most))]
        return f"{' '.join(said).capitalize()}."

    def phrase(self, room: Room) -> str:
        """Words of the target's, which nobody else has; now and then more than a page of the file holds."""
        size = self.chance.choice((5, 6, 9, 14, 14, 700))
        made = [f"Xy{self.chance.randrange(10**9):09}" for _ in range(size)]
        self.spoken.setdefault(room, []).append(" ".join(made[:40]))
        return f"{self.plain()} {' '.join(made)}."

    def named(self) -> str:
        """A sentence that names the target, in one case or the other."""
        name = self.chance.choice(self.names)
        written = self.chance.choice((name, name.upper(), name.lower(), f"@{name}", f"<@{TARGET}>"))
        return f"{self.plain().removesuffix('.')}, says {written} [1¶2]."

    def repeating(self, room: Room) -> str:
        """A sentence that says again what the target said in this room, in one case or the other."""
        said = self.chance.choice(self.spoken.get(room) or [self.plain()])
        self.repeated.add(said)
        return f"Somebody holds: {self.chance.choice((said, said.upper(), said.casefold()))} [2¶1]."

    def somebody(self) -> Person:
        return Person(id=self.chance.randrange(1, 5), name=self.chance.choice(("Ben", "Cléo", "Dragan")))

    def target(self) -> Person:
        return Person(id=TARGET, name=self.chance.choice(self.names))


async def happen(store: Store, seed: int) -> History:
    """Some dozens of things, one after the other."""
    history = History.of(seed)
    for _ in range(history.chance.randint(2, 4)):
        async with store.write() as tx:
            for _ in range(history.chance.randint(5, 14)):
                await _turn(tx, history, history.chance.choice(ROOMS[: history.chance.randint(1, 4)]))
            await _ask(tx, history)
        for room in ROOMS:
            await _fold(store, history, room)
        await _meddle(store, history)
    async with store.write() as tx:
        for room in ROOMS[0], ROOMS[2], ROOMS[3]:  # they were in each server, and in one of its rooms perhaps never
            question = Question(text=history.phrase(room), person=history.target())
            await tx.guild(room.guild_id).turns.asked(room.channel_id, question, [], words(question.text))
    return history


async def _turn(tx: Writing, history: History, room: Room) -> None:
    chance, is_theirs = history.chance, history.chance.random() < 0.4
    person = history.target() if is_theirs else history.somebody()
    text = history.phrase(room) if is_theirs else history.plain()
    question = Question(
        text=text, person=person, key=f"k{chance.randrange(10**12)}" if chance.random() < 0.5 else "",
        message_id=chance.randrange(1, 10**6), reply_to=chance.randrange(10**6), about=_remark(history, room),
    )  # fmt: skip
    turns = tx.guild(room.guild_id).turns
    turn_id = await turns.asked(room.channel_id, question, [1], words(text))
    plain = [history.plain() for _ in range(chance.randint(1, 3))]
    sentences = [*plain, *(say() for say in (history.named, lambda: history.repeating(room)) if chance.random() < 0.5)]
    chance.shuffle(sentences)
    if is_answered := chance.random() < 0.9:
        asker = Asker(guild_id=room.guild_id or None, channel_id=room.channel_id, user_id=person.id)
        usage_id = await tx.usage.reserve(asker, "ask", MODEL, Usage(cost_usd=0.25))
        answer = answering(" ".join(sentences))
        await turns.answered(room.channel_id, turn_id, answer, [1, 2], words(answer.text), usage_id)
        await turns.shown(room.channel_id, turn_id, [10**6 + turn_id])
    if not is_theirs:
        history.others.setdefault(room, {})[turn_id] = text, plain if is_answered else ()


def _remark(history: History, room: Room) -> Remark | None:
    match history.chance.randrange(6):
        case 0:
            return Remark(person=history.target(), text=history.phrase(room))
        case 1:
            return Remark(person=history.somebody(), text=history.plain())
        case _:
            return None


async def _ask(tx: Writing, history: History) -> None:
    """Theirs, and another's that is about a message of theirs."""
    room = history.chance.choice(ROOMS[:2])
    for user_id in (TARGET, 3):
        args = {"question": history.phrase(room) if user_id == TARGET else history.plain(), "about": history.named()}
        new = NewAsk(
            channel_id=room.channel_id, user_id=user_id, token=f"t{history.chance.randrange(10**12)}", args=args
        )
        await tx.guild(room.guild_id).asks.note([new])


async def _fold(store: Store, history: History, room: Room) -> None:
    """Positions of theirs, and facts of everybody's turns that name or repeat them, or neither."""
    known, changes = await store.memories.of(room), await store.memories.changes(room)
    after = known.through if known else 0
    behind = await store.turns.after(room, after, 100)
    leaving = behind[: history.chance.randint(0, len(behind))]
    if not leaving:
        return
    made = [_memo(history, room, turn) for turn in leaving if history.chance.random() < 0.7]
    folded = memory(*(known.memos if known else ()), *made, through=leaving[-1].id)
    async with store.write() as tx:
        assert await tx.guild(room.guild_id).memories.fold(room.channel_id, after, folded, changes)


def _memo(history: History, room: Room, turn: Turn) -> Memo:
    if turn.person.id == TARGET:
        return memo(turn.text, turn.id, person=turn.person)
    text = history.chance.choice((history.plain, history.named, lambda: history.repeating(room)))()
    return memo(text, turn.id, person=history.chance.choice((None, turn.person)))


async def _meddle(store: Store, history: History) -> None:
    """Somebody edits a message, or deletes one, or an answer; one that was repeated stays."""
    room = history.chance.choice(ROOMS)
    turns = await store.turns.latest(room, 100)
    free = [turn for turn in turns if not any(said in _said(turn) for said in history.repeated)]
    if not free:
        return
    turn = history.chance.choice(free)
    known = history.others.get(room, {})
    async with store.write() as tx:
        writes = tx.guild(room.guild_id).turns
        match history.chance.randrange(3):
            case 0:
                text = history.phrase(room) if turn.person.id == TARGET else history.plain()
                await writes.edited(room.channel_id, turn.message_id, text, words(text))
                if turn.id in known:
                    known[turn.id] = text, known[turn.id][1]
            case 1:
                await writes.deleted(room.channel_id, [turn.message_id])
                known.pop(turn.id, None)
            case _:
                await writes.deleted(room.channel_id, [10**6 + turn.id])
                if turn.id in known:
                    known[turn.id] = known[turn.id][0], ()
    history.spoken[room] = [said for said in history.spoken.get(room, []) if said not in _said(turn)]


def _said(turn: Turn) -> str:
    return f"{turn.text} {turn.about.text if turn.about else ''}"
