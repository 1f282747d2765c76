"""An article by its address: recalled, or fetched, read and kept."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import Clock
from bot.errors import BadStatus, Busy, TooSlow, Unreachable
from bot.models.article import Verdict
from bot.models.page import Page
from bot.models.summary import Progress, Stage
from bot.services.shared.reading import Door, Reader
from bot.services.shared.together import Together
from bot.store.articles import Kept
from bot.store.database import Store


class Library:
    """Articles of any address. `fetch_again_after` is in seconds."""

    def __init__(self, door: Door, reader: Reader, store: Store, clock: Clock, *, fetch_again_after: float) -> None:
        self._door, self._reader, self._store, self._clock = door, reader, store, clock
        self._fresh_for = timedelta(seconds=fetch_again_after)
        self._fetching = Together[Kept]()

    async def article(self, url: str, progress: Progress) -> Kept:
        """The article at `url`. What is no article comes with its verdict, and is not kept.

        An article that we have is recalled while it is fresh, and when its site does not answer. Raises the errors of
        the door and of the reader.
        """
        known = await self._store.articles.at(url)
        if known and self._clock.now() - known.fetched_at < self._fresh_for:
            return known
        try:
            return await self._fetching.run(url, lambda: self._fetch(url, progress))
        except (Unreachable, TooSlow, BadStatus, Busy):
            if known:
                return known
            raise

    async def _fetch(self, url: str, progress: Progress) -> Kept:
        progress(Stage.FETCHING)
        return await self.read(await self._door.get(url), progress)

    async def read(self, page: Page, progress: Progress) -> Kept:
        """Read a page that is here already, and keep its article under every address that it has."""
        progress(Stage.READING)
        article = await self._reader.article(page)
        if article.verdict is not Verdict.OK:
            return Kept(article=article, fetched_at=self._clock.now())
        addresses = [url for url in (page.asked if page.url else "", page.url, article.canonical_url) if url]
        async with self._store.write() as tx:
            await tx.articles.keep(article, *addresses)
        known = await self._store.articles.at(addresses[0]) if addresses else None
        return known or Kept(article=article, fetched_at=self._clock.now())
