"""When channels get their digest, and when the next one is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from bot.clock import Clock
from bot.models.digest import Schedule, WhenEmpty
from bot.store.connection import Connection

_DUE = """s.next_at <= ?
          AND NOT EXISTS (SELECT 1 FROM server v WHERE v.guild_id = s.guild_id AND v.left_at IS NOT NULL)"""
_COLUMNS = "s.guild_id, s.channel_id, s.at, s.zone, s.days, s.when_empty, s.next_at, s.paused"
SERVER_GONE = "server-gone"  # the pause that ends by itself when the server comes back


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSchedule:
    """since: no slot before it. last_day: the latest date that has a digest, or was passed over; None for none.

    asked_in: the channel in which a moderator asked for it.
    """

    schedule: Schedule
    since: datetime
    last_day: date | None
    asked_in: int


class ScheduleReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def of(self, guild_id: int, channel_id: int) -> Schedule | None:
        """The channel's, if it is this server's."""
        query = f"SELECT {_COLUMNS} FROM schedule s WHERE s.guild_id = ? AND s.channel_id = ?"  # noqa: S608 - our own
        row = await self._db.row(query, guild_id, channel_id)
        return _schedule(row) if row else None

    async def of_server(self, guild_id: int) -> list[Schedule]:
        """All of a server, in the order of its channels."""
        query = f"SELECT {_COLUMNS} FROM schedule s WHERE s.guild_id = ? ORDER BY s.channel_id"  # noqa: S608 - our own
        return [_schedule(row) for row in await self._db.rows(query, guild_id)]

    async def are_due(self, now: datetime) -> bool:
        """Whether the next slot of one has come."""
        query = f"SELECT 1 FROM schedule s WHERE {_DUE} LIMIT 1"  # noqa: S608 - our own
        return await self._db.row(query, now.isoformat()) is not None


class ScheduleWrites:
    """Those of all servers: the house's own upkeep."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def due(self, now: datetime, limit: int) -> list[KeptSchedule]:
        """Those whose next slot has come, the earliest first; not of servers that were left."""
        return await _read(self._db, f"{_DUE} ORDER BY s.next_at LIMIT ?", now.isoformat(), limit)

    async def after(self, guild_id: int, channel_id: int, limit: int) -> list[KeptSchedule]:
        """Those that are not paused, in the order of their ids, behind that one; (0, 0) begins."""
        where = "(s.guild_id, s.channel_id) > (?, ?) AND s.paused = '' ORDER BY s.guild_id, s.channel_id LIMIT ?"
        return await _read(self._db, where, guild_id, channel_id, limit)

    async def reckoned(self, schedule: Schedule, next_at: datetime | None) -> None:
        """Its next slot is then; None at the end of the calendar."""
        await self._db.run(
            "UPDATE schedule SET next_at = ? WHERE guild_id = ? AND channel_id = ?",
            next_at and next_at.isoformat(), schedule.guild_id, schedule.channel_id,
        )  # fmt: skip


class GuildSchedules:
    """The schedules of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def kept(self, channel_id: int) -> KeptSchedule | None:
        """The channel's, with all that planning needs."""
        found = await _read(self._db, "s.guild_id = ? AND s.channel_id = ?", self._guild_id, channel_id)
        return found[0] if found else None

    async def put(self, schedule: Schedule, *, asked_in: int) -> None:
        """From now on, in place of what was; it is not paused."""
        now = self._clock.now().isoformat()
        await self._db.run(
            """INSERT INTO schedule (guild_id, channel_id, at, zone, days, when_empty, since, next_at, asked_in)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT DO UPDATE SET at = excluded.at, zone = excluded.zone, days = excluded.days,
                   when_empty = excluded.when_empty, since = excluded.since, next_at = excluded.next_at, paused = '',
                   asked_in = excluded.asked_in""",
            self._guild_id, schedule.channel_id, schedule.at.isoformat(), schedule.zone, _mask(schedule.days),
            schedule.when_empty.value, now, schedule.next_at and schedule.next_at.isoformat(), asked_in,
        )  # fmt: skip

    async def remove(self, channel_id: int) -> None:
        """It gets no more."""
        await self._db.run("DELETE FROM schedule WHERE guild_id = ? AND channel_id = ?", self._guild_id, channel_id)

    async def pause(self, channel_id: int, reason: str) -> bool:
        """Until a moderator schedules it again; False where it was paused before, or there is none."""
        return bool(
            await self._db.rows(
                """UPDATE schedule SET paused = ?, next_at = NULL
                   WHERE guild_id = ? AND channel_id = ? AND paused = '' RETURNING 1""",
                reason, self._guild_id, channel_id,
            )
        )  # fmt: skip


async def resume_digests(db: Connection, guild_id: int, now: datetime) -> None:
    """The bot is in that server again: what was paused for its absence goes on from now; planning reckons when."""
    await db.run(
        "UPDATE schedule SET paused = '', since = ?1, next_at = ?1 WHERE guild_id = ?2 AND paused = ?3",
        now.isoformat(), guild_id, SERVER_GONE,
    )  # fmt: skip


async def _read(db: Connection, where: str, *values: object) -> list[KeptSchedule]:
    query = f"""SELECT {_COLUMNS}, s.since, s.asked_in,
                       (SELECT max(day) FROM digest d WHERE d.guild_id = s.guild_id AND d.channel_id = s.channel_id)
                FROM schedule s WHERE {where}"""  # noqa: S608 - our own
    return [_kept(row) for row in await db.rows(query, *values)]


def _kept(row: tuple[Any, ...]) -> KeptSchedule:
    *columns, since, asked_in, last_day = row
    return KeptSchedule(
        schedule=_schedule(tuple(columns)),
        since=datetime.fromisoformat(since),
        last_day=date.fromisoformat(last_day) if last_day else None,
        asked_in=asked_in,
    )


def _schedule(row: tuple[Any, ...]) -> Schedule:
    guild_id, channel_id, at, zone, days, when_empty, next_at, paused = row
    return Schedule(
        guild_id=guild_id,
        channel_id=channel_id,
        at=time.fromisoformat(at),
        zone=zone,
        days=frozenset(day for day in range(7) if days >> day & 1),
        when_empty=WhenEmpty(when_empty),
        next_at=datetime.fromisoformat(next_at) if next_at else None,
        paused=paused,
    )


def _mask(days: frozenset[int]) -> int:
    return sum(1 << day for day in days)
