"""Slots are planned when they are due: each once, and after a time away the latest only."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.models.digest import SlotState
from bot.services.digest.plan import CATCH_UP, LATE, Due, missed, next_due
from bot.store.database import GuildWriting, Store, Writing
from bot.store.schedules import KeptSchedule

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=2)
FIRST, FARTHEST = timedelta(hours=24), timedelta(days=3)  # back, of which a first digest tells, and any other at most
_BATCH = 100  # schedules in one transaction


class Planning:
    """`step` is a worker's."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._is_reckoned = False

    async def step(self, now: datetime) -> datetime:
        """Plan what has come due; returns when to look again. Raises store errors."""
        if not self._is_reckoned:
            await self._reckon()
        while await self._store.schedules.are_due(now):  # each that was planned is due later
            async with self._store.write() as tx:
                for kept in await tx.schedules.due(now, _BATCH):
                    await plan_due(tx, kept, now)
        return now + EVERY

    async def _reckon(self) -> None:
        """Anew at each start: a zone's rules may have changed with an update."""
        last, more = (0, 0), True
        while more:
            async with self._store.write() as tx:
                batch = await tx.schedules.after(*last, _BATCH)
                for kept in batch:
                    slot = next_due(kept.schedule, kept.since, kept.last_day)
                    await tx.schedules.reckoned(kept.schedule, slot.at if slot else None)
                    last = kept.schedule.guild_id, kept.schedule.channel_id
            more = len(batch) == _BATCH
        self._is_reckoned = True


async def plan_due(tx: Writing, kept: KeptSchedule, now: datetime) -> None:
    """The latest slot that has come, if it is worth making up for; those before it are passed over, and recorded."""
    slots = missed(kept.schedule, kept.since, now, kept.last_day)
    server, channel_id = tx.guild(kept.schedule.guild_id), kept.schedule.channel_id
    since = telling_since(await server.digests.told_until(channel_id), now)
    for slot in slots:
        is_planned = slot is slots[-1] and now - slot.at <= CATCH_UP
        await _record(server, channel_id, slot, since, now, is_planned=is_planned)
    last_day = slots[-1].day if slots else kept.last_day
    coming = next_due(kept.schedule, max(now, kept.since), last_day)
    await tx.schedules.reckoned(kept.schedule, coming.at if coming else None)


def telling_since(told_until: datetime | None, now: datetime) -> datetime:
    """Where a channel's digest begins: where the last one ended."""
    return max(min(told_until, now), now - FARTHEST) if told_until else now - FIRST


async def _record(
    server: GuildWriting, channel_id: int, slot: Due, since: datetime, now: datetime, *, is_planned: bool
) -> None:
    state, reason = (SlotState.PLANNED, "") if is_planned else (SlotState.SKIPPED, "away")
    slot_made = await server.digests.plan(
        channel_id,
        slot.day,
        due_at=slot.at,
        since=since,
        until=now,
        state=state,
        reason=reason,
        is_late=is_planned and now - slot.at > LATE,
    )
    log.info("digest of channel %d for %s: %s", channel_id, slot.day, state.value if slot_made else "is there")
