"""Feeds by address: how each fares, when it is polled next, and what stood in it; whoever follows it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.models.feed import Validators
from bot.store.connection import Connection

Failure = tuple[str, Mapping[str, str | int | float]]  # kind and facts of a BotError


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed from its polls.

    bodies: hashes of the bodies that were read last; stood: keys of entries that stood in it; both as `services.follow`
    packs them. is_baseline: its next entries are old unless dated. pace: JSON, see `services.follow.pacing`. is_told:
    moderators know that it fails.
    """

    id: int
    url: str
    title: str = ""
    site: str = ""
    kind: str = ""
    language: str = ""
    validators: Validators = field(default_factory=Validators)
    bodies: bytes = b""
    stood: bytes = b""
    is_baseline: bool = True
    pace: str = "{}"
    next_poll_at: datetime | None = None
    polled_at: datetime | None = None
    last_entry_at: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    failure: Failure | None = None
    told_at: datetime | None = None
    is_gone: bool = False


_COLUMNS = """id, url, title, site, kind, language, etag, last_modified, body, stood, baseline, pace, next_poll_at,
              polled_at, last_entry_at, failures, failing_since, failure, told_at, is_gone"""
_IS_FOLLOWED = """EXISTS (SELECT 1 FROM follow f
                          WHERE f.feed_id = feed.id AND f.removed_at IS NULL AND f.is_paused = 0)"""


class FeedReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def by_ids(self, feed_ids: Collection[int]) -> dict[int, FeedState]:
        """Those that are there, by id."""
        query = f"SELECT {_COLUMNS} FROM json_each(?) m CROSS JOIN feed ON feed.id = m.value"  # noqa: S608
        states = map(_state, await self._db.rows(query, json.dumps(list(feed_ids))))
        return {state.id: state for state in states}

    async def due(self, now: datetime, limit: int, *, but: Collection[int] = ()) -> list[FeedState]:
        """Feeds that somebody follows and whose time has come, the longest due first; `but` are left out."""
        query = f"""SELECT {_COLUMNS} FROM feed WHERE next_poll_at <= ? AND {_IS_FOLLOWED}
                    AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY next_poll_at LIMIT ?"""  # noqa: S608
        return [_state(row) for row in await self._db.rows(query, now.isoformat(), json.dumps(list(but)), limit)]

    async def next_due(self) -> datetime | None:
        """When the next feed that somebody follows is to be polled."""
        query = f"SELECT min(next_poll_at) FROM feed WHERE next_poll_at IS NOT NULL AND {_IS_FOLLOWED}"  # noqa: S608
        row = await self._db.row(query)
        return _moment(row[0]) if row else None

    async def followed(self) -> list[int]:
        """Ids of all that somebody follows."""
        return [int(row[0]) for row in await self._db.rows(f"SELECT id FROM feed WHERE {_IS_FOLLOWED}")]  # noqa: S608

    async def ids_of(self, urls: Sequence[str]) -> list[int]:
        """Those of the addresses that are known, in their order."""
        query = "SELECT feed.id FROM json_each(?) m CROSS JOIN feed ON feed.url = m.value ORDER BY m.key"
        return [int(row[0]) for row in await self._db.rows(query, json.dumps(list(urls)))]


class FeedWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def know(self, urls: Iterable[str]) -> None:
        """Make a row for each address that has none."""
        await self._db.run_each("INSERT INTO feed (url) VALUES (?) ON CONFLICT DO NOTHING", [(url,) for url in urls])

    async def keep(self, states: Iterable[FeedState]) -> None:
        """What was learned by polling; the address stays as it is."""
        await self._db.run_each(
            """UPDATE feed SET title = ?, site = ?, kind = ?, language = ?, etag = ?, last_modified = ?, body = ?,
                      stood = ?, baseline = ?, pace = ?, next_poll_at = ?, polled_at = ?, last_entry_at = ?,
                      failures = ?, failing_since = ?, failure = ?, told_at = ?, is_gone = ? WHERE id = ?""",
            [_row(state) for state in states],
        )


def _state(row: Sequence[Any]) -> FeedState:
    (feed_id, url, title, site, kind, language, etag, modified, bodies, stood, baseline, pace, next_at, polled_at,
     last_at, failures, since, failure, told_at, is_gone) = row  # fmt: skip
    return FeedState(
        id=feed_id, url=url, title=title, site=site, kind=kind, language=language,
        validators=Validators(etag=etag, last_modified=modified), bodies=bodies or b"", stood=stood,
        is_baseline=bool(baseline), pace=pace, next_poll_at=_moment(next_at), polled_at=_moment(polled_at),
        last_entry_at=_moment(last_at), failures=failures, failing_since=_moment(since), failure=_failure(failure),
        told_at=_moment(told_at), is_gone=bool(is_gone),
    )  # fmt: skip


def _row(state: FeedState) -> tuple[object, ...]:
    failure = json.dumps([state.failure[0], dict(state.failure[1])]) if state.failure else None
    return (
        state.title, state.site, state.kind, state.language, state.validators.etag, state.validators.last_modified,
        state.bodies, state.stood, state.is_baseline, state.pace, _text(state.next_poll_at), _text(state.polled_at),
        _text(state.last_entry_at), state.failures, _text(state.failing_since), failure, _text(state.told_at),
        state.is_gone, state.id,
    )  # fmt: skip


def _failure(text: str | None) -> Failure | None:
    if text is None:
        return None
    kind, facts = json.loads(text)
    return kind, facts


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
