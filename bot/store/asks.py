"""Asks as they came, so that none is forgotten: an open one holds the token that still answers it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import Clock
from bot.store import erasing
from bot.store.connection import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAsk:
    """What was asked, by whom, where; `use` is "" when the process died before it knew."""

    id: int
    guild_id: int
    channel_id: int
    user_id: int
    use: str
    args: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAsk(KeptAsk):
    """One that nobody has answered. `token` answers it for 15 minutes after `asked_at`; "" of a message.

    question_message_id: the message that it came as, 0 for an interaction. message_id: our reply to that, 0 before it.
    """

    application_id: int
    token: str
    asked_at: datetime
    question_message_id: int = 0
    message_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAsk:
    """Somebody who waits. use and args: as far as it is known what they ask.

    `token` answers an interaction; a question that came as a message has none, but `question_message_id`.
    """

    channel_id: int
    user_id: int
    application_id: int = 0
    token: str = ""
    question_message_id: int = 0
    use: str = ""
    args: Mapping[str, str] = field(default_factory=dict)


class AskReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def open(self) -> list[OpenAsk]:
        """Those that a process which died has left, of all servers."""
        query = """SELECT id, guild_id, channel_id, user_id, use, args,
                          application_id, token, asked_at, question_message_id, message_id
                   FROM ask WHERE is_open = 1 ORDER BY id"""
        return [_open(row) for row in await self._db.rows(query)]

    async def find(self, guild_id: int, ask_id: int) -> KeptAsk | None:
        """One of this server's."""
        query = "SELECT id, guild_id, channel_id, user_id, use, args FROM ask WHERE id = ? AND guild_id = ?"
        row = await self._db.row(query, ask_id, guild_id)
        return KeptAsk(**_kept(row)) if row else None


def _open(row: tuple[Any, ...]) -> OpenAsk:
    *kept, application_id, token, asked_at, question_message_id, message_id = row
    return OpenAsk(
        **_kept(tuple(kept)),
        application_id=application_id,
        token=token or "",
        asked_at=datetime.fromisoformat(asked_at),
        question_message_id=question_message_id,
        message_id=message_id,
    )


def _kept(row: tuple[Any, ...]) -> dict[str, Any]:
    ask_id, guild_id, channel_id, user_id, use, args = row
    return {
        "id": ask_id,
        "guild_id": guild_id,
        "channel_id": channel_id,
        "user_id": user_id,
        "use": use or "",
        "args": json.loads(args) if args else {},
    }


class AskWrites:
    """Statements on asks whose server is not at hand: the house's own upkeep."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    async def answer(self, ask_id: int) -> None:
        """It was answered, or cannot be any more; its token is not kept."""
        await self._db.run("UPDATE ask SET token = NULL, is_open = 0 WHERE id = ?", ask_id)

    async def forget(self, before: datetime) -> None:
        """Asks of before that moment cannot be asked again."""
        await self._db.run("DELETE FROM ask WHERE asked_at < ?", before.isoformat())
        await erasing.is_due_if_changed(self._db)


class GuildAsks:
    """The asks of one server."""

    def __init__(self, db: Connection, clock: Clock, guild_id: int) -> None:
        self._db, self._clock, self._guild_id = db, clock, guild_id

    async def note(self, waiting: Sequence[NewAsk]) -> list[int]:
        """They wait for an answer from now on; returns the asks' ids, in their order."""
        if not waiting:
            return []
        now = self._clock.now().isoformat()
        values = [value for ask in waiting for value in (self._guild_id, *_columns(ask), now)]
        rows = ", ".join(["(?, ?, ?, ?, ?, ?, ?, ?, ?, 1)"] * len(waiting))
        statement = f"""INSERT INTO ask (guild_id, channel_id, user_id, application_id, token, question_message_id, use,
                                         args, asked_at, is_open)
                        VALUES {rows} RETURNING id, token, question_message_id"""  # noqa: S608 - question marks alone
        ids = {
            (token or "", message_id): ask_id for ask_id, token, message_id in await self._db.rows(statement, *values)
        }
        return [ids[ask.token, ask.question_message_id] for ask in waiting]

    async def replied(self, ask_id: int, message_id: int) -> None:
        """Our reply to the message that it came as stands there."""
        await self._db.run(
            "UPDATE ask SET message_id = ? WHERE id = ? AND guild_id = ?", message_id, ask_id, self._guild_id
        )

    async def tell(self, ask_id: int, use: str, args: Mapping[str, str]) -> None:
        """What it is that is asked."""
        await self._db.run(
            "UPDATE ask SET use = ?, args = ? WHERE id = ? AND guild_id = ?",
            use, _written(args), ask_id, self._guild_id,
        )  # fmt: skip


def _columns(ask: NewAsk) -> tuple[int | str | None, ...]:
    token, use = ask.token or None, ask.use or None
    return ask.channel_id, ask.user_id, ask.application_id, token, ask.question_message_id, use, _written(ask.args)


def _written(args: Mapping[str, str]) -> str:
    return json.dumps(dict(args), ensure_ascii=False)
