"""What the tasks of one endpoint share: how it is asked, and how long a prompt it turned out to take."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from pydantic import BaseModel

from bot.analysis.llm.client import ChatClient, larger
from bot.analysis.llm.dialect import Ask, Parameter
from bot.analysis.llm.failures import CallFailed
from bot.analysis.llm.purse import Purse
from bot.analysis.prompts import Prompt, Prompts
from bot.analysis.tokens import Tokens
from bot.errors import EngineError, EngineTooLong, PromptChanged
from bot.models.money import Usage, total
from bot.models.summary import Signature

Answer = TypeVar("Answer", bound=BaseModel)
Made = TypeVar("Made")

SMALLER_CONTEXTS = 5  # how often a refusal may make us believe in a smaller context
LEAST_CONTEXT = 500  # tokens; what a refusal can make us believe at worst, for all articles to come
SMALLER = 0.6  # of the prompt that was refused; leaves room for the answer as well


class Desk:
    """context_tokens: the most of a prompt; reasoning_effort: the operator's, "" for the prompt's own."""

    def __init__(
        self, client: ChatClient, prompts: Prompts, tokens: Tokens, *, model: str, context_tokens: int,
        reasoning_effort: str = "",
    ) -> None:  # fmt: skip
        self.client, self.tokens = client, tokens
        self._prompts, self._model, self._effort = prompts, model, reasoning_effort
        self._configured = self._context = context_tokens

    @property
    def learnt(self) -> int | None:
        """Tokens of a prompt that the endpoint takes by its own refusals; None when it never refused one."""
        return self._context if self._context < self._configured else None

    @property
    def context(self) -> int:
        """Tokens of a prompt: as configured, or fewer if the endpoint said so."""
        return self._context

    def prompt(self, ref: str, *, schema: str) -> Prompt:
        """Raises NoSuchPrompt."""
        return self._prompts.get(ref, schema=schema)

    def parameters(self, prompt: Prompt) -> dict[str, Parameter]:
        """The prompt's own, with the operator's on top."""
        given = prompt.parameters.given()
        return given | {"reasoning_effort": self._effort} if self._effort else given

    def signature(self, prompt: Prompt) -> Signature:
        """What is wanted of the endpoint; what it turns out not to understand is left out when it is asked."""
        return Signature(engine="openai", model=self._model, prompt=prompt.id, parameters=self.parameters(prompt))

    def worst_of_answer(self, ask: Ask, *, prompt: int | None = None) -> Usage:
        """Asked for twice, the second time at twice the length.

        Where a server may turn out to have a smaller context, once more for another prompt.
        """
        worst = self.client.worst(ask, prompt=prompt)
        spare = [worst] if self.client.context_may_be_smaller else []
        return total([worst, self.client.worst(larger(ask), prompt=prompt), *spare])

    async def answer(self, attempt: Callable[[int], Awaitable[Answer]], tokens: Callable[[], int]) -> Answer:
        """What `attempt(context)` gives, in a smaller context each time that the endpoint finds a prompt too long.

        tokens: how long the text is, for the error. Raises EngineError, which holds nothing of the vendor's.
        """
        return await self.kept(self._attempted(attempt, tokens))

    async def kept(self, work: Awaitable[Made]) -> Made:
        """Its result, or one of our errors, which hold nothing of the vendor's. Raises EngineError."""
        try:
            return await work
        except CallFailed as failed:
            error = failed.error
        except PromptChanged as broken:
            raise EngineError(f"{broken.facts['prompt']}: {broken.facts['reason']}") from broken
        raise error

    def learn(self, context: int) -> None:
        """The endpoint said that it takes no prompt longer than about this, in tokens; the next ones are shorter."""
        self._context = min(self._context, max(context, LEAST_CONTEXT))

    async def _attempted(self, attempt: Callable[[int], Awaitable[Answer]], tokens: Callable[[], int]) -> Answer:
        context, refused = self._context, None
        for _ in range(SMALLER_CONTEXTS):
            try:
                return await attempt(context)
            except _Refused as error:
                context, refused = error.smaller, error.failed.error
                if error.failed.free:  # said by the endpoint itself, not guessed from an answer that was cut short
                    self.learn(context)
            except EngineTooLong as error:
                raise error from refused
        raise EngineTooLong(tokens=tokens()) from refused

    async def ask(self, ask: Ask, shape: type[Answer], purse: Purse) -> Answer:
        """One question within an attempt."""
        if not purse.affords(self.client.worst(ask)):
            raise EngineTooLong("the sections cost more than was reserved", tokens=self.client.prompt_tokens(ask))
        twice = purse.affords(self.client.worst(ask) + self.client.worst(larger(ask)))
        try:
            return await self.client.answer(ask, shape, purse, twice=twice)
        except CallFailed as failed:
            if not failed.too_long:
                raise
            refused = _Refused(failed, int(SMALLER * self.client.prompt_tokens(ask)))
        raise refused


class _Refused(Exception):
    """The endpoint has no room for a prompt and its answer; `smaller` is a context to try instead, in tokens."""

    def __init__(self, failed: CallFailed, smaller: int) -> None:
        super().__init__(str(failed))
        self.failed, self.smaller = failed, smaller
