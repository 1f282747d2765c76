"""`/summarize`."""

from __future__ import annotations

import discord
from discord import app_commands
from discord.ext import commands

from bot.models.asker import Asker
from bot.models.summary import Length, Options
from bot.services.summarize import Summarize
from bot.ui import cards


def asker_of(interaction: discord.Interaction) -> Asker:
    """Who asks, and where."""
    return Asker(guild_id=interaction.guild_id, channel_id=interaction.channel_id, user_id=interaction.user.id)


class SummarizeCog(commands.Cog):
    def __init__(self, summarize: Summarize) -> None:
        self._summarize = summarize

    @app_commands.command()
    @app_commands.describe(
        url="the article's address",
        length="how much to say about it",
        language="language of the summary, as de or pt-BR; the article's own when empty",
        private="only you see the answer",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def summarize(
        self,
        interaction: discord.Interaction,
        url: str,
        length: Length = Length.STANDARD,
        language: app_commands.Range[str, 0, 35] = "",
        private: bool = False,
    ) -> None:
        """Say what the author claims, and on what grounds"""
        options = Options(length=length, language=language)
        answer = await self._summarize.run(url, options, asker_of(interaction), private=private)
        await interaction.edit_original_response(view=cards.summary(answer))
