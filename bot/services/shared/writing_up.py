"""From an article to a summary that is kept: cached? reserve, engine, grounding, keep."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, replace

from bot.analysis import grounding
from bot.analysis.engine import Engine
from bot.errors import OverBudget
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.money import Usage
from bot.models.summary import Fallback, Options, Progress, Signature, Stage, Summary
from bot.observe import new_incident
from bot.services.shared.budget import Budget
from bot.services.shared.together import Together
from bot.store.database import Store
from bot.store.summaries import CacheKey

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A checked summary; `usage` is what this ask spent, nothing when it was cached."""

    summary: Summary
    usage: Usage
    cached: bool


class WritingUp:
    """`free` is the engine that costs nothing: it answers when the budget is used up."""

    def __init__(self, engine: Engine, free: Engine, budget: Budget, store: Store) -> None:
        self._engine, self._free, self._budget, self._store = engine, free, budget, store
        self._writing = Together[Written]()

    async def summary(
        self, article: Article, options: Options, asker: Asker, command: str, progress: Progress
    ) -> Written:
        """The summary of `article`, made once for all who ask for the same. Raises NoSuchPrompt and EngineErrors."""
        ask = _Ask(article=article, options=options, asker=asker, command=command)
        key = _key(article, options, self._engine.signature(options))
        return await self._writing.run(key, lambda: self._found_or_written(key, ask, progress))

    async def _found_or_written(self, key: CacheKey, ask: _Ask, progress: Progress) -> Written:
        if known := await self._store.summaries.find(key):
            return Written(summary=known, usage=Usage(), cached=True)
        progress(Stage.THINKING)
        try:
            return await self._ask(self._engine, ask, None, progress)
        except OverBudget as error:
            fallback = Fallback(kind=error.kind, incident=new_incident(), facts=error.facts)
            log.warning("[%s] %s budget is used up: the free engine answers", fallback.incident, error.facts["scope"])
            return await self._ask(self._free, ask, fallback, progress)

    async def _ask(self, engine: Engine, ask: _Ask, fallback: Fallback | None, progress: Progress) -> Written:
        signature = engine.signature(ask.options)
        estimate = await asyncio.to_thread(engine.estimate, ask.article, ask.options)  # counts the tokens of all of it
        async with self._budget.reserve(ask.asker, ask.command, signature, estimate) as meter:
            draft = await engine.summarize(ask.article, ask.options, meter)
            progress(Stage.CHECKING)
            checked = replace(draft, fallback=fallback or draft.fallback)
            summary = await asyncio.to_thread(grounding.check, ask.article, checked)
            async with self._store.write() as tx:  # both or neither
                await tx.summaries.keep(_key(ask.article, ask.options, summary.signature), summary)
                await meter.settle(tx)
            return Written(summary=summary, usage=meter.spent, cached=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ask:
    article: Article
    options: Options
    asker: Asker
    command: str


def _key(article: Article, options: Options, signature: Signature) -> CacheKey:
    """What the fallback engine said is kept under its own signature: a model that is back is asked again."""
    language = options.language or article.language
    return CacheKey.of(article.content_hash, signature, options.length, language)
