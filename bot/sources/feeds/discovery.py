"""Where a site's feeds are: at the address itself, in its page, or where feeds usually are."""

from __future__ import annotations

from typing import Protocol

from bot.models.feed import Feed, FeedLinks, Fetched
from bot.models.page import Page


class FeedDoor(Protocol):
    """The way to the web (`sources.http.Http`)."""

    async def get_feed(self, url: str) -> Fetched:
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

        Raises NotAFeed, Unreadable, and what the door raises.
        """
        page = (await self._door.get_feed(source)).page
        assert page is not None, "nothing was conditional"
        return await self._reader.feed(page)
