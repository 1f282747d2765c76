"""Where every interaction comes in: acknowledged before anything else, answered whatever happens."""

from __future__ import annotations

import logging

import discord
from discord import app_commands

from bot.errors import BotError
from bot.observe import new_incident
from bot.ui import cards
from bot.ui.sentences import ENGLISH, sentence

log = logging.getLogger(__name__)


class Gate(app_commands.CommandTree[discord.Client]):
    """The tree of commands."""

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Defer first: no command awaits anything of ours before this."""
        if interaction.type is discord.InteractionType.application_command:
            private = bool(getattr(interaction.namespace, "private", False))
            await interaction.response.defer(thinking=True, ephemeral=private)
        return True

    async def on_error(self, interaction: discord.Interaction, error: app_commands.AppCommandError, /) -> None:
        """One sentence for the member, the cause for the log, an id that ties them."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        incident = new_incident()
        name = interaction.command.qualified_name if interaction.command else "?"
        if isinstance(cause, BotError):
            log.info("[%s] /%s: %s %s", incident, name, cause.kind, dict(cause.facts), exc_info=cause.__cause__)
            words = sentence(cause)
        else:
            log.error("[%s] /%s failed", incident, name, exc_info=cause)
            words = ENGLISH["failed"]
        try:
            await interaction.edit_original_response(view=cards.failure(words, incident))
        except discord.HTTPException as refused:
            log.warning("[%s] /%s: the member could not be told: %s", incident, name, refused)
