"""The bot's connection to Discord."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack

import aiohttp
import discord
from discord.ext import commands

from bot.errors import DiscordRefusedToken, DiscordUnreachable
from bot.ui.gate import Gate

log = logging.getLogger(__name__)

OpenCogs = Callable[[], AbstractAsyncContextManager[Sequence[commands.Cog]]]


class CommentaryBot(commands.AutoShardedBot):
    """Slash commands and what is addressed to the bot; no privileged intent, and nothing pings.

    `open_cogs` opens all that the commands stand on; it is entered in `setup_hook` and left in `close`.
    """

    def __init__(
        self, open_cogs: OpenCogs, *, dev_guild_id: int | None, shard_ids: Sequence[int], shard_count: int
    ) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            tree_cls=Gate,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=shard_count,
            shard_ids=list(shard_ids) or None,  # type: ignore[arg-type]  # None is its default, its types forget it
        )
        self._open_cogs = open_cogs
        self._dev_guild = discord.Object(dev_guild_id) if dev_guild_id else None
        self._opened = AsyncExitStack()

    async def setup_hook(self) -> None:
        for cog in await self._opened.enter_async_context(self._open_cogs()):
            await self.add_cog(cog)
        if self._dev_guild:
            self.tree.copy_global_to(guild=self._dev_guild)
        synced = await self.tree.sync(guild=self._dev_guild)
        log.info("%d commands are synced", len(synced))

    async def close(self) -> None:
        try:
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
