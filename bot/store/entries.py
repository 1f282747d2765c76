"""What feeds have published: each entry once, for as long as it may be told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.models.story import StoryEntry
from bot.store.connection import Connection

# An entry counts from when it was seen, and is in the file a little later: who reads up to a moment may miss it, and
# finds it the next time. Nothing is told twice by that, since a channel is not told again what it was told.
OVERLAP = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry that was not seen before. key: 8 bytes, its own within the feed. at: see `StoryEntry`.

    published: from when it counts if the feed's entries are old as yet; None for not at all. is_old: they are.
    """

    feed_id: int
    key: bytes
    url: str
    title: str
    authors: tuple[str, ...]
    text: str
    language: str
    is_commentary: bool
    at: datetime | None
    counts_from: datetime | None = None
    is_old: bool = False


COLUMNS = """e.id, e.feed_id, e.url, e.title, d.title, e.at, e.authors, e.text, e.language, e.is_commentary,
             coalesce(e.story_id, 0)"""


class EntryReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def ungrouped(self, limit: int) -> tuple[StoryEntry, ...]:
        """Those that may be told to somebody and were not looked at for a story, the earliest seen first."""
        query = f"""SELECT {COLUMNS} FROM entry e JOIN feed d ON d.id = e.feed_id
                    WHERE e.grouped_at IS NULL AND e.counts_from IS NOT NULL ORDER BY e.id LIMIT ?"""  # noqa: S608 - our own column names
        return tuple(map(story_entry, await self._db.rows(query, limit)))

    async def crowds(self, most: int) -> list[int]:
        """Ids of the feeds of which more entries are kept than that."""
        rows = await self._db.rows("SELECT feed_id FROM entry GROUP BY feed_id HAVING count(*) > ?", most)
        return [int(row[0]) for row in rows]

    async def tellable(
        self, guild_id: int, channel_id: int, since: datetime, until: datetime, limit: int
    ) -> tuple[StoryEntry, ...]:
        """What a channel may be told and was not, of what counts for it (`FollowReads.effective`), the latest first.

        Entries that count from `since` on, less `OVERLAP`, and before `until`. Words that a follow includes or excludes
        are for the caller.
        """
        query = f"""
            WITH own AS (SELECT count(*) AS n FROM follow WHERE guild_id = ?1 AND channel_id = ?2
                         AND removed_at IS NULL AND is_paused = 0),
                 heard AS (SELECT feed_id, max(since, ?3) AS since FROM follow, own
                           WHERE guild_id = ?1 AND channel_id = iif(own.n > 0, ?2, 0)
                           AND removed_at IS NULL AND is_paused = 0)
            SELECT {COLUMNS} FROM heard h JOIN entry e ON e.feed_id = h.feed_id AND e.counts_from >= h.since
            JOIN feed d ON d.id = e.feed_id
            WHERE e.counts_from < ?4 AND NOT EXISTS (
                SELECT 1 FROM told t WHERE t.guild_id = ?1 AND t.channel_id = ?2 AND t.entry_id = e.id)
            ORDER BY e.counts_from DESC, e.id DESC LIMIT ?5"""  # noqa: S608 - our own column names
        earliest = (since - OVERLAP).isoformat()
        rows = await self._db.rows(query, guild_id, channel_id, earliest, until.isoformat(), limit)
        return tuple(map(story_entry, rows))


class EntryWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def keep(self, entries: Iterable[NewEntry]) -> int:
        """Returns how many of them were not there. Those of a feed that is gone from the file are left out."""
        now = self._clock.now().isoformat()
        return await self._db.run_each(
            """INSERT INTO entry (feed_id, key, url, title, authors, text, language, at, seen_at, counts_from,
                                  is_commentary)
               SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
               WHERE EXISTS (SELECT 1 FROM feed WHERE id = ?1) ON CONFLICT DO NOTHING""",
            [_row(entry, now) for entry in entries],
        )

    async def forget_all_but(self, most: int, feed_id: int) -> None:
        """The latest of one feed stay; a feed may bring hundreds at each poll."""
        await self._db.run(
            """DELETE FROM entry WHERE feed_id = ?1 AND id <= (
                   SELECT id FROM entry WHERE feed_id = ?1 ORDER BY id DESC LIMIT 1 OFFSET ?2)""",
            feed_id, most,
        )  # fmt: skip

    async def forget(self, before: datetime, limit: int) -> int:
        """Those first seen before that moment, `limit` at most; returns how many.

        One that still stands in its feed does not come back as new: its feed knows what stood in it.
        """
        return await self._db.run_each(
            "DELETE FROM entry WHERE id IN (SELECT id FROM entry WHERE seen_at < ? ORDER BY seen_at LIMIT ?)",
            [(before.isoformat(), limit)],
        )


def story_entry(row: Sequence[Any]) -> StoryEntry:
    """The inverse of `COLUMNS`."""
    entry_id, feed_id, url, title, outlet, at, authors, text, language, is_commentary, story_id = row
    return StoryEntry(
        id=entry_id, feed_id=feed_id, url=url, title=title, outlet=outlet, at=datetime.fromisoformat(at),
        authors=() if authors == "[]" else tuple(json.loads(authors)), text=text, language=language,
        is_commentary=bool(is_commentary),
        story_id=story_id,
    )  # fmt: skip


def _row(entry: NewEntry, now: str) -> tuple[object, ...]:
    counts_from = entry.counts_from.isoformat() if entry.counts_from else None if entry.is_old else now
    return (
        entry.feed_id, entry.key, entry.url, entry.title, json.dumps(entry.authors, ensure_ascii=False), entry.text,
        entry.language, entry.at.isoformat() if entry.at else now, now, counts_from, entry.is_commentary,
    )  # fmt: skip
