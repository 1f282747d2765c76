"""Feeds are asked again and again, each once for all who follow it; what is new in them is kept."""

from __future__ import annotations

import logging
import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.errors import BotError
from bot.services.follow.changing import UNDO
from bot.services.follow.lanes import host_of
from bot.services.follow.outage import Outage
from bot.services.follow.rounds import Luck, Round, Tally
from bot.services.follow.visiting import FeedDoor, FeedReader, Visiting
from bot.store.database import Store

log = logging.getLogger(__name__)

_TICK = timedelta(seconds=0.5)  # until what is under way is looked at again
_IDLE = timedelta(minutes=1)  # at most, until what is due is looked at again
_LINE = 500  # feeds that wait for a connection; more would only take memory
_PROBES = 3  # feeds that are asked to find out whether it is our connection
_RESTED = timedelta(hours=1)  # after which a feed that nobody follows begins anew
_KEPT = timedelta(days=30)  # since they were first seen; digests look back for days
_FORGOTTEN = 2_000  # entries at once, so that nobody waits long for the file
_MOST = 1_000  # entries of one feed; no honest one brings more in the days that a digest looks back for
_SOME = 0.25  # seconds after which what has come is kept, however little it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """One round. entries: those that were not known; ok: feeds; failures: addresses, and what was the matter."""

    seconds: float
    entries: int
    ok: int
    failures: tuple[tuple[str, BotError], ...] = ()

    @property
    def failed(self) -> int:
        """How many feeds."""
        return len(self.failures)


class Polling:
    """connections: feeds that are fetched at once. luck: from 0 to 1, spreads polls over time."""

    def __init__(
        self,
        store: Store,
        door: FeedDoor,
        reader: FeedReader,
        clock: Clock,
        *,
        connections: int,
        luck: Luck = random.random,
    ) -> None:
        self._visiting, self._store, self._clock = Visiting(door, reader, clock), store, clock
        self._connections, self._luck = connections, luck
        self._outage = Outage()
        self._round = self._new_round()
        self._probed = False
        self._tidied: datetime | None = None

    async def step(self, now: datetime) -> datetime:
        """Begin what is due, keep what has come; never waits for a feed. Returns when to come back."""
        while await self._round.keep():
            pass
        await self._blame()
        self._say()
        await self._tidy(now)
        await self._begin(now)
        if self._round.flow.is_running or self._round.held:
            return now + _TICK
        next_due = await self._store.feeds.next_due(now)
        return min(next_due or now + _IDLE, now + _IDLE)

    async def once(self, urls: Sequence[str] | None = None, *, due_by: datetime | None = None) -> Polled:
        """Poll all that somebody follows, or what stands at these addresses; with a moment, only what is due by then.

        What is gone for good counts as failed, without being asked.
        """
        began, round_ = self._clock.monotonic(), self._new_round()
        ids = await self._ids(urls, due_by)
        try:
            while ids or round_.flow.is_running:
                if room := _LINE - round_.flow.waiting:
                    round_.add(await self._store.feeds.by_ids(ids[:room]))
                    ids = ids[room:]
                await round_.flow.some(_SOME)
                await round_.keep()
            while await round_.keep():
                pass
            await round_.settle(began)
        finally:
            await round_.flow.close()
        return Polled(
            seconds=self._clock.monotonic() - began,
            entries=round_.tally.entries,
            ok=round_.tally.ok,
            failures=tuple(round_.tally.failures),
        )

    async def poll(self, feed_id: int) -> None:
        """Poll one feed at once; that it fails is noted like at any poll."""
        round_ = self._new_round()
        round_.flow.add(await self._store.feeds.by_ids([feed_id]))
        try:
            while round_.flow.is_running:
                await round_.flow.some(_SOME)
            await round_.keep()
            await round_.settle()
        finally:
            await round_.flow.close()

    async def close(self) -> None:
        """Let go of what is under way; nothing of it is lost, it is due again."""
        await self._round.flow.close()

    def _new_round(self) -> Round:
        return Round(self._visiting, self._store, self._clock, self._outage, self._luck, connections=self._connections)

    def _say(self) -> None:
        tally, self._round.tally = self._round.tally, Tally()
        if tally.ok or tally.failures:
            log.info("polled: %d well, %d failed, %d new entries", tally.ok, len(tally.failures), tally.entries)

    async def _tidy(self, now: datetime) -> None:
        if self._tidied is None or now - self._tidied >= _RESTED:
            self._tidied, crowds = now, await self._store.entries.crowds(_MOST)
            async with self._store.write() as tx:
                await tx.feeds.rest(now - _RESTED)
                await tx.feeds.call_back(now)
                await tx.follows.forget_removed(now - UNDO)
                await tx.entries.forget(now - _KEPT, _FORGOTTEN)
                for feed_id in crowds:
                    await tx.entries.forget_all_but(_MOST, feed_id)

    async def _begin(self, now: datetime) -> None:
        """What is due; only a few of them while nothing answers."""
        flow, room = self._round.flow, _LINE - self._round.flow.waiting
        if self._outage.is_on:
            room = 0 if flow.is_running else _PROBES
        if room > 0:
            flow.add(await self._store.feeds.due(now, room, but=self._known_ids()))

    async def _blame(self) -> None:
        """When nobody answers but some did not, others are asked; and when they say nothing either, it is settled."""
        if not self._round.held:
            self._probed = False
        elif not self._round.flow.is_running:
            if not self._probed:
                self._probed = True
                await self._probe(self._round.hosts)
            if not self._round.flow.is_running:
                self._probed = False
                await self._round.settle()

    async def _probe(self, but: Collection[str]) -> None:
        known = set(self._known_ids())
        others = [
            state
            for state in await self._store.feeds.lately_well(_LINE)
            if host_of(state.url) not in but and state.id not in known
        ]
        self._round.flow.add(others[:_PROBES])

    def _known_ids(self) -> list[int]:
        return [*self._round.flow.ids(), *(visit.state.id for visit in self._round.held)]

    async def _ids(self, urls: Sequence[str] | None, due_by: datetime | None) -> list[int]:
        if urls is None:
            return await self._store.feeds.followed(due_by)
        async with self._store.write() as tx:
            await tx.feeds.know(urls)
        return await self._store.feeds.at(urls, due_by)
