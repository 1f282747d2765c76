"""The outbox: what is to stand in a channel exactly once, and how far each of it has come."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.models import digest_json
from bot.models.digest import Part, Slot
from bot.models.post import Notice, Post, PostState
from bot.store.connection import Connection
from bot.store.preferences import OF_THE_SERVER

ALERTS = "alerts"  # the preference that names the channel for notices
NOTICES_LIVE = timedelta(days=7)  # for which a notice is worth sending
NOTICES_KEPT = timedelta(days=30)  # for which none is told twice
LONGEST_WAIT = timedelta(minutes=20)  # whoever seems to wait for longer waits for a clock that was set back
_COLUMNS = """p.id, p.guild_id, p.channel_id, p.body, p.nonce, p.mark, p.state, p.tries, p.tried_at, p.digest_id,
              p.not_after"""
_OPEN = "state IN ('ready', 'sending')"
_DUE = "(not_before <= ? OR not_before > ?)"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPost:
    """One that has not ended. digest_id: None of a notice. not_after: it is not worth sending any more then."""

    post: Post
    digest_id: int | None
    not_after: datetime


class PostReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def are_due(self, now: datetime) -> bool:
        """Whether there is something to do."""
        query = f"SELECT 1 FROM post WHERE {_OPEN} AND {_DUE} LIMIT 1"  # noqa: S608 - our own
        return await self._db.row(query, *_moments(now)) is not None

    async def open(self) -> int:
        """How many have not ended."""
        return await self._db.number(f"SELECT count(*) FROM post WHERE {_OPEN}")  # noqa: S608 - our own


class PostWrites:
    """Those of all servers: the house's own upkeep."""

    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def due(self, now: datetime, limit: int) -> list[OpenPost]:
        """The first of each channel's line of digest parts, and notices; those that may be tried now."""
        query = f"""SELECT {_COLUMNS} FROM post p
                    WHERE p.{_OPEN} AND {_DUE} AND (p.digest_id IS NULL OR NOT EXISTS (
                        SELECT 1 FROM post q
                        WHERE q.{_OPEN} AND q.digest_id IS NOT NULL AND q.channel_id = p.channel_id AND q.id < p.id))
                    ORDER BY p.not_before, p.id LIMIT ?"""  # noqa: S608 - our own
        return [_open(row) for row in await self._db.rows(query, *_moments(now), limit)]

    async def wait(
        self, post_id: int, until: datetime, state: PostState, *, tried_at: datetime | None, tries: int
    ) -> bool:
        """It is in that state, and not touched before that moment; False when it has ended meanwhile."""
        return bool(
            await self._db.rows(
                f"""UPDATE post SET not_before = ?, state = ?, tried_at = ?, tries = ?
                    WHERE id = ? AND {_OPEN} RETURNING 1""",  # noqa: S608 - our own
                until.isoformat(), state.value, tried_at and tried_at.isoformat(), tries, post_id,
            )
        )  # fmt: skip

    async def put_off(self, post_id: int, until: datetime) -> None:
        """It is not touched before that moment; whatever else is known of it stays."""
        await self._db.run(f"UPDATE post SET not_before = ? WHERE id = ? AND {_OPEN}", until.isoformat(), post_id)  # noqa: S608 - our own

    async def forget(self) -> None:
        """Notices that ended long ago; parts go with their digest."""
        before = (self._clock.now() - NOTICES_KEPT).isoformat()
        await self._db.run(f"DELETE FROM post WHERE digest_id IS NULL AND NOT {_OPEN} AND made_at < ?", before)  # noqa: S608 - our own


