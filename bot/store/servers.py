"""Servers that the bot has left: what is kept of them goes after a grace time."""

from __future__ import annotations

from datetime import datetime

from bot.clock import Clock
from bot.store.connection import Connection

# Every table that holds what belongs to a server; a new one is added here, and a test holds it.
OF_A_SERVER = ("ask", "channel_article", "preference", "thread")


class ServerWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def left(self, guild_id: int, delete_after: datetime) -> None:
        """Its data is to be deleted then, unless it comes back; an earlier date stays."""
        await self._db.run(
            "INSERT INTO departed (guild_id, left_at, delete_after) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            guild_id,
            self._clock.now().isoformat(),
            delete_after.isoformat(),
        )

    async def came_back(self, guild_id: int) -> None:
        """Nothing of it is deleted."""
        await self._db.run("DELETE FROM departed WHERE guild_id = ?", guild_id)

    async def due(self) -> list[int]:
        """Servers whose grace time is over."""
        rows = await self._db.rows(
            "SELECT guild_id FROM departed WHERE delete_after <= ? ORDER BY guild_id", self._clock.now().isoformat()
        )
        return [int(row[0]) for row in rows]

    async def delete(self, guild_id: int) -> None:
        """All that belongs to a server. What it spent stays booked, under no name: a cap must not undercount."""
        for table in OF_A_SERVER:
            await self._db.run(f"DELETE FROM {table} WHERE guild_id = ?", guild_id)  # noqa: S608 - our own names
        await self._db.run("UPDATE usage SET guild_id = NULL, user_id = NULL WHERE guild_id = ?", guild_id)
        await self._db.run("DELETE FROM departed WHERE guild_id = ?", guild_id)
