"""`/compare`, and the pages of its card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.services.browse import Browse
from bot.services.compare import Compare
from bot.services.preferences import Preferences
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.autocomplete import articles, languages
from bot.ui.calls import Call, Use, asker_of
from bot.ui.cogs.summarize import page_number
from bot.ui.desk import Desk
from bot.ui.options import given, wished


class ComparisonAnswers:
    """Two or three articles side by side."""

    def __init__(self, compare: Compare, browse: Browse, preferences: Preferences) -> None:
        self._compare, self._browse, self._preferences = compare, browse, preferences

    def uses(self) -> Mapping[str, Use]:
        """Both wait in line: a page of a card may have to be written anew."""
        return {"compare": Use(answer=self.new), "comparison": Use(answer=self.card)}

    async def new(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """The card of articles by their addresses, or of this channel's by their numbers."""
        named = [args[name] for name in ("first", "second", "third") if args.get(name)]
        sources = [await self._source(call, one) for one in named]
        options = replace(await wished(call, args, self._preferences), prompt="")  # what a server pins is for summaries
        compared = await self._compare.run(
            sources, options, call.asker, private=bool(args.get("private")), progress=call.progress
        )
        return cards.comparison(compared, call.ids)

    async def card(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Another page of a card that stands there."""
        ids = [int(article_id) for article_id in args["articles"].split(".")]
        compared = await self._compare.run(ids, given(args), call.asker, private=True, progress=call.progress)
        return cards.comparison(compared, call.ids, page=page_number(args))

    async def _source(self, call: Call, named: str) -> str | int:
        """Raises NotHere for a number of another server's."""
        return (await self._browse.article(call.asker, named)).id if named.strip().startswith("#") else named


class CompareCog(commands.Cog):
    def __init__(self, desk: Desk, browse: Browse) -> None:
        self._desk, self._browse = desk, browse

    @app_commands.command()
    @app_commands.describe(
        first="an address, or an article of this channel",
        second="another one",
        third="one more, if you like",
        language="language of the comparison; the articles' own when empty",
        private="only you see the answer",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def compare(
        self,
        interaction: discord.Interaction,
        first: str,
        second: str,
        third: str = "",
        language: app_commands.Range[str, 0, 35] = "",
        private: bool = False,
    ) -> None:
        """Set commentaries side by side: where they agree, where they conflict"""
        ask = Ask("compare", {"first": first, "second": second})
        await self._desk.answer(interaction, ask.but(third=third, language=language, private="yes" if private else ""))

    @compare.autocomplete("first")
    @compare.autocomplete("second")
    @compare.autocomplete("third")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await articles(self._browse, asker_of(interaction), typed)

    @compare.autocomplete("language")
    async def _languages(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return languages(typed)
