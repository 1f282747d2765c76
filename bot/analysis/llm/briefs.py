"""What happened and who argues what, over an OpenAI-compatible endpoint: all articles of a story in one question."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from functools import partial

from bot.analysis.engine import BriefAsk, Meter
from bot.analysis.llm.brief_answer import BriefAnswer
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import ask_of
from bot.analysis.llm.several import Several, Shown, length
from bot.analysis.prompts import Prompt
from bot.models.brief import BriefDraft
from bot.models.money import Usage
from bot.models.summary import Signature


class LlmBriefs:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._several = desk, Several(desk)

    def signature(self, ask: BriefAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt(ask))

    def estimate(self, ask: BriefAsk) -> Usage:
        """Of one answer about all articles; see `Several`."""
        return self._several.estimate(ask.articles, partial(self._question, ask))

    async def draft(self, ask: BriefAsk, meter: Meter) -> BriefDraft:
        """Raises EngineError, NoSuchPrompt."""
        signature = self.signature(ask)
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        answer = await self._desk.answer(
            lambda context: self._answer_within(context, ask, purse), lambda: length(ask.articles)
        )
        return answer.draft(signature)

    async def _answer_within(self, context: int, ask: BriefAsk, purse: Purse) -> BriefAnswer:
        question = await asyncio.to_thread(self._several.fitting, ask.articles, partial(self._question, ask), context)
        return await self._desk.ask(question, BriefAnswer, purse)

    def _question(self, ask: BriefAsk, shown: Sequence[Shown]) -> Ask:
        prompt = self._prompt(ask)
        messages = prompt.render(articles=shown, language=ask.options.language)
        return ask_of(messages, self._desk.parameters(prompt), BriefAnswer)

    def _prompt(self, ask: BriefAsk) -> Prompt:
        return self._desk.prompt(ask.options.prompt or "digest", schema="brief")
