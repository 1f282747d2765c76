"""What the simulator's page cannot do, done in its one channel: menus of messages, forms, pings, threads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import discord
from discord.ext import commands

from bot.preview.place import Place

# `right-click: NAME: what is written into its form`
_RIGHT_CLICK = re.compile(
    r"right[- ]?click(?:\s*:\s*(?P<name>[^:]+))?(?:\s*:\s*(?P<words>.+))?", re.IGNORECASE | re.DOTALL
)
_LINK = re.compile(r"https?://\S")

NOTHING_THERE = "There is no message with a link to right-click; post one first, or reply to the message you mean."
NO_SUCH_MENU = "The menu of a message has: {names}."
NO_WORDS = "This page has no forms: write into it like this: `right-click: {name}: Who says so?`"
IN_THREAD = "In the thread **{name}**, which this page cannot open:"


class Beyond:
    """Acts for the reader, and shows what happens elsewhere."""

    def __init__(self, client: commands.AutoShardedBot, place: Place) -> None:
        assert client.user is not None
        self._client, self._place, self._bot = client, place, client.user.id
        self._name = re.compile(rf"@{re.escape(client.user.name)}\b", re.IGNORECASE)
        self._shown: set[int] = set()

    def with_pings(self, words: str, reply_to: int | None) -> str:
        """As Discord's own text field sends it: the bot's name with an @ mentions it, and so does a reply to it."""
        mention = f"<@{self._bot}>"
        written = self._name.sub(mention, words)
        replied = next((m for m in self._place.channel.history() if m.id == reply_to), None)
        pings = replied is not None and replied.author.id == self._bot and not _RIGHT_CLICK.fullmatch(words.strip())
        return f"{mention} {written}" if pings and mention not in written else written

    async def heard(self, said: discord.Message) -> None:
        """`right-click`, alone or in reply to a message, chooses from the message's menu; other words are just said."""
        if said.author.id != self._place.you.id or not (wanted := _RIGHT_CLICK.fullmatch(said.content.strip())):
            return
        menu = [command.name for command in self._client.tree.get_commands(type=discord.AppCommandType.message)]
        names = [name for name in menu if not wanted["name"] or name.casefold() == wanted["name"].strip().casefold()]
        if not names:
            await self._say(NO_SUCH_MENU.format(names=", ".join(menu) or "nothing"))
        elif target := self._target_of(said):
            await self._choose(names[0], target, (wanted["words"] or "").strip())
        else:
            await self._say(NOTHING_THERE)

    async def _choose(self, name: str, target: discord.Message, words: str) -> None:
        chosen = await self._place.you.context_menu(self._place.channel, name, target)
        if chosen.modal and words:
            field = next(_fields(chosen.modal))
            await self._place.you.submit_modal(chosen, {field: words})
        elif chosen.modal:
            await self._say(NO_WORDS.format(name=name))

    def _target_of(self, said: discord.Message) -> discord.Message | None:
        earlier = [message for message in self._place.channel.history(viewer=self._place.you) if message.id < said.id]
        if said.reference and said.reference.message_id:
            return next((message for message in earlier if message.id == said.reference.message_id), None)
        own = {self._bot, self._place.host.id}
        return next((m for m in reversed(earlier) if _LINK.search(m.content) and m.author.id not in own), None)

    async def look_around(self) -> bool:
        """Forward what the bot wrote in threads; whether there was something."""
        before = len(self._shown)
        for thread in self._place.channel.threads:
            ours = [message for message in thread.history() if message.author.id == self._bot]
            new = [message for message in ours if message.id not in self._shown]
            self._shown.update(message.id for message in new)
            if new:
                await self._say(IN_THREAD.format(name=discord.utils.escape_markdown(thread.name or "?")))
            for message in new:
                await self._place.host.forward(message, self._place.channel)
        return len(self._shown) > before

    async def _say(self, text: str) -> None:
        await self._place.host.send(self._place.channel, text)


def _fields(form: Mapping[str, Any]) -> Iterator[str]:
    """Names of its text fields, in their order."""
    for part in form["components"]:
        for field in (part.get("component"), *part.get("components", ())):
            if field:
                yield field["custom_id"]
