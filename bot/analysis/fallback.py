"""An engine made of engines: when the first fails, the second answers and says so."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Generic, TypeVar

from bot.analysis.engine import Engine, Meter, Task
from bot.errors import EngineError
from bot.models.comparison import ComparisonDraft
from bot.models.money import Usage
from bot.models.summary import Draft, Fallback, Signature
from bot.observe import new_incident

log = logging.getLogger(__name__)

Ask = TypeVar("Ask")
Made = TypeVar("Made", bound=Draft | ComparisonDraft)


def with_fallback(first: Engine, second: Engine) -> Engine:
    """Answers are the first engine's wherever that gives any."""
    return Engine(
        summaries=FallbackTask(first.summaries, second.summaries),
        comparisons=FallbackTask(first.comparisons, second.comparisons),
    )


class FallbackTask(Generic[Ask, Made]):
    """Keeps `bot.analysis.engine.Task`; made of two."""

    def __init__(self, first: Task[Ask, Made], second: Task[Ask, Made]) -> None:
        self._first, self._second = first, second

    def signature(self, ask: Ask) -> Signature:
        """The first one's; what the second says carries its own. Raises NoSuchPrompt."""
        return self._first.signature(ask)

    def estimate(self, ask: Ask) -> Usage:
        """Both together: the first may fail after it has spent all of its own."""
        return self._first.estimate(ask) + self._second.estimate(ask)

    async def draft(self, ask: Ask, meter: Meter) -> Made:
        """The first one's draft, else the second's with the reason. Raises what the second raises."""
        try:
            return await self._first.draft(ask, meter)
        except EngineError as error:
            fallback = Fallback(kind=error.kind, incident=new_incident(), facts=error.facts)
            log.warning("[%s] %s: another engine answers", fallback.incident, error, exc_info=error)
        return replace(await self._second.draft(ask, meter), fallback=fallback)
