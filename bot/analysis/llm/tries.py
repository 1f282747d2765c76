"""What is asked for one answer that is streamed: again where that may help, and with less where it is too long."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from bot.analysis.llm.client import larger
from bot.analysis.llm.desk import SMALLER, SMALLER_CONTEXTS, Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.failures import CallFailed
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.smaller import fitting
from bot.errors import EngineCutShort, EngineError, EngineTooLong
from bot.models.discussion import Context


class Tries:
    """`question` is what to ask now; `render` makes one of a context. What a reader has seen is not asked for again."""

    def __init__(self, desk: Desk, purse: Purse, render: Callable[[Context], Ask], context: Context) -> None:
        self._desk, self._client, self._purse, self._render = desk, desk.client, purse, render
        self._context, self._shortened, self._repeated = context, 0, False
        self.question = self._within(desk.learnt)

    async def after(self, failed: CallFailed) -> None:
        """The next question, once it is time for it. Raises the failure's EngineError when there is none."""
        question = await self._shorter(failed) if failed.too_long else await self._once_more(failed)
        if question is None or not self._purse.affords(self._client.worst(question)):
            raise failed.error
        self.question = question

    async def _once_more(self, failed: CallFailed) -> Ask | None:
        if failed.again_in is None or self._repeated:
            return None
        self._repeated = True
        await self._client.wait(failed.again_in)
        return larger(self.question) if isinstance(failed.error, EngineCutShort) else self.question

    async def _shorter(self, failed: CallFailed) -> Ask | None:
        """With less of the discussion. Raises EngineTooLong when even the least of it is too long."""
        self._shortened += 1
        if self._shortened >= SMALLER_CONTEXTS:
            return None
        most = int(SMALLER * self._client.prompt_tokens(self.question))
        if failed.free:  # said by the endpoint itself, not guessed from an answer that was cut short
            self._desk.learn(most)
        try:
            return await asyncio.to_thread(self._within, most)
        except EngineTooLong as error:
            too_long: EngineError = error
        raise too_long from failed.error

    def _within(self, most: int | None) -> Ask:
        """As much of the context as makes a prompt of at most so many tokens, None for all. Raises EngineTooLong."""

        def fits(context: Context) -> bool:
            return most is None or self._client.prompt_tokens(self._render(context)) <= most

        smaller = fitting(self._context, fits)
        if smaller is None:
            raise EngineTooLong(tokens=self._client.prompt_tokens(self._render(self._context)))
        self._context = smaller
        return self._render(smaller)
