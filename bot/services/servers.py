"""Servers come and go: what is kept of one that was left is deleted after a grace time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.clock import Clock
from bot.store.database import Store

GRACE = timedelta(days=7)  # a kick by mistake costs nothing


class Servers:
    """Which servers the bot is in."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def joined(self, guild_id: int) -> None:
        """Whatever deletion was scheduled is off."""
        async with self._store.write() as tx:
            await tx.servers.joined([guild_id])

    async def left(self, guild_id: int) -> None:
        """Its data is scheduled for deletion."""
        async with self._store.write() as tx:
            await tx.servers.left(guild_id, self._clock.now() + GRACE)

    async def are(self, here: set[int], is_ours: Callable[[int], bool]) -> None:
        """The bot is in these and in no others of ours: some may have been joined or left while it was away."""
        known = await self._store.servers.present()
        async with self._store.write() as tx:
            await tx.servers.joined(here - known)
            for guild_id in sorted(filter(is_ours, known - here)):
                await tx.servers.left(guild_id, self._clock.now() + GRACE)

    async def sweep(self) -> int:
        """Delete what is due; returns of how many servers."""
        async with self._store.write() as tx:
            due = await tx.servers.due()
            for guild_id in due:
                await tx.servers.delete(guild_id)
        return len(due)