class GuildPosts:
    """The posts of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def put(self, slot: Slot, parts: Sequence[Part], *, not_after: datetime) -> None:
        """The parts of a digest, in their order."""
        for part in parts:
            about = f"digest.{slot.channel_id}.{slot.day or slot.due_at.isoformat()}.{part.n}"
            body = json.dumps({"part": digest_json.to_json(part)}, ensure_ascii=False)
            await self._insert(slot.channel_id, about, body, not_after, digest_id=slot.id, place=part.n)

    async def notice(self, asked_in: int, notice: Notice, key: str) -> None:
        """To the server's channel for notices; where it has none, to `asked_in`. Told once for each key."""
        body = json.dumps({"notice": {"kind": notice.kind, "facts": dict(notice.facts)}}, ensure_ascii=False)
        channel_id = await self.alerts(asked_in)
        if channel_id:
            await self._insert(channel_id, f"notice.{key}", body, self._clock.now() + NOTICES_LIVE)

    async def alerts(self, otherwise: int) -> int:
        """The server's channel for notices; 0 where there is none at all."""
        value = await self._db.row(
            "SELECT value FROM preference WHERE guild_id = ? AND channel_id = ? AND name = ?",
            self._guild_id, OF_THE_SERVER, ALERTS,
        )  # fmt: skip
        return int(value[0]) if value and str(value[0]).isdigit() else otherwise

    async def end(self, post_id: int, state: PostState, *, message_id: int = 0, reason: str = "") -> bool:
        """For good; what it said is not kept. False when it had ended before."""
        return bool(
            await self._db.rows(
                f"""UPDATE post SET state = ?, message_id = ?, reason = ?, body = 'null'
                    WHERE id = ? AND guild_id = ? AND {_OPEN} RETURNING 1""",  # noqa: S608 - our own
                state.value, message_id, reason, post_id, self._guild_id,
            )
        )  # fmt: skip

    async def open_in(self, channel_id: int) -> list[OpenPost]:
        """Parts of digests that are to stand in the channel and have not ended."""
        query = f"""SELECT {_COLUMNS} FROM post p
                    WHERE p.guild_id = ? AND p.channel_id = ? AND p.{_OPEN} AND p.digest_id IS NOT NULL"""  # noqa: S608 - our own
        return [_open(row) for row in await self._db.rows(query, self._guild_id, channel_id)]

    async def states(self, digest_id: int) -> dict[PostState, str]:
        """Those in which parts of it are, with the reason of one of them."""
        query = "SELECT state, max(reason) FROM post WHERE digest_id = ? AND guild_id = ? GROUP BY state"
        return {PostState(state): reason for state, reason in await self._db.rows(query, digest_id, self._guild_id)}

    async def _insert(
        self, channel_id: int, about: str, body: str, not_after: datetime, *, digest_id: int | None = None,
        place: int = 0,
    ) -> None:  # fmt: skip
        nonce, now = _nonce(f"{self._guild_id}.{about}"), self._clock.now().isoformat()
        await self._db.run(
            """INSERT INTO post (guild_id, channel_id, digest_id, place, body, nonce, mark, state, not_before,
                                 not_after, made_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, 'ready', ?, ?, ?) ON CONFLICT (nonce) DO NOTHING""",
            self._guild_id, channel_id, digest_id, place, body, nonce, nonce[:8], now, not_after.isoformat(), now,
        )  # fmt: skip


def _moments(now: datetime) -> tuple[str, str]:
    return now.isoformat(), (now + LONGEST_WAIT).isoformat()


def _nonce(about: str) -> str:
    """24 letters and digits, of Discord's 25: the same for the same, and nobody else's."""
    return base64.b32encode(hashlib.blake2b(about.encode(), digest_size=15).digest()).decode().lower()


def _open(row: tuple[Any, ...]) -> OpenPost:
    post_id, guild_id, channel_id, body, nonce, mark, state, tries, tried_at, digest_id, not_after = row
    post = Post(
        id=post_id,
        guild_id=guild_id,
        channel_id=channel_id,
        body=_body(json.loads(body)),
        nonce=nonce,
        mark=mark,
        state=PostState(state),
        tries=tries,
        tried_at=datetime.fromisoformat(tried_at) if tried_at else None,
    )
    return OpenPost(post=post, digest_id=digest_id, not_after=datetime.fromisoformat(not_after))


def _body(data: dict[str, Any]) -> Part | Notice:
    return digest_json.from_json(data["part"]) if "part" in data else Notice(**data["notice"])
