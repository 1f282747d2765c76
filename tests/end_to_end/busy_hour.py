"""A busy hour in which the bot's process is killed again and again, and started again on the same file."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf
from pathlib import Path

from bot.clock import SystemClock
from tests.cli.commands import SAMPLE
from tests.end_to_end.busy_model import FOLD_SECONDS, BusyModel
from tests.end_to_end.talkers import Asked, Place, Talkers, said_again
from tests.false_discord.driver import FalseDiscord, RunningBot, false_discord, press, running_bot, slash
from tests.false_discord.payloads import components
from tests.store.files import rows
from tests.web import Web

SMALL_WINDOWS = "tests.end_to_end.small_windows"
BUSY_SECONDS, ENDING_SECONDS = 2.5, 0.15
PATIENCE, LONGEST_START = 60.0, 6.0
OPEN_ASKS = "SELECT count(*) FROM ask WHERE is_open = 1"


class Moment(StrEnum):
    """When it dies: while it starts and tells who was left waiting, at any time, in a fold, when an answer ends."""

    START = "start"
    BUSY = "busy"
    FOLD = "fold"
    ENDING = "ending"


@dataclass(slots=True)
class Killed:
    """What was under way at the kills; start: seconds that the last whole start took."""

    moments: Counter[str] = field(default_factory=Counter)
    answering: int = 0
    folding: int = 0
    waiting: int = 0
    start: float = 3.0


@dataclass(slots=True)
class Hour:
    """All that there is of it; `killed` grows with each kill."""

    discord: FalseDiscord
    folder: Path
    model: BusyModel
    talkers: Talkers
    web: Web
    chance: random.Random
    killed: Killed = field(default_factory=Killed)

    @property
    def database(self) -> Path:
        return self.folder / "bot.sqlite3"

    @asynccontextmanager
    async def bot(self) -> AsyncIterator[RunningBot]:
        """Another process on the same file."""
        model = {"OPENAI_BASE_URL": self.model.url, "OPENAI_API_KEY": "no-key-at-all", "LOG_LEVEL": "WARNING"}
        ports = {"FETCH_PORTS": str(self.web.port)}
        async with running_bot(self.discord, self.folder, module=SMALL_WINDOWS, **ports, **model) as bot:
            yield bot

    async def started(self) -> int:
        """How often a bot has come to the gateway so far."""
        told = await self.discord.ask("connected", times=0, seconds=0.0)
        return int(told["identified"] + told["resumed"])

    async def places(self, servers: int = 2) -> list[Place]:
        """Channels of several servers, one with a thread that Discuss opened, and two direct messages."""
        found: list[Place] = []
        for n in range(servers):
            server = await self.discord.server(f"Town {n}", "opinion", "politics")
            found += [Place(server.id, channel) for channel in server.channels.values()]
        people = [await self.discord.user(name) for name in ("dora", "emil")]
        directs = [await self.discord.say(user, None, "hello") for user in people]
        return found + [Place("0", said["channel_id"], user) for said, user in zip(directs, people, strict=True)]

    async def thread(self, place: Place) -> Place:
        """Opened from a card by its button."""
        user = await self.discord.user("fay")
        state = await self.discord.answer(slash(user, place.channel, "summarize", url=self.web.url("/bus")))
        buttons = [part for part in components(state["original"], 2) if part.get("label") == "Discuss"]
        await self.discord.answer(press(user, state["original"], buttons[0]["custom_id"]))
        return Place(place.guild, state["original"]["id"])

    async def kill(self, moment: Moment) -> None:
        """Start it, and end it at that moment."""
        before, began = await self.started(), time.monotonic()
        async with self.bot() as bot:
            if moment is Moment.START:
                await SystemClock().sleep(self.chance.uniform(0.1, 1.2) * self.killed.start)
            else:
                await self.discord.connected(before + 1, seconds=PATIENCE)
                self.killed.start = min(time.monotonic() - began, LONGEST_START)
                self.talkers.up.set()
                await self._come(moment)
            self.killed.moments[moment] += 1
            self.killed.answering += self.model.answering > 0
            self.killed.folding += self.model.folding > 0
            await bot.kill()
            self.talkers.up.clear()
            self.killed.waiting += _count(self.database, OPEN_ASKS)

    async def _come(self, moment: Moment) -> None:
        event, then = {
            Moment.BUSY: (None, BUSY_SECONDS),
            Moment.FOLD: (self.model.began_to_fold, FOLD_SECONDS + 0.1),
            Moment.ENDING: (self.model.has_answered, ENDING_SECONDS),
        }[moment]
        if event:
            event.clear()
            await asyncio.wait_for(event.wait(), PATIENCE)
        await SystemClock().sleep(self.chance.uniform(0.0, then))

    async def end(self) -> None:
        """Started for the last time: who was left waiting is told, asks again, and is answered."""
        before = await self.started()
        async with self.bot() as bot:
            await self.discord.connected(before + 1, seconds=PATIENCE)
            await self._all_told()
            by_place = defaultdict[str, list[Asked]](list)
            for asked in self.talkers.asked:
                by_place[asked.place.channel].append(asked)
            await asyncio.gather(*map(self._ask_again, by_place.values()))
            await self._all_told()
            await bot.stop()

    async def _ask_again(self, all_asked: Sequence[Asked]) -> None:
        for asked in all_asked:
            told = await self.talkers.answer_to(asked, 0.0)
            if told and said_again(told) and await self.talkers.press_again(asked, told):
                await self.talkers.answer_to(asked, PATIENCE)

    async def _all_told(self) -> None:
        async with asyncio.timeout(PATIENCE):
            while _count(self.database, OPEN_ASKS):
                await SystemClock().sleep(0.1)


def _count(path: Path, query: str) -> int:
    return int(rows(path, query)[0][0])


def moments(kills: int, chance: random.Random) -> list[Moment]:
    """Each of them as often, in any order."""
    kinds = list(Moment)
    drawn = [kinds[n % len(kinds)] for n in range(kills)]
    chance.shuffle(drawn)
    return drawn


@asynccontextmanager
async def busy_hour(folder: Path, kills: int, seed: int, *, most_seconds: float = inf) -> AsyncIterator[Hour]:
    """It is over when the block begins: the bot is down. most_seconds: after which it is killed no more."""
    with Web().serving() as web:
        web.page("/bus", SAMPLE.read_bytes())
        async with BusyModel().serving() as model, false_discord(folder) as discord:
            users = [await discord.user(name) for name in ("ana", "ben", "cleo")]
            talkers = Talkers(discord, (await discord.ask("state"))["bot"], users, seed)
            hour = Hour(discord, folder, model, talkers, web, random.Random(seed))
            await _live(hour, kills, time.monotonic() + most_seconds)
            yield hour


async def _live(hour: Hour, kills: int, until: float) -> None:
    places = await hour.places()
    async with hour.bot() as bot:
        await hour.discord.connected(1)
        places.append(await hour.thread(places[0]))
        first = [await hour.talkers.ask(place, url=hour.web.url("/bus")) for place in places]
        for asked in first:
            assert await hour.talkers.answer_to(asked, PATIENCE)
        await bot.stop()
    talking = [asyncio.create_task(hour.talkers.talk(place)) for place in [*places, *places[:2]]]
    try:
        for moment in moments(kills, hour.chance):
            if time.monotonic() < until:
                await hour.kill(moment)
            assert not any(task.done() for task in talking), [task for task in talking if task.done()]
    finally:
        for task in talking:
            task.cancel()
        await asyncio.gather(*talking, return_exceptions=True)
    await hour.end()
