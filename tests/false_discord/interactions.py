"""An interaction from its dispatch to the end of its token.

Limits: 3 seconds to acknowledge, 15 minutes of a token, once (Discord's documentation, August 2026).
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any

from tests.false_discord import payloads
from tests.false_discord.payloads import Payload
from tests.false_discord.world import EPHEMERAL, LOADING, Refusal, World

ACKNOWLEDGE_SECONDS, TOKEN_SECONDS = 3.0, 15 * 60.0
COMMAND, COMPONENT, AUTOCOMPLETE, MODAL = 2, 3, 4, 5
SAY, DEFER, DEFER_UPDATE, UPDATE, CHOICES, ASK = 4, 5, 6, 7, 8, 9


@dataclass(slots=True)
class Interaction:
    """acknowledged: the kind of the first answer; after: seconds until it came; edits: of the first message."""

    payload: Payload
    dispatched: float
    acknowledged: int | None = None
    after: float | None = None
    data: Any = None
    original: str | None = None
    edits: int = 0
    followups: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        return str(self.payload["id"])

    @property
    def is_shown(self) -> bool:
        """There is more to see than a spinner."""
        if self.acknowledged in (None, DEFER, DEFER_UPDATE):
            return bool(self.edits or self.followups)
        return True


class Interactions:
    """All of them, by token."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_token: dict[str, Interaction] = {}
        self._by_id: dict[str, Interaction] = {}

    def begin(self, kind: int, data: Payload, channel: Payload, user: Payload, message: Payload | None) -> Interaction:
        """The payload of INTERACTION_CREATE, known from now on."""
        world, guild_id = self._world, channel.get("guild_id")
        who = {"member": payloads.member(user)} if guild_id else {"user": user}
        place: Payload = {"guild_id": guild_id, "guild": {"id": guild_id, "locale": "en-US", "features": []}}
        payload = {
            "id": world.new_id(), "application_id": world.application_id, "type": kind, "data": data, "version": 1,
            "token": secrets.token_urlsafe(64), "channel_id": channel["id"], "channel": channel, "locale": "en-US",
            "attachment_size_limit": 10 * 1024 * 1024, "entitlements": [], "app_permissions": "9007199254740991",
            "context": 0 if guild_id else 1, "authorizing_integration_owners": {"0": guild_id or "0"},
            **who, **(place if guild_id else {}), **({"message": message} if message else {}),
        }  # fmt: skip
        interaction = Interaction(payload, world.clock.monotonic(), original=message["id"] if message else None)
        self._by_token[payload["token"]] = self._by_id[payload["id"]] = interaction
        return interaction

    def get(self, interaction_id: str) -> Interaction:
        return self._by_id[interaction_id]

    def callback(self, interaction_id: str, token: str, body: Payload) -> Payload:
        """The first answer; returns what `with_response` asks for."""
        interaction = self._by_token.get(token)
        age = self._world.clock.monotonic() - interaction.dispatched if interaction else 0.0
        if interaction is None or interaction.id != interaction_id:
            raise Refusal(404, 10062, "Unknown interaction")
        if interaction.acknowledged is not None:
            raise Refusal(400, 40060, "Interaction has already been acknowledged.")
        if age > ACKNOWLEDGE_SECONDS:
            raise Refusal(404, 10062, "Unknown interaction")
        kind, data = int(body["type"]), body.get("data") or {}
        interaction.acknowledged, interaction.after, interaction.data = kind, age, data
        message = self._shown(interaction, kind, data)
        told = {
            "id": interaction.id, "type": interaction.payload["type"], "response_message_loading": kind == DEFER,
            "response_message_ephemeral": bool((data.get("flags") or 0) & EPHEMERAL),
            **({"response_message_id": message["id"]} if message else {}),
        }  # fmt: skip
        resource = {"resource": {"type": kind, "message": message}} if message else {}
        return {"interaction": told, **resource}

    def _shown(self, interaction: Interaction, kind: int, data: Payload) -> Payload | None:
        if kind in (SAY, DEFER):
            flags = (data.get("flags") or 0) | (LOADING if kind == DEFER else 0)
            message = self._post(interaction, {**data, "flags": flags})
            interaction.original = message["id"]
            return message
        if kind == UPDATE and interaction.original:
            return self._world.edit(interaction.original, data)
        return None

    def of_webhook(self, application_id: str, token: str) -> Interaction:
        """Whose token it is. Raises Refusal for one that never was, is not acknowledged yet, or lives no more."""
        interaction = self._by_token.get(token)
        if application_id != self._world.application_id or interaction is None or interaction.acknowledged is None:
            raise Refusal(404, 10015, "Unknown Webhook")
        if self._world.clock.monotonic() - interaction.dispatched > TOKEN_SECONDS:
            raise Refusal(401, 50027, "Invalid Webhook Token")
        return interaction

    def message_id(self, interaction: Interaction, message_id: str) -> str:
        """`@original` by its real name."""
        if message_id != "@original":
            return message_id
        if interaction.original is None:
            raise Refusal(404, 10008, "Unknown Message")
        return interaction.original

    def edit(self, interaction: Interaction, message_id: str, body: Payload) -> Payload:
        if message_id == interaction.original:
            interaction.edits += 1
        kept = self._world.message(message_id)["flags"] & EPHEMERAL
        return self._world.edit(message_id, {**body, "flags": (body.get("flags") or 0) | kept})

    def follow_up(self, interaction: Interaction, body: Payload) -> Payload:
        """A message more; while the first is deferred it takes its place."""
        if interaction.acknowledged == DEFER and not interaction.edits and interaction.original:
            return self.edit(interaction, interaction.original, body)
        message = self._post(interaction, body)
        interaction.followups.append(message["id"])
        return message

    def _post(self, interaction: Interaction, body: Payload) -> Payload:
        asked = interaction.payload
        user = asked["user"] if "user" in asked else asked["member"]["user"]
        origin = {"id": asked["id"], "type": asked["type"], "user": user, "authorizing_integration_owners": {}}
        return self._world.post(
            interaction.payload["channel_id"], body, webhook_id=self._world.application_id,
            application_id=self._world.application_id,
            interaction_metadata=origin,
        )  # fmt: skip
