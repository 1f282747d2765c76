"""Summaries over an OpenAI-compatible endpoint: an article at once, or part by part."""

from __future__ import annotations

import asyncio
import math

from bot.analysis.engine import Meter, SummaryAsk
from bot.analysis.llm.answers import SummaryAnswer
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import Questions
from bot.analysis.llm.sections import numbered, sections
from bot.analysis.prompts import Prompt
from bot.errors import EngineTooLong, PromptChanged
from bot.models.article import Article
from bot.models.money import Usage, total
from bot.models.summary import Argument, Draft, Quote, Remark, Signature

# A dozen answers of a minute each are done before Discord forgets who asked (15 minutes).
MOST_SECTIONS = 12
LEAST_ROOM = 200  # tokens of text in a section; with less, instructions are all that is sent
CHARACTERS_A_TOKEN = 5  # of English prose, and fewer of everything else
FILLED = 0.75  # of a section's room, at least, when paragraphs are not huge
FEWER_NOTES = (8, 3, 2, 1, 0)


class LlmSummaries:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._client, self._tokens = desk, desk.client, desk.tokens

    def signature(self, ask: SummaryAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt(ask))

    def estimate(self, ask: SummaryAsk) -> Usage:
        """The most that `draft` spends: every answer asked for twice, the second time at twice the length.

        Where a server may turn out to have a smaller context, that much again for more and smaller sections.
        """
        try:
            return self._most(self._questions(ask))
        except PromptChanged:
            return Usage()  # nothing will be asked

    def _most(self, questions: Questions) -> Usage:
        context = self._desk.context
        if not _is_readable(questions.article, context):
            return Usage()
        text = self._tokens.count(questions.article.text)
        if text <= context and self._client.prompt_tokens(whole := questions.whole()) <= context:
            return self._desk.worst_of_answer(whole)
        part, together = questions.part("", 1, 1), questions.together([], 0)
        room = max(self._client.room(part, context), LEAST_ROOM)
        parts = min(MOST_SECTIONS, math.ceil(text / (FILLED * room)) + 1)
        each = self._desk.worst_of_answer(part, prompt=context)
        return total([*[each] * parts, self._desk.worst_of_answer(together, prompt=context)])

    async def draft(self, ask: SummaryAsk, meter: Meter) -> Draft:
        """Raises EngineError, NoSuchPrompt."""
        questions = self._questions(ask)
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        answer = await self._desk.answer(
            lambda context: self._answer_within(context, questions, purse), lambda: self._tokens.count(ask.article.text)
        )
        return _draft(answer, ask.article, self.signature(ask))

    async def _answer_within(self, context: int, questions: Questions, purse: Purse) -> SummaryAnswer:
        plan = await asyncio.to_thread(self._plan, questions, context)
        answers = [await self._desk.ask(ask, SummaryAnswer, purse) for ask in plan]
        if len(plan) == 1:
            return answers[0]
        return await self._desk.ask(self._together(questions, answers, context), SummaryAnswer, purse)

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

    def _questions(self, ask: SummaryAsk) -> Questions:
        prompt = self._prompt(ask)
        return Questions(
            prompt=prompt, parameters=self._desk.parameters(prompt), article=ask.article, options=ask.options
        )

    def _prompt(self, ask: SummaryAsk) -> Prompt:
        return self._desk.prompt(ask.options.prompt or "summarize", schema="summary")


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
