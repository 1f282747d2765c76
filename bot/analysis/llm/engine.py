"""The engine over an OpenAI-compatible endpoint."""

from __future__ import annotations

import asyncio
import math

from bot.analysis.engine import Meter
from bot.analysis.llm.answers import SummaryAnswer
from bot.analysis.llm.client import ChatClient, larger
from bot.analysis.llm.dialect import Ask, Parameter
from bot.analysis.llm.failures import CallFailed
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import Questions
from bot.analysis.llm.sections import numbered, sections
from bot.analysis.prompts import Prompt, Prompts
from bot.analysis.tokens import Tokens
from bot.errors import EngineError, EngineTooLong, PromptChanged
from bot.models.article import Article
from bot.models.money import Usage, total
from bot.models.summary import Argument, Draft, Options, Quote, Remark, Signature

# A dozen answers of a minute each are done before Discord forgets who asked (15 minutes).
MOST_SECTIONS = 12
LEAST_ROOM = 200  # tokens of text in a section; with less, instructions are all that is sent
CHARACTERS_A_TOKEN = 5  # of English prose, and fewer of everything else
FILLED = 0.75  # of a section's room, at least, when paragraphs are not huge
FEWER_NOTES = (8, 3, 2, 1, 0)
SMALLER_CONTEXTS = 5  # how often a refusal may make us believe in a smaller context
LEAST_CONTEXT = 500  # tokens; what a refusal can make us believe at worst, for all articles to come
SMALLER = 0.6  # of the prompt that was refused; leaves room for the answer as well


