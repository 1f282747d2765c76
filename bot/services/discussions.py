"""Discussions of articles: which thread talks about which one."""

from __future__ import annotations

from bot.models.asker import Asker
from bot.store.database import Store


class Discussions:
    """Threads that cards have opened."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def opened(self, asker: Asker, *, thread_id: int, article_id: int) -> None:
        """A thread was opened under the asker's channel; its article is the thread's as well."""
        if asker.guild_id is None or asker.channel_id is None:
            return
        async with self._store.write() as tx:
            server = tx.guild(asker.guild_id)
            await server.threads.opened(thread_id=thread_id, channel_id=asker.channel_id, article_id=article_id)
            await server.articles.met(thread_id, article_id)
