"""What the simulator's page cannot show, brought into its one channel: menus of messages, and threads."""

from __future__ import annotations

import re

import discord
from discord.ext import commands

from bot.preview.place import Place

_RIGHT_CLICK = re.compile(r"right[- ]?click(?:\s*:\s*(?P<name>.+))?", re.IGNORECASE)
_LINK = re.compile(r"https?://\S")

NOTHING_THERE = "There is no message with a link to right-click; post one first, or reply to the message you mean."
NO_SUCH_MENU = "The menu of a message has: {names}."
IN_THREAD = "In the thread **{name}**, which this page cannot open:"


class Beyond:
    """Acts for the reader, and shows what happens elsewhere."""

    def __init__(self, client: commands.AutoShardedBot, place: Place) -> None:
        assert client.user is not None
        self._client, self._place, self._bot = client, place, client.user.id
        self._shown: set[int] = set()

    async def heard(self, said: discord.Message) -> None:
        """`right-click`, alone or in reply to a message, chooses from the message's menu; other words are just said."""
        if said.author.id != self._place.you.id or not (wanted := _RIGHT_CLICK.fullmatch(said.content.strip())):
            return
        menu = [command.name for command in self._client.tree.get_commands(type=discord.AppCommandType.message)]
        names = [name for name in menu if not wanted["name"] or name.casefold() == wanted["name"].strip().casefold()]
        if not names:
            await self._say(NO_SUCH_MENU.format(names=", ".join(menu) or "nothing"))
        elif target := self._target_of(said):
            await self._place.you.context_menu(self._place.channel, names[0], target)
        else:
            await self._say(NOTHING_THERE)

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
