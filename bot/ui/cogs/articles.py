"""`/articles`, and the pages of what it found."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.browse import PAGE, QUERY_LIMIT, Browse
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Use
from bot.ui.desk import Desk


class ArticleAnswers:
    """What this channel has met."""

    def __init__(self, browse: Browse) -> None:
        self._browse = browse

    def uses(self) -> Mapping[str, Use]:
        """Quick: a search reads our own file only."""
        return {"articles": Use(answer=self.page, quick=True)}

    async def page(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """A page of what was found; past the end the last one."""
        found = await self._browse.search(call.asker, args.get("query", ""), int(args.get("page", "1")))
        return cards.articles(found, call.ids, page=found.offset // PAGE + 1)


class ArticlesCog(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command(extras={"ephemeral": True})
    @app_commands.describe(query="words of the article, its author or its outlet; all articles when empty")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def articles(
        self, interaction: discord.Interaction, query: app_commands.Range[str, 0, QUERY_LIMIT] = ""
    ) -> None:
        """Search the articles that this channel has read"""
        await self._desk.answer(interaction, Ask("articles").but(query=query))
