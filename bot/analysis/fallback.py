"""An engine made of engines: when the first fails, the second answers and says so."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from typing import Generic, TypeVar

from bot.analysis.engine import AnswerAsk, Engine, Meter, StartOver, Talk, Task
from bot.errors import EngineCutShort, EngineError
from bot.models.brief import BriefDraft
from bot.models.comparison import ComparisonDraft
from bot.models.discussion import MemoryDraft
from bot.models.money import Usage
from bot.models.summary import Draft, Fallback, Options, Signature
from bot.observe import new_incident

log = logging.getLogger(__name__)

Ask = TypeVar("Ask")
Made = TypeVar("Made", bound=Draft | ComparisonDraft | MemoryDraft | BriefDraft)


def with_fallback(first: Engine, second: Engine) -> Engine:
    """Answers are the first engine's wherever that gives any."""
    return Engine(
        summaries=FallbackTask(first.summaries, second.summaries),
        comparisons=FallbackTask(first.comparisons, second.comparisons),
        answers=FallbackTalk(first.answers, second.answers),
        memories=FallbackTask(first.memories, second.memories),
        briefs=FallbackTask(first.briefs, second.briefs),
        judge=first.judge or second.judge,
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
            fallback = _fallback(error)
        return replace(await self._second.draft(ask, meter), fallback=fallback)


class FallbackTalk:
    """Keeps `bot.analysis.engine.Talk`; made of two."""

    def __init__(self, first: Talk, second: Talk) -> None:
        self._first, self._second = first, second

    def signature(self, ask: AnswerAsk) -> Signature:
        """The first one's, until there is a `StartOver`. Raises NoSuchPrompt."""
        return self._first.signature(ask)

    def estimate(self, ask: AnswerAsk) -> Usage:
        """Both together: the first may fail after it has spent all of its own."""
        return self._first.estimate(ask) + self._second.estimate(ask)

    def frame(self, options: Options) -> int:
        """The first one's: it is the one with a limit. Raises NoSuchPrompt."""
        return self._first.frame(options)

    async def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        """The first one's pieces; where it fails, also in the middle, all of the second's behind a `StartOver`.

        What was cut short stands as it came. Raises EngineCutShort, and what the second raises.
        """
        has_begun = False
        try:
            async with aclosing(self._first.stream(ask, meter)) as pieces:
                async for piece in pieces:
                    yield piece
                    has_begun = True
            return
        except EngineError as error:
            if has_begun and isinstance(error, EngineCutShort):
                raise
            fallback = _fallback(error)
        yield StartOver(signature=self._second.signature(ask), fallback=fallback)
        async with aclosing(self._second.stream(ask, meter)) as pieces:
            async for piece in pieces:
                yield piece


def _fallback(error: EngineError) -> Fallback:
    """The reason to be told, and the log's."""
    fallback = Fallback(kind=error.kind, incident=new_incident(), facts=error.facts)
    log.warning("[%s] %s: another engine answers", fallback.incident, error, exc_info=error)
    return fallback
