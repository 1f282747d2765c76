"""The articles that somebody asks about: found, and remembered where the ask was made."""

from __future__ import annotations

from bot.errors import NotHere
from bot.models.asker import Asker
from bot.models.page import Page
from bot.models.summary import Progress
from bot.services.shared.library import Library
from bot.services.shared.verdicts import verdict_error
from bot.store.articles import Kept
from bot.store.database import Store

Source = str | Page | int  # an address, a page that is here already, the id of an article that we have


class AskedArticles:
    """What every use case does before it thinks, and after."""

    def __init__(self, library: Library, store: Store) -> None:
        self._library, self._store = library, store

    async def find(self, source: Source, progress: Progress) -> Kept:
        """The article that is meant.

        Raises the errors of the door and of the reader, the page's verdict, and NotHere for an id without an article.
        """
        match source:
            case int():
                return await self._kept(source)
            case Page():
                kept = await self._library.read(source, progress)
            case _:
                kept = await self._library.article(source, progress)
        if failure := verdict_error(kept.article):
            raise failure
        return kept

    async def _kept(self, article_id: int) -> Kept:
        kept = await self._store.articles.by_id(article_id)
        if kept is None:
            raise NotHere(thing="article")
        return kept

    async def remember(self, asker: Asker, *asked: Kept) -> None:
        """Among the articles of the asker's channel, if there is one."""
        if asker.channel_id is None:
            return
        async with self._store.write() as tx:
            for kept in asked:
                await tx.guild(asker.server).articles.remember(asker.channel_id, kept.article.content_hash)
