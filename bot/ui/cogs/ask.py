"""`/ask` and **Ask about this**: a question about what this channel reads; the pages of its answer."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import NotHere
from bot.models.discussion import Person, Question, Remark
from bot.services.browse import Browse
from bot.services.discuss import Asked, Discuss
from bot.services.discuss.asking import LONGEST
from bot.services.preferences import Preferences
from bot.services.shared.asked_articles import Source
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.autocomplete import articles
from bot.ui.calls import Answered, Call, Reply, Use, asker_of
from bot.ui.cogs.summarize import page_number
from bot.ui.desk import Desk
from bot.ui.hearing import Hearing, beside
from bot.ui.options import wished
from bot.ui.pasted import page_of

TARGETS = 1_000  # messages that somebody writes a question about at this moment
_NUMBER = re.compile(r"#([0-9]{1,18})")
_FORM, _FIELD = "form", "question"


class QuestionAnswers:
    """What is answered to a question, whichever way it came."""

    def __init__(self, discuss: Discuss, preferences: Preferences) -> None:
        self._discuss, self._preferences = discuss, preferences

    def uses(self) -> Mapping[str, Use]:
        """Questions of one room are answered one after the other; a page is read from our own file."""
        return {
            "ask": Use(answer=self.new, reply=Reply.PUBLIC, in_order=True),
            "answer": Use(answer=self.page, quick=True),
        }

    async def new(self, call: Call, args: Mapping[str, str]) -> Answered:
        """The answer, shown sentence by sentence while it is written."""
        question = _question(call, args)
        asked = await self._discuss.run(
            question,
            call.asker,
            replace(await wished(call, args, self._preferences), prompt=""),  # a server's pin is for summaries
            articles=_sources(args),
            progress=call.progress,
            told=lambda text: call.show(cards.writing(question, text)),
        )
        return Answered(cards.answer(asked, call.ids), cards.whole_answer(asked), partial(self._shown, call, asked))

    async def page(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Another page of an answer that stands there. Raises NotHere."""
        asked = await self._discuss.again(call.asker, int(args["turn"]))
        return cards.answer(asked, call.ids, page=page_number(args))

    async def _shown(self, call: Call, asked: Asked, message_id: int) -> None:
        await self._discuss.shown(call.asker, asked.turn_id, [message_id])


def _question(call: Call, args: Mapping[str, str]) -> Question:
    """The person is who asked first, whoever has it asked again."""
    person = call.seat.person
    about = None
    if args.get("about_text"):
        about = Remark(person=Person(id=int(args["about_id"]), name=args["about_name"]), text=args["about_text"])
    return Question(
        text=args.get("question", ""),
        person=Person(id=int(args.get("person") or person.id), name=args.get("name") or person.display_name),
        key=args.get("key") or (f"ask:{call.ask_id}" if call.ask_id else ""),
        message_id=int(args.get("message") or 0),
        reply_to=int(args.get("reply_to") or 0),
        about=about,
    )


def _sources(args: Mapping[str, str]) -> list[Source]:
    """What it is about besides the links in its words: an article by name, those of a card, files."""
    named = args.get("article", "").strip()
    number = _NUMBER.fullmatch(named)
    first: list[Source] = [int(number[1])] if number else [page_of(named) or named] if named else []
    return [*first, *map(int, filter(None, args.get("articles", "").split("."))), *args.get("links", "").split()]


class AskCog(commands.Cog):
    """A message that is asked about is kept until the form about it comes back, the latest TARGETS of them."""

    def __init__(self, desk: Desk, browse: Browse, hearing: Hearing, tree: app_commands.CommandTree[Any]) -> None:
        self._desk, self._browse, self._hearing, self._tree = desk, browse, hearing, tree
        self._targets: OrderedDict[str, Mapping[str, str]] = OrderedDict()
        self._menu = app_commands.ContextMenu(
            name="Ask about this",
            callback=self._about,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
            extras={"form": True},
        )

    async def cog_load(self) -> None:
        """By hand: discord.py takes no message command from a cog."""
        self._tree.add_command(self._menu)

    async def cog_unload(self) -> None:
        """What `cog_load` added, or loading again would clash with it."""
        self._tree.remove_command(self._menu.name, type=self._menu.type)

    @app_commands.command()
    @app_commands.describe(
        question="what you would like to know",
        article="an article of this channel, or an address; all that were read here when empty",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self, interaction: discord.Interaction, question: app_commands.Range[str, 1, LONGEST], article: str = ""
    ) -> None:
        """Ask about the articles of this channel; the answer says in which paragraph it stands"""
        await self._desk.answer(interaction, _asked(interaction, question, {"article": article}))

    @ask.autocomplete("article")
    async def _articles(self, interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await articles(self._browse, asker_of(interaction), typed)

    @commands.Cog.listener()
    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """A form that comes back; all else comes in by the tree and by the desk."""
        if interaction.type is not discord.InteractionType.modal_submit:
            return
        form = self._desk.asked_by(interaction)
        target = self._targets.pop(form.args.get(_FORM, ""), None) if form else None
        if target is None:
            if await self._desk.acknowledge(interaction, Reply.PRIVATE):
                await self._desk.refuse(interaction, NotHere(thing="message"))
            return
        ask = _asked(interaction, _written(interaction), target)
        if await self._desk.acknowledge(interaction, Reply.PUBLIC, ask):
            await self._desk.answer(interaction, ask)

    async def _about(self, interaction: discord.Interaction, message: discord.Message) -> None:
        form = str(interaction.id)
        self._targets[form] = {**self._hearing.about(message), **beside(message)}
        if len(self._targets) > TARGETS:
            self._targets.popitem(last=False)
        ids = self._desk.ids_at(interaction)
        await self._desk.send_form(interaction, _Form(ids(Ask("about", {_FORM: form}))))


class _Form(discord.ui.Modal):
    def __init__(self, custom_id: str) -> None:
        super().__init__(title="Ask about this message", custom_id=custom_id)
        written: discord.ui.TextInput[_Form] = discord.ui.TextInput(
            custom_id=_FIELD, style=discord.TextStyle.paragraph, placeholder="What would you like to know?",
            max_length=LONGEST,
        )  # fmt: skip
        self.add_item(discord.ui.Label(text="Your question", component=written))


def _asked(interaction: discord.Interaction, question: str, more: Mapping[str, str]) -> Ask:
    """With who asks, so that it stays theirs when another presses the button that asks again."""
    person = interaction.user
    return Ask("ask", {"question": question, "person": str(person.id), "name": person.display_name}).but(**more)


def _written(interaction: discord.Interaction) -> str:
    """What stands in the form's one field."""
    data: Mapping[str, Any] = interaction.data or {}
    parts = [
        inner for part in data.get("components", ()) for inner in (part.get("component"), *part.get("components", ()))
    ]
    return next((str(part["value"]) for part in parts if part and part.get("custom_id") == _FIELD), "")
