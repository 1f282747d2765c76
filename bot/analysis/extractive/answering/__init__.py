"""Answers without a model: the sentences of authors and members that come nearest to a question, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.engine import AnswerAsk
from bot.analysis.extractive.answering.asked import read_question
from bot.analysis.extractive.answering.choice import choose
from bot.analysis.extractive.answering.texts import Said, Texts, members
from bot.analysis.extractive.answering.wording import authored, spoken, worded
from bot.analysis.extractive.language import language_of_words
from bot.analysis.lines import speaker
from bot.models.discussion import Context

__all__ = ["Texts", "answer"]


def answer(ask: AnswerAsk, texts: Texts) -> list[str]:
    """Its sentences, in order; one that says that there is none when nothing is near enough."""
    context = ask.context
    asked = read_question(context, members(context))
    chosen = choose(asked, texts.of_articles(context), texts.of_people(context), context)
    language = ask.options.language.split("-")[0].lower() or _language(context)
    opening = [] if chosen.is_sure else [worded("NEAREST" if chosen.sentences else "UNSAID", language=language)]
    return [*opening, *_told(chosen.sentences, context, language)]


def _told(sentences: Sequence[Said], context: Context, language: str) -> Iterator[str]:
    articles = {standing.n: standing.article for standing in context.articles}
    for said in sentences:
        if said.n:
            yield authored(said, articles[said.n], language)
        else:
            yield spoken(said, speaker(said.person) if said.person else "", language)


def _language(context: Context) -> str:
    article = context.articles[-1].article.language if context.articles else ""
    return language_of_words(context.question.text, article)
