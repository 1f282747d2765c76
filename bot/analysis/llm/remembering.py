"""What is worth remembering of turns that leave a window, over an OpenAI-compatible endpoint."""

from __future__ import annotations

import asyncio

from bot.analysis.engine import MemoryAsk, Meter
from bot.analysis.lines import memo_line
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.memory_answer import MemoryAnswer
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import ask_of
from bot.analysis.llm.shown import folding
from bot.analysis.prompts import Prompt
from bot.errors import EngineTooLong, PromptChanged
from bot.models.discussion import Memo, MemoryDraft
from bot.models.money import Usage
from bot.models.summary import Signature


class LlmMemories:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._client = desk, desk.client

    def signature(self, ask: MemoryAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt(ask))

    def estimate(self, ask: MemoryAsk) -> Usage:
        """One answer, asked for twice, the second time at twice the length."""
        try:
            return self._desk.worst_of_answer(self._question(ask))
        except PromptChanged:
            return Usage()  # nothing will be asked

    async def draft(self, ask: MemoryAsk, meter: Meter) -> MemoryDraft:
        """Of turns that are too long for the endpoint none is left out: another engine folds them.

        Raises EngineError, NoSuchPrompt.
        """
        signature = self.signature(ask)
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        answer = await self._desk.answer(
            lambda context: self._answer_within(context, ask, purse), lambda: len(ask.turns)
        )
        return MemoryDraft(memos=self._within(answer.told(ask), ask.tokens), signature=signature)

    async def _answer_within(self, context: int, ask: MemoryAsk, purse: Purse) -> MemoryAnswer:
        question = await asyncio.to_thread(self._question, ask)
        if self._client.prompt_tokens(question) > context:
            raise EngineTooLong(tokens=self._client.prompt_tokens(question))
        return await self._desk.ask(question, MemoryAnswer, purse)

    def _within(self, memos: tuple[Memo, ...], tokens: int) -> tuple[Memo, ...]:
        """The latest ones that fit: the model was told how much room there is, and may have taken more."""
        kept: list[Memo] = []
        for memo in reversed(memos):
            tokens -= self._desk.tokens.count(memo_line(memo)) + 1
            if tokens < 0:
                break
            kept.append(memo)
        return tuple(reversed(kept))

    def _question(self, ask: MemoryAsk) -> Ask:
        prompt = self._prompt(ask)
        return ask_of(prompt.render(**folding(ask)), self._desk.parameters(prompt), MemoryAnswer)

    def _prompt(self, ask: MemoryAsk) -> Prompt:
        return self._desk.prompt(ask.options.prompt or "remember", schema="memory")
