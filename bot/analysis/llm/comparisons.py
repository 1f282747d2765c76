"""Comparisons over an OpenAI-compatible endpoint: all articles in one question, the long ones shortened."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.analysis.engine import ComparisonAsk, Meter
from bot.analysis.llm.comparison_answer import ComparisonAnswer
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.key_paragraphs import key_paragraphs, shares
from bot.analysis.llm.purse import Purse
from bot.analysis.llm.questions import about, ask_of
from bot.analysis.llm.sections import numbered
from bot.analysis.prompts import Prompt
from bot.errors import EngineTooLong, PromptChanged
from bot.models.article import Article
from bot.models.comparison import ComparisonDraft, Quoted
from bot.models.money import Usage
from bot.models.summary import Signature

LEAST_ROOM = 300  # tokens of each article; with less, an author would not be heard
MOST_CHARACTERS = 1_000_000  # of all articles; beyond, counting their tokens takes too long


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """An article as the prompt shows it."""

    about: str
    text: str
    is_shortened: bool = False


class LlmComparisons:
    """Keeps `bot.analysis.engine.Task`."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._client, self._tokens = desk, desk.client, desk.tokens

    def signature(self, ask: ComparisonAsk) -> Signature:
        """The model, the prompt and what is sent with it. Raises NoSuchPrompt."""
        return self._desk.signature(self._prompt(ask))

    def estimate(self, ask: ComparisonAsk) -> Usage:
        """One answer, asked for twice, the second time at twice the length; a prompt never fills more than a context.

        Where a server may turn out to have a smaller context, once more with the articles shortened.
        """
        if not _is_countable(ask):
            return Usage()  # nothing will be asked
        try:
            whole = self._whole(ask)
        except PromptChanged:
            return Usage()
        prompt = min(self._client.prompt_tokens(whole), self._desk.context)
        return self._desk.worst_of_answer(whole, prompt=prompt)

    async def draft(self, ask: ComparisonAsk, meter: Meter) -> ComparisonDraft:
        """Raises EngineError, NoSuchPrompt."""
        signature = self.signature(ask)
        purse = Purse(meter, await asyncio.to_thread(self.estimate, ask))
        answer = await self._desk.answer(lambda context: self._answer_within(context, ask, purse), lambda: _length(ask))
        quoted = await asyncio.to_thread(_quoted, ask.articles) if answer.comparable else ()
        return replace(answer.draft(signature), quoted=quoted)

    async def _answer_within(self, context: int, ask: ComparisonAsk, purse: Purse) -> ComparisonAnswer:
        question = await asyncio.to_thread(self._fitting, ask, context)
        return await self._desk.ask(question, ComparisonAnswer, purse)

    def _fitting(self, ask: ComparisonAsk, context: int) -> Ask:
        """The articles as whole as the context lets them be. Raises EngineTooLong."""
        if not _is_countable(ask):
            raise EngineTooLong(tokens=_length(ask))
        whole = self._whole(ask)
        if self._client.prompt_tokens(whole) <= context:
            return whole
        sizes = [self._tokens.count("\n".join(numbered(article.paragraphs))) for article in ask.articles]
        room = self._client.room(self._question(ask, [_shown(article, []) for article in ask.articles]), context)
        given = shares(sizes, room)
        if min(given) < min(LEAST_ROOM, *sizes):
            raise EngineTooLong(tokens=sum(sizes))
        return self._question(ask, [self._shown(*each) for each in zip(ask.articles, sizes, given, strict=True)])

    def _shown(self, article: Article, size: int, room: int) -> _Shown:
        if size <= room:
            return _shown(article, numbered(article.paragraphs))
        lines = key_paragraphs(article, room, self._tokens.count)
        if not lines:
            raise EngineTooLong(tokens=size)
        return replace(_shown(article, lines), is_shortened=True)

    def _whole(self, ask: ComparisonAsk) -> Ask:
        return self._question(ask, [_shown(article, numbered(article.paragraphs)) for article in ask.articles])

    def _question(self, ask: ComparisonAsk, shown: Sequence[_Shown]) -> Ask:
        prompt = self._prompt(ask)
        messages = prompt.render(articles=shown, language=ask.options.language)
        return ask_of(messages, self._desk.parameters(prompt), ComparisonAnswer)

    def _prompt(self, ask: ComparisonAsk) -> Prompt:
        return self._desk.prompt(ask.options.prompt or "compare", schema="comparison")


def _shown(article: Article, lines: Sequence[str]) -> _Shown:
    return _Shown(about=about(article), text="\n".join(lines))


def _length(ask: ComparisonAsk) -> int:
    return sum(len(article.text) for article in ask.articles)


def _is_countable(ask: ComparisonAsk) -> bool:
    return _length(ask) <= MOST_CHARACTERS


def _quoted(articles: Sequence[Article]) -> tuple[Quoted, ...]:
    """Whom each quotes is a matter of the texts, not of the model."""
    from bot.analysis.extractive.comparing.people import quoted
    from bot.analysis.extractive.comparing.sides import beside
    from bot.analysis.extractive.passage import take_apart

    return quoted(beside([take_apart(article) for article in articles]))
