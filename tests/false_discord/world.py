"""What this Discord holds: servers, channels, messages, commands, interactions, as Discord sends them."""

from __future__ import annotations

import fnmatch
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bot.clock import Clock
from tests.false_discord import payloads
from tests.false_discord.payloads import Payload

EPOCH_MS = 1_420_070_400_000  # the first second of 2015: where Discord's ids begin
TEXT, DIRECT, THREAD = 0, 1, 11
LOADING, EPHEMERAL = 1 << 7, 1 << 6
_ADMINISTRATOR = 1 << 3


class Refusal(Exception):
    """What Discord answers instead: a status, its own code, its own words."""

    def __init__(self, status: int, code: int, message: str, **more: Any) -> None:
        super().__init__(message)
        self.status, self.body = status, {"code": code, "message": message, **more}


@dataclass(slots=True)
class Fault:
    """Requests that fit fail `times` times. done: only after they were carried out. delay: seconds before that.

    holds: they are never answered.
    """

    method: str
    path: str
    status: int = 0
    body: Any = None
    times: int = 1
    done: bool = False
    delay: float = 0.0
    holds: bool = False
    headers: dict[str, str] = field(default_factory=dict)

    def fits(self, method: str, path: str) -> bool:
        return self.times > 0 and self.method in (method, "*") and fnmatch.fnmatch(path, self.path)


class World:
    """Everything by its id; ids are strings, as Discord has them."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._sequence = 0
        self.users: dict[str, Payload] = {}
        self.bot_user = self.user("Commentary", bot=True)
        self.application_id = str(self.bot_user["id"])
        self.guilds: dict[str, Payload] = {}
        self.channels: dict[str, Payload] = {}
        self.messages: dict[str, Payload] = {}
        self.commands: dict[str, list[Payload]] = {}  # by server, "" for everywhere
        self.faults: list[Fault] = []
        self.struck = 0  # how many requests met a fault
        self.under_way, self.rested = 0, time.monotonic()  # by the machine's clock: since when nothing is

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While a request is answered."""
        self.under_way += 1
        try:
            yield
        finally:
            self.under_way -= 1
            self.rested = time.monotonic()

    def new_id(self) -> str:
        """Of this moment, and later than all before."""
        now = int(self.clock.now().timestamp() * 1000) - EPOCH_MS
        self._sequence += 1
        return str((now << 22) | (self._sequence & 0x3FFFFF))

    def now(self) -> str:
        return self.clock.now().isoformat()

    def user(self, name: str, *, bot: bool = False) -> Payload:
        made = payloads.user(self.new_id(), name, bot=bot)
        self.users[made["id"]] = made
        return made

    def add_guild(self, name: str, channels: list[str], permissions: str = payloads.ALL_PERMISSIONS) -> Payload:
        """A server with text channels; permissions: what everybody may do there, the bot too."""
        guild_id = self.new_id()
        for channel in channels:
            self.add_channel(channel, guild_id=guild_id)
        self.guilds[guild_id] = payloads.guild(
            guild_id, name, self.new_id(), self.now(), payloads.member(self.bot_user), permissions
        )
        return self.guilds[guild_id]

    def add_channel(self, name: str, *, guild_id: str | None, kind: int = TEXT, **more: Any) -> Payload:
        channel_id = self.new_id()
        place = {"guild_id": guild_id} if guild_id else {}
        self.channels[channel_id] = payloads.channel(channel_id, name, kind) | place | more
        return self.channels[channel_id]

    def deny(self, channel: Payload, permissions: int) -> None:
        """Nobody has these in the channel from now on, unless they are 0."""
        denied = {"id": channel["guild_id"], "type": 0, "allow": "0", "deny": str(permissions)}
        channel["permission_overwrites"] = [denied] if permissions else []

    def allows(self, channel: Payload, permission: int) -> bool:
        """Whether the bot may do this there; whoever may administer a server may do everything."""
        guild = self.guilds.get(channel.get("guild_id", ""))
        if guild is None:
            return "guild_id" not in channel
        of_all = int(guild["roles"][0]["permissions"])
        denied = sum(int(overwrite["deny"]) for overwrite in channel["permission_overwrites"])
        return bool(of_all & _ADMINISTRATOR or of_all & ~denied & permission)

    def direct_channel(self, user: Payload) -> Payload:
        """The one with the bot; made when it is first needed."""
        for channel in self.channels.values():
            if channel["type"] == DIRECT and channel["recipients"][0]["id"] == user["id"]:
                return channel
        return self.add_channel("", guild_id=None, kind=DIRECT, recipients=[user])

    def thread(self, parent: Payload, name: str, thread_id: str | None = None) -> Payload:
        """thread_id: the message that it hangs from."""
        thread = self.add_channel(
            name, guild_id=parent.get("guild_id"), kind=THREAD, owner_id=self.bot_user["id"], message_count=0,
            member_count=1, total_message_sent=0,
        )  # fmt: skip
        thread["parent_id"] = parent["id"]
        thread["thread_metadata"] = payloads.thread_metadata(self.now())
        if thread_id:
            del self.channels[thread["id"]]
            thread["id"] = thread_id
            self.channels[thread_id] = thread
        return thread

    def threads_of(self, guild_id: str) -> list[Payload]:
        return [channel for channel in self._channels_of(guild_id) if channel["type"] == THREAD]

    def guild_create(self, guild_id: str) -> Payload:
        """All that the gateway says of a server at first."""
        plain = [channel for channel in self._channels_of(guild_id) if channel["type"] != THREAD]
        return {**self.guilds[guild_id], "channels": plain, "threads": self.threads_of(guild_id)}

    def _channels_of(self, guild_id: str) -> Iterator[Payload]:
        return (channel for channel in self.channels.values() if channel.get("guild_id") == guild_id)

    def channel(self, channel_id: str) -> Payload:
        if channel_id not in self.channels:
            raise Refusal(404, 10003, "Unknown Channel")
        return self.channels[channel_id]

    def message(self, message_id: str) -> Payload:
        if message_id not in self.messages:
            raise Refusal(404, 10008, "Unknown Message")
        return self.messages[message_id]

    def post(self, channel_id: str, body: Payload, author: Payload | None = None, **more: Any) -> Payload:
        """A new message, the bot's own when no author is given."""
        message_id = self.new_id()
        plain = payloads.message(message_id, channel_id, author or self.bot_user, self.now())
        self.messages[message_id] = plain | more
        self.edit(message_id, body, edited=False)
        return self.messages[message_id]

    def edit(self, message_id: str, body: Payload, *, edited: bool = True) -> Payload:
        """What `body` names takes the place of what was there."""
        message = self.message(message_id)
        for name in ("content", "embeds", "flags"):
            if name in body:
                message[name] = body[name] or ("" if name == "content" else [] if name == "embeds" else 0)
        if "components" in body:
            message["components"] = _numbered(body["components"] or [], [0])
        for n, file in enumerate(body.get("attachments") or []):
            url = f"https://cdn.invalid/{message_id}/{n}"
            message["attachments"].append({"size": 1, "url": url, "proxy_url": url, **file, "id": self.new_id()})
        if edited:
            message["edited_timestamp"] = self.now()
        return message


def _numbered(parts: list[Payload], last: list[int]) -> list[Payload]:
    """Discord gives an id to every component that has none."""
    done = []
    for part in parts:
        last[0] += 1
        inner = {"components": _numbered(part["components"], last)} if "components" in part else {}
        done.append({"id": last[0], **part, **inner})
    return done
