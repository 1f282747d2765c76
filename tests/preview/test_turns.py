"""The page over its own wire: what the bot does later appears, and nobody is refused for being second."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import discord
import pytest
from discord.ext import commands

from bot.preview.apart import Apart
from bot.preview.page import open_page
from bot.preview.turns import TICK
from tests.clocks import ManualClock
from tests.preview.wire import Wire


class Bot(commands.AutoShardedBot):
    """Its `/work` defers, and edits its answer when it may."""

    def __init__(self, apart: Apart) -> None:
        super().__init__(
            commands.when_mentioned,
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=1,
        )
        self.may = asyncio.Event()

        @self.tree.command(name="work", description="work")
        async def command(interaction: discord.Interaction) -> None:
            await interaction.response.defer(thinking=True)
            await apart.run(self.may.wait(), at_once=0.0)
            await interaction.edit_original_response(content="it is done")

        @self.tree.command(name="fail", description="fail")
        async def fail(interaction: discord.Interaction) -> None:
            raise ZeroDivisionError

        @self.tree.error
        async def tell(interaction: discord.Interaction, error: discord.app_commands.AppCommandError) -> None:
            await interaction.response.send_message("it did not work")

    async def setup_hook(self) -> None:
        await self.tree.sync()


@asynccontextmanager
async def served() -> AsyncIterator[tuple[Wire, Bot, ManualClock]]:
    apart, clock = Apart(), ManualClock()
    bot = Bot(apart)
    async with open_page(bot, apart, clock, banner="what this is", port=0) as page, aiohttp.ClientSession() as http:
        wire = Wire(http, page.url)
        await wire.open()
        yield wire, bot, clock


async def test_what_the_bot_does_later_appears_without_being_asked_for() -> None:
    async with served() as (wire, bot, clock):
        done = await wire.run("work")
        assert done["acknowledgement"] == "deferred"
        assert (await wire.contents())[-1] == ""
        bot.may.set()
        await clock.until_sleeping()
        await clock.advance(TICK)
        async with asyncio.timeout(20):
            while (await wire.contents())[-1] != "it is done":
                await clock.advance(TICK)


async def test_nothing_is_shown_anew_while_nothing_happens() -> None:
    async with served() as (wire, _, clock):
        before = (await wire.state())["publishedRevision"]
        for _ in range(5):
            await clock.until_sleeping()
            await clock.advance(TICK)
        assert (await wire.state())["publishedRevision"] == before


async def test_who_types_at_the_moment_at_which_something_appears_is_heard() -> None:
    async with served() as (wire, _, _):
        seen = (await wire.state())["publishedRevision"]
        await wire.act("send_message", content="something new")
        done = await wire.run("work", revision=seen)
        assert not done["rejected"], done["diagnostics"]


@pytest.mark.parametrize("kind", ["click", "select"])
async def test_who_clicks_at_that_moment_is_refused(kind: str) -> None:
    async with served() as (wire, _, _):
        seen = (await wire.state())["publishedRevision"]
        await wire.act("send_message", content="something new")
        done = await wire.act(kind, revision=seen, target_id="1", control_key="x")
        assert [each["code"] for each in done["diagnostics"]] == ["stale-revision"]


async def test_two_who_act_at_once_are_both_heard() -> None:
    async with served() as (wire, _, _):
        state = await wire.state()
        sent = [wire.act("send_message", revision=state["publishedRevision"], content=str(n)) for n in range(3)]
        done = await asyncio.gather(*sent)
        assert [each["settlement"] for each in done] == ["settled"] * 3
        assert (await wire.contents())[-3:] == ["0", "1", "2"]


async def test_a_command_that_told_its_failure_has_ended_well() -> None:
    async with served() as (wire, _, _):
        done = await wire.run("fail")
        assert (done["settlement"], done["diagnostics"]) == ("settled", [])
        assert (await wire.contents())[-1] == "it did not work"


async def test_the_page_is_of_today() -> None:
    async with served() as (wire, _, clock):
        state = await wire.state()
        [banner] = state["timeline"]
        assert state["messages"][banner]["content"] == "what this is"
        assert str(clock.now().date()) in str(state["messages"][banner])
