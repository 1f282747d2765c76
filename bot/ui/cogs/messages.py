"""The message command **Summarize article**: what a message links to, carries as a file, or is itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import NoLink, NotHere
from bot.services.waiting import Waiting
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Reply, Use
from bot.ui.cogs.summarize import SummaryAnswers
from bot.ui.desk import Desk
from bot.ui.links import links
from bot.ui.pasted import page_of

# Options that carry the links of a message, each with its number behind.
_URL, _LABEL, _DETAIL = "url", "label", "detail"


class MessageAnswers:
    """Which of a message's links is meant, then its summary."""

    def __init__(self, summaries: SummaryAnswers, waiting: Waiting) -> None:
        self._summaries, self._waiting = summaries, waiting

    def uses(self) -> Mapping[str, Use]:
        """The menu is quick; what is chosen in it takes the menu's place."""
        return {
            "links": Use(answer=self.choice, quick=True),
            "choose": Use(answer=self.chosen, reply=Reply.IN_PLACE),
        }

    async def choice(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """A menu of the links that were found. Raises NoLink when there are none."""
        numbers = range(sum(name.startswith(_URL) for name in args))
        if not numbers:
            raise NoLink
        offered = [(args[f"{_LABEL}{n}"], args.get(f"{_DETAIL}{n}", "")) for n in numbers]
        return cards.choice(offered, call.ids(Ask("choose", {"ask": str(call.ask_id)})))

    async def chosen(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """The summary of the link that was chosen, where the menu was. Raises NotHere for a menu that is too old."""
        kept = await self._waiting.find(call.asker, int(args["ask"]))
        url = kept.args.get(f"{_URL}{args.get('link', '')}") if kept else None
        if url is None:
            raise NotHere(thing="message")
        return await self._summaries.new(call, {"url": url})


class MessagesCog(commands.Cog):
    def __init__(self, desk: Desk, tree: app_commands.CommandTree[Any]) -> None:
        self._desk, self._tree = desk, tree
        self._menu = app_commands.ContextMenu(
            name="Summarize article",
            callback=self._summarize,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
        )

    async def cog_load(self) -> None:
        """By hand: discord.py takes no message command from a cog."""
        self._tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """What `cog_load` added, or loading again would clash with it."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)

    async def _summarize(self, interaction: discord.Interaction, message: discord.Message) -> None:
        await self._desk.answer(interaction, _ask_of(message))


def _ask_of(message: discord.Message) -> Ask:
    found = links(message)
    if len(found) == 1:
        return Ask("summarize", {"url": found[0].url})
    if not found and page_of(message.content):
        return Ask("summarize", {"url": message.content})
    ask = Ask("links")
    for n, link in enumerate(found):
        ask = ask.but(**{f"{_URL}{n}": link.url, f"{_LABEL}{n}": link.label, f"{_DETAIL}{n}": link.detail})
    return ask
