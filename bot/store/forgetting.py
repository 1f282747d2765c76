"""Forgetting a person: what they said goes, and their traces in what we made of it and in what we answered to others.

What others said in their own words stays as it is. What a person spent stays booked, under no name.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from bot.models.discussion import Room
from bot.store import erasing
from bot.store.connection import Connection
from bot.store.forgetting_in_room import InRoom, Terms
from bot.store.people import Forgotten, seen
from bot.store.postings import Postings
from bot.store.traces import Traces

# Where a person may be named: the rooms in which they were seen (?1), and all of a server that one of those is in, or
# that they asked something in (?2: their id).
_ROOMS = """SELECT id, guild_id, channel_id FROM room
            WHERE id IN (SELECT value FROM json_each(?1)) OR guild_id <> 0 AND guild_id IN (
                SELECT guild_id FROM room WHERE id IN (SELECT value FROM json_each(?1))
                UNION SELECT guild_id FROM ask WHERE user_id = ?2)
            ORDER BY id"""


class PeopleWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, postings: Postings) -> None:
        self._db, self._postings = db, postings

    async def forget(self, user_id: int, terms: Terms, names: Iterable[str] = ()) -> Forgotten:
        """In all servers. `names`: those of today, besides the ones that are kept; `terms` indexes anew what changes.

        Their names are looked for wherever a server that they were seen in has a room; what they said, only in the
        room in which they said it. Bytes go with `Store.erase`.
        """
        known = await seen(self._db, user_id)
        named = {*names, *(name for _, name in known)}
        rooms = await self._rooms(user_id, {room_id for room_id, _ in known})
        forgotten, spoken = Forgotten(), list[str]()
        for room_id, room in rooms.items():
            in_room = await InRoom.of(self._db, self._postings, room_id, user_id)
            spoken += in_room.spoken
            forgotten = _with(forgotten, room, await in_room.forget(named, terms))
        asks = await self._forget_asks(user_id, rooms.values(), await asyncio.to_thread(Traces, named, spoken, user_id))
        usage = await self._db.number("SELECT count(*) FROM usage WHERE user_id = ?", user_id)
        await self._db.run("UPDATE usage SET user_id = NULL WHERE user_id = ?", user_id)
        await erasing.is_due(self._db)
        return replace(forgotten, asks=asks, usage=usage)

    async def _rooms(self, user_id: int, seen_in: Iterable[int]) -> Mapping[int, Room]:
        rows = await self._db.rows(_ROOMS, json.dumps(list(seen_in)), user_id)
        return {room_id: Room(guild_id=guild_id, channel_id=channel_id) for room_id, guild_id, channel_id in rows}

    async def _forget_asks(self, user_id: int, rooms: Iterable[Room], traces: Traces) -> int:
        """Theirs, and others' in the same places that hold something of them: such a one cannot be asked again."""
        places = json.dumps([(room.guild_id, room.channel_id) for room in rooms])
        rows = await self._db.rows(
            """SELECT a.id, a.args FROM ask a WHERE args IS NOT NULL AND user_id <> ?1 AND EXISTS (
                   SELECT 1 FROM json_each(?2) place WHERE a.guild_id = place.value ->> 0
                   AND (a.guild_id <> 0 OR a.channel_id = place.value ->> 1))""",
            user_id, places,
        )  # fmt: skip
        others = await asyncio.to_thread(lambda: [ask_id for ask_id, args in rows if traces.are_in(args)])
        theirs = await self._db.rows("SELECT id FROM ask WHERE user_id = ?", user_id)
        gone = [*others, *(row[0] for row in theirs)]
        await self._db.run("DELETE FROM ask WHERE id IN (SELECT value FROM json_each(?))", json.dumps(gone))
        return len(gone)


def _with(forgotten: Forgotten, room: Room, here: Forgotten) -> Forgotten:
    """The sum of both; the room counts when something that was remembered there went."""
    return Forgotten(
        turns=forgotten.turns + here.turns,
        remarks=forgotten.remarks + here.remarks,
        memos=forgotten.memos + here.memos,
        answers=forgotten.answers + here.answers,
        rooms=(*forgotten.rooms, room) if here.memos else forgotten.rooms,
    )
