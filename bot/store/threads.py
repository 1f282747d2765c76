"""Threads that a card opened; each talks about one article."""

from __future__ import annotations

from bot.clock import Clock
from bot.store.connection import Connection


class GuildThreads:
    """The threads of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def opened(self, *, thread_id: int, channel_id: int, article_id: int) -> None:
        """A thread under `channel_id` talks about this article from now on."""
        await self._db.run(
            """INSERT INTO thread (guild_id, thread_id, channel_id, article_id, opened_at) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT DO NOTHING""",
            self._guild_id, thread_id, channel_id, article_id, self._clock.now().isoformat(),
        )  # fmt: skip
