"""`/summarize`, and the buttons of its card."""

from __future__ import annotations

from collections.abc import Mapping

import discord
from discord import app_commands
from discord.ext import commands

from bot.models.summary import Length
from bot.services.preferences import Preferences
from bot.services.summarize import Summarize, Summarized
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.autocomplete import languages
from bot.ui.calls import Call, Use
from bot.ui.desk import Desk
from bot.ui.options import given, wished
from bot.ui.pasted import page_of
from bot.ui.threads import can_open_thread


class SummaryAnswers:
    """What is said about one article: anew, or again for a card that stands there."""

    def __init__(self, summarize: Summarize, preferences: Preferences) -> None:
        self._summarize, self._preferences = summarize, preferences

    def uses(self) -> Mapping[str, Use]:
        """All wait in line: even a page of a card may have to be written anew."""
        return {
            "summarize": Use(answer=self.new),
            "summary": Use(answer=self.card),
            "quotes": Use(answer=self.quotes),
            "critique": Use(answer=self.critique),
        }

    async def new(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """The card of an article: by its address, as a pasted text, or by its number when it was found here."""
        options = await wished(call, args, self._preferences)
        private = bool(args.get("private"))
        source = int(args["article"]) if args.get("article") else page_of(args["url"]) or args["url"]
        answer = await self._summarize.run(source, options, call.asker, private=private, progress=call.progress)
        return cards.summary(answer, call.ids, threads=can_open_thread(call.interaction) and not private)

    async def card(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """The same card at another length, or another page of it."""
        message = call.interaction.message
        shared = message is not None and not message.flags.ephemeral
        return cards.summary(
            await self._again(call, args),
            call.ids,
            page=page_number(args),
            threads=shared and can_open_thread(call.interaction),
        )

    async def quotes(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """A page of what others say in the article. Raises NotHere for a card whose article is gone."""
        return cards.quotes(await self._again(call, args), call.ids, page=page_number(args))

    async def critique(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """A page of what a critic would ask. Raises NotHere for a card whose article is gone."""
        return cards.critique(await self._again(call, args), call.ids, page=page_number(args))

    async def _again(self, call: Call, args: Mapping[str, str]) -> Summarized:
        return await self._summarize.again(int(args["article"]), given(args), call.asker, progress=call.progress)


def page_number(args: Mapping[str, str]) -> int:
    """Pages count from 1."""
    return int(args.get("page", "1"))


class SummarizeCog(commands.Cog):
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @app_commands.command()
    @app_commands.describe(
        url="the article's address, or its text",
        length="how much to say about it",
        language="language of the summary; the article's own when empty",
        private="only you see the answer",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def summarize(
        self,
        interaction: discord.Interaction,
        url: str,
        length: Length | None = None,
        language: app_commands.Range[str, 0, 35] = "",
        private: bool = False,
    ) -> None:
        """Say what the author claims, and on what grounds"""
        wanted = {
            "url": url,
            "length": length.value if length else "",
            "language": language,
            "private": "yes" if private else "",
        }
        await self._desk.answer(interaction, Ask("summarize").but(**wanted))

    @summarize.autocomplete("language")
    async def _languages(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return languages(typed)
