"""Whatever Discord sends is acknowledged, answered once, and never left without a word."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.app import create_client
from bot.clock import SystemClock
from tests.cli.commands import SAMPLE
from tests.clocks import ManualClock
from tests.ui.simulated import buttons, member_of, rows, running, settings_of, shown
from tests.web import Web

pytestmark = pytest.mark.usefixtures("article")


@pytest.fixture
def article(web: Web) -> str:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    return web.url("/opinion/bus")


def sent_to(env: simcord.Env, ending: str) -> list[Any]:
    return [request for request in env.http_requests if request.path.endswith(ending)]


async def test_a_button_is_acknowledged_first_and_answers_who_pressed(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        before = len(env.http_requests)
        pressed = await alice.click(card, custom_id=buttons(card)["Quotes"])
        first, *_ = env.http_requests[before:]
        assert first.path.endswith("/callback")
        assert first.json is not None
        assert first.json["type"] == discord.InteractionResponseType.deferred_channel_message.value
        assert pressed.ephemeral
        assert "They can do the sums" in shown(pressed.response)
        assert "They can do the sums" in shown(card)


@pytest.mark.parametrize("name", ["Shorter", "Longer"])
async def test_another_length_takes_the_place_of_the_card(tmp_path: Path, web: Web, article: str, name: str) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        before = shown(card)
        await alice.click(card, custom_id=buttons(card)[name])
        [now] = [m for m in channel.history() if m.id == card.id]
        assert shown(now) != before
        assert name not in buttons(now)


async def test_buttons_work_after_a_restart_for_anyone_who_sees_them(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        bob = env.guild.add_member(env.create_user("bob"))
        again = create_client(settings_of(tmp_path, web), clock=ManualClock())
        async with again:
            await env.restart_bot(again)
            pressed = await bob.click(card, custom_id=buttons(card)["Critique"])
            assert pressed.ephemeral
            assert "critic" in shown(pressed.response)


async def test_a_discussion_is_opened_once(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        first, second = [await alice.click(card, custom_id=buttons(card)["Discuss"]) for _ in range(2)]
        [thread] = channel.threads
        assert thread.name == "The night bus is not a luxury"
        assert "open in its thread" in shown(first.response)
        assert "open already" in shown(second.response)
        [opening] = thread.history()
        assert "nobody has proposed to cut only the second" in shown(opening)
        assert rows(tmp_path, "SELECT thread_id, channel_id FROM thread") == [(thread.id, channel.id)]


async def test_a_button_of_another_server_is_not_found(tmp_path: Path, web: Web, article: str) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        mallory, elsewhere = member_of(env, "mallory")
        forged = discord.ui.View(timeout=None)
        forged.add_item(discord.ui.Button(label="Quotes", custom_id=buttons(card)["Quotes"]))
        forged.stop()
        bait = await env.bot.get_channel(elsewhere.id).send("bait", view=forged)  # type: ignore[union-attr]
        pressed = await mallory.click(bait, label="Quotes")
        assert pressed.ephemeral
        assert "I know no such card here" in shown(pressed.response)


async def test_a_failed_ask_can_be_asked_again_where_it_stands(tmp_path: Path, web: Web) -> None:
    web.page("/late", "<p>soon</p>", status=500)
    web.page("/late", SAMPLE.read_bytes())
    async with running(tmp_path, web, clock=SystemClock()) as env:
        alice, channel = member_of(env)
        failed = (await alice.slash(channel, "summarize", url=web.url("/late"))).response
        assert "error 500" in shown(failed)
        await alice.click(failed, custom_id=buttons(failed)["Ask again"])
        [now] = [m for m in channel.history() if m.id == failed.id]
        assert "The night bus is not a luxury" in shown(now)
        assert rows(tmp_path, "SELECT count(*) FROM ask WHERE is_open") == [(0,)]


async def test_who_was_left_waiting_by_a_crash_is_told_and_can_ask_again(
    tmp_path: Path, web: Web, article: str
) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        card = (await alice.slash(channel, "summarize", url=article)).response
        import sqlite3

        callback = sent_to(env, "/callback")[-1].path.split("/")
        with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:  # as a kill at this moment would have left it
            db.execute("UPDATE ask SET token = ?, is_open = 1", (callback[-2],))
        again = create_client(settings_of(tmp_path, web), clock=ManualClock())
        async with again:
            await env.restart_bot(again)
            [told] = [m for m in channel.history() if m.id == card.id]
            assert "I was restarted before your answer was ready" in shown(told)
            await alice.click(told, custom_id=buttons(told)["Ask again"])
            [now] = [m for m in channel.history() if m.id == card.id]
            assert "The night bus is not a luxury" in shown(now)
            assert rows(tmp_path, "SELECT count(*) FROM ask WHERE is_open") == [(0,)]
