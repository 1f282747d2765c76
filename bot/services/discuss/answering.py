"""From a context to an answer that is kept: reserve, engine, each sentence checked as it comes, settle and keep."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from bot.analysis.engine import AnswerAsk, Meter, StartOver, Talk
from bot.errors import EngineCutShort, OverBudget
from bot.models.asker import Asker
from bot.models.discussion import Answer
from bot.models.money import Usage
from bot.models.summary import Fallback
from bot.observe import new_incident
from bot.services.discuss.checking import Checking, Told
from bot.services.discuss.silences import with_silences
from bot.services.shared.budget import Budget
from bot.store.database import Store, Writing

log = logging.getLogger(__name__)

Keep = Callable[[Writing, Answer, int | None], Awaitable[None]]  # the number is the usage's id, None for no cost
SILENCE = 0.3  # seconds; with the one between two edits nobody waits 1.5 s for a sentence that is there


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """An ask, who pays for it, who listens, and where the answer goes."""

    ask: AnswerAsk
    asker: Asker
    told: Told
    keep: Keep


class Answering:
    """`free` is the engine's that costs nothing: it answers when the budget is used up.

    instructions: what the engine is told, none of which may be said. silence: seconds after which a sentence that
    nothing follows counts as whole.
    """

    def __init__(
        self,
        talk: Talk,
        free: Talk,
        budget: Budget,
        store: Store,
        *,
        instructions: Sequence[str] = (),
        silence: float = SILENCE,
    ) -> None:
        self._talk, self._free, self._budget, self._store = talk, free, budget, store
        self._instructions, self._silence = instructions, silence

    async def run(self, ask: AnswerAsk, asker: Asker, *, told: Told, keep: Keep) -> tuple[Answer, Usage]:
        """The checked answer and what it cost.

        told: with all that was checked, whenever it has grown by a sentence. keep: in the transaction that settles
        the cost. Raises NoSuchPrompt.
        """
        wanted = _Wanted(ask=ask, asker=asker, told=told, keep=keep)
        try:
            return await self._paid(self._talk, wanted, None)
        except OverBudget as error:
            fallback = Fallback(kind=error.kind, incident=new_incident(), facts=error.facts)
            log.warning("[%s] %s budget is used up: the free engine answers", fallback.incident, error.facts["scope"])
            return await self._paid(self._free, wanted, fallback)

    async def _paid(self, talk: Talk, wanted: _Wanted, fallback: Fallback | None) -> tuple[Answer, Usage]:
        signature = talk.signature(wanted.ask)
        estimate = await asyncio.to_thread(talk.estimate, wanted.ask)  # counts the tokens of all of it
        async with self._budget.reserve(wanted.asker, "ask", signature, estimate) as meter:
            answer = await self._said(talk, wanted, meter, fallback)
            async with self._store.write() as tx:  # both or neither
                await wanted.keep(tx, answer, meter.usage_id)
                await meter.settle(tx)
            return answer, meter.spent

    async def _said(self, talk: Talk, wanted: _Wanted, meter: Meter, fallback: Fallback | None) -> Answer:
        signature, is_cut = talk.signature(wanted.ask), False
        async with await Checking.of(wanted.ask, self._instructions, wanted.told) as check:
            try:
                async with aclosing(with_silences(talk.stream(wanted.ask, meter), self._silence)) as pieces:
                    async for piece in pieces:
                        if isinstance(piece, StartOver):
                            check.start_over()
                            signature, fallback = piece.signature, piece.fallback
                        elif not await check.feed(piece):
                            break
            except EngineCutShort as error:
                log.warning("an answer was cut short: %s", error, exc_info=error)
                is_cut = True
            return await check.finish(signature, fallback, is_cut=is_cut)
