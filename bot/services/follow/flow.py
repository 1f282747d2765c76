"""Visits that run side by side: as many as there are connections, a few of each host."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Generic, TypeVar

from bot.services.follow.lanes import Lanes
from bot.store.feed_rows import FeedState

log = logging.getLogger(__name__)

BATCH = 50  # results that are kept together: fewer are dear, more would keep others from the file for long
_UNTAKEN = 20 * BATCH  # results; nothing new begins while so many wait for being kept
# Visits that began just now keep the event loop busy, those that wait for a slow host do not: few of the former, so
# that what comes of them all at once holds up nobody else.
_YOUNG, _YOUNG_SECONDS = 16, 0.05

T = TypeVar("T")


class Flow(Generic[T]):
    """visit: raises nothing that is expected. connections: visits at once."""

    def __init__(self, visit: Callable[[FeedState], Awaitable[T]], *, connections: int) -> None:
        self._visit, self._connections = visit, connections
        self._lanes = Lanes()
        self._running = dict[int, asyncio.Task[T]]()  # by the feed's id
        self._young = dict[int, asyncio.TimerHandle]()
        self._came: list[tuple[FeedState, T | None]] = []
        self._enough = asyncio.Event()

    @property
    def waiting(self) -> int:
        """How many have not begun."""
        return len(self._lanes)

    @property
    def is_running(self) -> bool:
        """Whether anything is under way, or waits for that."""
        return bool(self._running or self._lanes)

    def ids(self) -> list[int]:
        """Of all feeds that are under way, wait, or have come and were not taken."""
        return [*self._running, *self._lanes.ids(), *(state.id for state, _ in self._came)]

    def add(self, states: Iterable[FeedState]) -> None:
        """Visit these too."""
        self._lanes.add(states)
        self._begin()

    def take(self) -> list[tuple[FeedState, T | None]]:
        """What has come, `BATCH` at most; None for a visit that broke off in a way that nobody foresaw."""
        came, self._came = self._came[:BATCH], self._came[BATCH:]
        self._begin()
        if not self._has_enough():
            self._enough.clear()
        return came

    async def some(self, seconds: float) -> None:
        """Wait until there is enough to take, or for so many seconds."""
        if not self._has_enough():
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self._enough.wait()

    async def close(self) -> None:
        """Break off what is under way, and forget what waits."""
        self._lanes = Lanes()
        running = list(self._running.values())
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _has_enough(self) -> bool:
        return len(self._came) >= BATCH or not self.is_running

    def _begin(self) -> None:
        loop = asyncio.get_running_loop()
        while self._has_room() and (state := self._lanes.take()):
            task = asyncio.ensure_future(self._visit(state))
            self._running[state.id] = task
            self._young[state.id] = loop.call_later(_YOUNG_SECONDS, self._grown, state.id)
            task.add_done_callback(partial(self._ended, state))

    def _has_room(self) -> bool:
        room = len(self._running) < self._connections and len(self._came) < _UNTAKEN
        return room and len(self._young) < _YOUNG

    def _grown(self, feed_id: int) -> None:
        del self._young[feed_id]
        self._begin()

    def _ended(self, state: FeedState, task: asyncio.Task[T]) -> None:
        del self._running[state.id]
        if timer := self._young.pop(state.id, None):
            timer.cancel()
        self._lanes.back(state)
        if task.cancelled():
            return
        if error := task.exception():
            log.error("polling %s broke off", state.url, exc_info=error)
        self._came.append((state, None if error else task.result()))
        self._begin()
        if self._has_enough():
            self._enough.set()
