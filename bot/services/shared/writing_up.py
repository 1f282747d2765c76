"""From articles to an answer that is kept: cached? reserve, engine, grounding, keep."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from bot.analysis.engine import Task
from bot.errors import OverBudget
from bot.models.asker import Asker
from bot.models.brief import BriefDraft
from bot.models.comparison import ComparisonDraft
from bot.models.discussion import MemoryDraft
from bot.models.money import Usage
from bot.models.summary import Draft, Fallback, Progress, Signature, Stage
from bot.observe import new_incident
from bot.services.shared.budget import Budget
from bot.services.shared.together import Together
from bot.store.database import Store, Writing

log = logging.getLogger(__name__)

Ask = TypeVar("Ask")
Made = TypeVar("Made", bound=Draft | ComparisonDraft | MemoryDraft | BriefDraft)
Checked = TypeVar("Checked")
_Ask = TypeVar("_Ask", contravariant=True)
_Made = TypeVar("_Made", contravariant=True)


class Shelf(Protocol[_Ask, _Made, Checked]):
    """How the drafts of one task are checked, and where they are kept; see `shelves.py`.

    What the fallback engine said is kept under its own signature: a model that is back is asked again.
    """

    def key(self, ask: _Ask, signature: Signature) -> Hashable:
        """Equal for asks that may share an answer."""
        ...

    def check(self, ask: _Ask, draft: _Made) -> Checked:
        """What may be shown of a draft; never raises, whatever an engine wrote."""
        ...

    async def find(self, ask: _Ask, signature: Signature) -> Checked | None:
        """What was kept under the key of this ask; None when nothing was."""
        ...

    async def keep(self, tx: Writing, ask: _Ask, checked: Checked) -> None:
        """Within `tx`, which settles the cost too; the key is by the answer's own signature."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Written(Generic[Checked]):
    """What was checked; `usage` is what this ask spent, nothing when it was cached."""

    checked: Checked
    usage: Usage
    cached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Paid(Generic[Ask]):
    """An ask and who pays for it."""

    ask: Ask
    asker: Asker
    command: str
    progress: Progress


class WritingUp(Generic[Ask, Made, Checked]):
    """`free` is the same task of the engine that costs nothing: it answers when the budget is used up."""

    def __init__(
        self, task: Task[Ask, Made], free: Task[Ask, Made], shelf: Shelf[Ask, Made, Checked], budget: Budget,
        store: Store,
    ) -> None:  # fmt: skip
        self._task, self._free, self._shelf, self._budget, self._store = task, free, shelf, budget, store
        self._writing = Together[Written[Checked]]()

    async def run(self, ask: Ask, asker: Asker, command: str, progress: Progress) -> Written[Checked]:
        """The answer, made once for all who ask for the same. Raises NoSuchPrompt and EngineErrors."""
        signature = self._task.signature(ask)
        paid = _Paid(ask=ask, asker=asker, command=command, progress=progress)
        return await self._writing.run(self._shelf.key(ask, signature), lambda: self._found_or_written(paid, signature))

    async def _found_or_written(self, paid: _Paid[Ask], signature: Signature) -> Written[Checked]:
        if known := await self._shelf.find(paid.ask, signature):
            return Written(checked=known, usage=Usage(), cached=True)
        paid.progress(Stage.THINKING)
        try:
            return await self._write(self._task, paid, None)
        except OverBudget as error:
            fallback = Fallback(kind=error.kind, incident=new_incident(), facts=error.facts)
            log.warning("[%s] %s budget is used up: the free engine answers", fallback.incident, error.facts["scope"])
            return await self._write(self._free, paid, fallback)

    async def _write(self, task: Task[Ask, Made], paid: _Paid[Ask], fallback: Fallback | None) -> Written[Checked]:
        signature = task.signature(paid.ask)
        estimate = await asyncio.to_thread(task.estimate, paid.ask)  # counts the tokens of all of it
        async with self._budget.reserve(paid.asker, paid.command, signature, estimate) as meter:
            draft = await task.draft(paid.ask, meter)
            paid.progress(Stage.CHECKING)
            told = replace(draft, fallback=fallback or draft.fallback)
            checked = await asyncio.to_thread(self._shelf.check, paid.ask, told)
            async with self._store.write() as tx:  # both or neither
                await self._shelf.keep(tx, paid.ask, checked)
                await meter.settle(tx)
            return Written(checked=checked, usage=meter.spent, cached=False)
