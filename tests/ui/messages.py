"""Messages as Discord sends them."""

from __future__ import annotations

from typing import Any

import discord

_FACTS: dict[str, Any] = {
    "id": "1000",
    "channel_id": "10",
    "type": 0,
    "tts": False,
    "mention_everyone": False,
    "pinned": False,
    "timestamp": "2026-11-24T08:00:00+00:00",
    "edited_timestamp": None,
    "author": {"id": "100", "username": "alice", "discriminator": "0", "avatar": None},
    "mentions": [],
    "mention_roles": [],
}


def message(content: str = "", *forwarded: dict[str, Any], **parts: list[dict[str, Any]]) -> discord.Message:
    """`parts`: embeds and attachments; `forwarded`: messages that it forwards, as `message_data` gives them."""
    client = discord.Client(intents=discord.Intents.none())
    data: Any = message_data(content, **parts)
    if forwarded:
        data["message_snapshots"] = [{"message": one} for one in forwarded]
    channel: Any = client.get_partial_messageable(10)
    return discord.Message(state=client._connection, channel=channel, data=data)


def message_data(content: str = "", **parts: list[dict[str, Any]]) -> dict[str, Any]:
    return {**_FACTS, "content": content, "embeds": [], "attachments": [], **parts}


def attachment(filename: str, content_type: str | None = None, size: int = 12_000) -> dict[str, Any]:
    url = f"https://cdn.discordapp.com/attachments/1/2/{filename}?ex=3"
    facts = {"id": "7", "filename": filename, "size": size, "url": url, "proxy_url": url}
    return facts | ({"content_type": content_type} if content_type else {})
