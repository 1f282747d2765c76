"""What is stored about a person: shown, forgotten when they say so, and not kept for longer than it has to be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import datetime, timedelta

from bot.analysis.search.terms import terms
from bot.clock import Clock
from bot.models.discussion import Room
from bot.store.database import Store
from bot.store.people import AboutPerson, Forgotten

AT_A_TIME = 100  # turns

Refold = Callable[[Room], Awaitable[None]]


class Privacy:
    """retention: for which what is said is kept. refold: folds the memory of a room as far as it is due."""

    def __init__(self, store: Store, clock: Clock, retention: timedelta, refold: Refold) -> None:
        self._store, self._clock, self.retention, self._refold = store, clock, retention, refold

    async def show(self, user_id: int) -> AboutPerson:
        """In all servers and direct messages."""
        return await self._store.people.about(user_id)

    async def forget(self, user_id: int, names: Iterable[str] = ()) -> Forgotten:
        """All of it, and its bytes; `names`: under which they are known today, besides those that are stored.

        Raises DatabaseBusy when the bytes could not be erased yet: nothing is shown any more, and they go with the
        next `sweep`.
        """
        async with self._store.write() as tx:
            forgotten = await tx.people.forget(user_id, terms, names)
        try:
            await self._store.erase()
        finally:
            for room in forgotten.rooms:
                await self._refold(room)
        return forgotten

    async def sweep(self) -> int:
        """Delete what is older than `retention`, and erase what was deleted; returns how many turns went.

        Raises DatabaseBusy when the bytes could not be erased yet.
        """
        before, turns = self._clock.now() - self.retention, 0
        while count := await self._forget_some(before):
            turns += count
        async with self._store.write() as tx:
            await tx.asks.forget(before)
            await tx.retention.forget_spenders(before)
        await self._store.remove_backups(before)
        await self._store.erase()
        return turns

    async def _forget_some(self, before: datetime) -> int:
        """In a transaction that nobody waits for long."""
        async with self._store.write() as tx:
            return await tx.retention.forget_turns(before, AT_A_TIME)
