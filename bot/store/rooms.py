"""Rooms as rows: every statement on what was said in one is keyed by it."""

from __future__ import annotations

from bot.models.discussion import Room
from bot.store.connection import Connection


async def found(db: Connection, room: Room) -> int:
    """Its id; 0, which no room has, when nothing was said there."""
    query = "SELECT id FROM room WHERE guild_id = ? AND channel_id = ?"
    return await db.number(query, room.guild_id, room.channel_id)


async def opened(db: Connection, room: Room) -> int:
    """Its id; it is made when it is not there."""
    statement = "INSERT INTO room (guild_id, channel_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
    await db.run(statement, room.guild_id, room.channel_id)
    return await found(db, room)


async def changed(db: Connection, room_id: int) -> None:
    """What was said there is not what it was: a memory that is being made of it is void."""
    await db.run("UPDATE room SET changes = changes + 1 WHERE id = ?", room_id)
