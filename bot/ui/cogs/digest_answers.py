"""What is answered about a channel's digest, to moderators: its time, its end, what it says."""

from __future__ import annotations

from collections.abc import Mapping

import discord

from bot.errors import NoDigest
from bot.models.digest import WhenEmpty
from bot.services.digest import Digest
from bot.ui import cards
from bot.ui.autocomplete import Timezones
from bot.ui.calls import Call, Use
from bot.ui.channels import postable, visible
from bot.ui.cogs.summarize import page_number
from bot.ui.moderators import check_moderator, seen_by
from bot.ui.times import read_days, read_time, read_zone

_EMPTY = {"say so": WhenEmpty.LINE, "say nothing": WhenEmpty.NOTHING}


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
