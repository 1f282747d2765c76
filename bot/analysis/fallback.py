"""An engine made of engines: when the first fails, the second answers and says so."""

from __future__ import annotations

import logging
from dataclasses import replace

from bot.analysis.engine import Engine, Meter
from bot.errors import EngineError
from bot.models.article import Article
from bot.models.money import Usage
from bot.models.summary import Draft, Fallback, Options, Signature
from bot.observe import new_incident

log = logging.getLogger(__name__)


class FallbackEngine:
    """Keeps the engine's protocol; its answers are the first engine's wherever that gives any."""

    def __init__(self, first: Engine, second: Engine) -> None:
        self._first, self._second = first, second

    def signature(self, options: Options) -> Signature:
        return self._first.signature(options)

    def estimate(self, article: Article, options: Options) -> Usage:
        return self._first.estimate(article, options) + self._second.estimate(article, options)

    async def summarize(self, article: Article, options: Options, meter: Meter) -> Draft:
        """The first engine's draft, else the second's with the reason. Raises what the second raises."""
        try:
            return await self._first.summarize(article, options, meter)
        except EngineError as error:
            fallback = Fallback(kind=error.kind, incident=new_incident(), facts=error.facts)
            log.warning("[%s] %s: another engine answers", fallback.incident, error, exc_info=error)
        draft = await self._second.summarize(article, options, meter)
        return replace(draft, fallback=fallback)
