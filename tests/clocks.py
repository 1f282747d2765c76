"""A clock that stands still until a test moves it."""

from __future__ import annotations

import asyncio
import heapq
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


async def turn(times: int = 1) -> None:
    """Let every other task run as far as it can without waiting for anything, `times` over."""
    for _ in range(times):
        await asyncio.sleep(0)  # noqa: TID251 - a turn of the loop, not a wait


class ManualClock:
    """Keeps `bot.clock.Clock`. Sleepers wake in the order of their moments, each at its own moment."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._elapsed = 0.0
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._slept = 0

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed)

    def monotonic(self) -> float:
        return self._elapsed

    async def sleep(self, seconds: float) -> None:
        if seconds <= 0:
            await turn()
            return
        awake: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._slept += 1  # two who wake at one moment wake in the order in which they fell asleep
        heapq.heappush(self._sleepers, (self._elapsed + seconds, self._slept, awake))
        await awake

    async def sleep_until(self, moment: datetime) -> None:
        await self.sleep((moment - self.now()).total_seconds())

    @property
    def sleeping(self) -> int:
        """How many sleep now; who was cancelled does not."""
        return sum(not awake.done() for _, _, awake in self._sleepers)

    async def until_sleeping(self, count: int = 1) -> None:
        """Give the loop to the others until `count` of them sleep."""
        while self.sleeping < count:
            await turn()

    async def advance(self, seconds: float, *, turns: int = 5) -> None:
        """Move on; who wakes runs for `turns` turns of the loop before the next one does."""
        end = self._elapsed + seconds
        while self._sleepers and self._sleepers[0][0] <= end:
            moment, _, awake = heapq.heappop(self._sleepers)
            if awake.done():
                continue
            self._elapsed = moment
            awake.set_result(None)
            await turn(turns)
        self._elapsed = end
        await turn(turns)
