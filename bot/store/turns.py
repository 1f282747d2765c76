"""Turns as they are read: by their ids, by Discord's messages, in their order."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from bot.models.discussion import Room, Turn
from bot.store.connection import Connection
from bot.store.turn_rows import TURNS, turn_of
from bot.store.turn_search import TurnSearch

_ROOM = "(SELECT id FROM room WHERE guild_id = ?1 AND channel_id = ?2)"


class TurnReads:
    """Queries. Each is keyed by a room; what is another's is not there."""

    def __init__(self, db: Connection, search: TurnSearch) -> None:
        self._db = db
        self.search = search.best

    async def get(self, room: Room, turn_id: int) -> Turn | None:
        """One of this room's."""
        found = await self._turns(room, "t.id = ?3", turn_id)
        return found[0] if found else None

    async def of_message(self, room: Room, message_id: int) -> Turn | None:
        """The turn that was asked by this message, or whose answer stands in it."""
        turn_id = await turn_of_message(self._db, room, message_id)
        return await self.get(room, turn_id) if turn_id else None

    async def after(self, room: Room, turn_id: int, limit: int) -> list[Turn]:
        """The first ones behind this one, the oldest first."""
        return await self._turns(room, "t.id > ?3 ORDER BY t.id LIMIT ?4", turn_id, limit)

    async def latest(self, room: Room, limit: int) -> list[Turn]:
        """The last ones, the oldest of them first."""
        return (await self._turns(room, "TRUE ORDER BY t.id DESC LIMIT ?3", limit))[::-1]

    async def before(self, room: Room, turn_id: int, limit: int) -> list[Turn]:
        """The last ones before this one, the oldest of them first."""
        return (await self._turns(room, "t.id < ?3 ORDER BY t.id DESC LIMIT ?4", turn_id, limit))[::-1]

    async def by_ids(self, room: Room, turn_ids: Sequence[int]) -> list[Turn]:
        """Those of them that are this room's, the oldest first."""
        chosen = "t.id IN (SELECT value FROM json_each(?3)) ORDER BY t.id"
        return await self._turns(room, chosen, json.dumps(list(turn_ids)))

    async def chain(self, room: Room, turn_id: int, limit: int) -> list[Turn]:
        """This one and what it replies to, and what that does, as far as `limit` turns; the oldest first."""
        rows = await self._db.rows(
            f"""WITH RECURSIVE chain (id, depth) AS (
                    SELECT id, 1 FROM turn WHERE id = ?3 AND room_id = {_ROOM}
                    UNION ALL
                    SELECT t.reply_to, c.depth + 1 FROM chain c JOIN turn t ON t.id = c.id
                    WHERE t.reply_to IS NOT NULL AND c.depth < ?4)
                SELECT id FROM chain""",  # noqa: S608 - our own names
            room.guild_id, room.channel_id, turn_id, limit,
        )  # fmt: skip
        return await self.by_ids(room, [row[0] for row in rows])

    async def count(self, room: Room) -> int:
        """How many there are."""
        query = f"SELECT count(*) FROM turn WHERE room_id = {_ROOM}"  # noqa: S608 - our own names
        return await self._db.number(query, room.guild_id, room.channel_id)

    async def span(self, room: Room) -> tuple[datetime, datetime] | None:
        """When the first and the last of them was asked; None when there are none."""
        query = f"SELECT min(asked_at), max(asked_at) FROM turn WHERE room_id = {_ROOM}"  # noqa: S608 - as above
        row = await self._db.row(query, room.guild_id, room.channel_id)
        return (datetime.fromisoformat(row[0]), datetime.fromisoformat(row[1])) if row and row[0] else None

    async def _turns(self, room: Room, chosen: str, *values: object) -> list[Turn]:
        query = f"{TURNS} WHERE t.room_id = {_ROOM} AND {chosen}"
        return [turn_of(row) for row in await self._db.rows(query, room.guild_id, room.channel_id, *values)]


async def turn_of_message(db: Connection, room: Room, message_id: int) -> int:
    """The id of the turn that a message asks or answers; 0 for none."""
    return await db.number(
        f"""SELECT id FROM turn WHERE room_id = {_ROOM} AND message_id = ?3
            UNION ALL SELECT turn_id FROM answer_message WHERE room_id = {_ROOM} AND message_id = ?3""",  # noqa: S608
        room.guild_id, room.channel_id, message_id,
    )  # fmt: skip
