"""From an address or a page to an article, without keeping anything."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from bot.clock import Clock
from bot.config import Settings
from bot.models.article import Article
from bot.models.feed import Fetched, Validators
from bot.models.page import Page
from bot.sources.parsing import Parsers

if TYPE_CHECKING:
    from bot.sources.http import Http
    from bot.sources.parse_process import ParserProcess


class Door(Protocol):
    """The way to the web (`sources.http.Http`)."""

    async def get(self, url: str) -> Page:
        """The page at an address, redirects followed. Raises the errors that `sources.http.Http.get` names."""
        ...


class Web(Door, Protocol):
    """The same for feeds too."""

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        """A feed, or that nothing changed. Raises the errors that `sources.http.Http.get_feed` names."""
        ...


class Reader(Protocol):
    """From a page to an article (`sources.parsing.Parsers`)."""

    async def article(self, page: Page) -> Article:
        """Whatever it is, told by its verdict. Raises Unreadable."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The door and the reader together."""

    door: Web
    reader: Reader

    async def article(self, source: str | Page) -> Article:
        """The article at an address, or on a page that is here already; with any verdict. Raises what both raise."""
        page = source if isinstance(source, Page) else await self.door.get(source)
        return await self.reader.article(page)


class LateDoor:
    """Opens the door to the web at its first use: a file needs none, and loading its library takes a while."""

    def __init__(self, settings: Settings, clock: Clock, stack: AsyncExitStack) -> None:
        self._settings, self._clock, self._stack = settings, clock, stack
        self._opening = asyncio.Lock()
        self._http: Http | None = None

    async def get(self, url: str) -> Page:
        """Raises what the door raises."""
        return await (await self._opened()).get(url)

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        """Raises what the door raises."""
        return await (await self._opened()).get_feed(url, validators)

    async def _opened(self) -> Http:
        """Those who come at the same moment share one opening."""
        async with self._opening:
            if self._http is None:
                from bot.sources.http import Http

                self._http = await self._stack.enter_async_context(Http(self._settings, self._clock))
            return self._http


@asynccontextmanager
async def open_reading(
    settings: Settings, clock: Clock, parser: ParserProcess[Article] | None = None
) -> AsyncIterator[Reading]:
    """The first parser's imports run from here on, while the caller opens the rest.

    parser: one that was started already.
    """
    async with AsyncExitStack() as stack:
        parsers = await stack.enter_async_context(Parsers(settings, first=parser))
        await parsers.warm()
        yield Reading(door=LateDoor(settings, clock, stack), reader=parsers)
