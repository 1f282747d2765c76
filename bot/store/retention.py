"""What is not kept for longer than it has to be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime

from bot.store import erasing, rooms
from bot.store.connection import Connection
from bot.store.folding_back import turns_left
from bot.store.memories import memory_of, memos_row
from bot.store.postings import Postings
from bot.store.taking_back import remove_turns


class RetentionWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, postings: Postings) -> None:
        self._db, self._postings = db, postings

    async def forget_turns(self, before: datetime, limit: int) -> int:
        """The oldest turns of before that moment, `limit` at most; returns how many.

        Memos stay as long as one of the turns that they are taken from does; a room goes with its last turn.
        """
        query = "SELECT room_id, id FROM turn WHERE asked_at < ? ORDER BY asked_at LIMIT ?"
        old = defaultdict[int, list[int]](list)
        for room_id, turn_id in await self._db.rows(query, before.isoformat(), limit):
            old[room_id].append(turn_id)
        for room_id, turn_ids in old.items():
            await remove_turns(self._db, self._postings, room_id, turn_ids)
            await self._forget_memos(room_id)
            await self._db.run(
                "DELETE FROM room WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM turn WHERE room_id = ?1)", room_id
            )
        return sum(map(len, old.values()))

    async def forget_spenders(self, before: datetime) -> None:
        """What was spent before that moment stays booked, under nobody's name."""
        await self._db.run("UPDATE usage SET user_id = NULL WHERE user_id IS NOT NULL AND at < ?", before.isoformat())
        await erasing.is_due_if_changed(self._db)

    async def _forget_memos(self, room_id: int) -> None:
        await rooms.changed(self._db, room_id)
        memory = await memory_of(self._db, room_id)
        if memory is None:
            return
        left = await turns_left(self._db, room_id, memory.memos)
        standing = [replace(memo, turns=tuple(turn for turn in memo.turns if turn in left)) for memo in memory.memos]
        kept = memos_row([memo for memo in standing if memo.turns])
        await self._db.run("UPDATE memory SET memos = ? WHERE room_id = ?", kept, room_id)
