"""The lives of a bot on one file: each is born with the death that it is to die, and followed by another."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from tests.end_to_end import deaths
from tests.end_to_end.digest_bot import Order
from tests.end_to_end.digest_channels import Slot
from tests.end_to_end.digest_stage import Stage
from tests.end_to_end.nursery import Life
from tests.false_discord.driver import START_SECONDS

MODEL, BIRTH = "in the model call", "while it starts"
AWAY = {1.0: 45, 30.0: 29, 600.0: 23, 26 * 3600.0: 3}  # seconds, and how often of a hundred
NONCES_LIVE = 300.0  # seconds at most
SLOWEST = 5.0  # seconds that a request takes


@dataclass(slots=True)
class Lives:
    """kinds: of deaths, in turn. died, away: what each life died of, how long nobody was there then.

    rests: how long nobody may be there, and how often. armed: what the present one is to die of.
    in_doubt: what its death left in doubt. migrations: later versions that
    have come since.
    """

    stage: Stage
    kinds: Iterator[str]
    died: Counter[str] = field(default_factory=Counter)
    away: Counter[float] = field(default_factory=Counter)
    rests: Mapping[float, int] = field(default_factory=lambda: AWAY)
    armed: str = ""
    in_doubt: Slot | None = None
    now: Life | None = None
    _migrations: int = 0
    _up_since: datetime | None = None

    @property
    def present(self) -> Life:
        assert self.now
        return self.now

    async def bear(self, *, last: bool = False) -> None:
        """Another life; its death is the next kind. Those that come while it starts have come when this returns."""
        while True:
            self.armed = "" if last else next(self.kinds)
            if self.armed in ("in a migration", deaths.BACKUP):
                self._migrations += 1
            life = self.now = await self.born(self.armed)
            if self.armed == BIRTH:
                await life.ends_within(self.stage.chance.uniform(0.0, 1.0))
                await self.end(BIRTH)
            elif await self._connected(life):
                return
            else:
                await self.end(self.armed)
            await self.be_away(self.stage.chance.choice((1.0, 30.0, 600.0)))

    async def born(self, death: str) -> Life:
        """A process that runs, and is not connected yet."""
        model = {"OPENAI_BASE_URL": self.stage.room.model_url, "OPENAI_API_KEY": "no-key"} if death == MODEL else {}
        inside = death if death in deaths.INSIDE else ""
        nth = self.stage.chance.choice((1, 1, 2, 3, 5)) if inside and inside != deaths.BETWEEN else 1
        folder = self.stage.folder
        order = Order(
            self.stage.discord.address, str(folder / "time"), str(folder / "bot.log"), model, inside,
            1 if death == "in a migration" else nth, self._migrations,
        )  # fmt: skip
        return await self.stage.home.born(order)

    async def _connected(self, life: Life) -> bool:
        starts = await self._started() + 1
        ended = asyncio.ensure_future(life.ended.wait())
        there = asyncio.ensure_future(self.stage.discord.ask("connected", times=starts, seconds=START_SECONDS))
        done, waiting = await asyncio.wait({ended, there}, return_when=asyncio.FIRST_COMPLETED)
        for one in waiting:
            one.cancel()
        assert ended in done or there.result()["connected"], (self.stage.folder / "bot.log").read_text()[-4000:]
        self._up_since = None if ended in done else self.stage.time.now()
        return ended not in done

    async def _started(self) -> int:
        told = await self.stage.discord.ask("connected", times=0, seconds=0.0)
        return int(told["identified"] + told["resumed"])

    async def end(self, kind: str) -> None:
        """Whatever it died of, it is dead now, and what was to go wrong is over."""
        await self.present.kill()
        self.died[kind] += 1
        if self._up_since:
            self.stage.record.up.append((self._up_since, self.stage.time.now()))
        self._up_since = None
        self.stage.room.holds_model = False
        await self._leave_nothing_under_way()
        await self.stage.discord.ask("calm")

    async def _leave_nothing_under_way(self) -> None:
        """What went out before is carried out or not within seconds, and not when the next life comes."""
        if not (await self.stage.discord.ask("quiet", rest=0.0, seconds=0.03))["quiet"]:
            self.stage.time.move(SLOWEST)
            await self.stage.discord.ask("quiet", rest=0.0, seconds=3.0)

    async def be_away(self, seconds: float | None = None) -> None:
        """Nobody is there for so long."""
        if seconds is None:
            [seconds] = self.stage.chance.choices(list(self.rests), list(self.rests.values()))
        self.away[seconds] += 1
        blind = [place.channel for place in self.stage.places if not place.is_readable]
        if self.in_doubt and self.in_doubt.channel in blind and seconds > NONCES_LIVE:
            self.stage.record.doubts.append((self.in_doubt.channel, self.stage.time.now()))
        self.in_doubt = None
        self.stage.time.move(seconds)

    def close(self) -> None:
        """The present one has been there until now."""
        assert self._up_since
        self.stage.record.up.append((self._up_since, self.stage.time.now()))
