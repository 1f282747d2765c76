"""The gateway goes away and comes back: commands work after each time, and nothing stays open."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import SAMPLE
from tests.false_discord.driver import false_discord, running_bot, slash
from tests.false_discord.members import Members
from tests.false_discord.payloads import text
from tests.web import Web

DROPS = [
    pytest.param(4000, id="closed with a code"),
    pytest.param(1000, id="closed as if all were well"),
    pytest.param(None, id="broken off"),
]
AGAIN = 6


@pytest.mark.parametrize("code", DROPS)
async def test_commands_work_after_each_drop_and_open_files_do_not_grow(
    tmp_path: Path, web: Web, code: int | None
) -> None:
    web.page("/bus", SAMPLE.read_bytes())
    async with false_discord(tmp_path) as discord:
        server, ada = await discord.server("Harrow"), await discord.user("ada")
        async with running_bot(discord, tmp_path, FETCH_PORTS=str(web.port)) as bot:
            await discord.connected(1)
            summarize = slash(ada, server.channels["opinion"], "summarize", url=web.url("/bus"))
            files = []
            for times in range(AGAIN):
                state = await discord.answer(summarize)
                assert "The night bus" in text(state["original"])
                files.append(bot.open_files())
                await discord.drop(code)
                await discord.connected(times + 2)
            assert "The night bus" in text((await discord.answer(summarize))["original"])
            assert max(files[1:]) <= files[0] + 1
            assert await bot.stop() == 0


async def test_a_session_that_is_forgotten_begins_anew(tmp_path: Path, web: Web) -> None:
    web.page("/bus", SAMPLE.read_bytes())
    async with false_discord(tmp_path) as discord:
        ada = await discord.user("ada")
        async with running_bot(discord, tmp_path, FETCH_PORTS=str(web.port)):
            await discord.connected(1)
            await discord.drop(4009, forget=True)
            await discord.connected(2)
            state = await discord.answer(slash(ada, None, "summarize", url=web.url("/bus")))
            assert "The night bus" in text(state["original"])
            assert [entry["event"] for entry in discord.journal("gateway")].count("identified") == 2


async def test_members_do_this_and_that_while_the_gateway_comes_and_goes(tmp_path: Path, web: Web) -> None:
    urls = [web.url(f"/{n}") for n in range(5)]
    for n in range(5):
        web.page(f"/{n}", SAMPLE.read_text("utf-8").replace("The night bus", f"Night bus {n}"))
    async with false_discord(tmp_path) as discord:
        server, users = await discord.server("Harrow"), [await discord.user(name) for name in ("ada", "bo")]
        async with running_bot(discord, tmp_path, FETCH_PORTS=str(web.port)):
            await discord.connected(1)
            members = Members(discord, server, users, urls)
            await members.arrive()
            for times in range(2):
                for state in [await members.act() for _ in range(10)]:
                    assert state["acknowledged"], state["wanted"]
                await discord.drop(4000)
                await discord.connected(times + 2)
