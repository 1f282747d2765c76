"""What is remembered of rooms."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.clock import Clock
from bot.models.discussion import Kept, Memo, Memory, Person, Room
from bot.store import rooms, signatures
from bot.store.connection import Connection
from bot.store.turn_rows import fallback_of, fallback_row


class MemoryReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, room: Room) -> Memory | None:
        """What is remembered of this room; None when nothing was folded yet."""
        return await memory_of(self._db, await rooms.found(self._db, room))

    async def changes(self, room: Room) -> int:
        """How often something that was said here was taken back or reworded; read before the turns of a fold are."""
        query = "SELECT changes FROM room WHERE guild_id = ? AND channel_id = ?"
        return await self._db.number(query, room.guild_id, room.channel_id)


class GuildMemories:
    """What is remembered of the rooms of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def fold(self, channel_id: int, after: int, memory: Memory, changes: int) -> bool:
        """Put this memory in the place of the one through `after` (0 for none).

        False, and nothing is done, when somebody else folded in between, or when something that was said there was
        taken back or reworded since `changes` was read: the memory may hold it.
        """
        room = Room(guild_id=self._guild_id, channel_id=channel_id)
        room_id = await rooms.found(self._db, room)
        now = await self._db.row(
            """SELECT coalesce(m.through, 0), r.changes
               FROM room r LEFT JOIN memory m ON m.room_id = r.id WHERE r.id = ?""",
            room_id,
        )
        if now != (after, changes):
            return False
        await self._db.run(
            f"""INSERT OR REPLACE INTO memory (room_id, through, memos, fallback, made_at, model, {signatures.COLUMNS})
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",  # noqa: S608 - our own names
            room_id, memory.through, memos_row(memory.memos), fallback_row(memory.fallback),
            self._clock.now().isoformat(), memory.signature.model, *signatures.row_of(memory.signature),
        )  # fmt: skip
        return True


async def memory_of(db: Connection, room_id: int) -> Memory | None:
    """The memory of the room with this id."""
    query = f"SELECT memos, through, fallback, model, {signatures.COLUMNS} FROM memory WHERE room_id = ?"  # noqa: S608
    row = await db.row(query, room_id)
    if row is None:
        return None
    memos, through, fallback, model, *signature = row
    return Memory(
        memos=tuple(map(_memo, json.loads(memos))),
        through=through,
        signature=signatures.signature_of(model, tuple(signature)),
        fallback=fallback_of(fallback),
    )


def memos_row(memos: Sequence[Memo]) -> str:
    """As JSON; a person as id and name."""
    return json.dumps([_written(memo) for memo in memos], ensure_ascii=False)


def _written(memo: Memo) -> dict[str, Any]:
    said = {"kind": memo.kind.value, "text": memo.text, "turns": memo.turns}
    return said | {"person": {"id": memo.person.id, "name": memo.person.name}} if memo.person else said


def _memo(said: dict[str, Any]) -> Memo:
    person = Person(**said["person"]) if "person" in said else None
    return Memo(kind=Kept(said["kind"]), text=said["text"], turns=tuple(said["turns"]), person=person)
