"""What the page cannot show is brought into its channel."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import discord
import pytest
import simcord
from discord.ext import commands

from bot.preview.beyond import Beyond
from bot.preview.place import Place, furnish

LINK = "have you read http://examples.test/vans ?"


class Bot(commands.AutoShardedBot):
    """Three message commands: two note their targets, one what is written into its form."""

    def __init__(self) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=1,
        )
        self.asked: list[tuple[str, str]] = []
        for name in ("Summarize article", "Ask about this"):
            self.tree.add_command(discord.app_commands.ContextMenu(name=name, callback=self._noting(name)))
        self.tree.add_command(discord.app_commands.ContextMenu(name="Note it", callback=self._form()))

    def _form(self) -> Any:
        asked = self.asked

        class Form(discord.ui.Modal, title="Note it"):
            words: discord.ui.TextInput[Form] = discord.ui.TextInput(label="Words")

            async def on_submit(self, interaction: discord.Interaction) -> None:
                asked.append(("Note it", self.words.value))
                await interaction.response.send_message("noted")

        async def note(interaction: discord.Interaction, message: discord.Message) -> None:
            await interaction.response.send_modal(Form())

        return note

    def _noting(self, name: str):  # type: ignore[no-untyped-def]  # discord.py reads the annotations of what it returns
        async def note(interaction: discord.Interaction, message: discord.Message) -> None:
            self.asked.append((name, message.content))
            await interaction.response.send_message(f"{name}: done")

        return note

    async def setup_hook(self) -> None:
        await self.tree.sync()


@dataclass
class Page:
    """A reader before the page, without the page."""

    bot: Bot
    place: Place
    beyond: Beyond = field(init=False)

    def __post_init__(self) -> None:
        self.beyond = Beyond(self.bot, self.place)

    async def say(self, text: str, reply_to: discord.Message | None = None) -> discord.Message:
        said = await self.place.you.send(self.place.channel, text, reply_to=reply_to)
        await self.beyond.heard(said)
        return said

    def contents(self) -> list[str]:
        return [message.content for message in self.place.channel.history(viewer=self.place.you)]


@asynccontextmanager
async def opened() -> AsyncIterator[Page]:
    bot = Bot()
    async with bot, simcord.run(bot) as env:
        yield Page(bot, await furnish(env))


@pytest.mark.parametrize("words", ["right-click", "Right click", " rightclick "], ids=str)
async def test_a_right_click_chooses_the_first_of_the_menu_of_the_latest_message_with_a_link(words: str) -> None:
    async with opened() as page:
        await page.say("http://examples.test/older")
        await page.say(LINK)
        await page.say("nothing to read here")
        await page.say(words)
        assert page.bot.asked == [("Summarize article", LINK)]
        assert page.contents()[-1] == "Summarize article: done"


async def test_in_reply_it_is_that_message_and_another_of_the_menu_by_its_name() -> None:
    async with opened() as page:
        older = await page.say("http://examples.test/older")
        await page.say(LINK)
        await page.say("right-click: ask about this", reply_to=older)
        assert page.bot.asked == [("Ask about this", "http://examples.test/older")]


async def test_a_right_click_on_nothing_says_what_to_do() -> None:
    async with opened() as page:
        await page.say("nothing to read here")
        await page.say("right-click")
        assert page.bot.asked == []
        assert "post one first" in page.contents()[-1]


async def test_a_menu_that_there_is_not_is_told_with_those_that_there_are() -> None:
    async with opened() as page:
        await page.say(LINK)
        await page.say("right-click: Delete")
        assert page.bot.asked == []
        assert "Summarize article, Ask about this, Note it" in page.contents()[-1]


@pytest.mark.parametrize("words", ["right", "I would right-click it", "right-clicking"], ids=str)
async def test_other_words_are_just_said(words: str) -> None:
    async with opened() as page:
        await page.say(LINK)
        await page.say(words)
        assert page.bot.asked == []
        assert page.contents()[-1] == words


async def test_only_the_reader_is_obeyed() -> None:
    async with opened() as page:
        await page.say(LINK)
        await page.beyond.heard(await page.place.host.send(page.place.channel, "right-click"))
        assert page.bot.asked == []


async def test_a_form_is_filled_in_behind_the_name_of_the_menu() -> None:
    async with opened() as page:
        said = await page.say("the bus is a luxury")
        await page.say("right-click: Note it: Who says so: he?", reply_to=said)
        assert page.bot.asked == [("Note it", "Who says so: he?")]
        await page.say("right-click: Note it", reply_to=said)
        assert page.contents()[-1].endswith("write into it like this: `right-click: Note it: Who says so?`")


@pytest.mark.parametrize(
    ("words", "to_the_bot", "sent"),
    [
        pytest.param("@Commentary who?", False, "<@{bot}> who?", id="its name with an @ mentions it"),
        pytest.param("who, @commentary?", False, "who, <@{bot}>?", id="wherever it stands, however it is written"),
        pytest.param("who?", True, "<@{bot}> who?", id="a reply to it mentions it"),
        pytest.param("@Commentary who?", True, "<@{bot}> who?", id="once is enough"),
        pytest.param("right-click", True, "right-click", id="a right-click on its message asks nothing"),
        pytest.param("@Commentaryish", False, "@Commentaryish", id="another's name"),
        pytest.param("who?", False, "who?", id="what is not addressed to it"),
    ],
)
async def test_the_bot_is_pinged_as_discords_own_field_does(words: str, to_the_bot: bool, sent: str) -> None:
    async with opened() as page:
        channel = page.bot.get_channel(page.place.channel.id)
        assert isinstance(channel, discord.TextChannel)
        told = await channel.send("ask me")
        mine = await page.say("who knows?")
        replied = told if to_the_bot else mine
        assert page.bot.user is not None
        assert page.beyond.with_pings(words, replied.id) == sent.format(bot=page.bot.user.id)


async def test_what_the_bot_writes_in_a_thread_is_forwarded_once() -> None:
    async with opened() as page:
        channel = page.bot.get_channel(page.place.channel.id)
        assert isinstance(channel, discord.TextChannel)
        await page.say(LINK)
        thread = await channel.create_thread(name="The *vans*", type=discord.ChannelType.public_thread)
        await thread.send("The author claims that vans are cheaper.")
        await page.beyond.look_around()
        await page.beyond.look_around()
        forwarded = [m for m in page.place.channel.history(viewer=page.place.you) if m.message_snapshots]
        assert [m.message_snapshots[0].content for m in forwarded] == ["The author claims that vans are cheaper."]
        assert sum("In the thread **The \\*vans\\***" in content for content in page.contents()) == 1
        await thread.send("A second thought.")
        await page.beyond.look_around()
        assert page.place.channel.history()[-1].message_snapshots[0].content == "A second thought."


async def test_where_there_is_no_thread_nothing_is_said() -> None:
    async with opened() as page:
        await page.say(LINK)
        before = page.contents()
        await page.beyond.look_around()
        assert page.contents() == before
