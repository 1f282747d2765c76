"""Thirty questions in one channel while ten others ask: each room in its order, and none waits for another."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.ui.opening import IN_ROOM
from bot.ui.sentences import ENGLISH
from tests.cli.commands import SAMPLE
from tests.end_to_end.busy_hour import OPEN_ASKS
from tests.end_to_end.busy_model import BusyModel
from tests.end_to_end.talkers import is_progress
from tests.false_discord.driver import FalseDiscord, Server, false_discord, running_bot, slash
from tests.false_discord.payloads import Payload, text
from tests.store.files import rows
from tests.web import Web

QUESTIONS, OTHERS = 30, 10
HELD = 20.0  # seconds for a machine that has much else to do

_SAID = re.compile(r"Thought (\d+)")


@dataclass(frozen=True, slots=True)
class Scene:
    """A bot that is connected, whose rooms have all read an article, and two members."""

    discord: FalseDiscord
    server: Server
    users: tuple[Payload, Payload]
    bot: str
    model: BusyModel

    async def say(self, n: int, channel: str) -> Payload:
        """A member thinks aloud, and names the bot."""
        return await self.discord.say(self.users[n % 2], channel, f"<@{self.bot}> Thought {n}: is the bus light used?")

    async def command(self, n: int, channel: str) -> str:
        """The same by `/ask`."""
        question = f"Thought {n}: is the bus light used?"
        return (await self.discord.interact(slash(self.users[n % 2], channel, "ask", question=question)))[0]

    async def first(self, channel: str) -> Payload:
        """The first of many, of which the model has heard: it has the room, and keeps it until `may_answer` is set."""
        self.model.may_answer.clear()
        self.model.was_asked.clear()
        said = await self.say(0, channel)
        async with asyncio.timeout(HELD):
            await self.model.was_asked.wait()
        return said

    def answered_at(self) -> Mapping[int, float]:
        """When the whole answer to each stood there, in the order in which they came."""
        found: dict[int, float] = {}
        for sent in self.discord.journal("request"):
            body = sent["body"]
            message = {"content": "", "components": body.get("components") or []} if isinstance(body, dict) else None
            said = _SAID.search(text(message)) if message and not is_progress(message) else None
            if said and sent["status"] == 200:
                found.setdefault(int(said[1]), sent["mono"])
        return found


@pytest.fixture
async def scene(tmp_path: Path, web: Web) -> AsyncIterator[Scene]:
    web.page("/bus", SAMPLE.read_bytes())
    async with BusyModel(pause=0.0).serving() as model, false_discord(tmp_path) as discord:
        server = await discord.server("Harrow", "busy", *(f"calm-{n}" for n in range(OTHERS)))
        users = await discord.user("ada"), await discord.user("ben")
        variables = {"OPENAI_BASE_URL": model.url, "OPENAI_API_KEY": "no-key-at-all", "FETCH_PORTS": str(web.port)}
        async with running_bot(discord, tmp_path, **variables) as bot:
            await discord.connected(1)
            read = [
                slash(users[0], channel, "ask", question="What does she claim?", article=web.url("/bus"))
                for channel in server.channels.values()
            ]
            assert all(state["answered"] for state in await discord.states(await discord.interact(*read), seconds=60))
            yield Scene(discord, server, users, (await discord.ask("state"))["bot"], model)
            await bot.stop()


async def in_line(tmp_path: Path, many: int) -> None:
    """Wait until so many asks are open, and no more."""
    async with asyncio.timeout(HELD):
        while rows(tmp_path / "bot.sqlite3", OPEN_ASKS) != [(many,)]:
            await SystemClock().sleep(0.02)


async def test_thirty_questions_of_one_channel_come_in_order_and_ten_other_channels_do_not_wait(
    scene: Scene, tmp_path: Path
) -> None:
    """Nobody is answered before all of them are in line: how many there is room for does not hang on who is quicker."""
    busy, *calm = scene.server.channels.values()
    asked = [await scene.first(busy), *[await scene.say(n, busy) for n in range(1, QUESTIONS)]]
    others = [await scene.say(100 + n, channel) for n, channel in enumerate(calm)]
    answered, crowded = list(range(IN_ROOM + 1)), ENGLISH["crowded"]
    await in_line(tmp_path, len(answered) + OTHERS)
    scene.model.may_answer.set()
    replies = await scene.discord.replies([*asked, *others], seconds=120)

    assert [n for n, reply in enumerate(replies) if reply and crowded not in text(reply)] == [
        *answered, *range(QUESTIONS, QUESTIONS + OTHERS),
    ], "who is one too many is told so"  # fmt: skip
    at = scene.answered_at()
    assert [n for n in at if n < QUESTIONS] == answered
    assert sorted(at)[-OTHERS:] == [100 + n for n in range(OTHERS)]
    before = sum(at[n] < max(at[100 + m] for m in range(OTHERS)) for n in answered)
    assert before < len(answered) / 2, "the ten wait for the thirty"


async def test_commands_and_messages_of_one_channel_come_in_the_order_in_which_they_were_asked(
    scene: Scene, tmp_path: Path
) -> None:
    """A command is at the back at first, since it is acknowledged before it gets in line."""
    busy, interactions = scene.server.channels["busy"], []
    messages = [await scene.first(busy)]
    for n in range(1, 12):
        if n % 3:
            messages.append(await scene.say(n, busy))
        else:
            interactions.append(await scene.command(n, busy))
    await scene.discord.states(interactions, until="acknowledged")
    await in_line(tmp_path, 12)
    scene.model.may_answer.set()
    await scene.discord.replies(messages, seconds=60)
    assert all(state["answered"] for state in await scene.discord.states(interactions, seconds=60))
    assert list(scene.answered_at()) == list(range(12))
