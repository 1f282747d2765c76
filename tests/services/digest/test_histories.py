"""Weeks of digests, with a process that is cut off anywhere: none comes twice, in disorder, or is lost."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest

from bot.models.post import Delivered, Delivery, Post, Seen, Sight
from bot.store.database import Store
from tests.clocks import ManualClock, turn
from tests.services.digest.house import House
from tests.services.digest.slots import Composer
from tests.services.shared.false_channel import POSTED_UNHEARD, UNHEARD, FalseChannels
from tests.store.files import rows

CHANNELS = {
    20: ("09:00", "UTC"),
    21: ("09:00", "UTC"),
    22: ("00:00", "Asia/Kathmandu"),
    23: ("23:30", "America/St_Johns"),
}
BLIND = 21  # the bot cannot read there
AWAY = (1, 30, 600, 26 * 3_600)
MOODS = (POSTED_UNHEARD, UNHEARD, Delivery.BUSY)


class Unsteady(FalseChannels):
    """Answers take a while; each try may go wrong."""

    def __init__(self, clock: ManualClock, chance: random.Random) -> None:
        super().__init__(clock)
        self.chance = chance

    async def send(self, post: Post) -> Delivered:
        await turn(self.chance.randrange(4))
        self.moods = [self.chance.choice(MOODS)] if self.chance.random() < 0.3 else []
        delivered = await super().send(post)
        await turn(self.chance.randrange(4))  # cut off here, it is posted and nobody has heard of it
        return delivered

    async def find(self, post: Post, since: object) -> Seen:
        await turn(self.chance.randrange(4))
        if post.channel_id == BLIND:
            return Seen(sight=Sight.UNREADABLE)
        self.sight = Sight.UNKNOWN if self.chance.random() < 0.2 else None
        return await super().find(post, self.clock.now())


class History:
    def __init__(self, store: Store, clock: ManualClock, seed: int) -> None:
        self.chance, self.clock, self.cuts = random.Random(seed), clock, 0
        self.house = House(store, clock, Composer(2))
        self.house.discord = self.discord = Unsteady(clock, self.chance)

    async def begin(self) -> None:
        for channel_id, (at, zone) in CHANNELS.items():
            await self.house.schedule(at, zone, channel_id)

    async def live(self, days: int) -> None:
        end = self.clock.now() + timedelta(days=days)
        while self.clock.now() < end:
            self.discord.history_late = timedelta(minutes=self.chance.choice((0, 1, 9)))
            is_near = any(self.clock.now() >= due - timedelta(minutes=1) for due in await self._due())
            if is_near and self.chance.random() < 0.4:
                await self._cut_off(self.house.step())
                await self.clock.advance(self.chance.choices(AWAY, (40, 30, 20, 2))[0])
            else:
                await self.house.step()
                await self.clock.advance(self.chance.choice((1, 2, 5, 20)) if is_near else 300)
        for _ in range(60):
            await self.house.step()
            await self.clock.advance(300)

    async def _due(self) -> list[Any]:
        """Schedules that are due in a minute, and whatever has not ended."""
        schedules = [schedule.next_at for schedule in await self.house.store.schedules.of_server(1) if schedule.next_at]
        is_busy = await self.house.store.posts.open() or await self.house.store.digests.planned(1)
        return [*schedules, *([self.clock.now()] if is_busy else [])]

    async def _cut_off(self, work: Coroutine[Any, Any, None]) -> None:
        """The process ends within it, its tasks with it."""
        self.cuts += 1
        others = asyncio.all_tasks()
        task = asyncio.create_task(work)
        await turn(self.chance.randrange(1, 60))
        dying = {task, *(asyncio.all_tasks() - others)}
        for one in dying:
            one.cancel()
        await asyncio.wait(dying)
        self.house.restart()


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_happens_each_digest_comes_once_and_whole(store: Store, clock: ManualClock, seed: int) -> None:
    history = History(store, clock, seed)
    await history.begin()
    await history.live(days=8)
    assert history.cuts > 10
    path = store._reader.path
    posts = rows(path, "SELECT channel_id, mark, state, message_id FROM post WHERE digest_id IS NOT NULL ORDER BY id")
    standing = [(message.channel_id, message.mark) for message in history.discord.messages]
    assert len(set(standing)) == len(standing), "none twice"
    for channel_id in CHANNELS:
        planned = [mark for here, mark, *_ in posts if here == channel_id]
        marks = history.discord.marks(channel_id)
        parts = [mark for mark in marks if mark in planned]
        assert parts == sorted(parts, key=planned.index), "in order"
    for channel_id, mark, state, message_id in posts:
        assert state in ("sent", "dropped") or (state == "unsure" and channel_id == BLIND)
        assert not (state == "sent" and message_id) or (channel_id, mark) in standing
        assert state != "dropped" or (channel_id, mark) not in standing
    slots = rows(path, "SELECT channel_id, day, state, reason FROM digest ORDER BY channel_id, day")
    assert {state for *_, state, _ in slots} <= {"sent", "skipped", "dropped"}
    assert all(reason in ("", "away", "too-late") for *_, reason in slots)
    assert len({slot[:2] for slot in slots}) == len(slots) >= 4 * 7
