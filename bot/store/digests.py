"""Slots: a channel's digest of a local date, once, as the schema has it; and what became of each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.models.digest import Slot, SlotState
from bot.store.connection import Connection

_COLUMNS = "id, guild_id, channel_id, day, due_at, from_at, until_at, state, is_late, reason"
_TOLD = ("composed", "sent", "empty")  # states of digests that tell of their time
KEPT = timedelta(days=90)


class DigestReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def last(self, guild_id: int, channel_id: int, limit: int) -> list[Slot]:
        """The channel's latest, the newest first."""
        query = f"""SELECT {_COLUMNS} FROM digest WHERE guild_id = ? AND channel_id = ?
                    ORDER BY due_at DESC, id DESC LIMIT ?"""  # noqa: S608 - our own names
        return [_slot(row) for row in await self._db.rows(query, guild_id, channel_id, limit)]

    async def told_until(self, guild_id: int, channel_id: int) -> datetime | None:
        """Up to when the channel's digests of a date have told; where none came through, from when the first was to.

        None before the first.
        """
        return await _told_until(self._db, guild_id, channel_id)

    async def planned(self, limit: int, without: Iterable[int] = ()) -> list[Slot]:
        """Those that are not composed yet, the longest due first; without these."""
        left_out = list(without)
        query = f"""SELECT {_COLUMNS} FROM digest
                    WHERE state = 'planned' AND id NOT IN ({", ".join("?" * len(left_out))})
                    ORDER BY due_at, id LIMIT ?"""  # noqa: S608 - our own names and question marks
        return [_slot(row) for row in await self._db.rows(query, *left_out, limit)]


class DigestWrites:
    """Those of all servers: the house's own upkeep."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def forget(self) -> None:
        """Those that ended long ago, with their posts and with what they told."""
        before = (self._clock.now() - KEPT).isoformat()
        await self._db.run("DELETE FROM digest WHERE due_at < ? AND state NOT IN ('planned', 'composed')", before)


class GuildDigests:
    """The digests of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def told_until(self, channel_id: int) -> datetime | None:
        """Up to when the channel's digests of a date have told; where none came through, from when the first was to.

        None before the first.
        """
        return await _told_until(self._db, self._guild_id, channel_id)

    async def plan(
        self, channel_id: int, day: date | None, *, due_at: datetime, since: datetime, until: datetime,
        state: SlotState = SlotState.PLANNED, is_late: bool = False, reason: str = "",
    ) -> Slot | None:  # fmt: skip
        """The slot; None where that date has one already."""
        row = await self._db.row(
            f"""INSERT INTO digest (guild_id, channel_id, day, due_at, from_at, until_at, state, is_late, reason,
                                   planned_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                RETURNING {_COLUMNS}""",  # noqa: S608 - our own names
            self._guild_id, channel_id, day and day.isoformat(), due_at.isoformat(), since.isoformat(),
            until.isoformat(), state.value, is_late, reason, self._clock.now().isoformat(),
        )  # fmt: skip
        return _slot(row) if row else None

    async def moved(self, digest_id: int, to: SlotState, *, of: SlotState, reason: str = "") -> bool:
        """It is in another state now; False when it was not in the state `of` any more, and stays as it is."""
        ended_at = None if to is SlotState.COMPOSED else self._clock.now().isoformat()
        return bool(
            await self._db.rows(
                """UPDATE digest SET state = ?, reason = ?, ended_at = ?
                   WHERE id = ? AND guild_id = ? AND state = ? RETURNING 1""",
                to.value, reason, ended_at, digest_id, self._guild_id, of.value,
            )
        )  # fmt: skip

    async def last_day(self, channel_id: int) -> date | None:
        """The latest date that has a digest, or was passed over."""
        query = "SELECT max(day) FROM digest WHERE guild_id = ? AND channel_id = ?"
        row = await self._db.row(query, self._guild_id, channel_id)
        return date.fromisoformat(row[0]) if row and row[0] else None

    async def drop_planned(self, channel_id: int, reason: str) -> None:
        """Those of the channel that are not composed yet; the others end with their posts."""
        await self._db.run(
            """UPDATE digest SET state = 'dropped', reason = ?, ended_at = ?
               WHERE guild_id = ? AND channel_id = ? AND state = 'planned'""",
            reason, self._clock.now().isoformat(), self._guild_id, channel_id,
        )  # fmt: skip


async def _told_until(db: Connection, guild_id: int, channel_id: int) -> datetime | None:
    query = f"""SELECT coalesce(max(until_at) FILTER (WHERE state IN {_TOLD}), min(from_at)) FROM digest
                WHERE guild_id = ? AND channel_id = ? AND day IS NOT NULL"""  # noqa: S608 - our own
    row = await db.row(query, guild_id, channel_id)
    return datetime.fromisoformat(row[0]) if row and row[0] else None


def _slot(row: tuple[Any, ...]) -> Slot:
    digest_id, guild_id, channel_id, day, due_at, since, until, state, is_late, reason = row
    return Slot(
        id=digest_id,
        guild_id=guild_id,
        channel_id=channel_id,
        day=date.fromisoformat(day) if day else None,
        due_at=datetime.fromisoformat(due_at),
        since=datetime.fromisoformat(since),
        until=datetime.fromisoformat(until),
        state=SlotState(state),
        is_late=bool(is_late),
        reason=reason,
    )
