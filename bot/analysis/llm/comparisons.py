"""Comparisons over an OpenAI-compatible endpoint."""

from __future__ import annotations

from bot.analysis.engine import ComparisonAsk, Meter
from bot.analysis.llm.desk import Desk
from bot.errors import EngineError
from bot.models.comparison import ComparisonDraft
from bot.models.money import Usage
from bot.models.summary import Signature


class LlmComparisons:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def signature(self, ask: ComparisonAsk) -> Signature:
        return self._desk.signature(self._desk.prompt(ask.options.prompt or "summarize", schema="summary"))

    def estimate(self, ask: ComparisonAsk) -> Usage:
        return Usage()

    async def draft(self, ask: ComparisonAsk, meter: Meter) -> ComparisonDraft:
        raise EngineError("there is no prompt for comparisons yet")
