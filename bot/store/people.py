"""What is kept of a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.models.discussion import Room
from bot.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPerson:
    """Counts of what is kept of a person, in all servers.

    names: under which they spoke. rooms: in which they did. remarks: messages of theirs that others asked about.
    memos: what is remembered of their positions and questions. asks: kept so that they can be asked again. usage: asks
    of a model that are booked under their id. since: when the first of their turns was asked.
    """

    names: tuple[str, ...] = ()
    rooms: int = 0
    turns: int = 0
    remarks: int = 0
    memos: int = 0
    asks: int = 0
    usage: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten with a person.

    answers: to others, in which they were named or repeated. rooms: where the memory is to be folded anew.
    """

    turns: int = 0
    remarks: int = 0
    memos: int = 0
    answers: int = 0
    asks: int = 0
    usage: int = 0
    rooms: tuple[Room, ...] = ()


# Where a person was seen, and as whom; ?1 is their id.
_SEEN = """SELECT room_id, person_name FROM turn WHERE person_id = ?1
           UNION SELECT room_id, about_name FROM turn WHERE about_id = ?1
           UNION SELECT m.room_id, memo.value ->> '$.person.name' FROM memory m, json_each(m.memos) memo
           WHERE memo.value ->> '$.person.id' = ?1"""

_COUNTS = """SELECT (SELECT count(DISTINCT room_id) FROM turn WHERE person_id = ?1),
                    (SELECT count(*) FROM turn WHERE person_id = ?1),
                    (SELECT count(*) FROM turn WHERE about_id = ?1),
                    (SELECT count(*) FROM memory m, json_each(m.memos) memo WHERE memo.value ->> '$.person.id' = ?1),
                    (SELECT count(*) FROM ask WHERE user_id = ?1),
                    (SELECT count(*) FROM usage WHERE user_id = ?1),
                    (SELECT min(asked_at) FROM turn WHERE person_id = ?1)"""


class PeopleReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def about(self, user_id: int) -> AboutPerson:
        """What is kept of them now."""
        row = await self._db.row(_COUNTS, user_id)
        assert row is not None, "counts always give a row"
        rooms, turns, remarks, memos, asks, usage, since = row
        return AboutPerson(
            names=tuple(sorted({name for _, name in await seen(self._db, user_id)})),
            rooms=rooms,
            turns=turns,
            remarks=remarks,
            memos=memos,
            asks=asks,
            usage=usage,
            since=datetime.fromisoformat(since) if since else None,
        )


async def seen(db: Connection, user_id: int) -> list[tuple[int, str]]:
    """Rooms by their ids in which a person has spoken, was asked about or is remembered, each with each name there."""
    return [(room_id, name) for room_id, name in await db.rows(_SEEN, user_id)]
