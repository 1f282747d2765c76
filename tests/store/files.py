"""A second look at a database file, past the store."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any


def rows(path: Path, query: str, *values: object) -> list[tuple[Any, ...]]:
    """What is committed, as another process sees it."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(query, values).fetchall()


def change(path: Path, statement: str, *values: object) -> None:
    """Do it from outside, committed."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(statement, values)


def content(path: Path) -> list[str]:
    """The whole file as SQL."""
    with closing(sqlite3.connect(path)) as db:
        return list(db.iterdump())


def everything(path: Path) -> bytes:
    """The bytes of the file and of all that lies beside it under its name."""
    return b"".join(part.read_bytes() for part in sorted(path.parent.glob(f"{path.name}*")))


def beside(path: Path) -> list[str]:
    """The names in the file's folder."""
    return sorted(part.name for part in path.parent.iterdir())
