"""Days of digests in which the bot's process is killed again and again, in a time that only passes when it should.

A clock is shared by the false Discord, the sites and every life of the bot; it runs a little faster than the machine's
while something is under way, and jumps over what is between. Deaths are named in `DEATHS`; those that the bot's process
brings upon itself are in `deaths.py`, those that come from outside in `digest_outside.py`.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import zoneinfo
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.end_to_end import deaths
from tests.end_to_end.digest_channels import TIMES, Place, Slot, arrange, settle, slots
from tests.end_to_end.digest_checks import Record, Verdict, judge
from tests.end_to_end.digest_journal import Journal
from tests.end_to_end.digest_lives import NONCES_LIVE, Lives
from tests.end_to_end.digest_outside import ANY, IN_DOUBT, MESSAGES, OUTSIDE, PATIENCE, TROUBLES, Outside
from tests.end_to_end.digest_stage import Stage
from tests.end_to_end.newsroom import newsroom
from tests.end_to_end.nursery import nursery
from tests.false_discord.driver import ROOT, START_SECONDS, false_discord
from tests.false_discord.posting import SEND
from tests.false_discord.shared_clock import SharedTime
from tests.store.files import rows

START = datetime(2026, 9, 20, 12, 0, tzinfo=UTC)
DEATHS = (*deaths.INSIDE, *OUTSIDE)
GIVEN_UP = timedelta(hours=5, minutes=30)  # after which nobody waits for a slot; it can be made up for in six hours
# Seconds of ours; a part in doubt is looked for after eleven minutes.
STEP, QUIET_STEPS, MOST_STEPS = 60.0, 13, 80
RATE = 4.0  # seconds in one of the machine while something is under way
STAYS_ARMED = 0.9  # of the deaths that find nothing to disturb
TROUBLE = 0.35  # of the moments, at which something goes wrong besides


@dataclass(slots=True)
class Days:
    """until: when they end. loses: whether two channels are lost on the way."""

    stage: Stage
    lives: Lives
    outside: Outside
    until: datetime
    loses: bool = True

    async def pass_by(self, most_kills: int, at_once: int = 4, peace: float = 6.5) -> None:
        """All days, and some hours of peace in which nobody dies. at_once: kills where many are due."""
        expected = sorted(slots(self.stage.places, START, self.until))
        await self.lives.bear()
        await self._feeds_are_read()
        for due, group in itertools.groupby(expected, lambda slot: slot.due):
            here = [slot for slot in group if slot.channel not in self.stage.record.gone]
            left = most_kills - self.lives.died.total()
            await self._lose_some(due)
            if here:
                await self.moment(due, here, min(left, at_once if len(here) > 4 else 1) if left > 0 else 0)
                await self.outside.move_back()
        await self.peace(peace)

    async def moment(self, due: datetime, here: Sequence[Slot], kills: int) -> None:
        """The bot is killed so often around it; then it is left alone until all stands there that is to."""
        now = self.stage.time.now()
        if now > due + GIVEN_UP:
            return
        await self._mood()
        if (ahead := (due - now).total_seconds()) > 20:
            self.stage.time.move(ahead - 20)
            await self.stage.calm_down()
        self.stage.time.move(max(0.0, (due - self.stage.time.now()).total_seconds() - 0.5))
        for _ in range(kills):
            if not await self.die(here):
                break
            await self.lives.be_away()
            await self.lives.bear()
            if self.stage.time.now() > due + GIVEN_UP:
                await self.catch_up()
                return
        await self.settled(here)

    async def _mood(self) -> None:
        chance, discord = self.stage.chance, self.stage.discord
        nonces, history = chance.uniform(65, NONCES_LIVE), chance.choice((0.0, 5.0, 60.0, 300.0))
        await discord.ask("memory", nonces=nonces, history=history)
        if self.stage.chance.random() < TROUBLE:
            trouble = self.stage.chance.choice(TROUBLES)
            await self.stage.discord.ask("fault", method="POST", path=MESSAGES, **trouble)

    async def settled(self, here: Sequence[Slot]) -> None:
        """Time passes until all stands there, or until nothing has come for longer than a look into the past takes."""
        least = self.stage.chance.choice((0, 0, 3))  # what is in doubt is often not cleared up before the next moment
        quiet, seen = 0, len(self.stage.journal.all())
        for step in range(MOST_STEPS):
            await self.stage.calm_down()
            if self.lives.present.ended.is_set():
                await self.lives.end(self.lives.armed)
                await self.lives.be_away(self.stage.chance.choice((1.0, 30.0)))
                await self.lives.bear()
                quiet = 0
            quiet, seen = (0 if len(self.stage.journal.all()) > seen else quiet + 1), len(self.stage.journal.all())
            if (step >= least and self.stage.journal.has(here)) or quiet > QUIET_STEPS:
                return
            self.stage.time.move(STEP)

    async def catch_up(self) -> None:
        """What came due while nobody was there, and is still worth sending, gets the time for that."""
        now = self.stage.time.now()
        due = list(slots(self.stage.places, now - GIVEN_UP, now))
        await asyncio.sleep(PATIENCE / 2)  # noqa: TID251 - the machine's time
        await self.settled([slot for slot in due if slot.channel not in self.stage.record.gone])

    async def die(self, here: Sequence[Slot]) -> bool:
        """As it was armed, aimed at one of these; when that does not come, at any moment.

        Not at all when all stands there first: the death stays armed.
        """
        kind, life, slot = self.lives.armed, self.lives.present, self.stage.chance.choice(list(here))
        if kind in OUTSIDE:
            has_come = await self.outside.come(kind, slot)
        else:
            has_come = await self.outside.within(lambda: life.ended.is_set(), here)
        is_over = self.stage.journal.has(here) and not has_come and not life.ended.is_set()
        if is_over and self.stage.chance.random() < STAYS_ARMED:
            return False
        self.lives.in_doubt = slot if has_come and kind in IN_DOUBT else None
        await self.lives.end(kind if has_come else ANY)
        return True

    async def _feeds_are_read(self) -> None:
        """For the first time; a process that reads them takes its time to start."""
        async with asyncio.timeout(START_SECONDS):
            while rows(self.stage.database, "SELECT 1 FROM feed WHERE polled_at IS NULL"):
                await self.stage.calm_down()
                if self.lives.present.ended.is_set():
                    await self.lives.end(self.lives.armed)
                    await self.lives.bear()

    async def peace(self, hours: float) -> None:
        """One last life, until whatever is due is past."""
        await self.lives.end("at the end")
        await self.lives.bear(last=True)
        await self.catch_up()
        for _ in range(round(hours * 6)):
            await self.stage.calm_down()
            self.stage.time.move(600.0)
        self.lives.close()

    async def _lose_some(self, due: datetime) -> None:
        """When two thirds of the days are over a channel is deleted, and a little later another one is closed."""
        gone, passed = len(self.stage.record.gone), (due - START) / (self.until - START)
        for n, share in enumerate((0.66, 0.75)):
            if gone == n and passed > share and self.loses:
                await self._lose([place for place in self.stage.places if place.is_readable][n - 2], channel=n == 0)

    async def _lose(self, place: Place, *, channel: bool) -> None:
        """The channel is deleted, or nobody may write in it any more."""
        self.stage.record.gone[place.channel] = self.stage.time.now()
        if channel:
            await self.stage.discord.ask("remove", channel=place.channel)
        else:
            await self.stage.discord.ask("deny", channel=place.channel, permissions=SEND)

    def verdict(self) -> Verdict:
        """By the journal alone."""
        expected = slots(self.stage.places, START, self.stage.time.now())
        return judge(self.stage.journal.all(), self.stage.places, expected, self.stage.record)


def every_kind(chance: random.Random, kinds: Sequence[str] = DEATHS) -> Iterator[str]:
    """Each as often as the others, in an order that chance gives."""
    while True:
        yield from chance.sample(kinds, len(kinds))


@asynccontextmanager
async def digest_days(
    folder: Path, days: float, seed: int, *, servers: int = 4, each: int = 5, blind: int = 3, feeds: int = 2,
    kinds: Sequence[str] = DEATHS, times: Sequence[tuple[str, str]] = TIMES,
    in_order: bool = False,
) -> AsyncIterator[Days]:  # fmt: skip
    """So many days from `START` on, and a bot that is not born yet. times: zones and times of the channels, in turn."""
    zoneinfo.reset_tzpath(to=[])  # as the bot does: the zones of the package, whatever this machine has
    shared, chance = SharedTime.begin(folder / "time", START), random.Random(seed)
    shared.move(rate=RATE)
    async with newsroom(shared, feeds) as room, false_discord(folder, shared_time=folder / "time") as discord:
        places = await settle(discord, servers, each, blind, seed, times)
        urls = [room.url(n) for n in range(feeds)]
        arrange(folder / "bot.sqlite3", places, urls, START, START - timedelta(days=1))
        variables = {
            "DISCORD_TOKEN": "false.token.x", "DATABASE_PATH": str(folder / "bot.sqlite3"),
            "PROMPTS_PATH": str(ROOT / "prompts"), "FETCH_ALLOW_PRIVATE_NETWORKS": "true",
            "FETCH_PORTS": str(room.port), "CACHE_PATH": str(folder / "cache"),
            "FETCH_AGAIN_AFTER": "31536000",  # what was read once is not read again after each start
        }  # fmt: skip
        async with nursery(folder, **variables) as home:
            stage = Stage(
                discord, shared, room, home, folder, places, await discord.user("mona"), chance,
                Journal(discord.journal_path), Record(),
            )  # fmt: skip
            lives = Lives(stage, itertools.cycle(kinds) if in_order else every_kind(chance, kinds))
            yield Days(stage, lives, Outside(stage, lives), START + timedelta(days=days))
