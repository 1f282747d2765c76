"""Turns and answers are taken back, with all that stands about them in the index."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from bot.store import erasing
from bot.store.connection import Connection
from bot.store.postings import Postings

_AT_A_TIME = 100  # turns, each with some hundred postings
_CHOSEN = "(SELECT value FROM json_each(?2))"


async def remove_turns(db: Connection, postings: Postings, room_id: int, turn_ids: Collection[int]) -> None:
    """They go with their answers; memos are the caller's to forget."""
    every = sorted(turn_ids)
    for at in range(0, len(every), _AT_A_TIME):
        await _remove_some(db, postings, room_id, every[at : at + _AT_A_TIME])


async def _remove_some(db: Connection, postings: Postings, room_id: int, turn_ids: Sequence[int]) -> None:
    chosen = json.dumps(turn_ids)
    await remove_answers(db, postings, room_id, turn_ids)
    kept = await db.rows(f"SELECT id, 0, terms FROM turn WHERE room_id = ?1 AND id IN {_CHOSEN}", room_id, chosen)  # noqa: S608
    await postings.drop(room_id, kept)
    await db.run(f"DELETE FROM turn WHERE room_id = ?1 AND id IN {_CHOSEN}", room_id, chosen)  # noqa: S608
    await erasing.is_due(db)


async def remove_answers(db: Connection, postings: Postings, room_id: int, turn_ids: Collection[int]) -> None:
    """The answers alone."""
    answers = (
        f"SELECT a.turn_id FROM turn t JOIN answer a ON a.turn_id = t.id WHERE t.room_id = ?1 AND t.id IN {_CHOSEN}"  # noqa: S608
    )
    chosen = json.dumps(list(turn_ids))
    kept = list(await db.rows(answers.replace("a.turn_id", "a.turn_id, 1, a.terms", 1), room_id, chosen))
    if kept:
        await postings.drop(room_id, kept)
        await db.run(f"DELETE FROM answer WHERE turn_id IN ({answers})", room_id, chosen)  # noqa: S608
        await erasing.is_due(db)
