"""Servers come and go: a greeting, and the daily round that deletes what was kept for long enough."""

from __future__ import annotations

import logging

import aiohttp
import discord
from discord.ext import commands, tasks

from bot.errors import BotError
from bot.services.privacy import Privacy
from bot.services.servers import Servers
from bot.ui import cards
from bot.ui.sync import Mentions

log = logging.getLogger(__name__)


class ServersCog(commands.Cog):
    def __init__(self, servers: Servers, privacy: Privacy, mentions: Mentions, bot: commands.AutoShardedBot) -> None:
        self._servers, self._privacy, self._mentions, self._bot = servers, privacy, mentions, bot

    async def cog_load(self) -> None:
        """The sweep runs at once, then once a day."""
        self._sweep.start()

    async def cog_unload(self) -> None:
        """A sweep that is at work is cancelled; it deletes all that was due or nothing."""
        self._sweep.cancel()

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Some may have been joined or left while we were away."""
        shards = self._bot.shards
        await self._servers.are(
            {guild.id for guild in self._bot.guilds},
            lambda guild_id: (guild_id >> 22) % (self._bot.shard_count or 1) in shards,
        )

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Noted first: a greeting that may not be sent, or fails, changes nothing about it."""
        await self._servers.joined(guild.id)
        channel = _where_to_greet(guild)
        if channel is None:
            return
        try:
            called = {name: self._mentions.of(name) for name in cards.GREETS_WITH}
            await channel.send(view=cards.greeting(called))
        except (discord.HTTPException, aiohttp.ClientError) as error:
            log.info("the server %d could not be greeted: %s", guild.id, error)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """A kick, a departure or a deleted server; an outage of Discord's is none."""
        await self._servers.left(guild.id)
        log.info("left the server %d; its data is scheduled for deletion", guild.id)

    @tasks.loop(hours=24)
    async def _sweep(self) -> None:
        """Servers first: the bytes of both are erased at the end of the second."""
        try:
            servers = await self._servers.sweep()
            turns = await self._privacy.sweep()
            log.info("deleted: %d servers that were left, %d questions kept for long enough", servers, turns)
        except BotError as error:  # the loop would end for good
            log.warning("what is due could not be deleted, or erased, today: %s", error, exc_info=error)


def _where_to_greet(guild: discord.Guild) -> discord.TextChannel | None:
    """Where a server greets its newcomers, else its first channel that all may read; only where we may write."""
    readable = (c for c in guild.text_channels if c.permissions_for(guild.default_role).view_channel)
    for channel in filter(None, (guild.system_channel, *readable)):
        may = channel.permissions_for(guild.me)
        if may.view_channel and may.send_messages:
            return channel
    return None
