"""Brings a file up to date: numbered SQL files, forward only, each all or nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path

from bot.errors import DatabaseNewer
from bot.store import backups
from bot.store.connection import PRAGMAS, is_busy

Migration = tuple[int, str]

_TRIES = 50


def migrations() -> list[Migration]:
    """The files in `migrations/` in order, each as (version, SQL)."""
    files = (f for f in resources.files("bot.store.migrations").iterdir() if f.name.endswith(".sql"))
    return [(int(f.name[:4]), f.read_text(encoding="utf-8")) for f in sorted(files, key=lambda f: f.name)]


def migrate(path: Path, known: list[Migration]) -> None:
    """Create the file, or apply what it lacks. Blocking. Raises DatabaseNewer, OSError and what SQLite raises."""
    path.parent.mkdir(parents=True, exist_ok=True)
    latest = known[-1][0]
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in PRAGMAS:
            db.execute(pragma)
        version = _version(db)
        if version > latest:
            raise DatabaseNewer(path=str(path), version=version, known=latest)
        if version == latest:
            return
        _write_ahead(db)
        db.execute("PRAGMA foreign_keys = OFF")  # else a table that is built anew takes along what refers to it
        for number, script in known:
            if number > version:
                _apply(db, path, number, script, fresh=version == 0)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _write_ahead(db: sqlite3.Connection) -> None:
    """Switch to WAL. That needs the file alone, and SQLite refuses at once when another process opens it as well."""
    for _ in range(_TRIES):
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_busy(error):
                raise
            db.execute("BEGIN EXCLUSIVE")  # this waits until the others are through
            db.execute("ROLLBACK")
    db.execute("PRAGMA journal_mode = WAL")


def _apply(db: sqlite3.Connection, path: Path, number: int, script: str, *, fresh: bool) -> None:
    """Apply one script and note its number in the same transaction; a file in use is copied beside itself first."""
    db.execute("BEGIN IMMEDIATE")
    try:
        if _version(db) < number:  # else another process applied it while we waited for the lock
            if not fresh:
                backups.copy(path, backups.path_of(path, number))
            for statement in _statements(script):
                db.execute(statement)
            if broken := db.execute("PRAGMA foreign_key_check").fetchall():
                raise sqlite3.IntegrityError(f"migration {number} leaves rows that refer to nothing: {broken[:3]}")
            db.execute(f"PRAGMA user_version = {number}")
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


def _statements(script: str) -> Iterator[str]:
    """One by one: `executescript` would commit the transaction that we are in. A trigger holds semicolons."""
    statement = ""
    for piece in script.split(";")[:-1]:
        statement += f"{piece};"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
