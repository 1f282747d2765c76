"""Which entries are about the same event, and what a judge said of pairs of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.models.story import Placing, StoryEntry
from bot.models.summary import Signature
from bot.store import signatures
from bot.store.connection import Connection
from bot.store.entries import COLUMNS, story_entry

Said = Mapping[tuple[int, int], bool]  # by the ids of two entries, the smaller first


class StoryReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def recent(self, since: datetime, limit: int) -> tuple[StoryEntry, ...]:
        """Entries that are in a story and were first seen since, the latest `limit` of them; the earliest first."""
        query = f"""SELECT {COLUMNS} FROM entry e JOIN feed d ON d.id = e.feed_id
                    WHERE e.seen_at >= ? AND e.story_id IS NOT NULL
                    ORDER BY e.seen_at DESC, e.id DESC LIMIT ?"""  # noqa: S608 - our own column names
        rows = await self._db.rows(query, since.isoformat(), limit)
        return tuple(map(story_entry, rows))[::-1]

    async def judged(self, entry_ids: Iterable[int], signature: Signature) -> dict[tuple[int, int], bool]:
        """What a judge with this signature said of pairs among these entries."""
        query = """SELECT j.first_id, j.second_id, j.is_same FROM judgement j
                   WHERE j.first_id IN (SELECT value FROM json_each(?1))
                   AND j.second_id IN (SELECT value FROM json_each(?1)) AND j.recipe = ?2 AND j.model = ?3"""
        ids, recipe = json.dumps(list(entry_ids)), signatures.recipe(signature)
        return {
            (first, second): bool(is_same)
            for first, second, is_same in await self._db.rows(query, ids, recipe, signature.model)
        }


class StoryWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def put(self, placings: Iterable[Placing]) -> None:
        """Entries change to their stories; what channels were told of them is told of that story."""
        for placing in placings:
            story_id = placing.story_id or await self._open(placing.entries)
            for absorbed in placing.absorbs:
                await self._absorb(story_id, absorbed)
            await self._move(story_id, placing.entries)

    async def judge(self, said: Said, signature: Signature) -> None:
        """Keep what was said of pairs. One of an entry that is gone meanwhile is left out."""
        now, recipe = self._clock.now().isoformat(), signatures.recipe(signature)
        await self._db.run_each(
            """INSERT OR REPLACE INTO judgement (first_id, second_id, recipe, model, is_same, judged_at)
               SELECT ?1, ?2, ?3, ?4, ?5, ?6
               WHERE EXISTS (SELECT 1 FROM entry WHERE id = ?1) AND EXISTS (SELECT 1 FROM entry WHERE id = ?2)""",
            [(*pair, recipe, signature.model, is_same, now) for pair, is_same in said.items()],
        )

    async def forget_empty(self, before: datetime) -> None:
        """Stories whose last entry is of before that moment, and gone."""
        await self._db.run(
            """DELETE FROM story WHERE latest_at < ?
               AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.story_id = story.id)""",
            before.isoformat(),
        )

    async def _open(self, entries: Sequence[StoryEntry]) -> int:
        times = [entry.at.isoformat() for entry in entries]
        return await self._db.run("INSERT INTO story (opened_at, latest_at) VALUES (?, ?)", min(times), max(times))

    async def _move(self, story_id: int, entries: Sequence[StoryEntry]) -> None:
        now = self._clock.now().isoformat()
        await self._db.run_each(
            "UPDATE entry SET story_id = ?, grouped_at = ? WHERE id = ?",
            [(story_id, now, entry.id) for entry in entries],
        )
        await self._db.run_each(
            "UPDATE told SET story_id = ? WHERE entry_id = ?",
            [(story_id, entry.id) for entry in entries if entry.story_id],
        )
        await self._db.run_each(
            "UPDATE story SET latest_at = max(latest_at, ?) WHERE id = ?",
            [(entry.at.isoformat(), story_id) for entry in entries],
        )

    async def _absorb(self, story_id: int, other: int) -> None:
        await self._db.run(
            "UPDATE told SET story_id = ? WHERE entry_id IN (SELECT id FROM entry WHERE story_id = ?)",
            story_id, other,
        )  # fmt: skip
        await self._db.run("UPDATE entry SET story_id = ? WHERE story_id = ?", story_id, other)
        await self._db.run("DELETE FROM story WHERE id = ?", other)
