"""What is planned is composed, divided and put into the outbox; a channel that cannot be composed holds up no other."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.models.digest import Digest, Part, Slot, SlotState, WhenEmpty
from bot.models.post import Notice
from bot.services.digest.composing import Composing
from bot.services.digest.parts import divide
from bot.services.digest.plan import CATCH_UP, LATE
from bot.services.shared.flying import Flying
from bot.store.database import GuildWriting, Store

log = logging.getLogger(__name__)

EVERY, SOON = timedelta(seconds=1), timedelta(seconds=0.2)  # to the next look; while there is work
AT_ONCE = 12  # composed at the same time; most of them wait for a site or a model
AGAIN = timedelta(minutes=5)


class Issuing:
    """`step` is a worker's; it starts what is planned and waits for none of it."""

    def __init__(self, store: Store, composing: Composing, clock: Clock) -> None:
        self._store, self._composing, self._clock = store, composing, clock
        self._flying = Flying("digest", AT_ONCE)
        self._resting: dict[int, datetime] = {}  # by the digest's id: not tried again before then

    async def step(self, now: datetime) -> datetime:
        """Start to compose what is planned; returns when to look again. Raises store errors."""
        self._resting |= dict.fromkeys(self._flying.landed(), now + AGAIN)
        self._resting = {key: until for key, until in self._resting.items() if now < until <= now + AGAIN}
        for slot in await self._store.digests.planned(self._flying.room, {*self._flying.under_way(), *self._resting}):
            self._flying.start(slot.id, self._issued(slot))
        return now + (SOON if self._flying.under_way() else EVERY)

    async def settled(self) -> None:
        """Wait until all that is being composed is in the outbox."""
        await self._flying.drain()

    async def close(self) -> None:
        """What is not composed yet stays planned."""
        await self._flying.drain(0)

    async def parts(self, guild_id: int, channel_id: int, since: datetime, until: datetime) -> tuple[Part, ...]:
        """What the channel's digest of that time says; nothing is noted."""
        digest = await self._composing.compose(guild_id, channel_id, day=None, since=since, until=until)
        return divide(digest)

    async def beside(self, guild_id: int, channel_id: int, since: datetime, until: datetime) -> int:
        """Put that into the outbox, though no slot has come; returns in how many parts. It counts as not told."""
        parts = await self.parts(guild_id, channel_id, since, until)
        async with self._store.write() as tx:
            server = tx.guild(guild_id)
            slot = await server.digests.plan(
                channel_id, None, due_at=until, since=since, until=until, state=SlotState.COMPOSED
            )
            assert slot, "without a date there is no other"
            await server.posts.put(slot, parts, not_after=until + CATCH_UP)
        return len(parts)

    async def _issued(self, slot: Slot) -> None:
        now = self._clock.now()
        if now > slot.due_at + CATCH_UP:
            await self._given_up(slot)
            return
        slot = replace(slot, is_late=now > slot.due_at + LATE)
        digest = await self._composing.compose(
            slot.guild_id, slot.channel_id, day=slot.day, since=slot.since, until=slot.until, is_late=slot.is_late
        )
        await self._put_out(slot, digest, divide(digest))

    async def _put_out(self, slot: Slot, digest: Digest, parts: Sequence[Part]) -> None:
        """The parts, what is told with them, and the state of the slot: all or nothing, and once."""
        async with self._store.write() as tx:
            server = tx.guild(slot.guild_id)
            if not digest.stories and await _is_silent(server, slot.channel_id):
                await server.digests.moved(slot.id, SlotState.EMPTY, of=SlotState.PLANNED, reason="empty")
            elif await server.digests.moved(slot.id, SlotState.COMPOSED, of=SlotState.PLANNED):
                await server.posts.put(slot, parts, not_after=slot.due_at + CATCH_UP)
                await server.told.tell(slot.channel_id, slot.id, digest.stories)

    async def _given_up(self, slot: Slot) -> None:
        """A digest that could not be composed in time; what it would have told is left to the next one."""
        async with self._store.write() as tx:
            server = tx.guild(slot.guild_id)
            if not await server.digests.moved(slot.id, SlotState.DROPPED, of=SlotState.PLANNED, reason="too-late"):
                return
            kept = await server.schedules.kept(slot.channel_id)
            facts = {"channel": str(slot.channel_id), "day": slot.day.isoformat() if slot.day else ""}
            asked_in = (kept.asked_in if kept else 0) or slot.channel_id
            await server.posts.notice(asked_in, Notice(kind="digest-missed", facts=facts), f"missed.{slot.id}")


async def _is_silent(server: GuildWriting, channel_id: int) -> bool:
    kept = await server.schedules.kept(channel_id)
    return kept is None or kept.schedule.when_empty is WhenEmpty.NOTHING
