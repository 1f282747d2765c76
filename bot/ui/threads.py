"""Threads: where one can be opened, and opening one."""

from __future__ import annotations

import discord

from bot.errors import NoThread
from bot.ui.escape import one_line, shortened

NAME = 100  # characters: Discord's documentation, August 2026
_ALREADY = 160004  # Discord's code for a message that has its thread


def can_open_thread(interaction: discord.Interaction) -> bool:
    """In a text channel of a server that the bot is in; as a user's own app it may be used in others."""
    here = interaction.guild_id is not None and interaction.client.get_guild(interaction.guild_id) is not None
    return here and isinstance(interaction.channel, discord.TextChannel)


async def open_thread(interaction: discord.Interaction, name: str) -> discord.Thread | None:
    """A thread at the message that was pressed; None when it has one. Raises NoThread."""
    message, channel = interaction.message, interaction.channel
    if message is None or not can_open_thread(interaction) or not isinstance(channel, discord.TextChannel):
        raise NoThread(reason="place")
    if channel.get_thread(message.id):  # a thread has the id of its message
        return None
    may = interaction.app_permissions
    if not (may.create_public_threads and may.send_messages_in_threads):
        raise NoThread(reason="permission")
    try:
        start = channel.get_partial_message(message.id)
        return await start.create_thread(name=shortened(one_line(name), NAME) or "Discussion")
    except discord.HTTPException as error:
        if error.code == _ALREADY:
            return None
        raise NoThread(reason="refused") from error
