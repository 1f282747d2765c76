"""Time for what runs within the simulation."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.preview.apart import Apart


class ClockWithin:
    """The machine's clock. Who sleeps by it is asleep to the simulator too, which waits for other sleepers to wake."""

    def __init__(self, clock: Clock, apart: Apart) -> None:
        self._clock, self._apart = clock, apart

    def now(self) -> datetime:
        return self._clock.now()

    def monotonic(self) -> float:
        return self._clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        await self._apart.run(self._clock.sleep(seconds), at_once=0.0)

    async def sleep_until(self, moment: datetime) -> None:
        await self._apart.run(self._clock.sleep_until(moment), at_once=0.0)
