"""Feeds are read in processes of their own, as articles are: lighter ones, and none is stuck for long."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from bot.errors import NotAFeed
from bot.models.feed import Feed, FeedLinks
from bot.models.page import Page
from bot.sources.feeds.packing import unpacked
from bot.sources.parse_process import ParserProcess, site_of
from bot.sources.parser_pool import ParserPool

FEED_WORKER = "bot.sources.feed_worker"
SECONDS = 5.0  # a feed of five megabytes takes one

_PROCESSES = 2
_PAGES = 5_000  # after which a process is replaced
_MEMORY_HELD = 90_000_000  # bytes; it starts with a third of that
_WAITING = 1_000


class FeedParsers:
    """An async context manager; no process runs before it is needed, none after it is left.

    size: processes at most. seconds: that reading a feed may take.
    """

    def __init__(self, *, size: int = _PROCESSES, seconds: float = SECONDS, worker: str = FEED_WORKER) -> None:
        processes = [ParserProcess(worker, unpacked, pages=_PAGES, memory=_MEMORY_HELD) for _ in range(size)]
        self._pool = ParserPool(processes, seconds=seconds, waiting=_WAITING)

    async def __aenter__(self) -> Self:
        await self._pool.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.__aexit__(kind, error, trace)

    async def warm(self) -> None:
        """Start a process whose imports run while something else is done."""
        await self._pool.warm()

    async def feed(self, page: Page) -> Feed | FeedLinks:
        """The feed that a page is, or the feeds that it names: at least one. At most 500 entries.

        Raises NotAFeed, and Unreadable: past the deadline, out of memory, crashed, or too many wait already.
        """
        read = await self._pool.read(page)
        if isinstance(read, FeedLinks) and not read.links:
            raise NotAFeed(site=site_of(page))
        return read
