"""Money: reserved before it is spent, settled after, never undercounted."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, time, timedelta

from bot.clock import Clock
from bot.errors import OverBudget
from bot.models.asker import Asker
from bot.models.money import Usage, total
from bot.models.summary import Signature
from bot.store.database import Store, Writing

NOTHING = Usage()


class Reservation:
    """A meter that calls are booked on; open in the store at its estimate until it is settled.

    `usage_id` is None for what costs nothing and has no row.
    """

    def __init__(self, usage_id: int | None) -> None:
        self._usage_id = usage_id
        self._booked: list[Usage] = []
        self._settled = usage_id is None

    def book(self, usage: Usage) -> None:
        """Kept in memory until it is settled; may exceed the estimate."""
        self._booked.append(usage)

    @property
    def usage_id(self) -> int | None:
        """The store's."""
        return self._usage_id

    @property
    def spent(self) -> Usage:
        """All that was booked; its cost is None as soon as one call's is."""
        return total(self._booked)

    @property
    def settled(self) -> bool:
        """True from the start for what costs nothing."""
        return self._settled

    async def settle(self, tx: Writing) -> None:
        """Write what was spent in the transaction that keeps what was bought."""
        if self._usage_id is not None:
            await tx.usage.settle(self._usage_id, self.spent)
        self._settled = True


class Budget:
    """The day's caps in US dollars, None for no cap; a day is UTC's."""

    def __init__(self, store: Store, clock: Clock, *, process_cap: float | None, server_cap: float | None) -> None:
        self._store, self._clock = store, clock
        self._process_cap, self._server_cap = process_cap, server_cap

    @asynccontextmanager
    async def reserve(
        self, asker: Asker, command: str, signature: Signature, estimate: Usage
    ) -> AsyncIterator[Reservation]:
        """Hold `estimate` of today's budget while the block runs. Raises OverBudget when it does not fit.

        Whatever happens in the block, what was booked is settled; a crash leaves the estimate.
        """
        if estimate == NOTHING:
            yield Reservation(None)
            return
        async with self._store.write() as tx:
            await self._check(tx, asker, estimate)
            reservation = Reservation(await tx.usage.reserve(asker, command, signature, estimate))
        try:
            yield reservation
        finally:
            if not reservation.settled:
                async with self._store.write() as tx:
                    await reservation.settle(tx)

    async def _check(self, tx: Writing, asker: Asker, estimate: Usage) -> None:
        caps: list[tuple[str, int | None, float | None]] = [("process", None, self._process_cap)]
        if asker.guild_id is not None:
            caps.append(("server", asker.guild_id, self._server_cap))
        for scope, guild_id, cap in caps:
            if cap is None:
                continue
            spent = (await tx.usage.spent_today(guild_id)).usage.cost_usd or 0.0
            if spent + (estimate.cost_usd or 0.0) > cap:
                raise OverBudget(scope=scope, renews=self._renews().isoformat())

    def _renews(self) -> datetime:
        now = self._clock.now()
        return datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
