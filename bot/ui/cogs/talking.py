"""Mentions, replies and direct messages; and what becomes of them later: edited, deleted, their channel gone."""

from __future__ import annotations

import logging
from collections.abc import Iterable

import discord
from discord.ext import commands

from bot.clock import Clock
from bot.errors import BotError
from bot.models.discussion import Room
from bot.services.discuss import Discuss
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.hearing import UNREADABLE, Hearing
from bot.ui.listening import Listening
from bot.ui.seats import NOT_SENT
from bot.ui.sentences import NOTES

log = logging.getLogger(__name__)

QUIET = 3_600.0  # seconds for which a room is not told again that a reply could not be read


class TalkingCog(commands.Cog):
    def __init__(self, hearing: Hearing, listening: Listening, discuss: Discuss, clock: Clock) -> None:
        self._hearing, self._listening, self._discuss, self._clock = hearing, listening, discuss, clock
        self._told: dict[int, float] = {}

    @commands.Cog.listener()
    async def on_message(self, message: discord.Message) -> None:
        """Whatever is written where the bot is; most of it is none of its business."""
        heard = self._hearing.heard(message)
        if isinstance(heard, Ask):
            await self._listening.answer(message, heard)
        elif heard and (heard != UNREADABLE or self._may_tell(message.channel.id)):
            await _say(message, NOTES[heard])

    @commands.Cog.listener()
    async def on_raw_message_edit(self, payload: discord.RawMessageUpdateEvent) -> None:
        """Discord also calls it an edit when it shows what a link leads to."""
        if not payload.data.get("edited_timestamp"):
            return
        heard = self._hearing.heard(payload.message)
        if not isinstance(heard, Ask):
            return  # without a mention its words are not shown to us
        await self._listening.change(payload.message_id, heard)  # first, so that what is written stays as it is
        room = Room(guild_id=payload.guild_id or 0, channel_id=payload.channel_id)
        try:
            await self._discuss.edited(room, payload.message_id, heard.args["question"])
        except BotError as error:
            log.warning("an edited question could not be kept: %s", error)

    @commands.Cog.listener()
    async def on_raw_message_delete(self, payload: discord.RawMessageDeleteEvent) -> None:
        """A question takes its turn with it, an answer only itself."""
        await self._deleted(payload.guild_id, payload.channel_id, [payload.message_id])

    @commands.Cog.listener()
    async def on_raw_bulk_message_delete(self, payload: discord.RawBulkMessageDeleteEvent) -> None:
        """As a moderator clears a channel."""
        await self._deleted(payload.guild_id, payload.channel_id, payload.message_ids)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """All that was kept for it goes; what is at work is brought to who asked."""
        await self._gone(channel.guild.id, channel.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, payload: discord.RawThreadDeleteEvent) -> None:
        """A thread is a room of its own."""
        await self._gone(payload.guild_id, payload.thread_id)

    async def _deleted(self, guild_id: int | None, channel_id: int, message_ids: Iterable[int]) -> None:
        ids = sorted(message_ids)
        for message_id in ids:
            await self._listening.withdraw(message_id)
        try:
            await self._discuss.deleted(Room(guild_id=guild_id or 0, channel_id=channel_id), ids)
        except BotError as error:
            log.warning("what was said in %d deleted messages is still kept: %s", len(ids), error)

    async def _gone(self, guild_id: int, channel_id: int) -> None:
        try:
            await self._discuss.gone(guild_id, channel_id)
        except BotError as error:
            log.warning("what was kept for the channel %d is still there: %s", channel_id, error)

    def _may_tell(self, channel_id: int) -> bool:
        """Once an hour in a room; whoever was told longer ago is not remembered."""
        now = self._clock.monotonic()
        self._told = {room: at for room, at in self._told.items() if now - at < QUIET}
        if channel_id in self._told:
            return False
        self._told[channel_id] = now
        return True


async def _say(message: discord.Message, sentence: str) -> None:
    try:
        await message.channel.send(
            view=cards.note(sentence), reference=message.to_reference(fail_if_not_exists=False), nonce=str(message.id)
        )
    except NOT_SENT as error:
        log.info("a message could not be replied to: %s", error)
