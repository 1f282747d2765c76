"""Comparisons over an OpenAI-compatible endpoint: all articles in one question, the long ones shortened."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from bot.analysis.engine import ComparisonAsk, Meter
from bot.analysis.llm.comparison_answer import ComparisonAnswer
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import ask_of
from bot.analysis.llm.several import Several, Shown, length
from bot.analysis.prompts import Prompt
from bot.models.article import Article
from bot.models.comparison import ComparisonDraft, Quoted
from bot.models.money import Usage
from bot.models.summary import Signature


class LlmComparisons:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._several = desk, Several(desk)

    def signature(self, ask: ComparisonAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt(ask))

    def estimate(self, ask: ComparisonAsk) -> Usage:
        """Of one answer about all articles; see `Several`."""
        return self._several.estimate(ask.articles, partial(self._question, ask))

    async def draft(self, ask: ComparisonAsk, meter: Meter) -> ComparisonDraft:
        """Raises EngineError, NoSuchPrompt."""
        signature = self.signature(ask)
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        answer = await self._desk.answer(
            lambda context: self._answer_within(context, ask, purse), lambda: length(ask.articles)
        )
        quoted = await asyncio.to_thread(_quoted, ask.articles) if answer.comparable else ()
        return replace(answer.draft(signature), quoted=quoted)

    async def _answer_within(self, context: int, ask: ComparisonAsk, purse: Purse) -> ComparisonAnswer:
        question = await asyncio.to_thread(self._several.fitting, ask.articles, partial(self._question, ask), context)
        return await self._desk.ask(question, ComparisonAnswer, purse)

    def _question(self, ask: ComparisonAsk, shown: Sequence[Shown]) -> Ask:
        prompt = self._prompt(ask)
        messages = prompt.render(articles=shown, language=ask.options.language)
        return ask_of(messages, self._desk.parameters(prompt), ComparisonAnswer)

    def _prompt(self, ask: ComparisonAsk) -> Prompt:
        return self._desk.prompt(ask.options.prompt or "compare", schema="comparison")


def _quoted(articles: Sequence[Article]) -> tuple[Quoted, ...]:
    """Whom each quotes is a matter of the texts, not of the model."""
    from bot.analysis.extractive.comparing.people import quoted
    from bot.analysis.extractive.comparing.sides import beside
    from bot.analysis.extractive.passage import take_apart

    return quoted(beside([take_apart(article) for article in articles]))
