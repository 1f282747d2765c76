"""Posts go to Discord, and are looked for there; whatever Discord does becomes a value."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import discord
from discord.ext import commands

from bot.clock import Clock
from bot.models.digest import Part
from bot.models.post import Delivered, Delivery, Post, Seen, Sight
from bot.services.shared.moves import LOOKING, TRY
from bot.ui import cards
from bot.ui.cards.layout import BeyondDiscord
from bot.ui.wire import TOO_MANY, Answered, one_attempt

log = logging.getLogger(__name__)

SURELY, AT_MOST = 300, 2_000  # of a channel's latest messages: looked through in any case, and at all
BEFORE = timedelta(hours=1)  # messages this much older than the first try are older, however wrong a clock is
ALL_WAIT = 5.0  # seconds that nothing is sent where Discord says "all requests" and not for how long
_WAIT = 30.0  # seconds, where Discord does not say

# Discord's codes (its documentation, August 2026).
_SHUT = {
    10003: Delivery.CHANNEL_GONE,  # Unknown Channel
    10004: Delivery.SERVER_GONE,  # Unknown Guild
    50001: Delivery.FORBIDDEN,  # Missing Access
    50008: Delivery.FORBIDDEN,  # a channel without text
    50013: Delivery.FORBIDDEN,  # Missing Permissions
    50083: Delivery.ARCHIVED,
    160005: Delivery.ARCHIVED,  # a locked thread
}
_DELETED = 10008  # Unknown Message: what stood under this nonce was deleted
_UNREAD = (401, 403, 404)


class DiscordCourier:
    """Keeps `services.shared.ports.Courier`. Nothing is sent before Discord has told which servers there are."""

    def __init__(self, bot: commands.AutoShardedBot, clock: Clock) -> None:
        self._bot, self._clock = bot, clock
        self._silent_until = 0.0  # of the monotonic clock: Discord takes no requests at all

    @property
    def is_ready(self) -> bool:
        """Before that nothing is begun: what was written down and never went out would be in doubt after a crash."""
        return not self._wait()

    async def send(self, post: Post) -> Delivered:
        """One request under the post's nonce, of at most `TRY`."""
        if wait := self._wait():
            return Delivered(how=Delivery.BUSY, wait=wait)
        if self._bot.get_guild(post.guild_id) is None:
            return Delivered(how=Delivery.SERVER_GONE)
        with one_attempt() as attempt:
            try:
                async with asyncio.timeout(TRY.total_seconds()):
                    return await self._sent(post)
            except Answered as answered:
                return self._not_taken(answered)
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                log.info("post %d: %r", post.id, error)
                return Delivered(how=Delivery.UNSURE if attempt.is_out else Delivery.BUSY)

    async def find(self, post: Post, since: datetime) -> Seen:
        """By its mark, among our own messages, the latest first."""
        if wait := self._wait():
            log.info("post %d is looked for in %.0f s", post.id, wait)
            return Seen(sight=Sight.UNKNOWN)
        with one_attempt():
            try:
                async with asyncio.timeout(LOOKING.total_seconds()):
                    return await self._looked(post, since)
            except (Answered, aiohttp.ClientError, OSError, TimeoutError) as error:
                log.info("post %d could not be looked for: %r", post.id, error)
                return Seen(sight=Sight.UNKNOWN)
            except discord.HTTPException as error:
                return Seen(sight=Sight.UNREADABLE if error.status in _UNREAD else Sight.UNKNOWN)

    def _wait(self) -> float:
        """Seconds until a request makes sense."""
        silent = max(0.0, self._silent_until - self._clock.monotonic())
        return silent if self._bot.is_ready() else max(silent, ALL_WAIT)

    async def _sent(self, post: Post) -> Delivered:
        try:
            view = _view(post)
        except BeyondDiscord:
            log.exception("post %d cannot be shown", post.id)
            return Delivered(how=Delivery.REFUSED)
        channel = self._bot.get_partial_messageable(post.channel_id, guild_id=post.guild_id)
        try:
            message = await channel.send(view=view, nonce=post.nonce)
        except discord.RateLimited as error:
            return Delivered(how=Delivery.BUSY, wait=error.retry_after)
        except discord.HTTPException as error:
            return _refused(post, error)
        return Delivered(how=Delivery.SENT, message_id=message.id)

    def _not_taken(self, answered: Answered) -> Delivered:
        if answered.status != TOO_MANY:
            return Delivered(how=Delivery.UNSURE)  # Discord may have posted it all the same
        if answered.everywhere:
            self._silent_until = self._clock.monotonic() + (answered.wait or ALL_WAIT)
        return Delivered(how=Delivery.BUSY, wait=answered.wait or _WAIT)

    async def _looked(self, post: Post, since: datetime) -> Seen:
        guild = self._bot.get_guild(post.guild_id)
        if guild is None:
            return Seen(sight=Sight.UNREADABLE)
        channel = guild.get_channel_or_thread(post.channel_id) or await guild.fetch_channel(post.channel_id)
        # Without this permission Discord lists nothing, as if the channel were empty.
        if not channel.permissions_for(guild.me).read_message_history:
            return Seen(sight=Sight.UNREADABLE)
        return await self._found(post, since)

    async def _found(self, post: Post, since: datetime) -> Seen:
        channel, read = self._bot.get_partial_messageable(post.channel_id, guild_id=post.guild_id), 0
        async for message in channel.history(limit=AT_MOST):
            read += 1
            if message.author == self._bot.user and any(post.mark in text for text in _texts(message.components)):
                return Seen(sight=Sight.THERE, message_id=message.id)
            if read >= SURELY and message.created_at < since - BEFORE:
                break
        return Seen(sight=Sight.NOT_THERE if read < AT_MOST else Sight.UNREADABLE)


def _view(post: Post) -> discord.ui.LayoutView:
    if isinstance(post.body, Part):
        return cards.digest_part(post.body, post.mark)
    return cards.notice(post.body, post.mark)


def _refused(post: Post, error: discord.HTTPException) -> Delivered:
    if error.code == _DELETED:
        return Delivered(how=Delivery.SENT)  # it stood there, and somebody has deleted it
    if how := _SHUT.get(error.code):
        return Delivered(how=how)
    if error.status == TOO_MANY:
        return Delivered(how=Delivery.BUSY, wait=_WAIT)
    if error.status >= 500:
        return Delivered(how=Delivery.UNSURE)
    if error.status == 403:
        return Delivered(how=Delivery.FORBIDDEN)
    if error.status == 404:
        return Delivered(how=Delivery.CHANNEL_GONE)
    if error.status == 401:
        return Delivered(how=Delivery.BUSY, wait=_WAIT)  # the token was changed: the operator's to mend
    log.error("Discord does not take post %d: %s", post.id, error)
    return Delivered(how=Delivery.REFUSED)


def _texts(components: Iterable[Any]) -> Iterable[str]:
    """Of a message's components, nested ones included."""
    for component in components:
        if text := getattr(component, "content", ""):
            yield text
        yield from _texts(getattr(component, "children", ()))
