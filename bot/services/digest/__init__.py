"""Digests: when, of what, and in which parts."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from bot.clock import Clock
from bot.errors import NothingFollowed
from bot.models.asker import Asker
from bot.models.digest import EVERY_DAY, Part, Schedule, WhenEmpty
from bot.services.digest.composing import Composing
from bot.services.digest.issuing import Issuing
from bot.services.digest.planning import Planning, telling_since
from bot.services.digest.scheduling import Scheduling, Shown
from bot.store.database import Store

__all__ = ["Digest", "Shown"]

SWEEP = timedelta(days=1)


class Digest:
    """The use case behind `/digest`, and what its workers do.

    A channel is one of the asker's server; that the asker and the bot can see it is for the door to know.
    """

    def __init__(self, store: Store, composing: Composing, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._scheduling, self._planning = Scheduling(store, clock), Planning(store, clock)
        self._issuing = Issuing(store, composing, clock)

    async def schedule(
        self, asker: Asker, channel_id: int, at: time, zone: str, days: frozenset[int] = EVERY_DAY,
        when_empty: WhenEmpty = WhenEmpty.LINE,
    ) -> Schedule:  # fmt: skip
        """From now on the channel gets one a day at its local time; see `Scheduling.schedule`. Raises BadOption."""
        return await self._scheduling.schedule(asker, channel_id, at, zone, days, when_empty)

    async def off(self, asker: Asker, channel_id: int) -> None:
        """No more digests there, nor what is left of one. Raises NoDigest."""
        await self._scheduling.off(asker, channel_id)

    async def show(self, asker: Asker, channel_id: int) -> Shown:
        """When the channel's next one comes, and what became of the last. Raises NoDigest."""
        return await self._scheduling.show(asker, channel_id)

    async def all(self, asker: Asker) -> tuple[Schedule, ...]:
        """Of all channels of the server."""
        return await self._scheduling.all(asker)

    async def preview(self, asker: Asker, channel_id: int) -> tuple[Part, ...]:
        """What a digest would say now; nothing of it is noted. Raises NothingFollowed."""
        since, until = await self._window(asker, channel_id)
        return await self._issuing.parts(asker.server, channel_id, since, until)

    async def now(self, asker: Asker, channel_id: int) -> int:
        """Put what a digest would say now into the outbox, beside that of the day; returns in how many parts.

        What it tells is told again by the next one. Raises NothingFollowed.
        """
        since, until = await self._window(asker, channel_id)
        return await self._issuing.beside(asker.server, channel_id, since, until)

    async def plan_step(self, now: datetime) -> datetime:
        """A worker's: slots that have come are planned."""
        return await self._planning.step(now)

    async def issue_step(self, now: datetime) -> datetime:
        """A worker's: what is planned is composed and put into the outbox."""
        return await self._issuing.step(now)

    async def sweep_step(self, now: datetime) -> datetime:
        """A worker's: what ended long ago is forgotten."""
        async with self._store.write() as tx:
            await tx.digests.forget()
            await tx.posts.forget()
        return now + SWEEP

    async def settled(self) -> None:
        """Wait until all that is being composed is in the outbox."""
        await self._issuing.settled()

    async def close(self) -> None:
        """What is not composed yet stays planned."""
        await self._issuing.close()

    async def _window(self, asker: Asker, channel_id: int) -> tuple[datetime, datetime]:
        if not await self._store.follows.effective(asker.server, channel_id):
            raise NothingFollowed
        now = self._clock.now()
        return telling_since(await self._store.digests.told_until(asker.server, channel_id), now), now
