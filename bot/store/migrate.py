"""Brings a file up to date: numbered SQL files, forward only, each all or nothing."""

from __future__ import annotations

import contextlib
import sqlite3
from importlib import resources
from pathlib import Path

from bot.errors import DatabaseNewer
from bot.store.connection import PRAGMAS

Migration = tuple[int, str]


def migrations() -> list[Migration]:
    """The files in `migrations/` in order, each as (version, SQL)."""
    files = (f for f in resources.files("bot.store.migrations").iterdir() if f.name.endswith(".sql"))
    return [(int(f.name[:4]), f.read_text(encoding="utf-8")) for f in sorted(files, key=lambda f: f.name)]


def migrate(path: Path, known: list[Migration]) -> None:
    """Create the file, or apply what it lacks. Blocking. Raises DatabaseNewer and what SQLite raises."""
    path.parent.mkdir(parents=True, exist_ok=True)
    latest = known[-1][0]
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        for pragma in PRAGMAS:
            db.execute(pragma)
        version = _version(db)
        if version > latest:
            raise DatabaseNewer(path=str(path), version=version, known=latest)
        if version == latest:
            return
        db.execute("PRAGMA journal_mode = WAL")
        for number, script in known:
            if number > version:
                _apply(db, path, number, script)


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def _apply(db: sqlite3.Connection, path: Path, number: int, script: str) -> None:
    """Apply one script and note its number in the same transaction; a file in use is copied beside itself first."""
    if number > 1:
        with contextlib.closing(sqlite3.connect(path.with_name(f"{path.name}.before-{number:04}"))) as copy:
            db.backup(copy)
    statements = script.partition("BEGIN;")[2].rpartition("COMMIT;")[0]
    try:
        db.executescript(f"BEGIN IMMEDIATE; {statements}")  # commits nothing that it did not begin
        if broken := db.execute("PRAGMA foreign_key_check").fetchall():
            raise sqlite3.IntegrityError(f"migration {number} leaves rows that refer to nothing: {broken[:3]}")
        db.execute(f"PRAGMA user_version = {number}")
        db.execute("COMMIT")
    except sqlite3.Error:
        if db.in_transaction:
            db.execute("ROLLBACK")
        if _version(db) < number:  # else another process applied it while we waited for the lock
            raise
