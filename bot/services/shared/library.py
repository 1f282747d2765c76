"""An article by its address: recalled, or fetched, read and kept."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

from bot.clock import Clock
from bot.errors import BadStatus, Busy, TooSlow, Unreachable
from bot.models.article import Article, Verdict
from bot.models.page import Page
from bot.models.summary import Progress, Stage
from bot.services.shared.reading import Door, Reader
from bot.services.shared.together import Together
from bot.store.articles import Kept
from bot.store.database import Store

_EDITIONS = {"amp", "m", "mobile", "www"}


class Library:
    """Articles of any address. `fetch_again_after` is in seconds."""

    def __init__(self, door: Door, reader: Reader, store: Store, clock: Clock, *, fetch_again_after: float) -> None:
        self._door, self._reader, self._store, self._clock = door, reader, store, clock
        self._fresh_for = timedelta(seconds=fetch_again_after)
        self._asked = Together[Kept]()

    async def article(self, url: str, progress: Progress) -> Kept:
        """The article at `url`. What is no article comes with its verdict, and is not kept.

        An article that we have is recalled while it is fresh, and when its site does not answer. Raises the errors of
        the door and of the reader.
        """
        return await self._asked.run(url, lambda: self._recalled_or_fetched(url, progress))

    async def _recalled_or_fetched(self, url: str, progress: Progress) -> Kept:
        known = await self._store.articles.at(url)
        if known and self._clock.now() - known.fetched_at < self._fresh_for:
            return known
        try:
            progress(Stage.FETCHING)
            page = await self._door.get(url)
        except (Unreachable, TooSlow, BadStatus, Busy):
            if known:
                return known
            raise
        return await self.read(page, progress)

    async def read(self, page: Page, progress: Progress) -> Kept:
        """Read a page that is here already, and keep its article under every address that it answers for."""
        progress(Stage.READING)
        article = await self._reader.article(page)
        if article.verdict is not Verdict.OK:
            return Kept(article=article, fetched_at=self._clock.now())
        addresses = _addresses(page, article)
        async with self._store.write() as tx:
            article_id = await tx.articles.keep(article, *addresses)
        known = await self._store.articles.at(addresses[0]) if addresses else None
        return known or Kept(id=article_id, article=article, fetched_at=self._clock.now())


def _addresses(page: Page, article: Article) -> list[str]:
    """A page may call only an address of its own site its own, or it could take the place of another's article."""
    if not page.url:
        return []
    asked = page.asked if "://" in page.asked else ""  # a file has a path
    own = article.canonical_url if _same_site(article.canonical_url, page.url) else ""
    return [url for url in (asked, page.url, own) if url]


def _same_site(one: str, other: str) -> bool:
    try:
        return _site(one) == _site(other)
    except ValueError:  # an address only in name
        return False


def _site(url: str) -> tuple[str, int | None]:
    """Host and port, whatever the edition for small screens or old links is called."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    edition, _, rest = host.partition(".")
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    return rest if edition in _EDITIONS else host, None if parts.port == usual else parts.port
