"""What is worth remembering of a discussion, over an OpenAI-compatible endpoint."""

from __future__ import annotations

from bot.analysis.engine import MemoryAsk, Meter
from bot.analysis.llm.desk import Desk
from bot.errors import EngineError
from bot.models.discussion import MemoryDraft
from bot.models.money import Usage
from bot.models.summary import Signature


class LlmMemories:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def signature(self, ask: MemoryAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return Signature(engine="openai")

    def estimate(self, ask: MemoryAsk) -> Usage:
        """The most that `draft` spends."""
        return Usage()

    async def draft(self, ask: MemoryAsk, meter: Meter) -> MemoryDraft:
        """Raises EngineError, NoSuchPrompt."""
        raise EngineError("not yet")
