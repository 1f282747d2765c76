"""`/summarize` by the real client, in a simulated Discord: what members see, what went over the wire, what is kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord

from bot.app import create_client
from bot.config import Settings
from tests.cli.commands import SAMPLE
from tests.clocks import ManualClock
from tests.web import Web

WAIT = 10.0  # seconds for work on real sockets and processes; beyond 15 it waits for aiohttp's keep-alive to end


@asynccontextmanager
async def running(tmp_path: Path, web: Web, **values: Any) -> AsyncIterator[simcord.Env]:
    settings = Settings(
        database_path=tmp_path / "commentary.sqlite3",
        fetch_allow_private_networks=True,
        fetch_ports=(web.port,),
        **values,
    )
    client = create_client(settings, clock=ManualClock())
    async with client, simcord.run(client, settle_timeout=WAIT) as env:
        yield env


def shown(response: Any) -> str:
    """All the text of a message's components."""
    found: list[str] = []

    def walk(item: Any) -> None:
        if isinstance(item, dict):
            if isinstance(item.get("content"), str):
                found.append(item["content"])
            for value in item.values():
                walk(value)
        elif isinstance(item, list):
            for value in item:
                walk(value)

    walk(response.components)
    return "\n".join(found)


def rows(tmp_path: Path, table: str) -> int:
    with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:
        count: int = db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        return count


def member_of(env: simcord.Env) -> tuple[Any, Any]:
    guild = env.create_guild()
    return guild.add_member(env.create_user("alice")), guild.create_text_channel("opinion")


async def test_a_member_gets_the_card(tmp_path: Path, web: Web) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        result = await alice.slash(channel, "summarize", url=web.url("/opinion/bus"))
        assert not result.ephemeral
        text = shown(result.response)
        for part in (
            "Op\\-ed · The Harrow Courier",
            "[The night bus is not a luxury](https://www.harrow-courier.example/opinion/",
            "Miriam Osei · 12 March 2026",
            "The council should keep the night service",
            "**Readers (3)**",
            "key sentences, no AI",
        ):
            assert part in text
        assert rows(tmp_path, "channel_article") == 1


async def test_the_interaction_is_acknowledged_before_anything_else_and_answered_by_one_edit(
    tmp_path: Path, web: Web
) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        before = len(env.http_requests)
        await alice.slash(channel, "summarize", url=web.url("/opinion/bus"))
        asked = env.http_requests[before:]
        assert [request.method for request in asked] == ["POST", "PATCH"]
        assert asked[0].path.endswith("/callback")
        assert asked[0].json is not None
        assert asked[0].json["type"] == discord.InteractionResponseType.deferred_channel_message.value


async def test_a_private_answer_is_ephemeral_and_leaves_no_trace_in_the_channel(tmp_path: Path, web: Web) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        result = await alice.slash(channel, "summarize", url=web.url("/opinion/bus"), private=True)
        assert result.ephemeral
        assert "The night bus" in shown(result.response)
        assert rows(tmp_path, "channel_article") == 0


async def test_nothing_that_a_page_holds_pings(tmp_path: Path, web: Web) -> None:
    page = SAMPLE.read_text("utf-8").replace("The council should keep", "@everyone <@&1> The council should keep")
    web.page("/opinion/bus", page)
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        result = await alice.slash(channel, "summarize", url=web.url("/opinion/bus"))
        assert "@everyone" not in shown(result.response)
        assert "<@&1>" not in shown(result.response)
        sent = [request.json for request in env.http_requests if request.method == "PATCH" and request.json]
        assert sent[-1]["allowed_mentions"] == {"parse": []}


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        pytest.param("/gone", 404, "has no such page", id="a page that there is not"),
        pytest.param("/thin", 200, "too little text", id="a thin page"),
    ],
)
async def test_a_failure_is_one_sentence_with_an_id_that_the_log_has(
    tmp_path: Path, web: Web, caplog: pytest.LogCaptureFixture, path: str, status: int, words: str
) -> None:
    web.page(path, "<html><body><p>Hello.</p></body></html>", status=status)
    caplog.set_level("INFO")
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        result = await alice.slash(channel, "summarize", url=web.url(path))
        text = shown(result.response)
        assert words in text
        assert not env.errors
        incident = text.rsplit(" ", 1)[-1]
        assert f"[{incident}]" in caplog.text
        assert "Traceback" not in text


async def test_this_machine_is_refused_without_a_word_about_it_to_the_network(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        result = await alice.slash(channel, "summarize", url="http://169.254.169.254/latest/meta-data")
        assert "I do not open" in shown(result.response)
        assert not env.errors
    assert web.requests == []


async def test_it_asks_for_no_privileged_intent_and_its_commands_fit_discord(tmp_path: Path, web: Web) -> None:
    client = create_client(Settings(database_path=tmp_path / "commentary.sqlite3"))
    asked_for = {name for name, wanted in client.intents if wanted}
    assert asked_for.isdisjoint({"message_content", "members", "presences"})
    assert client.allowed_mentions is not None
    assert client.allowed_mentions.to_dict()["parse"] == []
    async with running(tmp_path, web) as env:
        [synced] = [request for request in env.http_requests if request.method == "PUT"]
        assert synced.json is not None
        command = next(command for command in synced.json if command["name"] == "summarize")
        assert [option["name"] for option in command["options"]] == ["url", "length", "language", "private"]
        assert [choice["value"] for choice in command["options"][1]["choices"]] == ["short", "standard", "deep"]
        assert all(len(json.dumps(command)) < 8_000 for command in synced.json)


async def test_what_was_opened_is_closed(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web):
        pass
    with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("BEGIN EXCLUSIVE")  # nobody else holds the file
