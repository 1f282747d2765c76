"""Where a bot's process ends itself by kill -9: before a statement, before a commit, after one, around a request.

Nothing of the bot knows of it: SQLite tells its statements, discord.py's own method is wrapped.
"""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import Any, NoReturn

from discord.http import HTTPClient, Route

from bot.store import backups, database
from bot.store.migrate import migrations


class When(Enum):
    """Of the transaction in which a statement stands."""

    AT = auto()
    BEFORE_COMMIT = auto()
    AFTER_COMMIT = auto()


@dataclass(frozen=True, slots=True)
class Spot:
    """A statement, by its beginning or by what stands in it."""

    statement: str
    when: When


_CLAIM, _NOTE = r"UPDATE post SET not_before.*state = 'sending'", r"UPDATE post SET state = 'sent'"
SPOTS = {
    "planned, not composed": Spot(r"INSERT .*INTO digest\b", When.AFTER_COMMIT),
    "composed, not committed": Spot(r"INSERT .*INTO post\b", When.AT),
    "inside the outbox's transaction": Spot(r"INSERT .*INTO post\b", When.BEFORE_COMMIT),
    "committed, not sent": Spot(r"INSERT .*INTO post\b", When.AFTER_COMMIT),
    "to be sent, not committed": Spot(_CLAIM, When.BEFORE_COMMIT),
    "answer read, id not committed": Spot(_NOTE, When.BEFORE_COMMIT),
    "id committed": Spot(_NOTE, When.AFTER_COMMIT),
    "last part sent, slot open": Spot(r"UPDATE digest SET.*'sent'", When.BEFORE_COMMIT),
    "slot closed": Spot(r"UPDATE digest SET.*'sent'", When.AFTER_COMMIT),
    "in a migration": Spot(r"CREATE TABLE later_", When.BEFORE_COMMIT),
}
BEFORE_REQUEST, AFTER_REQUEST, BETWEEN = "to be sent, request not out", "answer read", "between parts"
BACKUP = "in a backup"
INSIDE = (*SPOTS, BEFORE_REQUEST, AFTER_REQUEST, BETWEEN, BACKUP)


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit


def arm(point: str, nth: int = 1) -> None:
    """End this process when it is the `nth` time at that point, which is one of INSIDE."""
    if point in SPOTS:
        _watch_statements(_Watcher(SPOTS[point], nth))
    elif point == BACKUP:
        _die_in_backup()
    else:
        _watch_requests(point, nth)


class _Watcher:
    def __init__(self, spot: Spot, nth: int) -> None:
        self._statement, self._when, self._left = re.compile(spot.statement, re.DOTALL), spot.when, nth
        self._is_in = self._is_over = False

    def told(self, statement: str) -> None:
        """Before it is executed."""
        if self._is_over or (self._is_in and self._when is When.BEFORE_COMMIT and statement == "COMMIT"):
            die()
        if statement in ("COMMIT", "ROLLBACK"):
            self._is_over = self._is_in and statement == "COMMIT"
            self._is_in = False
        elif self._statement.search(statement):
            self._left -= 1
            if self._left <= 0:
                self._is_in = True
                if self._when is When.AT:
                    die()


def _watch_statements(watcher: _Watcher) -> None:
    connect = sqlite3.connect

    def listening(*args: Any, **kwargs: Any) -> sqlite3.Connection:
        db: sqlite3.Connection = connect(*args, **kwargs)
        db.set_trace_callback(watcher.told)
        return db

    sqlite3.connect = listening  # type: ignore[assignment]


def _watch_requests(point: str, nth: int) -> None:
    request, sent = HTTPClient.request, Counter[str]()

    async def watched(self: HTTPClient, route: Route, **kwargs: Any) -> Any:
        if (route.method, route.path) != ("POST", "/channels/{channel_id}/messages"):
            return await request(self, route, **kwargs)
        sent["all"] += 1
        if point == BEFORE_REQUEST and sent["all"] == nth:
            die()
        if point == BETWEEN and sent[str(route.channel_id)]:
            die()
        answer = await request(self, route, **kwargs)
        sent[str(route.channel_id)] += 1
        if point == AFTER_REQUEST and sent["all"] >= nth:
            die()
        return answer

    HTTPClient.request = watched  # type: ignore[method-assign]


def _die_in_backup() -> None:
    copy = backups.copy

    def half(database: Path, to: Path) -> int:
        threading.Timer(0.001, die).start()
        copy(database, to)
        die()

    backups.copy = half


def add_migrations(count: int) -> None:
    """As if so many later versions had been installed since."""
    known = migrations()
    latest = known[-1][0]
    later: Sequence[tuple[int, str]] = [
        (latest + n, f"CREATE TABLE later_{n} (id INTEGER PRIMARY KEY) STRICT;") for n in range(1, count + 1)
    ]
    database.migrations = lambda: [*known, *later]  # type: ignore[attr-defined]  # where the store looks for them
