"""Digests from the schedule to the channel, with all workers by hand."""

from __future__ import annotations

from datetime import UTC, datetime, time
from pathlib import Path
from typing import cast

from bot.models.asker import Asker
from bot.services.digest import Digest
from bot.services.digest.composing import Composing
from bot.services.shared.outbox import Outbox
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.services.digest.slots import Composer
from tests.services.shared.false_channel import FalseChannels
from tests.store.files import change, rows

GUILD, HERE, THERE = 1, 20, 21
MODERATOR = Asker(guild_id=GUILD, channel_id=30, user_id=5)
HOUR = 3_600


class House:
    """The use case over a file, with its workers, until it is killed."""

    def __init__(self, store: Store, clock: ManualClock, composer: Composer) -> None:
        self.store, self.clock, self.composer = store, clock, composer
        self.discord = FalseChannels(clock)
        self.restart()

    def restart(self) -> None:
        """What is in the process's memory is gone."""
        self.digest = Digest(self.store, cast("Composing", self.composer), self.clock)
        self.outbox = Outbox(self.store, self.clock)

    async def schedule(self, at: str, zone: str = "UTC", channel_id: int = HERE, **values: object) -> None:
        await self.digest.schedule(MODERATOR, channel_id, time.fromisoformat(at), zone, **values)  # type: ignore[arg-type]

    async def step(self) -> None:
        """Each worker once."""
        await self.digest.plan_step(self.clock.now())
        await self.digest.issue_step(self.clock.now())
        await self.digest.settled()
        await self.outbox.step(self.clock.now(), self.discord)
        await self.outbox.settled()

    async def until(self, text: str, every: float = 600) -> None:
        """The workers' steps until that moment of November 2026."""
        end = datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)
        await self.step()
        while self.clock.now() < end:
            await self.clock.advance(min(every, (end - self.clock.now()).total_seconds()))
            await self.step()

    def slots(self) -> list[tuple[str, str, str]]:
        return rows(self.store._reader.path, "SELECT day, state, reason FROM digest ORDER BY due_at, id")

    @property
    def sent(self) -> int:
        return len(self.discord.messages)


async def follow(store: Store, path: Path) -> None:
    """A feed of the server, past the use case."""
    change(path, "INSERT INTO feed (id, url) VALUES (1, 'https://f.test/')")
    change(path, f"INSERT INTO follow (guild_id, feed_id, since, added_at) VALUES ({GUILD}, 1, '2026', '2026')")
