"""Single values of this installation, by name."""

from __future__ import annotations

from bot.store.connection import Connection


class InstallationReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def get(self, name: str) -> str | None:
        """None when it was never put."""
        row = await self._db.row("SELECT value FROM installation WHERE name = ?", name)
        return str(row[0]) if row else None


class InstallationWrites:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def put(self, name: str, value: str) -> None:
        """In place of what was there."""
        await self._db.run(
            "INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            name,
            value,
        )

    async def put_once(self, name: str, value: str) -> str:
        """The value that is kept: this one when there was none."""
        await self._db.run("INSERT INTO installation (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING", name, value)
        row = await self._db.row("SELECT value FROM installation WHERE name = ?", name)
        assert row is not None, "it was put just now, or before"
        return str(row[0])
