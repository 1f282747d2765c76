"""What the answers to asks are made of: who asks, and how to answer each use."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

import discord

from bot.models.asker import Asker
from bot.models.summary import Progress
from bot.ui.asks import Ids


class Reply(Enum):
    """Where the answer to a press goes: a message for all, one for who pressed, or the message that was pressed."""

    PUBLIC = auto()
    PRIVATE = auto()
    IN_PLACE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One ask being answered.

    ids: custom ids for buttons of this place; ask_id: as it was noted, 0 when it is not.
    """

    interaction: discord.Interaction
    asker: Asker
    ids: Ids
    ask_id: int
    progress: Progress


Answer = Callable[[Call, Mapping[str, str]], Awaitable[discord.ui.LayoutView]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How an ask of one kind is answered.

    reply: for a press that turns no page. quick: needs no place in the line, since it reads our own file only.
    """

    answer: Answer
    reply: Reply = Reply.PRIVATE
    quick: bool = False


def asker_of(interaction: discord.Interaction) -> Asker:
    """Who asks, and where."""
    return Asker(guild_id=interaction.guild_id, channel_id=interaction.channel_id, user_id=interaction.user.id)


def place_of(asker: Asker) -> int:
    """What buttons are signed for: the server, or the channel of a direct message."""
    return asker.guild_id or asker.channel_id or 0
