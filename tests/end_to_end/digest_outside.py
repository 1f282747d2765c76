"""Deaths from outside: while a request is under way, on a full disk, beside a command, beside another process."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from tests.end_to_end.digest_channels import Place, Slot
from tests.end_to_end.digest_lives import BIRTH, MODEL, SLOWEST, Lives
from tests.end_to_end.digest_stage import Stage
from tests.false_discord.driver import slash

OUT, POSTED, LATER = "request out", "posted, answer not read", "request out, posted later"
LIMITED, FULL, SECOND = "in a 429 wait", "disk full", "a second process"
NOW, MOVED, LOOKING = "/digest now beside the slot", "a changed time beside the slot", "while it looks for a part"
ANY = "at any moment"
OUTSIDE = (MODEL, OUT, POSTED, LATER, LIMITED, FULL, SECOND, NOW, MOVED, LOOKING, ANY, BIRTH)
IN_DOUBT = {OUT, POSTED, LATER}
MESSAGES = "/channels/*/messages"
PATIENCE, LOOK = 8.0, 0.1  # seconds of the machine
LIMIT: dict[str, Any] = {
    "status": 429, "body": {"retry_after": 3.0, "message": "x", "global": False},
    "headers": {"Via": "1.1 false", "Retry-After": "3"},
}  # fmt: skip
TROUBLES: tuple[dict[str, Any], ...] = (
    {"status": 500, "done": True}, {"status": 500}, {"status": 0, "done": True}, {"status": 0}, LIMIT,
    {"status": 502, "done": True, "times": 3}, {"delay": SLOWEST}, {"status": 500, "done": True, "times": 6},
)  # fmt: skip


@dataclass(slots=True)
class Outside:
    """What the world does to the present life before it dies. moved: schedules that are to be moved back."""

    stage: Stage
    lives: Lives
    moved: dict[str, Place] = field(default_factory=dict)

    async def come(self, kind: str, slot: Slot) -> bool:
        """Whether that moment has come."""
        here = f"/channels/{slot.channel}/messages"
        if kind == MODEL:
            self.stage.room.holds_model = True
            self.stage.room.was_asked.clear()
            return await self.within(self.stage.room.was_asked.is_set, [slot])
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

    async def within(self, come: Callable[[], bool], here: Sequence[Slot]) -> bool:
        """Whether it comes before all stands there, and before patience is over."""
        async for _ in self._looks(here):
            if come():
                break
        return come()

    async def _struck(self, slot: Slot, **fault: Any) -> bool:
        before = (await self.stage.discord.ask("struck", times=0, seconds=0.0))["times"]
        await self.stage.discord.ask("fault", **fault)
        async for _ in self._looks([slot]):
            if (await self.stage.discord.ask("struck", times=0, seconds=0.0))["times"] > before:
                return True
        return False

    async def _looks(self, here: Sequence[Slot]) -> AsyncIterator[None]:
        """Again and again, until all stands there, it has died, or nothing was posted for a while."""
        seen, quiet = 0, 0.0
        while quiet < PATIENCE and not self.lives.present.ended.is_set():
            yield
            is_over = self.stage.journal.has(here)
            quiet, seen = (
                (quiet + LOOK if len(self.stage.journal.all()) == seen else 0.0),
                len(self.stage.journal.all()),
            )
            await asyncio.sleep(3 * LOOK if is_over else LOOK)  # noqa: TID251 - the machine's time
            if is_over:
                break
        yield

    async def _wait(self, _: Slot) -> None:
        await self.lives.present.ends_within(self.stage.chance.uniform(0.0, 4.0))

    async def _fill_disk(self, slot: Slot) -> None:
        """It dies while the disk is full, or a while after there is room again."""
        self.lives.present.fill_disk(is_full=True)
        await self._wait(slot)
        self.stage.time.move(self.stage.chance.choice((1.0, 20.0)))
        await self.stage.calm_down()
        if self.stage.chance.random() < 0.6 and not self.lives.present.ended.is_set():
            self.lives.present.fill_disk(is_full=False)
            await self._wait(slot)

    async def _double(self, slot: Slot) -> None:
        """Another process on the same file; the first one dies, and then the other."""
        first = self.lives.present
        self.lives.now = await self.lives.born("")
        await self._wait(slot)
        await first.kill()
        await self._wait(slot)

    async def _ask_now(self, slot: Slot) -> None:
        await self.stage.discord.interact(slash(self.stage.moderator, slot.channel, "digest now"))
        await self._wait(slot)

    async def _move(self, slot: Slot) -> None:
        """To some minutes later or earlier; it is moved back when all is over."""
        place = self.stage.place(slot)
        minutes = self.stage.chance.choice((-3, 2, 20))
        at = (datetime.combine(slot.day, place.wall) + timedelta(minutes=minutes)).strftime("%H:%M")
        for day in range(-1, 3):
            self.stage.record.moved.add((slot.channel, slot.day + timedelta(days=day)))
        asked = slash(self.stage.moderator, slot.channel, "digest schedule", time=at, timezone=place.zone)
        await self.stage.discord.interact(asked)
        self.moved[slot.channel] = place
        await self._wait(slot)

    async def move_back(self) -> None:
        """Schedules are again as they were."""
        for channel, place in list(self.moved.items()):
            asked = slash(self.stage.moderator, channel, "digest schedule", time=place.at, timezone=place.zone)
            [state] = await self.stage.discord.states(await self.stage.discord.interact(asked), seconds=10.0)
            if state["answered"]:
                del self.moved[channel]
