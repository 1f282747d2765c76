"""A Discord that answers as a test has written it, on a port of loopback; and a bot that is logged in to it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import discord
import pytest
from aiohttp import web
from discord.ext import commands

from bot.ui.wire import trace
from tests.false_discord import payloads

GUILD, CHANNEL, BOT = 1, 20, 900
ME = {"id": str(BOT), "username": "bot", "discriminator": "0", "avatar": None, "bot": True}
DROPPED = 0  # a status: the connection ends without an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """code: Discord's own, of a failure. body: of a success."""

    status: int = 200
    code: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass
class Rest:
    """answers: to what is asked in the channel, one after the other; the last one stays. asked: method and body."""

    address: str = ""
    answers: list[Answer] = field(default_factory=list)
    asked: list[tuple[str, Any]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if "/channels/" not in request.path:
            return _json(payloads.application("7", "bot", "8") if "applications" in request.path else ME)
        self.asked.append((request.method, await request.json() if request.can_read_body else dict(request.query)))
        answer = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if answer.status == DROPPED:
            assert request.transport
            request.transport.close()
        body = answer.body if answer.status < 300 else {"code": answer.code, "message": "x", "retry_after": 77.0}
        return _json(body, answer.status, {"Via": "1.1 x", **answer.headers})


def _json(body: Any, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    return web.Response(
        body=json.dumps(body).encode(), status=status, headers={"Content-Type": "application/json", **(headers or {})}
    )


def message(message_id: int, text: str, *, author: int = BOT, at: datetime) -> dict[str, Any]:
    """One with a text in a component inside another."""
    told = payloads.message(str(message_id), str(CHANNEL), {**ME, "id": str(author)}, at.isoformat())
    inner = {"type": 10, "id": 2, "content": text}
    return {**told, "flags": 1 << 15, "components": [{"type": 17, "id": 1, "components": [inner]}]}


@asynccontextmanager
async def rest(patch: pytest.MonkeyPatch) -> AsyncIterator[Rest]:
    """Serving."""
    told = Rest()
    app = web.Application()
    app.router.add_route("*", "/{path:.*}", told.handle)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    told.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    patch.setattr(discord.http.Route, "BASE", told.address)
    try:
        yield told
    finally:
        await runner.cleanup()


@asynccontextmanager
async def logged_in(
    change: Callable[[dict[str, Any]], None] = lambda guild: None,
) -> AsyncIterator[commands.AutoShardedBot]:
    """As after READY, in one server with one channel. change: of what is known of the server."""
    bot = commands.AutoShardedBot(
        command_prefix="!", intents=discord.Intents(guilds=True), http_trace=trace(), shard_count=1
    )
    async with bot:
        await bot.login("x")
        bot._connection.user = discord.ClientUser(state=bot._connection, data=ME)  # type: ignore[arg-type]
        member = {
            "user": ME,
            "roles": [],
            "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False,
            "mute": False,
            "flags": 0,
        }
        guild = payloads.guild(str(GUILD), "Ours", "8", "2026-01-01T00:00:00+00:00", member)
        guild["channels"] = [payloads.channel(str(CHANNEL), "news", 0)]
        change(guild)
        bot._connection._add_guild_from_data(guild)  # type: ignore[arg-type]
        bot._ready.set()
        yield bot
