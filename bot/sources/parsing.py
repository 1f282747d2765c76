"""Pages are read in a few processes of their own: a thread can neither be killed nor leave the event loop alone."""

from __future__ import annotations

import asyncio
import os
from types import TracebackType
from typing import TYPE_CHECKING, Self

from bot.errors import Unreadable
from bot.models.article import Article
from bot.models.page import Page
from bot.sources.parse_process import PARSE_WORKER, ParserProcess

if TYPE_CHECKING:
    from bot.config import Settings

_WAITING = 64  # pages that may wait for a parser


class Parsers:
    """An async context manager; no process runs before it is needed, none after it is left.

    size: processes at most, as many as there are processors up to 2 when None. worker: the module that they run.
    first: one that was started already; ours from now on.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        size: int | None = None,
        worker: str = PARSE_WORKER,
        first: ParserProcess | None = None,
    ) -> None:
        self._seconds = settings.read_timeout
        more = (size or min(2, os.cpu_count() or 1)) - 1
        self._all = [*(ParserProcess(worker) for _ in range(more)), first or ParserProcess(worker)]
        # The one that was used last is taken first, so that the others need not start; who waits is served in order.
        self._free: asyncio.LifoQueue[ParserProcess] = asyncio.LifoQueue()
        for process in self._all:
            self._free.put_nowait(process)
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

    async def article(self, page: Page) -> Article:
        """Read a page. Raises Unreadable: past the deadline, out of memory, crashed, or too many wait already."""
        process = await self._next_free(page)
        try:
            return await process.read(page, self._seconds)
        finally:
            self._free.put_nowait(process)

    async def _next_free(self, page: Page) -> ParserProcess:
        if self._waiting >= _WAITING:
            raise Unreadable(site=page.url or page.asked, reason="crowded")
        self._waiting += 1
        try:
            return await self._free.get()
        finally:
            self._waiting -= 1
