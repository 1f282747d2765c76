"""Where every command comes in: acknowledged before anything else, answered whatever happens."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord import app_commands

from bot.ui.asks import Ask
from bot.ui.calls import Reply
from bot.ui.desk import Desk


class Gate(app_commands.CommandTree[discord.Client]):
    """The tree of commands; `desk` is there before the first of them can come."""

    desk: Desk

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Defer first: no command awaits anything of ours before this."""
        if interaction.type is not discord.InteractionType.application_command:
            return True  # autocomplete, which is answered at once
        if interaction.command and interaction.command.extras.get("form"):
            return True  # a form is its acknowledgement
        return await self.desk.acknowledge(interaction, _reply_to(interaction), _asked(interaction))

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        """What a command's checks refuse; what an answer raises is told at the desk."""
        await self.desk.refuse(interaction, error)


def _reply_to(interaction: discord.Interaction) -> Reply:
    """A command is answered for its asker alone where that is its nature, or was asked for."""
    extras: Mapping[object, object] = interaction.command.extras if interaction.command else {}
    private = extras.get("ephemeral") or getattr(interaction.namespace, "private", False)
    return Reply.PRIVATE if private else Reply.PUBLIC


def _asked(interaction: discord.Interaction) -> Ask | None:
    """A slash command as an ask: its options by their names, channels by their ids."""
    if not isinstance(interaction.command, app_commands.Command):
        return None
    given = {name: _worded(value) for name, value in interaction.namespace if value}
    return Ask(interaction.command.qualified_name, given)


def _worded(value: object) -> str:
    if isinstance(value, app_commands.AppCommandChannel | app_commands.AppCommandThread):
        return str(value.id)
    return "yes" if value is True else str(value)
