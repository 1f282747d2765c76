"""Copies of the file that were made before it was brought up to date: they hold what was forgotten since."""

from __future__ import annotations

import glob
from datetime import UTC, datetime
from pathlib import Path


def path_of(database: Path, number: int) -> Path:
    """Where the file is copied before this migration."""
    return database.with_name(f"{database.name}.before-{number:04}")


def remove(database: Path, before: datetime) -> int:
    """Those that were made before that moment; returns how many. Blocking."""
    copies = database.parent.glob(f"{glob.escape(database.name)}.before-[0-9][0-9][0-9][0-9]*")  # parts of one as well
    old = [copy for copy in copies if _made(copy) < before]
    for copy in old:
        copy.unlink(missing_ok=True)
    return len(old)


def _made(copy: Path) -> datetime:
    return datetime.fromtimestamp(copy.stat().st_mtime, UTC)
