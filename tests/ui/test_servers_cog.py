"""The bot joins a server and leaves it."""

from __future__ import annotations

from pathlib import Path

import discord
import simcord
from simcord.builders import GuildHandle

from bot.ui.cogs.servers import ServersCog
from tests.clocks import ManualClock
from tests.nouns import COLUMN
from tests.ui.simulated import member_of, rows, running, shown
from tests.ui.test_browsing_commands import met
from tests.web import Web

DAY = 86_400.0  # seconds


def cog_of(env: simcord.Env) -> ServersCog:
    cog = env.bot.get_cog("ServersCog")  # type: ignore[attr-defined]  # a bot, whatever its type says
    assert isinstance(cog, ServersCog)
    return cog


def known(env: simcord.Env, guild: GuildHandle) -> discord.Guild:
    found = env.bot.get_guild(guild.id)
    assert found is not None
    return found


async def joined(env: simcord.Env, guild: GuildHandle) -> None:
    """A server comes with its channels; the simulator builds them one by one."""
    await cog_of(env).on_guild_join(known(env, guild))
    await env.settle()


async def test_a_server_is_greeted_where_the_bot_may_write(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        guild = env.create_guild()
        await env.settle()
        channel = guild.create_text_channel("general")
        await env.settle()
        await joined(env, guild)
        [greeting] = channel.history()
        text = shown(greeting)
        for step in ("</summarize:", "Summarize article", "</compare:", "</help:"):
            assert step in text
        assert rows(tmp_path, f"SELECT left_at FROM server WHERE guild_id = {guild.id}") == [(None,)]


async def test_no_word_is_said_where_it_may_not_write(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        guild = env.create_guild()
        silent = discord.PermissionOverwrite(send_messages=False)
        channel = guild.create_text_channel("rules", overwrites={guild.default_role: silent})
        await env.settle()
        await joined(env, guild)
        assert channel.history() == []
        assert not env.errors


async def test_data_of_a_server_that_was_left_is_scheduled_for_deletion(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        guild = env.create_guild()
        await env.settle()
        await cog_of(env).on_guild_remove(known(env, guild))
        query = f"SELECT left_at, delete_after FROM server WHERE guild_id = {guild.id}"
        [(left_at, delete_after)] = rows(tmp_path, query)
        assert (left_at[:10], delete_after[:10]) == ("2026-11-24", "2026-12-01")


async def test_the_daily_round_deletes_what_was_kept_for_long_enough(tmp_path: Path, web: Web) -> None:
    clock = ManualClock()
    async with running(tmp_path, web, clock=clock) as env:
        alice, channel = member_of(env)
        await met(tmp_path, channel, COLUMN)
        await alice.slash(channel, "ask", question="Who would sell the harbour?")
        await cog_of(env)._sweep()
        assert len(rows(tmp_path, "SELECT id FROM turn")) == 1
        await clock.advance(31 * DAY)
        await cog_of(env)._sweep()
        assert rows(tmp_path, "SELECT id FROM turn") == []
        assert not env.errors
