"""`/digest`: when a channel is told what commentators said, and what it would be told now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.errors import NoDigest
from bot.models.digest import WhenEmpty
from bot.services.digest import Digest
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.autocomplete import Timezones, days
from bot.ui.calls import Call, Use
from bot.ui.channels import postable, visible
from bot.ui.cogs.summarize import page_number
from bot.ui.desk import Desk
from bot.ui.moderators import MODERATORS, check_moderator, seen_by
from bot.ui.times import read_days, read_time, read_zone

_EMPTY = {"say so": WhenEmpty.LINE, "say nothing": WhenEmpty.NOTHING}


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


class DigestAnswers:
    """Speaks to moderators. `zones`: every time zone that there is."""

    def __init__(self, digest: Digest, zones: Timezones) -> None:
        self._digest, self._zones = digest, zones

    def uses(self) -> Mapping[str, Use]:
        """Schedules are in our own file; what is composed reads articles, and waits in line."""
        return {
            "digest schedule": Use(answer=self.schedule, quick=True),
            "digest off": Use(answer=self.off, quick=True),
            "digest show": Use(answer=self.show, quick=True),
            "digest preview": Use(answer=self.preview),
            "digest now": Use(answer=self.now),
        }

    async def schedule(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """From now on, at this time. Raises BadOption, CannotPost, NoSuchChannel, NotAllowed."""
        channel_id = _may_post(call, args)
        made = await self._digest.schedule(
            call.asker,
            channel_id,
            at=read_time(args["time"]),
            zone=read_zone(args["timezone"], self._zones.names),
            days=read_days(args.get("days", "")),
            when_empty=_EMPTY[args.get("when_empty", "say so")],
        )
        return cards.digest_schedule(made)

    async def off(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Never more. Raises NoDigest, NoSuchChannel, NotAllowed."""
        channel_id = _may_see(call, args)
        await self._digest.off(call.asker, channel_id)
        return cards.digest_off(channel_id)

    async def show(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """When the next one comes, what became of the last ones, and when those of other channels come.

        Raises NoDigest, NoSuchChannel, NotAllowed.
        """
        channel_id, sees = _may_see(call, args), seen_by(call.interaction)
        others = [s for s in await self._digest.all(call.asker) if s.channel_id != channel_id and sees(s.channel_id)]
        try:
            shown = await self._digest.show(call.asker, channel_id)
        except NoDigest:
            if not others:
                raise
            return cards.digest_schedules(channel_id, others)
        return cards.digest_schedule(shown.schedule, shown.last, others)

    async def preview(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What it would say now, to who asks alone. Raises NoSuchChannel, NothingFollowed, NotAllowed."""
        channel_id = _may_see(call, args)
        parts = await self._digest.preview(call.asker, channel_id)
        return cards.digest_preview(parts, channel_id, call.ids, page=page_number(args))

    async def now(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What there is, at once. Raises CannotPost, NoSuchChannel, NothingFollowed, NotAllowed."""
        channel_id = _may_post(call, args)
        return cards.digest_under_way(channel_id, await self._digest.now(call.asker, channel_id))


def _may_see(call: Call, args: Mapping[str, str]) -> int:
    return visible(call.interaction, _channel_id(call, args)).id


def _may_post(call: Call, args: Mapping[str, str]) -> int:
    return postable(call.interaction, _channel_id(call, args)).id


def _channel_id(call: Call, args: Mapping[str, str]) -> int:
    """Raises NotAllowed."""
    check_moderator(call.interaction)
    return int(args.get("channel") or call.asker.channel_id or 0)


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
