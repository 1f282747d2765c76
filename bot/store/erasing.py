"""Deleted rows are gone at once; their bytes when the file was written anew. That it is due is kept in the file."""

from __future__ import annotations

from bot.clock import Clock
from bot.store.connection import Connection

_DUE = "deleted since the file was written anew"
# Each try waits for BUSY_TIMEOUT_MS itself: who reads for longer is not waited for, it stays due.
_TRIES, _BETWEEN = 3, 0.25  # seconds


async def is_due(db: Connection) -> None:
    """Something was deleted, in the same transaction."""
    await db.run(
        """INSERT INTO installation (name, value) VALUES (?, '1')
           ON CONFLICT DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)""",
        _DUE,
    )


async def is_due_if_changed(db: Connection) -> None:
    """When the statement just before changed anything."""
    if await db.number("SELECT changes()"):
        await is_due(db)


async def deletions(db: Connection) -> str | None:
    """How many since the file was written anew; None for none."""
    row = await db.row("SELECT value FROM installation WHERE name = ?", _DUE)
    return str(row[0]) if row else None


async def erase(db: Connection, clock: Clock) -> None:
    """Write the file anew, then empty its log. Raises DatabaseBusy when a reader keeps an old state open.

    `secure_delete` clears rows where they stood, but not the copies of them that a page which was rebalanced still has
    in its gaps: VACUUM leaves nothing but what is there. Then the log goes, for it holds the pages as they were.
    """
    before = await deletions(db)
    await db.run("VACUUM")
    await _empty_log(db, clock)
    await db.run("DELETE FROM installation WHERE name = ? AND value = ?", _DUE, before)


async def _empty_log(db: Connection, clock: Clock) -> None:
    for _ in range(_TRIES):
        busy = await db.number("PRAGMA wal_checkpoint(TRUNCATE)")
        if not busy:
            return
        await clock.sleep(_BETWEEN)
    raise db.busy()
