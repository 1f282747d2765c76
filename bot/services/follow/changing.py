"""Removing, bringing back, pausing and resuming what a server follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.clock import Clock
from bot.errors import AlreadyFollowed, TooManyFeeds
from bot.models.asker import Asker
from bot.models.feed import Followed
from bot.services.follow.listing import Listing, Sees
from bot.store.database import Store

UNDO = timedelta(days=7)  # for which what was removed can be brought back


class Changing:
    """limit: how many feeds a server may follow."""

    def __init__(self, store: Store, listing: Listing, clock: Clock, *, limit: int) -> None:
        self._store, self._listing, self._clock, self._limit = store, listing, clock, limit

    async def remove(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """Raises NotHere."""
        one = await self._listing.one(asker, reference, sees)
        async with self._store.write() as tx:
            await tx.guild(asker.server).follows.remove(one.id)
        return one

    async def undo(self, asker: Asker, follow_id: int, sees: Sees) -> Followed:
        """Raises NotHere, AlreadyFollowed, TooManyFeeds."""
        one = await self._listing.removed(asker, follow_id, sees)
        async with self._store.write() as tx:
            follows = tx.guild(asker.server).follows
            if await follows.count() >= self._limit:
                raise TooManyFeeds(limit=self._limit)
            if not await follows.restore(one.id):
                raise AlreadyFollowed(title=one.title or one.url)
        return one

    async def pause(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """Raises NotHere. What is paused already stays so."""
        one = await self._listing.one(asker, reference, sees)
        async with self._store.write() as tx:
            await tx.guild(asker.server).follows.pause(one.id)
        return replace(one, is_paused=True)

    async def resume(self, asker: Asker, reference: str, sees: Sees) -> Followed:
        """Raises NotHere. Of what is not paused nothing is left out."""
        one = await self._listing.one(asker, reference, sees)
        async with self._store.write() as tx:
            await tx.guild(asker.server).follows.resume(one.id, self._clock.now())
        return replace(one, is_paused=False)
