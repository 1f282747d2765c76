"""Answers within a discussion over an OpenAI-compatible endpoint, as they are written."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial

from bot.analysis.engine import AnswerAsk, Meter, StartOver
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.failures import CallFailed
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import ask_of
from bot.analysis.llm.shown import discussion, empty_discussion
from bot.analysis.llm.thoughts import Thoughts
from bot.analysis.llm.tries import Tries
from bot.analysis.prompts import Prompt
from bot.errors import EngineNonsense, PromptChanged
from bot.models.discussion import Context
from bot.models.money import Usage
from bot.models.summary import Options, Signature


class LlmTalk:
    """Keeps `bot.analysis.engine.Talk`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._client = desk, desk.client

    def signature(self, ask: AnswerAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt(ask.options))

    def estimate(self, ask: AnswerAsk) -> Usage:
        """One answer, asked for twice, the second time at twice the length.

        Where a server may turn out to have a smaller context, once more with less of the discussion.
        """
        try:
            return self._desk.worst_of_answer(self._question(ask.options, ask.context))
        except PromptChanged:
            return Usage()  # nothing will be asked

    def frame(self, options: Options) -> int:
        """Tokens of a prompt that has one article and every other block, and nothing in them. Raises NoSuchPrompt."""
        try:
            messages = self._prompt(options).render(**empty_discussion(options))
        except PromptChanged:
            return 0  # nothing will be asked
        return self._desk.tokens.count(messages.system) + self._desk.tokens.count(messages.user)

    async def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        """Asked for a second time only while nothing has come, and with less where the prompt is too long.

        Raises NoSuchPrompt; EngineCutShort behind what had come when the room ended; any other EngineError.
        """
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        render = partial(self._question, ask.options)
        tries = await self._desk.kept(asyncio.to_thread(Tries, self._desk, purse, render, ask.context))
        deadline, begun = self._client.deadline(), False
        while not begun:
            try:
                async with aclosing(self._spoken(tries.question, purse, deadline)) as pieces:
                    async for piece in pieces:
                        begun = True
                        yield piece
                failed = None if begun else CallFailed(EngineNonsense(), "an empty answer", again_in=0.0)
            except CallFailed as error:
                failed = error
            if failed and begun:
                raise failed.error
            if failed:
                await tries.after(failed)

    async def _spoken(self, question: Ask, meter: Meter, deadline: float) -> AsyncGenerator[str, None]:
        """The answer without the thoughts in front of it."""
        thoughts = Thoughts()
        async with aclosing(self._client.stream(question, meter, deadline)) as pieces:
            async for piece in pieces:
                if text := thoughts.feed(piece):
                    yield text
        if text := thoughts.end():
            yield text

    def _question(self, options: Options, context: Context) -> Ask:
        prompt = self._prompt(options)
        return ask_of(prompt.render(**discussion(context, options)), self._desk.parameters(prompt), None)

    def _prompt(self, options: Options) -> Prompt:
        return self._desk.prompt(options.prompt or "discuss", schema="answer")
