"""Answers within a discussion over an OpenAI-compatible endpoint, as they are written."""

from __future__ import annotations

from collections.abc import AsyncGenerator

from bot.analysis.engine import AnswerAsk, Meter, StartOver
from bot.analysis.llm.desk import Desk
from bot.errors import EngineError
from bot.models.money import Usage
from bot.models.summary import Options, Signature


class LlmTalk:
    """Keeps `bot.analysis.engine.Talk`."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def signature(self, ask: AnswerAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return Signature(engine="openai")

    def estimate(self, ask: AnswerAsk) -> Usage:
        """The most that `stream` spends."""
        return Usage()

    def frame(self, options: Options) -> int:
        """Tokens of the prompt with nothing in it. Raises NoSuchPrompt."""
        return 400

    async def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        """Raises EngineError, NoSuchPrompt."""
        if self._desk:
            raise EngineError("not yet")
        yield ""
