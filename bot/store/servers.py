"""Servers that the bot is in, or was: what is kept of one that it left goes after a grace time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.clock import Clock
from bot.store import erasing
from bot.store.connection import Connection
from bot.store.schedules import resume_digests

# Every table that holds what belongs to a server; a test holds this list against the schema.
OF_A_SERVER = ("ask", "channel_article", "told", "post", "digest", "schedule", "follow", "preference", "room", "thread")


class ServerReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def present(self) -> set[int]:
        """Those that were not left, as far as we have been told."""
        return {int(row[0]) for row in await self._db.rows("SELECT guild_id FROM server WHERE left_at IS NULL")}


class ServerWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def joined(self, guild_ids: Iterable[int]) -> None:
        """The bot is in these; nothing of them is deleted."""
        for guild_id in guild_ids:
            await self._db.run(
                """INSERT INTO server (guild_id) VALUES (?)
                   ON CONFLICT DO UPDATE SET left_at = NULL, delete_after = NULL""",
                guild_id,
            )
            await resume_digests(self._db, guild_id, self._clock.now())

    async def left(self, guild_id: int, delete_after: datetime) -> None:
        """Its data is to be deleted then, unless the bot comes back; an earlier date stays."""
        await self._db.run(
            """INSERT INTO server (guild_id, left_at, delete_after) VALUES (?1, ?2, ?3)
               ON CONFLICT DO UPDATE SET left_at = ?2, delete_after = ?3 WHERE left_at IS NULL""",
            guild_id,
            self._clock.now().isoformat(),
            delete_after.isoformat(),
        )

    async def due(self) -> list[int]:
        """Servers whose grace time is over."""
        rows = await self._db.rows(
            "SELECT guild_id FROM server WHERE delete_after <= ? ORDER BY guild_id", self._clock.now().isoformat()
        )
        return [int(row[0]) for row in rows]

    async def delete(self, guild_id: int) -> None:
        """All that belongs to a server. What it spent stays booked, under no name: a cap must not undercount."""
        for table in OF_A_SERVER:
            await self._db.run(f"DELETE FROM {table} WHERE guild_id = ?", guild_id)  # noqa: S608 - our own names
        await self._db.run("UPDATE usage SET guild_id = NULL, user_id = NULL WHERE guild_id = ?", guild_id)
        await self._db.run("DELETE FROM server WHERE guild_id = ?", guild_id)
        await erasing.is_due(self._db)
