"""What is stored about a person: shown, forgotten when they say so, and not kept for longer than it has to be."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from datetime import timedelta

from bot.clock import Clock
from bot.models.discussion import Room
from bot.store.database import Store
from bot.store.people import AboutPerson, Forgotten

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
        raise NotImplementedError

    async def sweep(self) -> int:
        """Delete what is older than `retention`, and erase what was deleted; returns how many turns went."""
        raise NotImplementedError
