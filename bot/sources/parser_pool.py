"""A few processes that read pages: a thread can neither be killed nor leave the event loop alone."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Generic, Self, TypeVar

from bot.errors import Unreadable
from bot.models.page import Page
from bot.sources.parse_process import ParserProcess

T = TypeVar("T")


class ParserPool(Generic[T]):
    """An async context manager; no process runs before it is needed, none after it is left.

    processes: not started, or started already; ours from now on. The last one is used first. seconds: that reading a
    page may take. waiting: pages that may wait for a process.
    """

    def __init__(self, processes: Sequence[ParserProcess[T]], *, seconds: float, waiting: int) -> None:
        self._all = processes
        self._seconds = seconds
        # The one that was used last is taken first, so that the others need not start; who waits is served in order.
        self._free: asyncio.LifoQueue[ParserProcess[T]] = asyncio.LifoQueue()
        for process in self._all:
            self._free.put_nowait(process)
        self._most_waiting = waiting
        self._waiting = 0

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await asyncio.gather(*(process.end() for process in self._all))

    async def warm(self) -> None:
        """Start a process whose imports run while something else is done."""
        if not self._free.empty():
            process = self._free.get_nowait()
            try:
                await process.start()
            finally:
                self._free.put_nowait(process)

    async def read(self, page: Page) -> T:
        """Raises Unreadable: past the deadline, out of memory, crashed, or too many wait already."""
        process = await self._next_free(page)
        try:
            return await process.read(page, self._seconds)
        finally:
            self._free.put_nowait(process)

    async def _next_free(self, page: Page) -> ParserProcess[T]:
        if self._waiting >= self._most_waiting:
            raise Unreadable(site=page.url or page.asked, reason="crowded")
        self._waiting += 1
        try:
            return await self._free.get()
        finally:
            self._waiting -= 1
