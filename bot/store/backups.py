"""Copies of the file: what is forgotten after one was made is still in it."""

from __future__ import annotations

import glob
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path


def path_of(database: Path, number: int) -> Path:
    """Where the file is copied before this migration."""
    return database.with_name(f"{database.name}.before-{number:04}")


def copy(database: Path, to: Path) -> int:
    """Copy what is committed, whoever writes meanwhile; returns the copy's bytes. Blocking.

    It has its name only when it is whole. Read through a connection of its own: SQLite does not copy from one that
    holds the lock.
    """
    part = to.with_name(f"{to.name}.part")
    part.unlink(missing_ok=True)  # of a run that was killed
    with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(part)) as copied:
        copied.execute("PRAGMA journal_mode = OFF")
        source.backup(copied)
    part.replace(to)
    return to.stat().st_size


def remove(database: Path, before: datetime) -> int:
    """Those that updates made before that moment; returns how many. Blocking."""
    copies = database.parent.glob(f"{glob.escape(database.name)}.before-[0-9][0-9][0-9][0-9]*")  # parts of one as well
    old = [copy for copy in copies if _made(copy) < before]
    for copy in old:
        copy.unlink(missing_ok=True)
    return len(old)


def _made(copy: Path) -> datetime:
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC)
