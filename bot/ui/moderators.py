"""What a moderator may do, and what of a server who asks can see."""

from __future__ import annotations

import discord

from bot.errors import NotAllowed
from bot.services.follow import Sees
from bot.ui.channels import can_see

MODERATORS = discord.Permissions(manage_guild=True)


def is_moderator(interaction: discord.Interaction) -> bool:
    """Whether they may manage the server."""
    may = interaction.permissions
    return interaction.guild_id is not None and (may.administrator or may.manage_guild)


def check_moderator(interaction: discord.Interaction) -> None:
    """Raises NotAllowed. Discord checks who calls a command; who asks again by a button comes past that."""
    if not is_moderator(interaction):
        raise NotAllowed(permissions="Manage Server")


def seen_by(interaction: discord.Interaction) -> Sees:
    """Whether who asks can see a channel of their server. One that is gone is seen by moderators, who can clear up."""
    guild, person = interaction.guild, interaction.user

    def sees(channel_id: int) -> bool:
        if guild is None or not isinstance(person, discord.Member):
            return False
        channel = guild.get_channel_or_thread(channel_id)
        return can_see(channel, person, interaction) if channel else is_moderator(interaction)

    return sees


def is_gone(interaction: discord.Interaction, channel_id: int) -> bool:
    """Whether the server has no such channel any more, or a thread that sleeps."""
    return channel_id != 0 and (
        interaction.guild is None or interaction.guild.get_channel_or_thread(channel_id) is None
    )
