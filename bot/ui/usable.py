"""Pure: which commands somebody can use where they are, by the rules that Discord shows commands by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import discord
from discord import app_commands

Root = app_commands.Command[Any, ..., Any] | app_commands.Group | app_commands.ContextMenu
Usable = app_commands.Command[Any, ..., Any] | app_commands.ContextMenu

PERMISSIONS = "permissions"  # of a command's extras: what its answer demands of who calls it, where Discord cannot


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
        if _fits_place(root, here):
            yield from (command for command in _commands(root) if _is_allowed(command, here))


def demanded(command: Usable) -> discord.Permissions | None:
    """What who calls it in a server must be permitted: Discord knows it of whole groups only."""
    root = command.root_parent or command if isinstance(command, app_commands.Command) else command
    own: discord.Permissions | None = command.extras.get(PERMISSIONS)
    return own or root.default_permissions


def _commands(root: Root) -> Iterator[Usable]:
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


def _is_allowed(command: Usable, here: Here) -> bool:
    needed = demanded(command)
    return not here.in_server or needed is None or here.permissions.administrator or needed <= here.permissions
