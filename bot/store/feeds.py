"""Feeds by address: how each fares, when it is polled next, and what stood in it; whoever follows it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from bot.store.connection import Connection
from bot.store.feed_rows import COLUMNS, FeedState, moment, state, values

FARTHEST = timedelta(days=3)  # a poll is put off, with all that feeds and hosts ask for

_IS_FOLLOWED = """EXISTS (SELECT 1 FROM follow f
                          WHERE f.feed_id = feed.id AND f.removed_at IS NULL AND f.is_paused = 0)"""
_WHEN = "d.id, d.failures, d.next_poll_at, d.is_gone"
# What was never polled is due, what is gone is not.
_IS_DUE = "(?1 IS NULL OR next_poll_at <= ?1 OR (next_poll_at IS NULL AND is_gone = 0))"


class FeedReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def by_ids(self, feed_ids: Collection[int]) -> list[FeedState]:
        """Those that are there, in that order."""
        query = f"""SELECT {COLUMNS} FROM (SELECT key AS place, value AS feed_id FROM json_each(?))
                    CROSS JOIN feed ON id = feed_id ORDER BY place"""  # noqa: S608 - our own column names
        return [state(row) for row in await self._db.rows(query, json.dumps(list(feed_ids)))]

    async def due(self, now: datetime, limit: int, *, but: Collection[int] = ()) -> list[FeedState]:
        """Feeds that somebody follows and whose time has come, the longest due first; `but` are left out."""
        query = f"""SELECT {COLUMNS} FROM feed WHERE next_poll_at <= ? AND {_IS_FOLLOWED}
                    AND id NOT IN (SELECT value FROM json_each(?))
                    ORDER BY next_poll_at LIMIT ?"""  # noqa: S608 - our own names
        return [state(row) for row in await self._db.rows(query, now.isoformat(), json.dumps(list(but)), limit)]

    async def next_due(self, after: datetime) -> datetime | None:
        """When the next feed that somebody follows is to be polled, of those that are not due by then."""
        query = f"""SELECT next_poll_at FROM feed WHERE next_poll_at > ? AND {_IS_FOLLOWED}
                    ORDER BY next_poll_at LIMIT 1"""  # noqa: S608 - our own names
        row = await self._db.row(query, after.isoformat())
        return moment(row[0]) if row else None

    async def lately_well(self, limit: int) -> list[FeedState]:
        """Feeds that somebody follows and that answered when they were asked last, the latest asked first."""
        query = f"""SELECT {COLUMNS} FROM feed WHERE failures = 0 AND is_gone = 0 AND {_IS_FOLLOWED}
                    ORDER BY polled_at DESC LIMIT ?"""  # noqa: S608 - our own names
        return [state(row) for row in await self._db.rows(query, limit)]

    async def followed(self, due_by: datetime | None = None) -> list[int]:
        """Ids of all that somebody follows, first those that failed; with a moment, only what is due by then."""
        query = f"SELECT id FROM feed WHERE {_IS_FOLLOWED} AND {_IS_DUE} ORDER BY failures = 0"  # noqa: S608
        return [int(row[0]) for row in await self._db.rows(query, due_by and due_by.isoformat())]

    async def at(self, urls: Collection[str], due_by: datetime | None = None) -> list[int]:
        """The same for those that are known at these addresses, or have moved from there, whoever follows them."""
        query = f"""SELECT id FROM (
                        SELECT {_WHEN} FROM json_each(?2) u CROSS JOIN feed d ON d.url = u.value
                        UNION SELECT {_WHEN} FROM json_each(?2) u
                        CROSS JOIN feed_moved m ON m.url = u.value CROSS JOIN feed d ON d.id = m.feed_id)
                    WHERE {_IS_DUE} ORDER BY failures = 0"""  # noqa: S608 - our own names
        return [
            int(row[0]) for row in await self._db.rows(query, due_by and due_by.isoformat(), json.dumps(list(urls)))
        ]


class FeedWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def know(self, urls: Iterable[str]) -> None:
        """Make a row for each address that has none."""
        await self._db.run_each(
            """INSERT INTO feed (url) SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM feed_moved WHERE url = ?1)
               ON CONFLICT DO NOTHING""",
            [(url,) for url in urls],
        )

    async def keep(self, states: Iterable[FeedState]) -> None:
        """What was learned by polling; the address stays as it is."""
        await self._db.run_each(
            """UPDATE feed SET title = ?, site = ?, kind = ?, language = ?, etag = ?, last_modified = ?, body = ?,
                      stood = ?, baseline = ?, pace = ?, next_poll_at = ?, polled_at = ?, last_entry_at = ?,
                      failures = ?, failing_since = ?, failure = ?, told_at = ?, is_gone = ? WHERE id = ?""",
            [values(one) for one in states],
        )

    async def move(self, feed_id: int, url: str) -> None:
        """It is at another address from now on. Where there is a feed already, the two become that one."""
        old = await self._db.row("SELECT url FROM feed WHERE id = ?", feed_id)
        there = await self._db.row("SELECT id FROM feed WHERE url = ?", url)
        if old is None or (there and there[0] == feed_id):
            return
        if there:
            await self._merge(feed_id, int(there[0]))
        else:
            await self._db.run("UPDATE feed SET url = ? WHERE id = ?", url, feed_id)
        await self._db.run("DELETE FROM feed_moved WHERE url = ?", url)  # it has come back
        await self._db.run(
            "INSERT INTO feed_moved (url, feed_id) VALUES (?, ?) ON CONFLICT DO UPDATE SET feed_id = excluded.feed_id",
            old[0], int(there[0]) if there else feed_id,
        )  # fmt: skip

    async def rest(self, before: datetime) -> None:
        """What was due before that moment and is followed by nobody: whoever follows it next begins anew."""
        await self._db.run(
            f"""UPDATE feed SET baseline = 1, failures = 0, failing_since = NULL, failure = NULL, told_at = NULL
                WHERE next_poll_at < ? AND baseline = 0 AND NOT {_IS_FOLLOWED}""",  # noqa: S608 - our own names
            before.isoformat(),
        )

    async def call_back(self, now: datetime) -> None:
        """Those that are put off for longer than any feed is are due: they wait for a clock that was set back."""
        farthest = (now + FARTHEST).isoformat()
        await self._db.run("UPDATE feed SET next_poll_at = ? WHERE next_poll_at > ?", now.isoformat(), farthest)

    async def _merge(self, feed_id: int, into: int) -> None:
        """Who follows the one follows the other; what was told of the one need not be told of the other.

        Two followings of one channel become one, as does an entry that both have.
        """
        run = self._db.run
        await run("UPDATE OR IGNORE follow SET feed_id = ? WHERE feed_id = ?", into, feed_id)
        await run("DELETE FROM follow WHERE feed_id = ?", feed_id)
        await run(
            """INSERT OR IGNORE INTO told (guild_id, channel_id, entry_id, story_id, digest_id)
               SELECT t.guild_id, t.channel_id, kept.id, kept.story_id, t.digest_id FROM entry gone
               JOIN entry kept ON kept.feed_id = ? AND kept.key = gone.key JOIN told t ON t.entry_id = gone.id
               WHERE gone.feed_id = ?""",
            into, feed_id,
        )  # fmt: skip
        await run("UPDATE OR IGNORE entry SET feed_id = ? WHERE feed_id = ?", into, feed_id)
        await run("UPDATE feed_moved SET feed_id = ? WHERE feed_id = ?", into, feed_id)
        await run("DELETE FROM feed WHERE id = ?", feed_id)
