"""What goes on by itself: a worker is a step that says when it wants to be called again."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import NoReturn

from bot.clock import Clock

log = logging.getLogger(__name__)

Step = Callable[[datetime], Awaitable[datetime]]
"""Called with the present moment; returns the moment at which it is to be called again, or may be called before."""

LONGEST = timedelta(minutes=1)  # asleep: a clock that is set, or a machine that was suspended, is noticed by then
FIRST_WAIT, LAST_WAIT = timedelta(seconds=5), timedelta(minutes=5)


class Health:
    """How each worker fares, by its name."""

    def __init__(self) -> None:
        self._failures: dict[str, int] = {}

    def well(self, name: str) -> None:
        """Its step came to its end."""
        self._failures[name] = 0

    def ill(self, name: str) -> timedelta:
        """Its step failed; returns how long to wait, longer each time it fails in a row."""
        self._failures[name] = failures = self._failures.get(name, 0) + 1
        return min(FIRST_WAIT * 2.0 ** min(failures - 1, 10), LAST_WAIT)

    def failing(self) -> dict[str, int]:
        """Those whose last step failed, and how many did in a row."""
        return {name: failures for name, failures in self._failures.items() if failures}


async def supervise(name: str, step: Step, clock: Clock, health: Health) -> NoReturn:
    """Run `step` for ever. A failure costs a wait, never a sibling; being cancelled ends it."""
    while True:
        try:
            wake = await step(clock.now())
            health.well(name)
        except Exception:  # the one place: whatever a step raises, it is tried again, and the others live
            log.exception("the worker %s failed", name)
            wake = clock.now() + health.ill(name)
        await clock.sleep_until(min(wake, clock.now() + LONGEST))
