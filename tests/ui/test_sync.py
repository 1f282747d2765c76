"""Discord is given our commands when they are not the ones that it has, and at no other start."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import simcord

from bot.app import create_client
from tests.clocks import ManualClock
from tests.ui.simulated import member_of, running, settings_of, shown
from tests.web import Web


def given(env: simcord.Env) -> list[Any]:
    return [request for request in env.http_requests if request.method == "PUT" and "commands" in request.path]


async def restart(env: simcord.Env, tmp_path: Path, web: Web, **values: Any) -> None:
    client = create_client(settings_of(tmp_path, web, **values), clock=ManualClock())
    async with client:
        await env.restart_bot(client)


async def test_commands_are_given_once(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        assert len(given(env)) == 1
        names = {command["name"] for command in given(env)[0].json}
        slash = set("summarize compare ask articles context feed digest privacy settings help".split())
        assert names == slash | {"Summarize article", "Ask about this"}
        await restart(env, tmp_path, web)
        assert len(given(env)) == 1


async def test_what_changed_is_given_again(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        with sqlite3.connect(tmp_path / "commentary.sqlite3") as db:  # as an earlier version would have left it
            changed = db.execute("UPDATE installation SET value = 'older' WHERE name LIKE 'commands of %'").rowcount
        assert changed == 1
        await restart(env, tmp_path, web)
        assert len(given(env)) == 2


async def test_what_discord_lost_is_given_again(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        assert len(given(env)) == 1
    async with running(tmp_path, web) as env:  # another Discord, which has none of them
        assert len(given(env)) == 1


async def test_a_server_for_development_is_given_them_alone(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web, dev_guild_id=4_242) as env:
        [only] = given(env)
        assert only.path.endswith("/guilds/4242/commands")


async def test_help_names_commands_so_that_one_can_press_them(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        helped = await alice.slash(channel, "help")
        assert "</summarize:" in shown(helped.response)
