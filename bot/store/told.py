"""Which entries a channel was told, so that none is told twice; what comes after a story that was told is an update."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

from bot.models.digest import Told
from bot.store.connection import Connection


class ToldReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def stories(self, guild_id: int, channel_id: int, among: Collection[int]) -> frozenset[int]:
        """Of these stories, by their ids, those of which the channel was told something."""
        query = """SELECT DISTINCT story_id FROM told WHERE guild_id = ? AND channel_id = ?
                   AND story_id IN (SELECT value FROM json_each(?))"""
        rows = await self._db.rows(query, guild_id, channel_id, json.dumps(sorted(among))) if among else ()
        return frozenset(int(story_id) for (story_id,) in rows)


class GuildTold:
    """What the channels of one server were told."""

    def __init__(self, db: Connection, guild_id: int) -> None:
        self._db, self._guild_id = db, guild_id

    async def tell(self, channel_id: int, digest_id: int, stories: Iterable[Told]) -> None:
        """The channel is told these by that digest. An entry that is gone from the store meanwhile is left out."""
        for story in stories:
            for entry_id in story.entry_ids:
                await self._db.run(
                    """INSERT INTO told (guild_id, channel_id, entry_id, story_id, digest_id)
                       SELECT ?, ?, id, story_id, ? FROM entry WHERE id = ? ON CONFLICT DO NOTHING""",
                    self._guild_id, channel_id, digest_id, entry_id,
                )  # fmt: skip

    async def take_back(self, digest_id: int, stories: Iterable[Told]) -> None:
        """That digest did not tell these after all; the next one may."""
        for story in stories:
            for entry_id in story.entry_ids:
                await self._db.run(
                    "DELETE FROM told WHERE guild_id = ? AND digest_id = ? AND entry_id = ?",
                    self._guild_id, digest_id, entry_id,
                )  # fmt: skip
