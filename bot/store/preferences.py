"""What servers want, and where one of their channels wants something else."""

from __future__ import annotations

from collections.abc import Mapping

from bot.store.connection import Connection

OF_THE_SERVER = 0  # stands for no channel


class PreferenceReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, guild_id: int, channel_id: int = OF_THE_SERVER) -> Mapping[str, str]:
        """What was set for exactly this channel, or for the server; by name."""
        rows = await self._db.rows(
            "SELECT name, value FROM preference WHERE guild_id = ? AND channel_id = ?", guild_id, channel_id
        )
        return {str(name): str(value) for name, value in rows}


class GuildPreferences:
    """The preferences of one server."""

    def __init__(self, db: Connection, guild_id: int) -> None:
        self._db, self._guild_id = db, guild_id

    async def put(self, name: str, value: str, *, channel_id: int = OF_THE_SERVER) -> None:
        """From now on; "" takes it away."""
        if value:
            await self._db.run(
                """INSERT INTO preference (guild_id, channel_id, name, value) VALUES (?, ?, ?, ?)
                   ON CONFLICT DO UPDATE SET value = excluded.value""",
                self._guild_id, channel_id, name, value,
            )  # fmt: skip
        else:
            await self._db.run(
                "DELETE FROM preference WHERE guild_id = ? AND channel_id = ? AND name = ?",
                self._guild_id, channel_id, name,
            )  # fmt: skip
