"""What the answers to asks are made of: who asks, and how to answer each use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from io import BytesIO
from typing import Protocol

import discord

from bot.models.asker import Asker
from bot.models.summary import Progress
from bot.ui.asks import Ids


class Reply(Enum):
    """Where the answer to a press goes: a message for all, one for who pressed, or the message that was pressed."""

    PUBLIC = auto()
    PRIVATE = auto()
    IN_PLACE = auto()


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes with an answer, whose view names it."""

    name: str
    content: bytes

    def to_send(self) -> discord.File:
        """A new one for each try: what was sent is read to its end."""
        return discord.File(BytesIO(self.content), self.name)


@dataclass(frozen=True, slots=True)
class Answered:
    """view: the answer. elsewhere: all of it without buttons, for another place; the view itself when empty.

    shown: is told the id of the message in which it stands.
    """

    view: discord.ui.LayoutView
    elsewhere: tuple[discord.ui.LayoutView, ...] = ()
    shown: Callable[[int], Awaitable[None]] | None = None
    files: tuple[Attached, ...] = ()

    def to_send(self) -> list[discord.File]:
        """Its files, for one try."""
        return [attached.to_send() for attached in self.files]


Way = Callable[[Answered], Awaitable[int]]  # brings an answer; returns the id of its message, 0 when that is elsewhere


class Seat(Protocol):
    """One who waits. Whatever is sent raises an error of `seats.NOT_SENT` when it does not get through."""

    @property
    def asker(self) -> Asker: ...

    @property
    def came(self) -> int:
        """Discord's id of the interaction or the message, which grows with time."""
        ...

    @property
    def interaction(self) -> discord.Interaction | None:
        """None for a message."""
        ...

    @property
    def channel(self) -> object:
        """Where the ask was made, as far as it is known."""
        ...

    @property
    def person(self) -> discord.User | discord.Member: ...

    async def edit(self, view: discord.ui.LayoutView, files: Sequence[Attached] = ()) -> int:
        """The one message that answers here reads so from now on; returns its id."""
        ...

    async def tell(self, view: discord.ui.LayoutView) -> None:
        """Beside the message that answers, to who asked alone where there is such a thing."""
        ...

    async def take_back(self, view: discord.ui.LayoutView) -> None:
        """Nobody waits any more: what stands there already says so."""
        ...

    def ways(self) -> Sequence[Way]:
        """To bring a whole answer where `edit` could not, the nearest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One ask being answered.

    ids: custom ids for buttons of this place; ask_id: as it was noted, 0 when it is not. show: what there is of the
    answer so far; the latest is shown, at most one a second.
    """

    seat: Seat
    ids: Ids
    ask_id: int
    progress: Progress
    show: Callable[[discord.ui.LayoutView], None]

    @property
    def asker(self) -> Asker:
        """Who asks, and where."""
        return self.seat.asker

    @property
    def interaction(self) -> discord.Interaction:
        """For uses that come as commands and presses alone."""
        assert self.seat.interaction, "only questions are asked by a message"
        return self.seat.interaction


Answer = Callable[[Call, Mapping[str, str]], Awaitable[discord.ui.LayoutView | Answered]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How an ask of one kind is answered.

    reply: for a press that turns no page. quick: needs no place in the line, since it reads our own file only.
    in_order: one at a time in a room, in the order in which they came.
    """

    answer: Answer
    reply: Reply = Reply.PRIVATE
    quick: bool = False
    in_order: bool = False


def asker_of(interaction: discord.Interaction) -> Asker:
    """Who asks, and where."""
    return Asker(guild_id=interaction.guild_id, channel_id=interaction.channel_id, user_id=interaction.user.id)


def place_of(asker: Asker) -> int:
    """What buttons are signed for: the server, or the channel of a direct message."""
    return asker.guild_id or asker.channel_id or 0
