"""The bot as users start it, in a Discord with a wall clock: what members get, from the first look to the last."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.commands import SAMPLE
from tests.false_discord.driver import (
    FalseDiscord,
    RunningBot,
    Server,
    autocomplete,
    false_discord,
    message_command,
    running_bot,
    slash,
)  # fmt: skip
from tests.false_discord.interactions import CHOICES, COMMAND, COMPONENT
from tests.false_discord.payloads import Payload, text
from tests.web import Web


@dataclass(frozen=True, slots=True)
class Scene:
    """A bot that is connected, one server, one member, one article."""

    discord: FalseDiscord
    bot: RunningBot
    server: Server
    ada: Payload
    url: str

    @property
    def room(self) -> str:
        return self.server.channels["opinion"]


@pytest.fixture
async def scene(tmp_path: Path, web: Web) -> AsyncIterator[Scene]:
    web.page("/bus", SAMPLE.read_bytes())
    async with false_discord(tmp_path) as discord:
        server, ada = await discord.server("Harrow"), await discord.user("ada")
        async with running_bot(discord, tmp_path, FETCH_PORTS=str(web.port)) as bot:
            await discord.connected(1)
            yield Scene(discord, bot, server, ada, web.url("/bus"))


async def posted(discord: FalseDiscord, channel: str) -> list[Payload]:
    """The messages of a channel."""
    messages = (await discord.ask("state"))["messages"].values()
    return [message for message in messages if message["channel_id"] == channel]


async def test_a_card_comes_as_an_edit_of_the_deferred_reply(scene: Scene) -> None:
    state = await scene.discord.answer(slash(scene.ada, scene.room, "summarize", url=scene.url))
    assert state["after"] < 3
    assert "The night bus is not a luxury" in text(state["original"])
    sent = [sent for sent in scene.discord.journal("request") if "/webhooks/" in sent["path"]]
    assert {sent["path"].rpartition("/")[2] for sent in sent} == {"@original"}
    assert len(await posted(scene.discord, scene.room)) == 1


async def test_the_apps_menu_of_a_message_leads_to_the_card_of_its_link(scene: Scene) -> None:
    told = {"channel": scene.room, "user": scene.ada, "body": {"content": f"Have you seen {scene.url} ?"}}
    link = await scene.discord.ask("say", **told)
    state = await scene.discord.answer(message_command(scene.ada, scene.room, "Summarize article", link["id"]))
    assert "The night bus is not a luxury" in text(state["original"])


async def test_what_is_typed_is_completed_at_once(scene: Scene) -> None:
    wanted = autocomplete(scene.ada, scene.room, "summarize", "language", url="x", language="germ")
    [state] = await scene.discord.states(await scene.discord.interact(wanted), until="acknowledged")
    assert state["acknowledged"] == CHOICES
    assert "German" in str(state["data"]["choices"])


async def test_a_server_that_it_joins_is_greeted_and_one_that_it_leaves_is_no_loss_to_the_others(scene: Scene) -> None:
    await scene.discord.answer(slash(scene.ada, scene.room, "help"))  # everything is up by now
    other = await scene.discord.server("Other", "general")
    await scene.discord.answer(slash(scene.ada, other.channels["general"], "help"))
    await scene.discord.ask("leave", guild=other.id)
    state = await scene.discord.answer(slash(scene.ada, scene.room, "summarize", url=scene.url))
    assert "The night bus is not a luxury" in text(state["original"])
    assert any("/help" in text(message) for message in await posted(scene.discord, other.channels["general"]))
    assert await posted(scene.discord, scene.room)


async def test_commands_that_are_as_discord_has_them_are_not_sent_again(scene: Scene, tmp_path: Path) -> None:
    assert await scene.bot.stop() == 0
    async with running_bot(scene.discord, tmp_path):
        await scene.discord.connected(2)
        await scene.discord.answer(slash(scene.ada, scene.room, "help"))
    sent = [sent["path"] for sent in scene.discord.journal("request") if sent["method"] == "PUT"]
    assert len(sent) == 1


async def test_who_asks_for_it_to_stop_waits_until_all_is_answered(scene: Scene, tmp_path: Path) -> None:
    ids = await scene.discord.interact(*[slash(scene.ada, scene.room, "summarize", url=scene.url)] * 5)
    await scene.discord.states(ids, until="acknowledged")
    assert await scene.bot.stop() == 0
    assert all(state["answered"] for state in await scene.discord.states(ids, seconds=0.1))
    with sqlite3.connect(tmp_path / "bot.sqlite3") as db:
        assert db.execute("SELECT count(*) FROM ask WHERE token IS NOT NULL").fetchone() == (0,)


async def test_an_acknowledgement_that_comes_too_late_costs_nobody_but_its_own(scene: Scene) -> None:
    """Discord answers a late one as unknown; the next one is served as if nothing had been."""
    await scene.discord.ask("fault", method="POST", path="/interactions/*", delay=3.2)
    late = await scene.discord.interact(slash(scene.ada, scene.room, "help"))
    state = await scene.discord.answer(slash(scene.ada, scene.room, "help"))
    assert state["acknowledged"]
    [lost] = await scene.discord.states(late, seconds=4)
    assert not lost["answered"]
    assert (await scene.discord.answer(slash(scene.ada, scene.room, "help")))["kind"] in (COMMAND, COMPONENT)
