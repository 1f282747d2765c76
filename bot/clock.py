"""The one place that knows what time it is; everything else is handed a `Clock`."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Moments are aware and in UTC; durations are seconds."""

    def now(self) -> datetime:
        """May jump, as the machine's clock does when it is set right."""
        ...

    def monotonic(self) -> float:
        """Seconds that never run backwards, for measuring how long something took."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Others run meanwhile, even when it is for 0 seconds or less."""
        ...

    async def sleep_until(self, moment: datetime) -> None:
        """Returns at once when the moment is past; may return early where the clock is set back meanwhile."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        """The system's time of day."""
        return datetime.now(UTC)  # noqa: TID251 - the clock itself

    def monotonic(self) -> float:
        """From any point of this machine's own: only differences mean something."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Less than 0 counts as 0."""
        await asyncio.sleep(max(0.0, seconds))  # noqa: TID251 - the clock itself

    async def sleep_until(self, moment: datetime) -> None:
        """The time to sleep is reckoned once, at the beginning."""
        await self.sleep((moment - self.now()).total_seconds())
