"""`/digest schedule`, `off` and `show`: when a channel gets its digest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import time

from bot.clock import Clock
from bot.errors import BadOption, NoDigest
from bot.models.asker import Asker
from bot.models.digest import EVERY_DAY, Schedule, Slot, WhenEmpty
from bot.models.post import PostState
from bot.services.digest.plan import next_due
from bot.services.digest.planning import plan_due
from bot.services.digest.zones import zone_of
from bot.services.shared.outcomes import Outcomes
from bot.store.database import Store, Writing

SHOWN = 7  # digests that are shown of the past


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """last: the channel's latest digests, the newest first."""

    schedule: Schedule
    last: tuple[Slot, ...]


class Scheduling:
    """Of the server of who asks, and of no other."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock, self._outcomes = store, clock, Outcomes()

    async def schedule(
        self, asker: Asker, channel_id: int, at: time, zone: str, days: frozenset[int] = EVERY_DAY,
        when_empty: WhenEmpty = WhenEmpty.LINE,
    ) -> Schedule:  # fmt: skip
        """From now on, in place of what was; a date that has had its digest gets no other. Raises BadOption."""
        zone_of(zone)
        if not days or not days <= EVERY_DAY:
            raise BadOption(option="days", accepts="one or more days of the week")
        wanted = Schedule(
            guild_id=asker.server, channel_id=channel_id, at=at.replace(second=0, microsecond=0, tzinfo=None, fold=0),
            zone=zone, days=days, when_empty=when_empty,
        )  # fmt: skip
        async with self._store.write() as tx:
            return await self._put(tx, wanted, asker.channel_id or 0)

    async def off(self, asker: Asker, channel_id: int) -> None:
        """No more digests there, nor what is left of one. Raises NoDigest."""
        async with self._store.write() as tx:
            server = tx.guild(asker.server)
            if await server.schedules.kept(channel_id) is None:
                raise NoDigest
            await server.schedules.remove(channel_id)
            for waiting in await server.posts.open_in(channel_id):
                if waiting.post.state is PostState.READY:  # what is under way may stand there already
                    await self._outcomes.ended(tx, waiting, PostState.DROPPED, reason="off")
            await server.digests.drop_planned(channel_id, "off")

    async def show(self, asker: Asker, channel_id: int) -> Shown:
        """When the next one comes, and what became of the last. Raises NoDigest."""
        schedule = await self._store.schedules.of(asker.server, channel_id)
        if schedule is None:
            raise NoDigest
        return Shown(schedule=schedule, last=tuple(await self._store.digests.last(asker.server, channel_id, SHOWN)))

    async def all(self, asker: Asker) -> tuple[Schedule, ...]:
        """Of all channels of the server."""
        return tuple(await self._store.schedules.of_server(asker.server))

    async def _put(self, tx: Writing, wanted: Schedule, asked_in: int) -> Schedule:
        now, server = self._clock.now(), tx.guild(wanted.guild_id)
        before = await server.schedules.kept(wanted.channel_id)
        if before and before.schedule.next_at and before.schedule.next_at <= now:
            await plan_due(tx, before, now)  # what was due a moment ago is not lost by a change
        coming = next_due(wanted, now, await server.digests.last_day(wanted.channel_id))
        schedule = replace(wanted, next_at=coming.at if coming else None)
        await server.schedules.put(schedule, asked_in=asked_in)
        return schedule
