"""Several articles in one question: as whole as a context lets them be, the long ones shortened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.analysis.llm.desk import Desk
from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.key_paragraphs import key_paragraphs, shares
from bot.analysis.llm.questions import about
from bot.analysis.llm.sections import numbered
from bot.errors import EngineTooLong, PromptChanged
from bot.models.article import Article
from bot.models.money import Usage

LEAST_ROOM = 300  # tokens of each article; with less, an author would not be heard
MOST_CHARACTERS = 1_000_000  # of all articles; beyond, counting their tokens takes too long


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """An article as the prompt shows it."""

    about: str
    text: str
    is_shortened: bool = False


Question = Callable[[Sequence[Shown]], Ask]


class Several:
    """What tasks about several articles share."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._client, self._tokens = desk, desk.client, desk.tokens

    def estimate(self, articles: Sequence[Article], question: Question) -> Usage:
        """One answer, asked for twice, the second time at twice the length; a prompt never fills more than a context.

        Where a server may turn out to have a smaller context, once more with the articles shortened.
        """
        if not _is_countable(articles):
            return Usage()  # nothing will be asked
        try:
            whole = question(_whole(articles))
        except PromptChanged:
            return Usage()
        prompt = min(self._client.prompt_tokens(whole), self._desk.context)
        return self._desk.worst_of_answer(whole, prompt=prompt)

    def fitting(self, articles: Sequence[Article], question: Question, context: int) -> Ask:
        """The question within `context` tokens. Raises EngineTooLong, PromptChanged."""
        if not _is_countable(articles):
            raise EngineTooLong(tokens=length(articles))
        whole = question(_whole(articles))
        if self._client.prompt_tokens(whole) <= context:
            return whole
        sizes = [self._tokens.count("\n".join(numbered(article.paragraphs))) for article in articles]
        room = self._client.room(question([_shown(article, []) for article in articles]), context)
        given = shares(sizes, room)
        if min(given) < min(LEAST_ROOM, *sizes):
            raise EngineTooLong(tokens=sum(sizes))
        return question([self._shortened(*each) for each in zip(articles, sizes, given, strict=True)])

    def _shortened(self, article: Article, size: int, room: int) -> Shown:
        if size <= room:
            return _shown(article, numbered(article.paragraphs))
        lines = key_paragraphs(article, room, self._tokens.count)
        if not lines:
            raise EngineTooLong(tokens=size)
        return replace(_shown(article, lines), is_shortened=True)


def length(articles: Sequence[Article]) -> int:
    """Characters of all bodies together."""
    return sum(len(article.text) for article in articles)


def _whole(articles: Sequence[Article]) -> list[Shown]:
    return [_shown(article, numbered(article.paragraphs)) for article in articles]


def _shown(article: Article, lines: Sequence[str]) -> Shown:
    return Shown(about=about(article), text="\n".join(lines))


def _is_countable(articles: Sequence[Article]) -> bool:
    return length(articles) <= MOST_CHARACTERS
