"""New entries are sorted into stories: at intervals, and before a digest is composed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.analysis.engine import PairsAsk, Task
from bot.analysis.stories import WINDOW, Field, Sorting, Vectors, placings
from bot.clock import Clock
from bot.models.story import Judgement, StoryEntry
from bot.services.shared.budget import Budget
from bot.services.shared.judging import Judging
from bot.store.database import Store

EVERY = timedelta(minutes=10)
AT_ONCE = 2_000  # new entries
RECENT = 6_000  # entries beside them, the latest
QUESTIONS = 5  # a new entry, at most
_EMPTY_AFTER = timedelta(days=31)  # entries are gone by then


class Grouping:
    """judge: None where there is no model; then only what is plain is joined."""

    def __init__(self, store: Store, judge: Task[PairsAsk, Judgement] | None, budget: Budget, clock: Clock) -> None:
        self._store = store
        self._judging = Judging(judge, store, budget, clock) if judge else None
        self._vectors = Vectors()
        self._turn = asyncio.Lock()

    async def run(self, now: datetime) -> None:
        """Give every entry that has none its story. Two at once are one after the other. Raises store errors."""
        async with self._turn:
            while new := await self._store.entries.ungrouped(AT_ONCE):
                await self._sort(new, now)

    async def step(self, now: datetime) -> datetime:
        """A worker's: returns when to do it again."""
        await self.run(now)
        async with self._store.write() as tx:
            await tx.stories.forget_empty(now - _EMPTY_AFTER)
        return now + EVERY

    async def _sort(self, new: Sequence[StoryEntry], now: datetime) -> None:
        recent = await self._store.stories.recent(now - WINDOW, RECENT)
        field = await asyncio.to_thread(Field, (*recent, *new), self._vectors)
        sorting = await self._settled(field, QUESTIONS * len(new))
        changes = placings(await asyncio.to_thread(sorting.groups))
        async with self._store.write() as tx:
            await tx.stories.put(changes)

    async def _settled(self, field: Field, questions: int) -> Sorting:
        signature = self._judging.signature() if self._judging else None
        if self._judging is None or signature is None:
            return await asyncio.to_thread(Sorting, field)
        said = await self._store.stories.judged((entry.id for entry in field.entries), signature)
        sorting = await asyncio.to_thread(Sorting, field, said)
        await self._judging.settle(sorting, questions, signature)
        return sorting
