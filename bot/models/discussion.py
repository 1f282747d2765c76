"""A discussion: who said what in which room, what is remembered of it, and what an engine is shown of it.

Articles of a room count from 1 (`n`) in the order in which they arrived there; their paragraphs from 1 as everywhere.
A `Turn` is something that was said to the bot, with the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.models.article import Article
from bot.models.comparison import Citation
from bot.models.summary import Fallback, Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A channel, a thread, or a direct message, each by itself; guild_id is 0 for what is no server's.

    A room of the command line has a negative channel_id, which no channel of Discord's has.
    """

    guild_id: int
    channel_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who speaks: Discord's id, and the name that was shown at the time."""

    id: int
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Somebody's message that another one asks about."""

    person: Person
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something that is said to the bot.

    key: what it came as, unique in its room, so that asking again after a crash makes no second turn; "" for none.
    message_id: Discord's, 0 for a command. reply_to: id of the message that it replies to, 0 for none.
    """

    text: str
    person: Person
    key: str = ""
    message_id: int = 0
    reply_to: int = 0
    about: Remark | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered, checked. Only `analysis.grounding` makes one (and the store, of one that it kept).

    text: paragraphs apart by a blank line; `[1¶3]` stands where a paragraph is cited.
    citations: those of the text, each once, in their order. dropped: how many sentences failed the check.
    """

    text: str
    citations: tuple[Citation, ...]
    dropped: int
    signature: Signature
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """id: grows with time within a room. answer: None while there is none.

    reply_to: the turn that this one goes on from. articles: the numbers (`n`) of those that it is about.
    """

    id: int
    person: Person
    text: str
    asked_at: datetime
    message_id: int = 0
    reply_to: int | None = None
    about: Remark | None = None
    articles: tuple[int, ...] = ()
    answer: Answer | None = None


class Kept(StrEnum):
    """What sort of thing is remembered."""

    FACT = "fact"
    POSITION = "position"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, kw_only=True)
class Memo:
    """One thing that is remembered, with the turns that it is taken from.

    person: whose position it is, or who asked; None for a fact.
    """

    kind: Kept
    text: str
    turns: tuple[int, ...]
    person: Person | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryDraft:
    """What an engine makes of turns that leave the window; nothing of it is checked."""

    memos: tuple[Memo, ...]
    signature: Signature
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memory:
    """What is remembered of a room's turns up to and with `through` (a turn's id), in the order in which it arose.

    Only `analysis.grounding` makes one (and the store, of one that it kept).
    """

    memos: tuple[Memo, ...]
    through: int
    signature: Signature
    fallback: Fallback | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of an article, or the beginning of one."""

    paragraph: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What of an article stands in every prompt: all of its paragraphs, or an outline of them."""

    n: int
    article: Article
    lines: tuple[Line, ...]
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph that was looked up for one question."""

    n: int
    paragraph: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an engine is shown, in the order of a prompt: what rarely changes first, what was looked up last.

    window: the latest turns in their order. recalled: older turns that the question calls for, each with its answer.
    replies_to: the turn that the question goes on from, None for none; it is in one of the two.
    tokens: of each part by its name, as counted; "instructions" is what stands around them.
    """

    articles: tuple[Standing, ...]
    memory: Memory | None
    window: tuple[Turn, ...]
    passages: tuple[Passage, ...]
    recalled: tuple[Turn, ...]
    question: Question
    asked_at: datetime
    replies_to: int | None = None
    tokens: Mapping[str, int] = field(default_factory=dict)
