"""The link that brings the bot to a server, with what it needs there and nothing more."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping

import discord

from bot.errors import BadSettings

# Each permission with what it is for. Answers to commands and buttons need none.
NEEDED: Mapping[str, str] = {
    "view_channel": "to see the channels that it speaks in, and the threads that it opens",
    "send_messages": "to answer who mentions it or replies to it, to post digests, and to greet a server that it joins",
    "read_message_history": "to answer by a reply, and to look whether a digest stands there already",
    "create_public_threads": "for the Discuss button",
    "send_messages_in_threads": "to say in a new thread what it is about, and to answer there",
}


def permissions() -> discord.Permissions:
    """Exactly those of `NEEDED`."""
    return discord.Permissions(**dict.fromkeys(NEEDED, True))


def invite(token: str) -> str:
    """The address to open as one who manages a server. Raises BadSettings for what is no bot's token."""
    return discord.utils.oauth_url(
        application_id(token), permissions=permissions(), scopes=("bot", "applications.commands")
    )


def application_id(token: str) -> int:
    """A token begins with its bot's id, in base64: Discord's reference of tokens, August 2026."""
    first = token.split(".")[0]
    try:
        return int(base64.urlsafe_b64decode(first + "=" * (-len(first) % 4)))
    except (binascii.Error, ValueError) as error:
        raise BadSettings(
            variable="DISCORD_TOKEN", accepts="a bot's token: copy it from the developer portal, page Bot"
        ) from error
