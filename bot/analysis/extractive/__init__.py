"""The engine with no model: the author's own key sentences, chosen by what can be seen of them."""

from __future__ import annotations

import asyncio

from bot.analysis.engine import Meter
from bot.analysis.extractive.choice import choose
from bot.analysis.extractive.critique import critique
from bot.analysis.extractive.language import language_of
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.reaction import reaction
from bot.analysis.extractive.reading import read
from bot.analysis.extractive.regions import voices
from bot.analysis.extractive.signals import signals
from bot.analysis.extractive.speakers import spoken
from bot.models.article import Article
from bot.models.money import Usage
from bot.models.summary import Argument, Draft, Options, Signature

__all__ = ["ExtractiveEngine", "draft"]


class ExtractiveEngine:
    """Keeps `bot.analysis.engine.Engine`; spends nothing, answers in the article's own language and words."""

    def signature(self, options: Options) -> Signature:
        return Signature(engine="extractive")

    def estimate(self, article: Article, options: Options) -> Usage:
        return Usage()

    async def summarize(self, article: Article, options: Options, meter: Meter) -> Draft:
        """Off the event loop: a long text takes seconds."""
        return await asyncio.to_thread(draft, article, options, self.signature(options))


def draft(article: Article, options: Options, signature: Signature) -> Draft:
    """The whole of it, in one pass; pure."""
    language = language_of(article)
    reading = read(article, language)
    whose = voices(reading)
    seen = signals(reading, whose)
    choice = choose(reading, seen, options.length)
    lines = reading.lines
    return Draft(
        tldr=lines[choice.tldr].text if choice.tldr >= 0 else "",
        thesis=lines[choice.thesis].text if choice.thesis >= 0 else "",
        arguments=tuple(
            Argument(claim=lines[i].text, support="", nature=nature(seen[i]), paragraphs=(lines[i].paragraph,))
            for i in choice.points
        ),
        quotes=tuple(spoken(reading)),
        critique=critique(reading, whose, options.length),
        reader_reaction=reaction(article, language),
        signature=signature,
    )
