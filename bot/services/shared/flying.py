"""Tasks that run beside: so many at once, each known by a key."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Flying:
    """Whoever starts one goes on at once; what fails is logged, and told when asked for."""

    def __init__(self, what: str, limit: int) -> None:
        self._what, self._limit = what, limit
        self._tasks: dict[int, asyncio.Task[None]] = {}

    @property
    def room(self) -> int:
        """How many more may be started."""
        return self._limit - len(self._tasks)

    def under_way(self) -> set[int]:
        """The keys of those that have not ended, or whose end was not told by `landed` yet."""
        return set(self._tasks)

    def start(self, key: int, work: Coroutine[Any, Any, None]) -> None:
        """Run it beside; one key is under way once."""
        assert key not in self._tasks, "under way"
        self._tasks[key] = asyncio.create_task(work)

    def landed(self) -> set[int]:
        """Forget those that have come to their end; returns the keys of those that failed."""
        ended = {key: self._tasks.pop(key) for key, task in list(self._tasks.items()) if task.done()}
        failed = {key: task.exception() for key, task in ended.items() if not task.cancelled()}
        for key, error in failed.items():
            if error:
                log.error("%s %d failed", self._what, key, exc_info=error)
        return {key for key, error in failed.items() if error}

    async def drain(self, seconds: float | None = None) -> None:
        """Wait for all that are under way; those that take longer are cancelled."""
        if self._tasks:
            _, late = await asyncio.wait(self._tasks.values(), timeout=seconds)
            for task in late:
                task.cancel()
            if late:
                await asyncio.wait(late)
