"""A digest in the outbox, and the outbox's worker by hand."""

from __future__ import annotations

from datetime import date, time, timedelta
from pathlib import Path

from bot.models.digest import Part, Schedule, SlotState, Told
from bot.services.shared.outbox import Outbox
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.shared.false_channel import FalseChannels
from tests.store.files import rows

GUILD, HERE, THERE, ALERTS = 1, 20, 21, 30
DAY = date(2026, 11, 24)


async def put(store: Store, clock: ManualClock, parts: int = 1, *, channel_id: int = HERE, day: date = DAY) -> int:
    """A digest in the outbox, of a channel that has a schedule."""
    now = clock.now()
    async with store.write() as tx:
        server = tx.guild(GUILD)
        schedule = Schedule(guild_id=GUILD, channel_id=channel_id, at=time(8), zone="UTC")
        await server.schedules.put(schedule, asked_in=ALERTS)
        slot = await server.digests.plan(channel_id, day, due_at=now, since=now, until=now, state=SlotState.COMPOSED)
        assert slot
        stories = (Told(story_id=0, title="Story", sources=(), entry_ids=(1,)),)
        await server.posts.put(
            slot,
            [Part(n=n + 1, of=parts, day=day, stories=stories, since=now, until=now) for n in range(parts)],
            not_after=now + timedelta(hours=6),
        )
    return slot.id


async def go(outbox: Outbox, discord: FalseChannels, clock: ManualClock, seconds: float = 0, every: float = 1) -> None:
    """The worker's steps for so long."""
    end = clock.monotonic() + seconds
    while True:
        await outbox.step(clock.now(), discord)
        await outbox.settled()
        if clock.monotonic() >= end:
            return
        await clock.advance(every)


def states(path: Path) -> list[str]:
    return [state for (state,) in rows(path, "SELECT state FROM post ORDER BY id")]


def slots(path: Path) -> list[tuple[str, str]]:
    return rows(path, "SELECT state, reason FROM digest ORDER BY id")
