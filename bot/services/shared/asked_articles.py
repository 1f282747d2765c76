"""The articles that somebody asks about: found, and remembered where the ask was made."""

from __future__ import annotations

from bot.models.asker import Asker
from bot.models.page import Page
from bot.models.summary import Progress
from bot.services.shared.library import Library
from bot.services.shared.verdicts import verdict_error
from bot.store.articles import Kept
from bot.store.database import Store


class AskedArticles:
    """What every use case does before it thinks, and after."""

    def __init__(self, library: Library, store: Store) -> None:
        self._library, self._store = library, store

    async def find(self, source: str | Page, progress: Progress) -> Kept:
        """The article at an address, or on a page that is here already.

        Raises the errors of the door and of the reader, and the page's verdict.
        """
        if isinstance(source, Page):
            kept = await self._library.read(source, progress)
        else:
            kept = await self._library.article(source, progress)
        if failure := verdict_error(kept.article):
            raise failure
        return kept

    async def remember(self, asker: Asker, *asked: Kept) -> None:
        """Among the articles of the asker's channel, if there is one."""
        if asker.channel_id is None:
            return
        async with self._store.write() as tx:
            for kept in asked:
                await tx.guild(asker.guild_id or 0).articles.remember(asker.channel_id, kept.article.content_hash)
