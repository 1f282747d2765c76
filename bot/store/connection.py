"""A connection to the file: queries in, rows out, SQLite's errors told as ours."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import DatabaseBusy, DatabaseUnusable

BUSY_TIMEOUT_MS = 5_000

# secure_delete must be on for every connection before its first write, or what was deleted stays in the file.
PRAGMAS = (
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",
)

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection holds the file."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY  # the low byte is the primary code


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raises DatabaseBusy when another process holds the file past the timeout, DatabaseUnusable for all else."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if is_busy(error):
            raise DatabaseBusy(path=str(path)) from error
        raise DatabaseUnusable(path=str(path), reason=str(error)) from error
    except OSError as error:  # a folder that cannot be made
        raise DatabaseUnusable(path=str(path), reason=error.strerror or str(error)) from error


class Connection:
    """What the stores ask through; transactions belong to `Store.write`."""

    def __init__(self, db: aiosqlite.Connection, path: Path) -> None:
        self._db, self.path = db, path

    async def configure(self) -> None:
        """Before anything else: what `PRAGMAS` set lasts for one connection. Raises DatabaseBusy, DatabaseUnusable."""
        for pragma in PRAGMAS:
            await self.run(pragma)

    async def row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        """The first row, if there is one."""
        return next(iter(await self.rows(query, *values)), None)

    async def rows(self, query: str, *values: object) -> Iterable[tuple[Any, ...]]:
        """All of them, in one go: while a statement is open, whatever else is read here is read of the same old state.

        Raises DatabaseBusy, DatabaseUnusable.
        """
        with told(self.path):
            return await self._db.execute_fetchall(query, values)  # type: ignore[return-value]  # plain tuples

    async def number(self, query: str, *values: object) -> int:
        """The first column of the first row; 0 without one."""
        row = await self.row(query, *values)
        return int(row[0]) if row else 0

    async def run(self, statement: str, *values: object) -> int:
        """Execute a statement; returns the id of the row that an insert made."""
        with told(self.path):
            async with self._db.execute(statement, values) as cursor:
                return cursor.lastrowid or 0

    async def run_each(self, statement: str, rows: Sequence[Sequence[object]]) -> int:
        """Execute a statement for each row of values, all in one go; returns how many rows of the file changed."""
        with told(self.path):
            async with self._db.executemany(statement, rows) as cursor:
                return max(0, cursor.rowcount)

    @asynccontextmanager
    async def synced(self) -> AsyncIterator[None]:
        """What is committed meanwhile is on the disk when its commit ends; not inside a transaction."""
        await self.run("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            await self.run("PRAGMA synchronous = NORMAL")

    def busy(self) -> DatabaseBusy:
        """What is raised when somebody else is in the way."""
        return DatabaseBusy(path=str(self.path))

    async def rollback(self) -> None:
        """No open transaction is no error. Raises DatabaseBusy, DatabaseUnusable."""
        with told(self.path):
            await self._db.rollback()
