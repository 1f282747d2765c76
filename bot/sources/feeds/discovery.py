"""Where a site's feeds are: at the address itself, in its page, or where feeds usually are."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from bot.errors import BlockedPage, BotError, Gone, NotAFeed
from bot.models.feed import Feed, FeedLinks, Fetched, Validators
from bot.models.page import Page
from bot.sources.feeds.addresses import written_out
from bot.sources.feeds.page_links import unwrapped

USUAL_PATHS = ("feed", "feed/", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "feed.json")
_AT_ONCE = 4
_PATIENCE = 20.0  # seconds for guessing
_HOPS = 2  # from a page to one that lists feeds, and on to the feed


class FeedDoor(Protocol):
    """The way to the web (`sources.http.Http`)."""

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        """What stands at an address. Raises the errors that `sources.http.Http.get_feed` names."""
        ...


class FeedReader(Protocol):
    """From a page to what it is (`sources.feed_parsing.FeedParsers`)."""

    async def feed(self, page: Page) -> Feed | FeedLinks:
        """Raises NotAFeed and Unreadable."""
        ...


class Discovery:
    """From what a person gives as an address to a feed."""

    def __init__(self, door: FeedDoor, reader: FeedReader) -> None:
        self._door, self._reader = door, reader

    async def find(self, source: str) -> Feed | FeedLinks:
        """The feed of an address or of a site; several, at least two, when the choice is the reader's.

        `Feed.url` is the address to ask from now on. Raises NotAFeed, Unreadable, and what the door raises.
        """
        url = _with_scheme(source)
        inner = unwrapped(url)
        if inner != url and (found := await self._tried(inner)):
            return found
        try:
            return await self._read(url, _HOPS)
        except (NotAFeed, BlockedPage, Gone) as failure:
            if isinstance(failure, Gone) and urlsplit(url).path.strip("/"):
                raise  # of a page that is gone nothing follows for its site
            if found := await self._guessed(url):
                return found
            raise

    async def _read(self, url: str, hops: int) -> Feed | FeedLinks:
        """What stands at an address, or at the only one that it names."""
        fetched = await self._door.get_feed(url)
        assert fetched.page is not None, "nothing was conditional"
        found = await self._reader.feed(fetched.page)
        if isinstance(found, Feed):
            return replace(found, url=fetched.moved_to or url)
        others = [link for link in found.links if link.url not in (url, fetched.page.url)]
        if len(others) > 1:
            return FeedLinks(links=tuple(others))
        if not others or hops == 0:
            raise NotAFeed(site=urlsplit(fetched.page.url or url).hostname or url)
        return await self._read(others[0].url, hops - 1)

    async def _guessed(self, url: str) -> Feed | None:
        with suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                return await self._usual(url)
        return None

    async def _usual(self, url: str) -> Feed | None:
        """The first of the usual places, below the address and at the site's root, at which there is a feed."""
        folders = dict.fromkeys((urljoin(url, "/"), _folder(url)))
        places = [folder + path for folder in reversed(folders) for path in USUAL_PATHS]
        for start in range(0, len(places), _AT_ONCE):
            found = await asyncio.gather(*map(self._tried, places[start : start + _AT_ONCE]))
            if feed := next((feed for feed in found if isinstance(feed, Feed)), None):
                return feed
        return None

    async def _tried(self, url: str) -> Feed | FeedLinks | None:
        """Nothing for whatever fails, since the address was guessed."""
        try:
            return await self._read(url, 0)
        except BotError:
            return None


def _with_scheme(source: str) -> str:
    """An address as a person writes it. What scheme it has is the door's to judge."""
    text = written_out(source.strip().strip("<>"))
    return text if "://" in text else f"https://{text.lstrip('/')}"


def _folder(url: str) -> str:
    path = urlsplit(url).path
    last = path.rpartition("/")[2]
    folder = path if not last or "." not in last else path.rpartition("/")[0]
    return urljoin(url, folder.rstrip("/") + "/")
