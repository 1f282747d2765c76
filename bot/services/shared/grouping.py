"""New entries are sorted into stories: at intervals, and before a digest is composed."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

from bot.analysis.engine import PairsAsk, Task
from bot.clock import Clock
from bot.models.story import Judgement
from bot.services.shared.budget import Budget
from bot.store.database import Store

EVERY = timedelta(minutes=10)


class Grouping:
    """judge: None where there is no model; the cost is the process's, and no server's."""

    def __init__(self, store: Store, judge: Task[PairsAsk, Judgement] | None, budget: Budget, clock: Clock) -> None:
        self._store, self._judge, self._budget, self._clock = store, judge, budget, clock
        self._turn = asyncio.Lock()

    async def run(self, now: datetime) -> None:
        """Give every entry that has none its story. Two at once are one after the other. Raises store errors."""

    async def step(self, now: datetime) -> datetime:
        """A worker's: returns when to do it again."""
        await self.run(now)
        return now + EVERY
