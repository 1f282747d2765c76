"""Messages as they travel: who hears of them, and how much of them without the Message Content intent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tests.false_discord import payloads
from tests.false_discord.gateway import Gateway
from tests.false_discord.payloads import Payload
from tests.false_discord.world import EPHEMERAL, THREAD, Refusal, World

REPLY = 19
MESSAGE_CONTENT = 1 << 15
_MENTION = re.compile(r"<@!?(\d+)>")
_CONTENT = ("content", "embeds", "attachments", "components")


class Talk:
    """What members and the bot write, change and delete."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world, self._gateway = world, gateway

    def said(self, channel_id: str, body: Payload, author: Payload) -> Payload:
        """A member's message. `reply_to` in the body: the message that it replies to; `ping`: whether that one's
        author is mentioned, as it is unless one says otherwise.
        """
        told = dict(body)
        reply_to, ping = told.pop("reply_to", None), told.pop("ping", True)
        reference = {"message_reference": {"message_id": reply_to}} if reply_to else {}
        return self.post(channel_id, {**told, **reference}, author, ping=ping)

    def post(self, channel_id: str, body: Payload, author: Payload | None = None, *, ping: bool = False) -> Payload:
        """A new message, of the bot's own when no author is given; all who may hear of it do."""
        channel = self._world.channel(channel_id)
        _open_for(channel)
        message = self._world.post(channel_id, body, author, **self._reference(channel_id, body))
        named = {*_MENTION.findall(message["content"])}
        referenced = message.get("referenced_message")
        if ping and referenced:
            named.add(referenced["author"]["id"])
        message["mentions"] = [user for user in self._world.users.values() if user["id"] in named]
        self._tell("MESSAGE_CREATE", message)
        return message

    def edit(self, message_id: str, body: Payload) -> Payload:
        """Raises Refusal in a thread that is archived, as Discord does."""
        thread = self._world.channel(self._world.message(message_id)["channel_id"])
        if thread.get("thread_metadata", {}).get("archived"):
            raise Refusal(400, 50083, "Thread is archived")
        message = self._world.edit(message_id, body)
        mentioned = {user["id"] for user in message["mentions"]} | {*_MENTION.findall(message["content"])}
        message["mentions"] = [user for user in self._world.users.values() if user["id"] in mentioned]
        self._tell("MESSAGE_UPDATE", message)
        return message

    def delete(self, message_id: str) -> None:
        """It is gone, with a word to all who could see it."""
        message = self._world.messages.pop(self._world.message(message_id)["id"])
        if not message["flags"] & EPHEMERAL:
            self._gone("MESSAGE_DELETE", message["channel_id"], {"id": message_id})

    def delete_many(self, channel_id: str, message_ids: Sequence[str]) -> None:
        """As a moderator clears a channel."""
        for message_id in message_ids:
            self._world.messages.pop(message_id, None)
        self._gone("MESSAGE_DELETE_BULK", channel_id, {"ids": list(message_ids)})

    def remove(self, channel_id: str) -> None:
        """A channel or a thread, with all that was said there."""
        channel = self._world.channels.pop(channel_id)
        for message_id in [m["id"] for m in self._world.messages.values() if m["channel_id"] == channel_id]:
            del self._world.messages[message_id]
        self._gateway.dispatch("THREAD_DELETE" if channel["type"] == THREAD else "CHANNEL_DELETE", channel)

    def put_away(self, thread_id: str, *, locked: bool) -> None:
        """Archived: whoever writes there opens it again, unless it is locked."""
        thread = self._world.channel(thread_id)
        thread["thread_metadata"] |= {"archived": True, "locked": locked}
        self._gateway.dispatch("THREAD_UPDATE", thread)

    def _reference(self, channel_id: str, body: Payload) -> Payload:
        """Raises Refusal for a reply to nothing, unless that is said to be no matter."""
        reference = body.get("message_reference")
        if not reference:
            return {}
        target = self._world.messages.get(str(reference["message_id"]))
        if target is None or target["channel_id"] != channel_id:
            if reference.get("fail_if_not_exists", True):
                raise Refusal(400, 50035, "Invalid Form Body")
            return {}
        place = {"channel_id": channel_id, "message_id": target["id"], "type": 0}
        shown = {name: value for name, value in target.items() if name != "referenced_message"}
        return {"type": REPLY, "message_reference": place, "referenced_message": shown}

    def _tell(self, event: str, message: Payload) -> None:
        channel = self._world.channel(message["channel_id"])
        place: Payload = {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}
        member = payloads.member(message["author"])
        del member["user"]
        heard = {**message, **place, **({"member": member} if place else {})}
        self._gateway.dispatch(event, heard, bare=self._without_content(heard))

    def _gone(self, event: str, channel_id: str, facts: Payload) -> None:
        channel = self._world.channel(channel_id)
        place = {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}
        self._gateway.dispatch(event, {**facts, "channel_id": channel_id, **place})

    def _without_content(self, message: Payload) -> Payload:
        """What a bot hears that has not asked for content."""
        bare = dict(message)
        if referenced := message.get("referenced_message"):
            place = {"guild_id": message["guild_id"]} if "guild_id" in message else {}
            shown = self._without_content({**referenced, **place})
            bare["referenced_message"] = {name: shown[name] for name in referenced}
        return bare if self._may_read(message) else bare | _blank(message)

    def _may_read(self, message: Payload) -> bool:
        """A reply to a command's answer names the bot and is not shown to it for that."""
        own = self._world.bot_user["id"]
        if "guild_id" not in message or message["author"]["id"] == own or f"<@{own}>" in message["content"]:
            return True
        referenced = message.get("referenced_message") or {}
        return any(user["id"] == own for user in message["mentions"]) and "interaction_metadata" not in referenced


def _blank(message: Payload) -> Payload:
    return {name: "" if name == "content" else [] for name in _CONTENT if name in message}


def _open_for(channel: Payload) -> None:
    metadata: dict[str, Any] = channel.get("thread_metadata", {})
    if metadata.get("locked"):
        raise Refusal(400, 160005, "This thread is locked")
    if metadata.get("archived"):
        metadata["archived"] = False
