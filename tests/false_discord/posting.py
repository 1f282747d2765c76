"""Posting in a channel and looking into it, with all that Discord knows of nonces, permissions and its own history.

Facts: a nonce that is enforced gives the first message again "for the past few minutes", and Unknown Message once that
one was deleted; without Read Message History the list of messages is empty, which is no refusal.
"""

from __future__ import annotations

from typing import Any

from aiohttp import web

from tests.false_discord.journal import Journal
from tests.false_discord.payloads import Payload, text
from tests.false_discord.talking import Talk
from tests.false_discord.world import EPHEMERAL, Refusal, World

VIEW, SEND, HISTORY = 1 << 10, 1 << 11, 1 << 16
NEAR, MOST = 50, 100  # messages of a history


class Posting:
    """nonces_live, history_late: seconds, how long a nonce counts and until when a new message is not listed yet."""

    def __init__(self, world: World, talk: Talk, journal: Journal) -> None:
        self._world, self._talk, self._journal = world, talk, journal
        self._nonces: dict[tuple[str, str], tuple[str, float]] = {}
        self._listed: dict[str, float] = {}
        self.nonces_live = self.history_late = 0.0

    def post(self, request: web.Request, body: Any) -> Payload:
        """The same nonce again is the same message, when that is asked for and not too long ago."""
        channel = self._channel(request)
        self._may(channel, SEND)
        key, now = (channel["id"], str(body.get("nonce"))), self._world.clock.now().timestamp()
        known, posted = self._nonces.get(key, ("", 0.0))
        if body.get("enforce_nonce") and known and (not self.nonces_live or now - posted < self.nonces_live):
            return self._world.message(known)
        message = self._talk.post(channel["id"], body)
        if body.get("nonce") is not None:
            self._nonces[key] = message["id"], now
        self._listed[message["id"]] = now + self.history_late
        self._journal.note(
            "posted", id=message["id"], channel=channel["id"], nonce=body.get("nonce"), text=text(message)
        )
        return message

    def history(self, request: web.Request, _: Any) -> list[Payload]:
        """The newest first, as Discord lists them; after a certain one, those that came next."""
        channel = self._channel(request)
        if not self._world.allows(channel, HISTORY):
            return []
        before, after = int(request.query.get("before", 1 << 63)), int(request.query.get("after", 0))
        found = [
            message
            for message in self._world.messages.values()
            if message["channel_id"] == channel["id"]
            and after < int(message["id"]) < before
            and not message["flags"] & EPHEMERAL
            and self._listed.get(message["id"], 0.0) <= self._world.clock.now().timestamp()
        ]
        by_age = sorted(found, key=lambda message: int(message["id"]), reverse=not after)
        return sorted(
            by_age[: min(int(request.query.get("limit", NEAR)), MOST)], key=lambda message: -int(message["id"])
        )

    def message(self, request: web.Request, _: Any) -> Payload:
        """One that all who see the channel can see. Raises Refusal."""
        message = self._world.message(request.match_info["message"])
        if message["flags"] & EPHEMERAL:
            raise Refusal(404, 10008, "Unknown Message")
        self._may(self._world.channel(message["channel_id"]), HISTORY)
        return message

    def _channel(self, request: web.Request) -> Payload:
        channel = self._world.channel(request.match_info["channel"])
        if not self._world.allows(channel, VIEW):
            raise Refusal(403, 50001, "Missing Access")
        return channel

    def _may(self, channel: Payload, permission: int) -> None:
        if not self._world.allows(channel, permission):
            raise Refusal(403, 50013, "Missing Permissions")
