"""Days of digests in which the bot's process is killed again and again, in a time that only passes when it should.

A clock is shared by the false Discord, the sites and every life of the bot; it runs as the machine's does while
something is under way, and jumps over what is between. Deaths are named in `DEATHS`; those that the bot's process
brings upon itself are in `deaths.py`, the others come from outside.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import zoneinfo
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.end_to_end import deaths
from tests.end_to_end.digest_bot import Order
from tests.end_to_end.digest_channels import Place, Slot, arrange, settle, slots
from tests.end_to_end.digest_checks import Posted, Record, Verdict, judge
from tests.end_to_end.digest_journal import Journal
from tests.end_to_end.newsroom import Newsroom, newsroom
from tests.end_to_end.nursery import Life, Nursery, nursery
from tests.false_discord.driver import ROOT, FalseDiscord, false_discord, slash
from tests.false_discord.payloads import Payload
from tests.false_discord.posting import SEND
from tests.false_discord.shared_clock import SharedTime

GIVEN_UP = timedelta(
    hours=5, minutes=30
)  # after which nothing more is tried on a slot; it counts for half an hour more
START = datetime(2026, 9, 20, 12, 0, tzinfo=UTC)
MODEL, OUT, POSTED, LATER = "in the model call", "request out", "posted, answer not read", "request out, posted later"
LIMITED, FULL, SECOND = "in a 429 wait", "disk full", "a second process"
NOW, MOVED, LOOKING = "/digest now beside the slot", "a changed time beside the slot", "while it looks for a part"
ANY, BIRTH = "at any moment", "while it starts"
OUTSIDE = (MODEL, OUT, POSTED, LATER, LIMITED, FULL, SECOND, NOW, MOVED, LOOKING, ANY, BIRTH)
DEATHS = (*deaths.INSIDE, *OUTSIDE)
IN_DOUBT = {OUT, POSTED, LATER}
AWAY = {1.0: 45, 30.0: 29, 600.0: 23, 26 * 3600.0: 3}  # seconds, and how often of a hundred
MESSAGES = "/channels/*/messages"
PATIENCE, LOOK = 12.0, 0.15  # seconds of the machine
RATE = 3.0  # seconds in one of the machine while something is under way
LIMIT: dict[str, Any] = {
    "status": 429, "body": {"retry_after": 3.0, "message": "x", "global": False},
    "headers": {"Via": "1.1 false", "Retry-After": "3"},
}  # fmt: skip
NONCES_LIVE = 300.0  # seconds at most
SLOWEST = 5.0  # seconds that a request takes
TROUBLES: tuple[dict[str, Any], ...] = (
    {"status": 500, "done": True}, {"status": 500}, {"status": 0, "done": True}, {"status": 0}, LIMIT,
    {"status": 502, "done": True, "times": 3}, {"delay": SLOWEST}, {"status": 500, "done": True, "times": 6},
)  # fmt: skip


@dataclass(slots=True)
class Days:
    """until: when they end. died: what each life died of. migrations: later versions that have come since."""

    discord: FalseDiscord
    time: SharedTime
    room: Newsroom
    home: Nursery
    folder: Path
    places: Sequence[Place]
    moderator: Payload
    until: datetime
    chance: random.Random
    kinds: Iterator[str]
    journal: Journal
    record: Record = field(default_factory=Record)
    died: Counter[str] = field(default_factory=Counter)
    away: Counter[float] = field(default_factory=Counter)
    armed: str = ""
    loses: bool = True
    in_doubt: Slot | None = None
    migrations: int = 0
    starts: int = 0
    moved_from: dict[str, Place] = field(default_factory=dict)
    life: Life | None = None
    up_since: datetime | None = None

    @property
    def database(self) -> Path:
        return self.folder / "bot.sqlite3"

    async def bear(self, *, last: bool = False) -> None:
        """Another life; its death is the next kind. Those that come while it starts have come when this returns."""
        while True:
            self.armed = "" if last else next(self.kinds)
            if self.armed in ("in a migration", deaths.BACKUP):
                self.migrations += 1
            life = self.life = await self._born(self.armed)
            if self.armed == BIRTH:
                await life.ends_within(self.chance.uniform(0.0, 1.0))
                await self._end(BIRTH)
            elif await self._connected(life):
                return
            else:
                await self._end(self.armed)
            await self.be_away(self.chance.choice((1.0, 30.0, 600.0)))

    async def _born(self, death: str) -> Life:
        model = {"OPENAI_BASE_URL": self.room.model_url, "OPENAI_API_KEY": "no-key"} if death == MODEL else {}
        inside = death if death in deaths.INSIDE else ""
        nth = self.chance.choice((1, 1, 2, 3, 5)) if inside and inside != deaths.BETWEEN else 1
        return await self.home.born(
            Order(
                self.discord.address, str(self.folder / "time"), str(self.folder / "bot.log"), model, inside,
                1 if death == "in a migration" else nth, self.migrations,
            )
        )  # fmt: skip

    async def _connected(self, life: Life) -> bool:
        self.starts = await self._started() + 1
        ended = asyncio.ensure_future(life.ended.wait())
        there = asyncio.ensure_future(self.discord.ask("connected", times=self.starts, seconds=30.0))
        done, waiting = await asyncio.wait({ended, there}, return_when=asyncio.FIRST_COMPLETED)
        for one in waiting:
            one.cancel()
        assert ended in done or there.result()["connected"], (self.folder / "bot.log").read_text()[-4000:]
        self.up_since = None if ended in done else self.time.now()
        return ended not in done

    async def _started(self) -> int:
        told = await self.discord.ask("connected", times=0, seconds=0.0)
        return int(told["identified"] + told["resumed"])

    async def _end(self, kind: str) -> None:
        """Whatever it died of, it is dead now, and what was to go wrong is over."""
        assert self.life
        await self.life.kill()
        self.died[kind] += 1
        if self.up_since:
            self.record.up.append((self.up_since, self.time.now()))
        self.up_since = None
        self.room.holds_model = False
        await self._leave_nothing_under_way()
        await self.discord.ask("calm")

    async def _leave_nothing_under_way(self) -> None:
        """What went out before is carried out or not within seconds, and not when the next life comes."""
        if not (await self.discord.ask("quiet", rest=0.0, seconds=0.03))["quiet"]:
            self.time.move(SLOWEST)
            await self.discord.ask("quiet", rest=0.0, seconds=3.0)

    async def be_away(self, seconds: float | None = None) -> None:
        """Nobody is there for so long."""
        if seconds is None:
            [seconds] = self.chance.choices(list(AWAY), list(AWAY.values()))
        self.away[seconds] += 1
        blind = [place.channel for place in self.places if not place.is_readable]
        if self.in_doubt and self.in_doubt.channel in blind and seconds > NONCES_LIVE:
            self.record.doubts.append((self.in_doubt.channel, self.time.now()))
        self.in_doubt = None
        self.time.move(seconds)

    # --- a moment at which digests are due ---------------------------------------------------------------------

    async def moment(self, due: datetime, here: Sequence[Slot], kills: int) -> None:
        """The bot is killed so often around it; then it is left alone until all stands there that is to."""
        now = self.time.now()
        if now > due + GIVEN_UP:
            return
        await self._mood()
        if (ahead := (due - now).total_seconds()) > 20:
            self.time.move(ahead - 20)
            await self.calm_down()
        self.time.move(max(0.0, (due - self.time.now()).total_seconds() - 0.5))
        for _ in range(kills):
            if not await self.die(here):
                break
            await self.be_away()
            await self.bear()
            if self.time.now() > due + GIVEN_UP:
                await self.catch_up()
                return
        await self.settled(here)

    async def _mood(self) -> None:
        await self.discord.ask(
            "memory", nonces=self.chance.uniform(65, NONCES_LIVE), history=self.chance.choice((0.0, 5.0, 60.0, 300.0))
        )
        if self.chance.random() < 0.35:
            trouble = self.chance.choice(TROUBLES)
            await self.discord.ask("fault", method="POST", path=MESSAGES, **trouble)

    async def calm_down(self) -> None:
        """Until nobody asks Discord or the sites for anything."""
        await self.room.rest(0.15, 3.0)
        await self.discord.ask("quiet", rest=0.12, seconds=3.0)

    async def catch_up(self) -> None:
        """What came due while nobody was there, and is still worth sending, gets the time for that."""
        now = self.time.now()
        due = list(slots(self.places, now - GIVEN_UP, now))
        await asyncio.sleep(PATIENCE / 2)  # noqa: TID251 - the machine's time
        await self.settled([slot for slot in due if slot.channel not in self.record.gone])

    async def settled(self, here: Sequence[Slot], steps: int = 24) -> None:
        """A quarter of an hour or so passes, or less when all stands there."""
        least = self.chance.choice((0, 0, 3))  # what is in doubt is often not cleared up before the next moment
        for step in range(steps):
            await self.calm_down()
            if self.life and self.life.ended.is_set():
                await self._end(self.armed)
                await self.be_away(self.chance.choice((1.0, 30.0)))
                await self.bear()
            if step >= least and self.journal.has(here):
                return
            self.time.move(45.0)

    # --- deaths --------------------------------------------------------------------------------------------------

    async def die(self, here: Sequence[Slot]) -> bool:
        """As it was armed, aimed at one of these; when that does not come, at any moment.

        Not at all when all stands there first: the death stays armed.
        """
        assert self.life
        kind, life, slot = self.armed, self.life, self.chance.choice(list(here))
        if kind in OUTSIDE:
            has_come = await self._come(kind, slot)
        else:
            has_come = await self._within(lambda: life.ended.is_set(), here)
        if not has_come and not life.ended.is_set() and self.journal.has(here) and self.chance.random() < 0.9:
            return False
        self.in_doubt = slot if has_come and kind in IN_DOUBT else None
        await self._end(kind if has_come else ANY)
        return True

    async def _within(self, come: Callable[[], bool], here: Sequence[Slot]) -> bool:
        """Whether it comes before all stands there, and before patience is over."""
        for _ in range(round(PATIENCE / LOOK)):
            if come():
                return True
            if self.journal.has(here):
                await asyncio.sleep(3 * LOOK)  # noqa: TID251 - the machine's time
                return come()
            await asyncio.sleep(LOOK)  # noqa: TID251 - the machine's time
        return come()

    async def _come(self, kind: str, slot: Slot) -> bool:
        """Whether that moment has come."""
        here = f"/channels/{slot.channel}/messages"
        if kind == MODEL:
            self.room.holds_model = True
            self.room.was_asked.clear()
            return await self._within(self.room.was_asked.is_set, [slot])
        if kind in (OUT, POSTED):
            return await self._struck(slot, method="POST", path=here, holds=True, done=kind == POSTED)
        if kind == LATER:
            return await self._struck(slot, method="POST", path=here, delay=2.0, done=True)
        if kind == LIMITED:
            return await self._struck(slot, method="POST", path=here, **LIMIT)
        if kind == LOOKING:
            return await self._struck(slot, method="GET", path=MESSAGES, holds=True)
        await {FULL: self._fill_disk, SECOND: self._double, NOW: self._ask_now, MOVED: self._move}.get(
            kind, self._wait
        )(slot)
        return True

    async def _struck(self, slot: Slot, **fault: Any) -> bool:
        assert self.life
        before = (await self.discord.ask("struck", times=0, seconds=0.0))["times"]
        await self.discord.ask("fault", **fault)
        for _ in range(round(PATIENCE / LOOK)):
            told = await self.discord.ask("struck", times=before + 1, seconds=LOOK)
            if told["times"] > before or self.life.ended.is_set() or self.journal.has([slot]):
                return bool(told["times"] > before)
        return False

    async def _wait(self, _: Slot) -> None:
        assert self.life
        await self.life.ends_within(self.chance.uniform(0.0, 4.0))

    async def _fill_disk(self, slot: Slot) -> None:
        """It dies while the disk is full, or a while after there is room again."""
        assert self.life
        self.life.fill_disk(is_full=True)
        await self._wait(slot)
        self.time.move(self.chance.choice((1.0, 20.0)))
        await self.calm_down()
        if self.chance.random() < 0.6 and not self.life.ended.is_set():
            self.life.fill_disk(is_full=False)
            await self._wait(slot)

    async def _double(self, slot: Slot) -> None:
        """Another process on the same file; the first one dies, and then the other."""
        first = self.life
        assert first
        self.life = await self._born("")
        await self._wait(slot)
        await first.kill()
        await self._wait(slot)

    async def _ask_now(self, slot: Slot) -> None:
        await self.discord.interact(slash(self.moderator, slot.channel, "digest now"))
        await self._wait(slot)

    async def _move(self, slot: Slot) -> None:
        """To some minutes later or earlier; it is moved back when all is over."""
        place = next(place for place in self.places if place.channel == slot.channel)
        minutes = self.chance.choice((-3, 2, 20))
        at = (datetime.combine(slot.day, place.wall) + timedelta(minutes=minutes)).strftime("%H:%M")
        for day in range(-1, 3):
            self.record.moved.add((slot.channel, slot.day + timedelta(days=day)))
        asked = slash(self.moderator, slot.channel, "digest schedule", time=at, timezone=place.zone)
        await self.discord.interact(asked)
        self.moved_from[slot.channel] = place
        await self._wait(slot)

    async def move_back(self) -> None:
        """Schedules are again as they were."""
        for channel, place in list(self.moved_from.items()):
            asked = slash(self.moderator, channel, "digest schedule", time=place.at, timezone=place.zone)
            [state] = await self.discord.states(await self.discord.interact(asked), seconds=10.0)
            if state["answered"]:
                del self.moved_from[channel]

    # --- all of it -----------------------------------------------------------------------------------------------

    async def pass_by(self, most_kills: int, at_once: int = 4, peace: float = 6.5) -> None:
        """All days, and some hours of peace in which nobody dies. at_once: kills where many are due."""
        expected = sorted(slots(self.places, START, self.until))
        await self.bear()
        for due, group in itertools.groupby(expected, lambda slot: slot.due):
            here = [slot for slot in group if slot.channel not in self.record.gone]
            left = most_kills - self.died.total()
            await self._lose_some(due)
            if here:
                await self.moment(due, here, min(left, at_once if len(here) > 4 else 1) if left > 0 else 0)
                await self.move_back()
        await self.peace(peace)

    async def peace(self, hours: float) -> None:
        """One last life, until whatever is due is past."""
        assert self.life
        await self._end("at the end")
        await self.bear(last=True)
        await self.catch_up()
        for _ in range(round(hours * 6)):
            await self.calm_down()
            self.time.move(600.0)
        assert self.up_since
        self.record.up.append((self.up_since, self.time.now()))

    async def _lose_some(self, due: datetime) -> None:
        """When two thirds of the days are over a channel is deleted, and a little later another one is closed."""
        gone, passed = len(self.record.gone), (due - START) / (self.until - START)
        for n, share in enumerate((0.66, 0.75)):
            if gone == n and passed > share and self.loses:
                await self._lose([place for place in self.places if place.is_readable][n - 2], channel=n == 0)

    async def _lose(self, place: Place, *, channel: bool) -> None:
        """The channel is deleted, or nobody may write in it any more."""
        self.record.gone[place.channel] = self.time.now()
        if channel:
            await self.discord.ask("remove", channel=place.channel)
        else:
            await self.discord.ask("deny", channel=place.channel, permissions=SEND)

    def verdict(self) -> Verdict:
        """By the journal alone."""
        posted: Sequence[Posted] = self.journal.all()
        return judge(posted, self.places, slots(self.places, START, self.time.now()), self.record)


def every_kind(chance: random.Random, kinds: Sequence[str] = DEATHS) -> Iterator[str]:
    """Each as often as the others, in an order that chance gives."""
    while True:
        yield from chance.sample(kinds, len(kinds))


@asynccontextmanager
async def digest_days(
    folder: Path, days: float, seed: int, *, servers: int = 4, each: int = 5, blind: int = 3, feeds: int = 4,
    kinds: Sequence[str] = DEATHS,
) -> AsyncIterator[Days]:  # fmt: skip
    """So many days from `START` on, and a bot that is not born yet."""
    zoneinfo.reset_tzpath(to=[])  # as the bot does: the zones of the package, whatever this machine has
    shared, chance = SharedTime.begin(folder / "time", START), random.Random(seed)
    shared.move(rate=RATE)
    async with newsroom(shared, feeds) as room, false_discord(folder, shared_time=folder / "time") as discord:
        places = await settle(discord, servers, each, blind, seed)
        arrange(folder / "bot.sqlite3", places, [room.url(n) for n in range(feeds)], START)
        variables = {
            "DISCORD_TOKEN": "false.token.x", "DATABASE_PATH": str(folder / "bot.sqlite3"),
            "PROMPTS_PATH": str(ROOT / "prompts"), "FETCH_ALLOW_PRIVATE_NETWORKS": "true",
            "FETCH_PORTS": str(room.port), "CACHE_PATH": str(folder / "cache"),
        }  # fmt: skip
        async with nursery(folder, **variables) as home:
            yield Days(
                discord, shared, room, home, folder, places, await discord.user("mona"),
                START + timedelta(days=days), chance, every_kind(chance, kinds), Journal(discord.journal_path),
            )  # fmt: skip
