"""What Discord tells of messages that were turns: reworded, deleted."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence

from bot.store import erasing
from bot.store.connection import Connection
from bot.store.folding_back import forget_memos
from bot.store.postings import Postings
from bot.store.taking_back import remove_answers, remove_turns

_OF_THESE = "(SELECT value FROM json_each(?2))"
_QUESTIONS = f"SELECT id FROM turn WHERE room_id = ?1 AND message_id IN {_OF_THESE}"  # noqa: S608 - our own names
_ANSWERS = f"SELECT turn_id FROM answer_message WHERE room_id = ?1 AND message_id IN {_OF_THESE}"  # noqa: S608
_REMARKS = f"SELECT id FROM turn WHERE room_id = ?1 AND about_id IS NOT NULL AND reply_message_id IN {_OF_THESE}"  # noqa: S608


async def index_question(db: Connection, postings: Postings, room_id: int, turn_id: int, terms: Sequence[str]) -> None:
    """The turn is found by these terms of its question."""
    column = await postings.put(room_id, turn_id, terms, is_answer=False)
    await db.run("UPDATE turn SET terms = ? WHERE id = ?", column, turn_id)


async def reworded(
    db: Connection, postings: Postings, room_id: int, message_id: int, text: str, terms: Sequence[str]
) -> bool:
    """The question of this message reads otherwise; False when nothing changes."""
    query = "SELECT id, terms FROM turn WHERE room_id = ? AND message_id = ? AND text <> ?"
    row = await db.row(query, room_id, message_id, text)
    if row is None:
        return False
    turn_id, kept = row
    await postings.drop(room_id, [(turn_id, False, kept)])
    await db.run("UPDATE turn SET text = ? WHERE id = ?", text, turn_id)
    await index_question(db, postings, room_id, turn_id, terms)
    await forget_memos(db, room_id, lambda memo: turn_id in memo.turns)
    await erasing.is_due(db)
    return True


async def taken_back(db: Connection, postings: Postings, room_id: int, message_ids: Sequence[int]) -> int:
    """These messages are gone; returns how many turns that touches."""
    gone = json.dumps(list(message_ids))
    questions, answers, remarks = [
        {row[0] for row in await db.rows(query, room_id, gone)} for query in (_QUESTIONS, _ANSWERS, _REMARKS)
    ]
    if not (touched := questions | answers | remarks):
        return 0
    await remove_turns(db, postings, room_id, questions)
    await remove_answers(db, postings, room_id, answers)
    await remove_remarks(db, remarks)
    await forget_memos(db, room_id, lambda memo: not touched.isdisjoint(memo.turns))
    return len(touched)


async def remove_remarks(db: Connection, turn_ids: Collection[int]) -> None:
    """What these turns are about; their own words stay."""
    await db.run(
        """UPDATE turn SET about_id = NULL, about_name = NULL, about_text = NULL, reply_message_id = NULL
           WHERE id IN (SELECT value FROM json_each(?))""",
        json.dumps(list(turn_ids)),
    )
    await erasing.is_due(db)
