"""`/digest`: when a channel is told what commentators said, and what it would be told now."""

from __future__ import annotations

from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.ui.asks import Ask
from bot.ui.autocomplete import Timezones, days
from bot.ui.desk import Desk
from bot.ui.moderators import MODERATORS


class DigestChannelOption(app_commands.Transformer[discord.Client]):
    """The id of a channel or thread in which messages can be posted."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """So that Discord offers channels and none of their names is typed."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """All that take messages of their own; a forum takes none, its threads do."""
        kinds = discord.ChannelType
        threads = [kinds.public_thread, kinds.private_thread, kinds.news_thread]
        return [kinds.text, kinds.news, kinds.voice, kinds.stage_voice, *threads]

    async def transform(self, interaction: discord.Interaction, value: app_commands.AppCommandChannel, /) -> str:
        """As text, since an ask holds nothing but texts."""
        return str(value.id)


Channel = app_commands.Transform[str, DigestChannelOption]


class DigestCog(commands.Cog):
    digest = app_commands.Group(
        name="digest",
        description="A daily digest of what commentators said, in one channel",
        default_permissions=MODERATORS,
        guild_only=True,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )

    def __init__(self, desk: Desk, zones: Timezones) -> None:
        self._desk, self._zones = desk, zones

    @digest.command(extras={"ephemeral": True})
    @app_commands.describe(
        time="a time of day, such as 8:00, 20.30 or 8am",
        timezone="type a city and choose",
        days="every day when empty; or weekdays, Mon-Thu, Tue and Fri",
        channel="another channel than this one",
        when_empty="what to do on a day without news: say so when empty",
    )
    async def schedule(
        self,
        interaction: discord.Interaction,
        time: app_commands.Range[str, 1, 20],
        timezone: app_commands.Range[str, 1, 60],
        days: app_commands.Range[str, 0, 80] = "",
        channel: Channel = "",
        when_empty: Literal["say so", "say nothing"] = "say so",
    ) -> None:
        """Have a channel told once a day, at its own local time, what commentators said"""
        wanted = {"time": time, "timezone": timezone, "days": days, "channel": channel, "when_empty": when_empty}
        await self._desk.answer(interaction, Ask("digest schedule").but(**wanted))

    @digest.command(extras={"ephemeral": True})
    @app_commands.describe(channel="another channel than this one")
    async def off(self, interaction: discord.Interaction, channel: Channel = "") -> None:
        """End a channel's digest"""
        await self._desk.answer(interaction, Ask("digest off").but(channel=channel))

    @digest.command(extras={"ephemeral": True})
    @app_commands.describe(channel="another channel than this one")
    async def show(self, interaction: discord.Interaction, channel: Channel = "") -> None:
        """Show when a channel's next digest comes, and what became of the last ones"""
        await self._desk.answer(interaction, Ask("digest show").but(channel=channel))

    @digest.command(extras={"ephemeral": True})
    @app_commands.describe(channel="another channel than this one")
    async def preview(self, interaction: discord.Interaction, channel: Channel = "") -> None:
        """Show you alone what the digest would say now; nothing is posted"""
        await self._desk.answer(interaction, Ask("digest preview").but(channel=channel))

    @digest.command(extras={"ephemeral": True})
    @app_commands.describe(channel="another channel than this one")
    async def now(self, interaction: discord.Interaction, channel: Channel = "") -> None:
        """Post a digest at once; the scheduled one still comes"""
        await self._desk.answer(interaction, Ask("digest now").but(channel=channel))

    @schedule.autocomplete("timezone")
    async def _zones_offered(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return self._zones(typed)

    @schedule.autocomplete("days")
    async def _days_offered(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return days(typed)
