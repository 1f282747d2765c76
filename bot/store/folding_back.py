"""Memos are forgotten: what else they were taken from is folded anew."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence, Set

from bot.models.discussion import Memo
from bot.store import erasing, rooms
from bot.store.connection import Connection
from bot.store.memories import memory_of, memos_row

FOLDED_ANEW = 100  # turns at most: whoever takes a word back must not make us pay for a year of talk


async def forget_memos(db: Connection, room_id: int, is_void: Callable[[Memo], bool]) -> int:
    """What was said in the room has changed, and these memos go; returns how many were void.

    A memory holds nothing of the turns behind its `through`. So `through` goes back before the first turn of a void
    memo that is left, and with it go all memos that are taken from later turns: they come back with the next fold.
    """
    await rooms.changed(db, room_id)
    memory = await memory_of(db, room_id)
    void = sum(map(is_void, memory.memos)) if memory else 0
    if memory is None or not void:
        return 0
    left, earliest = await turns_left(db, room_id, memory.memos), await _earliest(db, room_id)
    memos, through = folded_back(memory.memos, memory.through, is_void, left, earliest)
    await db.run("UPDATE memory SET memos = ?, through = ? WHERE room_id = ?", memos_row(memos), through, room_id)
    await erasing.is_due(db)
    return void


def folded_back(
    memos: Sequence[Memo], through: int, is_void: Callable[[Memo], bool], left: Set[int], earliest: int
) -> tuple[list[Memo], int]:
    """What stays of the memos, and through which turn; `left` can be folded anew as far as it is behind `earliest`."""
    kept, gone = [memo for memo in memos if not is_void(memo)], [memo for memo in memos if is_void(memo)]
    while gone:
        anew = [turn for memo in gone for turn in memo.turns if turn in left and turn > earliest]
        through = min([through, *(turn - 1 for turn in anew)])
        gone = [memo for memo in kept if max(memo.turns, default=0) > through]
        kept = [memo for memo in kept if memo not in gone]
    return kept, through


async def turns_left(db: Connection, room_id: int, memos: Iterable[Memo]) -> set[int]:
    """Of the turns that these memos are taken from, those that are there."""
    turns = json.dumps([turn for memo in memos for turn in memo.turns])
    query = "SELECT id FROM turn WHERE room_id = ? AND id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in await db.rows(query, room_id, turns)}


async def _earliest(db: Connection, room_id: int) -> int:
    """The last turn that is too old to be folded anew; 0 for none."""
    query = "SELECT id FROM turn WHERE room_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?"
    return await db.number(query, room_id, FOLDED_ANEW)
