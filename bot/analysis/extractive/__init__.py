"""The engine with no model: the author's own key sentences, chosen by what can be seen of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

from bot import __version__
from bot.analysis.engine import AnswerAsk, BriefAsk, ComparisonAsk, Engine, MemoryAsk, Meter, StartOver, SummaryAsk
from bot.analysis.extractive.choice import choose
from bot.analysis.extractive.critique import remarks
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.passage import Passage, take_apart
from bot.analysis.extractive.reaction import reaction
from bot.analysis.extractive.speakers import spoken
from bot.analysis.extractive.support import paired
from bot.analysis.extractive.words import english  # noqa: F401 - most texts are; it loads while a page is read
from bot.models.article import Article
from bot.models.brief import BriefDraft
from bot.models.comparison import ComparisonDraft
from bot.models.discussion import MemoryDraft
from bot.models.money import Usage
from bot.models.summary import Argument, Draft, Options, Signature

if TYPE_CHECKING:
    from bot.analysis.extractive.answering import Texts

__all__ = ["draft", "extractive_engine", "take_apart"]


def extractive_engine() -> Engine:
    """Spends nothing; answers in the articles' own language and words."""
    return Engine(
        summaries=Summaries(), comparisons=Comparisons(), answers=Answers(), memories=Memories(), briefs=Briefs()
    )


class _Free:
    """What its tasks have in common; both work off the event loop, since a long text takes seconds."""

    def signature(self, ask: object) -> Signature:
        """Of its release alone: there is neither a model nor a prompt."""
        # Its rules change with each release, so what an earlier one said is not recalled.
        return Signature(engine="extractive", parameters={"release": __version__})

    def estimate(self, ask: object) -> Usage:
        """Nothing, so that no budget stands in its way."""
        return Usage()


class Summaries(_Free):
    async def draft(self, ask: SummaryAsk, meter: Meter) -> Draft:
        """Made in another thread; nothing is booked on `meter`."""
        return await asyncio.to_thread(draft, ask.article, ask.options, self.signature(ask))


class Comparisons(_Free):
    async def draft(self, ask: ComparisonAsk, meter: Meter) -> ComparisonDraft:
        """Made in another thread; nothing is booked on `meter`."""
        return await asyncio.to_thread(_compared, ask, self.signature(ask))


class Answers(_Free):
    """Keeps `bot.analysis.engine.Talk`. What it reads it takes apart once."""

    def __init__(self) -> None:
        self._texts: Texts | None = None

    def frame(self, options: Options) -> int:
        """There is no prompt."""
        return 0

    async def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        """Sentence by sentence, as soon as all of them are found in another thread."""
        for at, sentence in enumerate(await asyncio.to_thread(self._answered, ask)):
            yield f"\n\n{sentence}" if at else sentence

    def _answered(self, ask: AnswerAsk) -> list[str]:
        from bot.analysis.extractive import answering  # whoever wants a summary should not wait for it

        self._texts = self._texts or answering.Texts()
        return answering.answer(ask, self._texts)


class Memories(_Free):
    async def draft(self, ask: MemoryAsk, meter: Meter) -> MemoryDraft:
        """Made in another thread; nothing is booked on `meter`."""
        return await asyncio.to_thread(_remembered, ask, self.signature(ask))


class Briefs(_Free):
    async def draft(self, ask: BriefAsk, meter: Meter) -> BriefDraft:
        """Made in another thread; nothing is booked on `meter`."""
        return await asyncio.to_thread(_briefed, ask, self.signature(ask))


def _briefed(ask: BriefAsk, signature: Signature) -> BriefDraft:
    from bot.analysis.extractive.briefing import brief  # whoever wants a summary should not wait for it

    return brief(ask.articles, signature)


def _remembered(ask: MemoryAsk, signature: Signature) -> MemoryDraft:
    from bot.analysis.extractive.remembering import remember

    return remember(ask, signature)


def _compared(ask: ComparisonAsk, signature: Signature) -> ComparisonDraft:
    from bot.analysis.extractive.comparing import compare  # whoever wants a summary should not wait for it

    return compare(ask.articles, signature)


def draft(article: Article, options: Options, signature: Signature) -> Draft:
    """The whole of it; pure."""
    passage = take_apart(article)
    choice = choose(passage, options.length)
    quotes = spoken(passage.reading)
    return Draft(
        tldr=_text(passage, choice.tldr),
        thesis=_text(passage, choice.thesis),
        arguments=tuple(_argument(passage, claim, support) for claim, support in paired(passage, choice.points)),
        quotes=tuple(quotes),
        critique=remarks(passage, quotes, options.length),
        reader_reaction=reaction(article, passage.words.language),
        signature=signature,
    )


def _text(passage: Passage, index: int | None) -> str:
    return "" if index is None else passage.lines[index].text


def _argument(passage: Passage, claim: int, support: int | None) -> Argument:
    line = passage.lines[claim]
    return Argument(
        claim=line.text,
        support=_text(passage, support),
        nature=nature(passage, claim),
        paragraphs=(line.paragraph,),
    )
