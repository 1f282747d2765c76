"""The bot's connection to Discord."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass

import aiohttp
import discord
from discord.ext import commands

from bot.errors import DiscordRefusedToken, DiscordUnreachable
from bot.services.installation import Installation
from bot.ui.at_work import AtWork
from bot.ui.desk import Desk
from bot.ui.gate import Gate
from bot.ui.running import Running
from bot.ui.sync import Mentions, give_commands
from bot.ui.wire import trace

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What the client opens to members. `mentions` is filled with the commands' ids once Discord has told them.

    recover: tells those whom an earlier process left waiting; at_work: what closing waits for. running: what goes on by
    itself.
    """

    desk: Desk
    cogs: Sequence[commands.Cog]
    installation: Installation
    mentions: Mentions
    recover: Callable[[discord.Client], Awaitable[None]]
    at_work: AtWork
    running: Running


OpenDoors = Callable[[], AbstractAsyncContextManager[Doors]]


class CommentaryBot(commands.AutoShardedBot):
    """Slash commands and what is addressed to the bot; no privileged intent, and nothing pings.

    `open_doors` opens all that the commands stand on; it is entered in `setup_hook` and left in `close`.
    """

    def __init__(
        self, open_doors: OpenDoors, *, dev_guild_id: int | None, shard_ids: Sequence[int], shard_count: int
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Gate,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            max_messages=None,  # what was said is kept where it is asked for, and nowhere else
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.CustomActivity("/help · what does this column claim?"),
            http_trace=trace(),
            shard_count=shard_count,
            shard_ids=list(shard_ids) or None,  # type: ignore[arg-type]  # None is its default, its types forget it
        )
        self._open_doors = open_doors
        self._dev_guild = discord.Object(dev_guild_id) if dev_guild_id else None
        self._opened = AsyncExitStack()
        self._doors: Doors | None = None

    async def setup_hook(self) -> None:
        """Called once, after the login and before the first event: whatever an event needs is there."""
        doors = await self._opened.enter_async_context(self._open_doors())
        assert isinstance(self.tree, Gate), "it was asked for in __init__"
        self._doors, self.tree.desk = doors, doors.desk
        for cog in doors.cogs:
            await self.add_cog(cog)
        await give_commands(self.tree, doors.installation, doors.mentions, self._dev_guild)
        await doors.recover(self)
        doors.running.start()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Presses and choices; commands come in by the tree."""
        if interaction.type is discord.InteractionType.component and self._doors:
            await self._doors.desk.press(interaction)

    async def on_message(self, message: discord.Message, /) -> None:
        """None is a command with a prefix; a cog listens to what is said to us."""

    async def close(self) -> None:
        """First asks and posts, then the connection that brings them, then what they stand on, even if one fails."""
        try:
            if self._doors:
                await asyncio.gather(self._doors.at_work.close(), self._doors.running.close())
            await super().close()
        finally:
            await self._opened.aclose()


async def serve(client: discord.Client, token: str) -> None:
    """Connect and stay connected until cancelled. Raises DiscordRefusedToken and DiscordUnreachable."""
    try:
        async with client:
            await client.start(token)
    except discord.LoginFailure as error:
        raise DiscordRefusedToken from error
    except (discord.GatewayNotFound, aiohttp.ClientConnectionError) as error:
        raise DiscordUnreachable from error
