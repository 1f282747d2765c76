"""A judge is asked about pairs of entries, paid for, and remembered."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence

from bot.analysis.engine import PairsAsk, Task
from bot.analysis.stories import Sorting
from bot.clock import Clock
from bot.errors import EngineError, NoSuchPrompt, OverBudget
from bot.models.asker import Asker
from bot.models.story import Judgement, Pair
from bot.models.summary import Signature
from bot.services.shared.budget import Budget
from bot.store.database import Store

log = logging.getLogger(__name__)

PAIRS = 16  # in one question to the judge
CALLS = 4  # at the same time
_PATIENCE = 90.0  # seconds after which nothing more is asked; a digest may be waiting

Same = tuple[bool | None, ...]


class Judging:
    """The cost is the process's, and no server's. Where the judge fails or may not be paid, nothing is said."""

    def __init__(self, judge: Task[PairsAsk, Judgement], store: Store, budget: Budget, clock: Clock) -> None:
        self._judge, self._store, self._budget, self._clock = judge, store, budget, clock
        self._calls = asyncio.Semaphore(CALLS)

    def signature(self) -> Signature | None:
        """None where the judge has no prompt, as in an older folder of prompts."""
        try:
            return self._judge.signature(PairsAsk(pairs=()))
        except NoSuchPrompt as error:
            log.warning("no pairs are judged: %s", error)
            return None

    async def settle(self, sorting: Sorting, most: int, signature: Signature) -> None:
        """Ask until it is all said, `most` pairs were asked, nothing is answered any more or patience is at its end."""
        until = self._clock.monotonic() + _PATIENCE
        while most > 0 and self._clock.monotonic() < until:
            pairs = await asyncio.to_thread(sorting.questions, min(most, CALLS * PAIRS))
            parts = [pairs[first : first + PAIRS] for first in range(0, len(pairs), PAIRS)]
            answers = await asyncio.gather(*(self._ask(part, signature) for part in parts))
            same = [said for answer in answers for said in answer]
            if all(said is None for said in same):
                return
            sorting.learn(pairs, same)
            most -= len(pairs)

    async def _ask(self, pairs: Sequence[Pair], signature: Signature) -> Same:
        ask = PairsAsk(pairs=tuple(pairs))
        try:
            async with self._calls:
                return await self._paid(ask, signature)
        except (EngineError, OverBudget) as error:
            log.warning("%d pairs are not judged: %s", len(pairs), error)
            return (None,) * len(pairs)

    async def _paid(self, ask: PairsAsk, signature: Signature) -> Same:
        estimate = await asyncio.to_thread(self._judge.estimate, ask)
        async with self._budget.reserve(Asker(), "same-story", signature, estimate) as meter:
            same = (await self._judge.draft(ask, meter)).same
            said = {_key(pair): is_same for pair, is_same in zip(ask.pairs, same, strict=True) if is_same is not None}
            async with self._store.write() as tx:  # both or neither
                await tx.stories.judge(said, signature)
                await meter.settle(tx)
        return same


def _key(pair: Pair) -> tuple[int, int]:
    one, other = sorted((pair.first.id, pair.second.id))
    return one, other
