"""Many servers whose digests fall on the same minute, under Discord's rate limits, while members go on asking."""

from __future__ import annotations

import asyncio
import random
import zoneinfo
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.end_to_end.digest_bot import Order
from tests.end_to_end.digest_channels import Place, arrange, slots
from tests.end_to_end.digest_checks import Posted
from tests.end_to_end.digest_journal import Journal
from tests.end_to_end.newsroom import SLUG, Newsroom, newsroom
from tests.end_to_end.nursery import Life, nursery
from tests.false_discord.driver import ROOT, FalseDiscord, autocomplete, false_discord, slash
from tests.false_discord.payloads import Payload
from tests.false_discord.shared_clock import SharedTime

START, AT = datetime(2026, 11, 23, 6, 0, tzinfo=UTC), "07:00"
EVERY = 0.1  # seconds between two interactions


@dataclass(slots=True)
class Rush:
    """after: seconds until each interaction was acknowledged; None where it was not."""

    discord: FalseDiscord
    time: SharedTime
    room: Newsroom
    life: Life
    places: Sequence[Place]
    journal: Journal
    member: Payload
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    after: list[float | None] = field(default_factory=list)

    @property
    def due(self) -> datetime:
        return self.places[0].due(START.date())

    async def run(self, seconds: float, before: float = 20.0) -> float:
        """From a little before it is due until all stands there, or so long; returns how long it took."""
        self.time.move((self.due - self.time.now()).total_seconds() - before)
        await asyncio.sleep(before - 1)  # noqa: TID251 - the clock runs as the machine's does
        asking = asyncio.create_task(self._ask())
        here = list(slots(self.places, START, START + timedelta(hours=2)))
        while not self.journal.has(here) and self._since_due() < seconds:
            await self.discord.ask("quiet", rest=1.0, seconds=0.5)
        took = self._since_due()
        asking.cancel()
        await asyncio.wait({asking})
        return took

    def _since_due(self) -> float:
        return (self.time.now() - self.due).total_seconds()

    async def _ask(self) -> None:
        ids: list[str] = []
        try:
            while True:
                ids += await self.discord.interact(self._wanted())
                await asyncio.sleep(EVERY)  # noqa: TID251 - as above
        finally:
            states = await self.discord.states(ids, until="acknowledged", seconds=5.0)
            self.after += [state["after"] for state in states]

    def _wanted(self) -> Payload:
        channel = self.chance.choice(self.places).channel
        return self.chance.choice([
            slash(self.member, channel, "help"),
            slash(self.member, channel, "digest show"),
            slash(self.member, channel, "feed list"),
            slash(self.member, channel, "articles", query="bus"),
            autocomplete(self.member, channel, "summarize", "language", url="x", language="ge"),
        ])  # fmt: skip

    def twice(self) -> int:
        """Parts that stand in their channel more than once."""
        parts = Counter((one.channel, one.day, one.n) for one in self.digests())
        return sum(times > 1 for times in parts.values())

    def digests(self) -> list[Posted]:
        return [one for one in self.journal.all() if one.is_digest]


@asynccontextmanager
async def rush(folder: Path, servers: int, feeds: int) -> AsyncIterator[Rush]:
    """A bot in so many servers with a channel each, an hour before their digests are due."""
    zoneinfo.reset_tzpath(to=[])
    shared = SharedTime.begin(folder / "time", START)
    shared.move(rate=1.0)
    async with (
        newsroom(shared, feeds, SLUG) as room,
        false_discord(folder, judged=False, shared_time=folder / "time") as discord,
    ):
        places = await _settled(discord, servers)
        urls, day = [room.url(n) for n in range(feeds)], timedelta(days=1)
        arrange(folder / "bot.sqlite3", places, urls, START, START - day)
        variables = {
            "DISCORD_TOKEN": "false.token.x", "DATABASE_PATH": str(folder / "bot.sqlite3"),
            "PROMPTS_PATH": str(ROOT / "prompts"), "FETCH_ALLOW_PRIVATE_NETWORKS": "true",
            "FETCH_PORTS": str(room.port), "CACHE_PATH": str(folder / "cache"),
        }  # fmt: skip
        async with nursery(folder, **variables) as home:
            life = await home.born(Order(discord.address, str(folder / "time"), str(folder / "bot.log")))
            await discord.connected(1)
            await asyncio.sleep(3)  # noqa: TID251 - discord.py waits for the last server
            await discord.ask("limits", on=True)
            yield Rush(discord, shared, room, life, places, Journal(discord.journal_path), await discord.user("mona"))


async def _settled(discord: FalseDiscord, servers: int) -> list[Place]:
    found = []
    for n in range(servers):
        server = await discord.server(f"Town {n}", "moderators", "digest")
        found.append(Place(server.id, server.channels["digest"], server.channels["moderators"], "UTC", AT))
    return found