class LlmEngine:
    """Keeps the engine's protocol.

    context_tokens: the most of a prompt; reasoning_effort: the operator's, "" for the prompt's own.
    """

    def __init__(
        self, client: ChatClient, prompts: Prompts, tokens: Tokens, *, model: str, context_tokens: int,
        reasoning_effort: str = "",
    ) -> None:  # fmt: skip
        self._client, self._prompts, self._tokens = client, prompts, tokens
        self._model, self._context, self._effort = model, context_tokens, reasoning_effort

    def signature(self, options: Options) -> Signature:
        """What is wanted of the endpoint; what it turns out not to understand is left out when it is asked."""
        prompt = self._prompt(options)
        return Signature(engine="openai", model=self._model, prompt=prompt.id, parameters=self._parameters(prompt))

    def estimate(self, article: Article, options: Options) -> Usage:
        """The most that `summarize` spends: every answer asked for twice, the second time at twice the length.

        Where a server may turn out to have a smaller context, that much again for more and smaller sections.
        """
        try:
            return self._most(self._questions(article, options))
        except PromptChanged:
            return Usage()  # nothing will be asked

    def _most(self, questions: Questions) -> Usage:
        if not _is_readable(questions.article, self._context):
            return Usage()
        text = self._tokens.count(questions.article.text)
        if text <= self._context and self._client.prompt_tokens(whole := questions.whole()) <= self._context:
            return self._worst_of_answer(whole)
        part, together = questions.part("", 1, 1), questions.together([], 0)
        room = max(self._client.room(part, self._context), LEAST_ROOM)
        parts = min(MOST_SECTIONS, math.ceil(text / (FILLED * room)) + 1)
        each = self._worst_of_answer(part, prompt=self._context)
        return total([*[each] * parts, self._worst_of_answer(together, prompt=self._context)])

    async def summarize(self, article: Article, options: Options, meter: Meter) -> Draft:
        """Draft a summary. Raises EngineError, NoSuchPrompt."""
        questions = self._questions(article, options)
        try:
            most = await asyncio.to_thread(self.estimate, article, options)
            answer = await self._answer(questions, Purse(meter, most))
        except CallFailed as failed:
            error = failed.error
        except PromptChanged as broken:
            raise EngineError(f"{broken.facts['prompt']}: {broken.facts['reason']}") from broken
        else:
            return _draft(answer, article, self.signature(options))
        raise error

    async def _answer(self, questions: Questions, purse: Purse) -> SummaryAnswer:
        """The answer, in smaller sections each time that the endpoint finds the prompt too long."""
        context, refused = self._context, None
        for _ in range(SMALLER_CONTEXTS):
            try:
                return await self._answer_within(context, questions, purse)
            except _Refused as error:
                context, refused = error.smaller, error.failed.error
                if error.failed.free:  # said by the endpoint itself, not guessed from an answer that was cut short
                    self._context = min(self._context, max(context, LEAST_CONTEXT))
            except EngineTooLong as error:
                raise error from refused
        raise EngineTooLong(tokens=self._tokens.count(questions.article.text)) from refused

    async def _answer_within(self, context: int, questions: Questions, purse: Purse) -> SummaryAnswer:
        plan = await asyncio.to_thread(self._plan, questions, context)
        answers = [await self._ask(ask, purse) for ask in plan]
        return answers[0] if len(plan) == 1 else await self._ask(self._together(questions, answers, context), purse)

    async def _ask(self, ask: Ask, purse: Purse) -> SummaryAnswer:
        if not purse.affords(self._client.worst(ask)):
            raise EngineTooLong("the sections cost more than was reserved", tokens=self._client.prompt_tokens(ask))
        twice = purse.affords(self._client.worst(ask) + self._client.worst(larger(ask)))
        try:
            return await self._client.answer(ask, SummaryAnswer, purse, twice=twice)
        except CallFailed as failed:
            if not failed.too_long:
                raise
            refused = _Refused(failed, int(SMALLER * self._client.prompt_tokens(ask)))
        raise refused

    def _plan(self, questions: Questions, context: int) -> tuple[Ask, ...]:
        """The article in one question if that fits the context, else in several. Raises EngineTooLong."""
        paragraphs = questions.article.paragraphs
        if not _is_readable(questions.article, context):
            raise EngineTooLong(tokens=sum(map(len, paragraphs)) // CHARACTERS_A_TOKEN)
        whole = questions.whole()
        if self._client.prompt_tokens(whole) <= context:
            return (whole,)
        room = self._client.room(questions.part("", 1, 1), context)
        texts = sections(numbered(paragraphs), room, self._tokens.count) if room >= LEAST_ROOM else []
        if not 0 < len(texts) <= MOST_SECTIONS:
            raise EngineTooLong(tokens=self._client.prompt_tokens(whole))
        return tuple(questions.part(text, n, len(texts)) for n, text in enumerate(texts, 1))

    def _together(self, questions: Questions, answers: list[SummaryAnswer], context: int) -> Ask:
        for most in FEWER_NOTES:
            ask = questions.together(answers, most)
            if self._client.prompt_tokens(ask) <= context:
                return ask
        raise EngineTooLong(tokens=self._client.prompt_tokens(ask))

    def _worst_of_answer(self, ask: Ask, *, prompt: int | None = None) -> Usage:
        worst = self._client.worst(ask, prompt=prompt)
        spare = [worst] if self._client.context_may_be_smaller else []
        return total([worst, self._client.worst(larger(ask), prompt=prompt), *spare])

    def _questions(self, article: Article, options: Options) -> Questions:
        prompt = self._prompt(options)
        return Questions(prompt=prompt, parameters=self._parameters(prompt), article=article, options=options)

    def _prompt(self, options: Options) -> Prompt:
        return self._prompts.get(options.prompt or "summarize", schema="summary")

    def _parameters(self, prompt: Prompt) -> dict[str, Parameter]:
        given = prompt.parameters.given()
        return given | {"reasoning_effort": self._effort} if self._effort else given


class _Refused(Exception):
    """The endpoint has no room for a prompt and its answer; `smaller` is a context to try instead, in tokens."""

    def __init__(self, failed: CallFailed, smaller: int) -> None:
        super().__init__(str(failed))
        self.failed, self.smaller = failed, smaller


def _is_readable(article: Article, context: int) -> bool:
    """Whether the article may fit the sections that there can be; spares us from counting what surely does not."""
    return sum(map(len, article.paragraphs)) <= MOST_SECTIONS * context * CHARACTERS_A_TOKEN


def _draft(answer: SummaryAnswer, article: Article, signature: Signature) -> Draft:
    return Draft(
        tldr=answer.tldr or answer.thesis,
        thesis=answer.thesis,
        arguments=tuple(
            Argument(claim=a.claim, support=a.support, nature=a.nature, paragraphs=tuple(a.paragraphs))
            for a in answer.arguments
        ),
        quotes=tuple(Quote(text=q.text, speaker=q.speaker, paragraph=q.paragraph) for q in answer.quotes),
        critique=tuple(Remark(text=r.text, paragraphs=tuple(r.paragraphs)) for r in answer.critique),
        reader_reaction=answer.reader_reaction if article.comments else "",
        signature=signature,
    )
