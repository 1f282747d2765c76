"""`/help`: what this caller can do here."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Use
from bot.ui.desk import Desk
from bot.ui.sync import Mentions
from bot.ui.usable import Usable, demanded, here_of, usable

# What the commands in a message's menu do; Discord takes no description of them.
_MENU = {
    "Summarize article": "reads what it links to",
    "Ask about this": "asks me about what it says",
}


class HelpAnswers:
    """mentions: how a command is called in a text; model: whether a language model writes the summaries."""

    def __init__(self, mentions: Mentions, *, model: bool = True) -> None:
        self._mentions, self._model = mentions, model

    def uses(self) -> Mapping[str, Use]:
        """Quick: help must come when all else is slow."""
        return {"help": Use(answer=self.show, quick=True)}

    async def show(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Commands by the rules that Discord shows them by: this place, this caller's permissions."""
        client = call.interaction.client
        assert isinstance(client, commands.Bot | commands.AutoShardedBot), "another client has no commands"
        offered = usable(client.tree.get_commands(), here_of(call.interaction))
        return cards.help([self._told(command) for command in offered], model=self._model)

    def _told(self, command: Usable) -> cards.CommandHelp:
        if isinstance(command, app_commands.ContextMenu):
            says = f"in the Apps menu of any message: {_MENU[command.name]}"
            return cards.CommandHelp(f"**{command.name}**", says, "On a message")
        group = "For moderators" if demanded(command) else "For all"
        return cards.CommandHelp(self._mentions.of(command.qualified_name), command.description, group)


class HelpCog(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(extras={"ephemeral": True})
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def help(self, interaction: discord.Interaction) -> None:
        """Show what you can do here"""
        await self._desk.answer(interaction, Ask("help"))
