"""`/feed`: what this server follows. The list is for all, the rest for moderators."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.services.follow import Follow
from bot.ui.asks import Ask
from bot.ui.autocomplete import feeds
from bot.ui.calls import asker_of
from bot.ui.cogs.digest import Channel
from bot.ui.desk import Desk
from bot.ui.moderators import MODERATORS, seen_by
from bot.ui.usable import PERMISSIONS

_OF_MODERATORS = {"ephemeral": True, PERMISSIONS: MODERATORS}
Feed = app_commands.Range[str, 1, 100]
Address = app_commands.Range[str, 1, 2_000]
Words = app_commands.Range[str, 0, 1_000]


class FeedCog(commands.Cog):
    feed = app_commands.Group(
        name="feed",
        description="The feeds that this server follows",
        guild_only=True,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )

    def __init__(self, desk: Desk, follow: Follow) -> None:
        self._desk, self._follow = desk, follow

    @feed.command(extras=_OF_MODERATORS)
    @app_commands.describe(
        url="the address of a feed, or of a site that has one",
        include="only entries with one of these words, with commas between",
        exclude="no entries with one of these words, with commas between",
        channel="for the digest of this channel only; else for all that have no feeds of their own",
    )
    async def add(
        self, interaction: discord.Interaction, url: Address, include: Words = "", exclude: Words = "",
        channel: Channel = "",
    ) -> None:  # fmt: skip
        """Follow a feed: what it says is told in digests"""
        wanted = {"url": url, "include": include, "exclude": exclude, "channel": channel}
        await self._desk.answer(interaction, Ask("feed add").but(**wanted))

    @feed.command(extras=_OF_MODERATORS)
    @app_commands.describe(feed="one of those that are followed here")
    async def remove(self, interaction: discord.Interaction, feed: Feed) -> None:
        """Follow a feed no more"""
        await self._desk.answer(interaction, Ask("feed remove", {"feed": feed}))

    @feed.command(name="list", extras={"ephemeral": True})
    async def show(self, interaction: discord.Interaction) -> None:
        """Show what is followed here, and how each feed fares"""
        await self._desk.answer(interaction, Ask("feed list"))

    @feed.command(extras=_OF_MODERATORS)
    @app_commands.describe(feed="one of those that are followed here")
    async def pause(self, interaction: discord.Interaction, feed: Feed) -> None:
        """Tell nothing of a feed for a while"""
        await self._desk.answer(interaction, Ask("feed pause", {"feed": feed}))

    @feed.command(extras=_OF_MODERATORS)
    @app_commands.describe(feed="one that is paused")
    async def resume(self, interaction: discord.Interaction, feed: Feed) -> None:
        """Tell of a paused feed again, from now on"""
        await self._desk.answer(interaction, Ask("feed resume", {"feed": feed}))

    @feed.command(extras=_OF_MODERATORS)
    @app_commands.describe(feed="one that is followed here, or any address")
    async def test(self, interaction: discord.Interaction, feed: Address) -> None:
        """Read a feed now, and show what it says"""
        await self._desk.answer(interaction, Ask("feed test", {"feed": feed}))

    @feed.command(name="import", extras=_OF_MODERATORS)
    @app_commands.describe(file="OPML, as other readers export it")
    async def bring(self, interaction: discord.Interaction, file: discord.Attachment) -> None:
        """Follow all feeds of a list"""
        await self._desk.answer(interaction, Ask("feed import", {"file": file.filename}))

    @feed.command(extras=_OF_MODERATORS)
    async def export(self, interaction: discord.Interaction) -> None:
        """Take the list along as OPML, for another reader or another server"""
        await self._desk.answer(interaction, Ask("feed export"))

    @remove.autocomplete("feed")
    @pause.autocomplete("feed")
    @resume.autocomplete("feed")
    @test.autocomplete("feed")
    async def _feeds(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return await feeds(self._follow, asker_of(interaction), typed, seen_by(interaction))
