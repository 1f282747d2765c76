"""The gateway: hello, identify or resume, heartbeats, events; every connection can be dropped at any moment."""

from __future__ import annotations

import asyncio
import json
import secrets
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from tests.false_discord.journal import Journal
from tests.false_discord.news import News
from tests.false_discord.payloads import Payload
from tests.false_discord.world import World

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, INVALID, HELLO, ACK = 0, 1, 2, 6, 9, 10, 11
HEARTBEAT_MS = 41_250
ACK_SECONDS = 0.05  # an answer at once makes discord.py believe that it lags behind
GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT = 1 << 9, 1 << 12, 1 << 15  # intents


@dataclass(slots=True, eq=False)
class Session:
    """What one shard was sent, so that it can take up again where it was cut off."""

    shard: int
    shards: int
    intents: int
    id: str = field(default_factory=lambda: secrets.token_hex(16))
    events: list[str] = field(default_factory=list)
    connection: Connection | None = None

    def is_for(self, guild_id: str | None) -> bool:
        """Direct messages come to the first shard."""
        return (int(guild_id) >> 22) % self.shards == self.shard if guild_id else self.shard == 0

    def hears(self, event: str, guild_id: str | None) -> bool:
        """Whether it asked for such events; of all but messages it is told anyway."""
        return not event.startswith("MESSAGE_") or bool(
            self.intents & (GUILD_MESSAGES if guild_id else DIRECT_MESSAGES)
        )


@dataclass(slots=True, eq=False)
class Connection:
    """A socket, and what is still to be written to it, in order."""

    socket: web.WebSocketResponse
    transport: asyncio.Transport
    outgoing: asyncio.Queue[str] = field(default_factory=asyncio.Queue)


class Gateway:
    """`url` is known once the server listens."""

    def __init__(self, world: World, journal: Journal, news: News) -> None:
        self._world, self._journal, self._news = world, journal, news
        self._sessions: dict[str, Session] = {}
        self._connections: set[Connection] = set()
        self.url = ""
        self.identified = 0
        self.resumed = 0

    def start(self) -> Payload:
        limits = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 16}
        return {"url": self.url, "shards": 1, "session_start_limit": limits}

    @property
    def is_connected(self) -> bool:
        return any(session.connection for session in self._sessions.values())

    def dispatch(self, event: str, data: Payload, guild_id: str | None = None, *, bare: Payload | None = None) -> None:
        """To the session whose it is; one that is cut off gets it when it resumes.

        bare: what a session gets that did not ask for the content of messages.
        """
        place = guild_id or data.get("guild_id") or (data.get("id") if event.startswith("GUILD_") else None)
        for session in self._sessions.values():
            if session.is_for(place) and session.hears(event, place):
                reads_all = bare is None or session.intents & MESSAGE_CONTENT
                self._send_event(session, event, data if reads_all or bare is None else bare)

    async def drop(self, code: int | None) -> int:
        """Close every connection with this code, or break it off when None. Returns how many there were."""
        dropped = list(self._connections)
        for connection in dropped:
            if code is None:
                connection.transport.abort()
            else:
                await connection.socket.close(code=code)
        self._journal.note("gateway", event="dropped", code=code, connections=len(dropped))
        return len(dropped)

    def forget_sessions(self) -> None:
        """Nobody can resume any more."""
        self._sessions.clear()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One connection, until it ends."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        assert isinstance(request.transport, asyncio.Transport)
        connection = Connection(socket, request.transport)
        self._connections.add(connection)
        writer = asyncio.create_task(_write(connection))
        self._send(connection, {"op": HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
        try:
            async for message in socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    await self._received(connection, json.loads(message.data))
        finally:
            writer.cancel()
            self._connections.discard(connection)
            for session in self._sessions.values():
                if session.connection is connection:
                    session.connection = None
            self._journal.note("gateway", event="ended", code=socket.close_code)
            await self._news.changed()
        return socket

    async def _received(self, connection: Connection, message: Payload) -> None:
        op, data = message["op"], message.get("d")
        if op == HEARTBEAT:
            await self._world.clock.sleep(ACK_SECONDS)
            self._send(connection, {"op": ACK})
        elif op == IDENTIFY:
            self._identify(connection, data)
        elif op == RESUME:
            self._resume(connection, data)
        else:
            self._journal.note("gateway", event="received", op=op, data=data)
        await self._news.changed()

    def _identify(self, connection: Connection, data: Any) -> None:
        shard, shards = data.get("shard") or (0, 1)
        for old in [old for old in self._sessions.values() if old.shard == shard]:
            del self._sessions[old.id]  # nobody resumes what was left behind
        session = Session(shard, shards, data["intents"], connection=connection)
        self._sessions[session.id] = session
        self._journal.note("gateway", event="identified", shard=shard, intents=data["intents"])
        guilds = [guild_id for guild_id in self._world.guilds if session.is_for(guild_id)]
        ready = {
            "v": 10, "user": self._world.bot_user, "session_id": session.id, "resume_gateway_url": self.url,
            "guilds": [{"id": guild_id, "unavailable": True} for guild_id in guilds], "private_channels": [],
            "application": {"id": self._world.application_id, "flags": 0}, "shard": [shard, shards],
        }  # fmt: skip
        self._send_event(session, "READY", ready)
        for guild_id in guilds:
            self._send_event(session, "GUILD_CREATE", self._world.guild_create(guild_id))
        self.identified += 1

    def _resume(self, connection: Connection, data: Any) -> None:
        session = self._sessions.get(data["session_id"])
        self._journal.note("gateway", event="resumed" if session else "invalid", seq=data["seq"])
        if session is None:
            self._send(connection, {"op": INVALID, "d": False})
            return
        session.connection = connection
        for text in session.events[data["seq"] :]:
            connection.outgoing.put_nowait(text)
        self._send_event(session, "RESUMED", {})
        self.resumed += 1

    def _send_event(self, session: Session, event: str, data: Payload) -> None:
        text = json.dumps({"op": DISPATCH, "t": event, "s": len(session.events) + 1, "d": data})
        session.events.append(text)
        if session.connection:
            session.connection.outgoing.put_nowait(text)

    def _send(self, connection: Connection, message: Payload) -> None:
        connection.outgoing.put_nowait(json.dumps({"t": None, "s": None, "d": None, **message}))


async def _write(connection: Connection) -> None:
    while not connection.socket.closed:
        text = await connection.outgoing.get()
        try:
            await connection.socket.send_str(text)
        except ConnectionError:
            return
