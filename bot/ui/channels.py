"""Channels that a moderator names: only those that both of them can see, and in which the bot may write."""

from __future__ import annotations

import discord

from bot.errors import CannotPost, NoSuchChannel

Channel = discord.abc.GuildChannel | discord.Thread


def visible(interaction: discord.Interaction, channel_id: int) -> Channel:
    """The channel, if it is of the interaction's server and both can see it. Raises NoSuchChannel.

    Which of them cannot is not told: a moderator is not to learn of channels that are none of theirs.
    """
    guild, person = interaction.guild, interaction.user
    channel = guild.get_channel_or_thread(channel_id) if guild else None
    if guild is None or channel is None or not isinstance(person, discord.Member):
        raise NoSuchChannel
    if isinstance(channel, discord.ForumChannel | discord.CategoryChannel):  # they hold no messages of their own
        raise NoSuchChannel
    if not (can_see(channel, person, interaction) and can_see(channel, guild.me, interaction)):
        raise NoSuchChannel
    return channel


def can_see(channel: Channel, person: discord.Member, interaction: discord.Interaction) -> bool:
    """Whether it is shown to them; a private thread is to whoever is in it, which is known of where they are only."""
    permissions = channel.permissions_for(person)
    if not permissions.view_channel:
        return False
    is_private = isinstance(channel, discord.Thread) and channel.is_private()
    return not is_private or permissions.manage_threads or channel.id == interaction.channel_id


def postable(interaction: discord.Interaction, channel_id: int) -> Channel:
    """The same, where the bot may post. Raises NoSuchChannel and CannotPost."""
    channel = visible(interaction, channel_id)
    permissions = channel.permissions_for(channel.guild.me)
    may_send = (
        permissions.send_messages_in_threads if isinstance(channel, discord.Thread) else permissions.send_messages
    )
    if not may_send:
        needed = "Send Messages in Threads" if isinstance(channel, discord.Thread) else "Send Messages"
        raise CannotPost(permissions=needed)
    return channel
