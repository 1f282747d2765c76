"""No test has to ask for it: what reaches the simulated Discord is judged, and a refusal fails the test."""

from __future__ import annotations

import io
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import discord
import pytest
import simcord
from discord.ext import commands

from tests.discord_openapi.check import MOST_OF_A_FILE
from tests.discord_openapi.watching import Watch

Say = Callable[[discord.Interaction], Awaitable[Any]]


class _Speaker(commands.Bot):
    def __init__(self, say: Say, **values: Any) -> None:
        super().__init__(commands.when_mentioned, intents=discord.Intents(guilds=True), **values)
        self._say = say

    async def setup_hook(self) -> None:
        @self.tree.command(description="Say it")
        async def say(interaction: discord.Interaction) -> None:
            await self._say(interaction)

        await self.tree.sync()


async def said(say: Say, **values: Any) -> None:
    """`/say` by a client of its own, in the simulated Discord."""
    client = _Speaker(say, **values)
    async with client, simcord.run(client, check_errors=False) as env:
        guild = env.create_guild()
        channel = guild.create_text_channel("opinion")
        with suppress(AssertionError):  # it refuses some of it as well
            await guild.add_member(env.create_user("alice")).slash(channel, "say")


NOBODY = {"allowed_mentions": discord.AllowedMentions.none()}
BLANK = "\N{HANGUL FILLER}"


@pytest.mark.parametrize(
    ("say", "values", "what"),
    [
        pytest.param(lambda i: i.response.send_message("Hello"), NOBODY, "", id="what Discord takes"),
        pytest.param(
            lambda i: i.response.send_message("Hello"), {}, "$.data.allowed_mentions", id="mentions left open"
        ),
        pytest.param(lambda i: i.response.send_message("x" * 2_001), NOBODY, "$.data.content: 2001", id="a long text"),
        pytest.param(
            lambda i: i.response.send_message(file=discord.File(io.BytesIO(b"x" * (MOST_OF_A_FILE + 1)), "a.txt")),
            NOBODY,
            "files[0]",
            id="a long file",
        ),
        pytest.param(
            lambda i: i.response.send_message("x" * 2_001, file=discord.File(io.BytesIO(b"x"), "a.txt")),
            NOBODY,
            "$.data.content: 2001",
            id="a long text beside a file",
        ),
    ],
)
async def test_what_a_client_sends_is_judged_on_its_way(
    discord_limits: Watch, say: Say, values: dict[str, Any], what: str
) -> None:
    await said(say, **values)
    complaints, discord_limits.complaints[:] = list(discord_limits.complaints), []
    assert bool(complaints) == bool(what)
    assert all(what in complaint and "/callback" in complaint for complaint in complaints)
