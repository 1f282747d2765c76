"""Visits from their beginning to what is kept of them; failures are held back until it is known whose they are."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from bot.clock import Clock
from bot.errors import BotError, Gone, Unreadable
from bot.models.post import Notice
from bot.services.follow.flow import Flow
from bot.services.follow.lanes import host_of
from bot.services.follow.outage import Outage, is_no_answer
from bot.services.follow.reckoning import GONE_FOR_GOOD, Change, failed, put_off, went_well
from bot.services.follow.visiting import Visit, Visiting
from bot.store.database import Store, Writing
from bot.store.feed_rows import FeedState

Luck = Callable[[], float]  # from 0 to 1


@dataclass(slots=True)
class Tally:
    """entries: those that were not known. failures: addresses, and what was the matter."""

    entries: int = 0
    ok: int = 0
    failures: list[tuple[str, BotError]] = field(default_factory=list)


class Round:
    """Used by one who polls at a time. connections: feeds that are fetched at once."""

    def __init__(
        self, visiting: Visiting, store: Store, clock: Clock, outage: Outage, luck: Luck, *, connections: int
    ) -> None:
        self._visiting, self._store, self._clock, self._outage, self._luck = visiting, store, clock, outage, luck
        self.flow = Flow(self._visited, connections=connections)
        self.held: list[Visit] = []
        self.tally = Tally()

    @property
    def hosts(self) -> set[str]:
        """Of the feeds that gave no answer, while nobody knows whose fault that is."""
        return {host_of(visit.state.url) for visit in self.held}

    def add(self, states: Iterable[FeedState]) -> None:
        """Visit these; what is gone for good is not asked again, and counts as failed."""
        standing = list[FeedState]()
        for state in states:
            if state.is_gone:
                self.tally.failures.append((state.url, Gone(site=host_of(state.url), status=GONE_FOR_GOOD)))
            else:
                standing.append(state)
        self.flow.add(standing)

    async def keep(self) -> bool:
        """Keep what has come, in one transaction; False when nothing had."""
        came = self.flow.take()
        changes = [self._reckoned(state, visited) for state, visited in came]
        await self._keep([change for change in changes if change] + self._released())
        return bool(came)

    async def settle(self, since: float = math.inf) -> None:
        """Nobody else answers: of what is held back it is said now whose fault it is.

        since: who has answered after that moment has shown that it is not ours.
        """
        held, hosts = self.held, self.hosts
        is_ours = not self._outage.was_not_ours(since) and self._outage.is_ours(hosts, self._clock.monotonic())
        if held and is_ours:
            self.held, until = [], self._clock.now() + self._outage.wait()
            for visit in held:
                self._note(visit)
            await self._keep([put_off(visit, until + timedelta(seconds=60 * self._luck())) for visit in held])
        else:
            self.held = []
            await self._keep([self._counted(visit) for visit in held])

    async def _visited(self, state: FeedState) -> tuple[Visit, Change | None]:
        """What is reckoned of an answer is reckoned right here: all of them at once would hold up the loop."""
        visit = await self._visiting.visit(state)
        if visit.failure:
            return visit, None
        return visit, went_well(visit, self._clock.now(), self._luck())

    def _reckoned(self, state: FeedState, visited: tuple[Visit, Change | None] | None) -> Change | None:
        if visited is None:
            crash = Unreadable(site=host_of(state.url), reason="crash")
            return self._counted(Visit(state=state, began=0, ended=0, validators=state.validators, failure=crash))
        visit, change = visited
        if is_no_answer(visit.failure):
            self.held.append(visit)
            return None
        self._outage.answered(visit.ended)
        if change is None:
            return self._counted(visit)
        self.tally.ok += 1
        return change

    def _released(self) -> list[Change]:
        """Of what is held back: those since whose beginning somebody has answered."""
        released = [visit for visit in self.held if self._outage.was_not_ours(visit.began)]
        self.held = [visit for visit in self.held if not self._outage.was_not_ours(visit.began)]
        return [self._counted(visit) for visit in released]

    def _counted(self, visit: Visit) -> Change:
        self._note(visit)
        return failed(visit, self._clock.now(), self._luck())

    def _note(self, visit: Visit) -> None:
        assert visit.failure, "there is one"
        self.tally.failures.append((visit.state.url, visit.failure))

    async def _keep(self, changes: Sequence[Change]) -> None:
        if not changes:
            return
        async with self._store.write() as tx:
            entries = await tx.entries.keep([entry for change in changes for entry in change.entries])
            await tx.feeds.keep([change.state for change in changes])
            await _moved_and_told(tx, changes)
        self.tally.entries += entries


async def _moved_and_told(tx: Writing, changes: Iterable[Change]) -> None:
    for change in changes:
        if change.notice:
            await _tell(tx, change.state, change.notice)
        if change.moved_to:
            await tx.feeds.move(change.state.id, change.moved_to)


async def _tell(tx: Writing, state: FeedState, notice: Notice) -> None:
    """Each server that follows it, once for each time that it begins or ends to fail."""
    since = state.told_at or state.polled_at
    key = f"{notice.kind}.{state.id}.{since.isoformat() if since else ''}"
    for guild_id, asked_in in await tx.follows.to_be_told(state.id):
        await tx.guild(guild_id).posts.notice(asked_in, notice, key)
