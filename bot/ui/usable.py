"""Pure: which commands somebody can use where they are, by the rules that Discord shows commands by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

Root = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu
Usable = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Where somebody is, and what they may do there.

    in_server, with_bot: else it is another's direct message. by_server, by_caller: who has installed the bot.
    """

    in_server: bool
    with_bot: bool
    by_server: bool
    by_caller: bool
    permissions: discord.Permissions


def here_of(interaction: discord.Interaction) -> Here:
    """What Discord says of an interaction's place."""
    in_server, by_caller = interaction.guild_id is not None, interaction.is_user_integration()
    return Here(
        in_server=in_server,
        with_bot=interaction.context.dm_channel,
        by_server=interaction.is_guild_integration() or (in_server and not by_caller),
        by_caller=by_caller,
        permissions=interaction.permissions,
    )


def usable(commands: Iterable[Root], here: Here) -> Iterator[Usable]:
    """Those that one can use, groups taken apart, in their order."""
    for root in commands:
        if _fits_place(root, here) and _is_allowed(root, here):
            if isinstance(root, app_commands.Group):
                yield from (one for one in root.walk_commands() if isinstance(one, app_commands.Command))
            else:
                yield root


def _fits_place(root: Root, here: Here) -> bool:
    """A command that says nothing is for servers' installs, everywhere."""
    contexts, installs = root.allowed_contexts, root.allowed_installs
    for_servers, for_users = (installs.guild, installs.user) if installs else (True, False)
    if here.in_server:
        is_installed = (for_servers and here.by_server) or (for_users and here.by_caller)
        return (contexts is None or contexts.guild) and is_installed
    if here.with_bot:
        return contexts is None or contexts.dm_channel
    return (contexts is None or contexts.private_channel) and for_users


def _is_allowed(root: Root, here: Here) -> bool:
    needed = root.default_permissions
    return not here.in_server or needed is None or here.permissions.administrator or needed <= here.permissions
