"""Pure: from what the services answer to a layout that Discord accepts.

A card never exceeds Discord's limits (4,000 characters of text, 40 components: Discord's documentation, August 2026).
What does not fit is left out by whole points, and said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import discord

from bot.models.article import Article
from bot.models.summary import Argument, Quote
from bot.services.summarize import Summarized
from bot.ui import phrases
from bot.ui.escape import escaped, length, link, shortened
from bot.ui.sentences import fallback_sentence

TEXT_LIMIT = 4_000
POINT_LIMIT = 600  # units of one point, so that one endless sentence does not drive out all others


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over points; the points go first when room is short, the last ones before the others."""

    heading: str
    points: tuple[str, ...]
    noun: str

    def fitted(self, room: int) -> str:
        """As many points as `room` holds, and how many it does not; "" when not even one fits."""
        for count in range(len(self.points), 0, -1):
            left_out = len(self.points) - count
            lines = [self.heading, *self.points[:count], *([f"-# {left_out} more {self.noun}"] if left_out else [])]
            if length(text := "\n".join(lines)) <= room:
                return text
        return ""


def summary(answer: Summarized) -> discord.ui.LayoutView:
    """The card of a summary."""
    head, foot = _head(answer.article), "\n".join(f"-# {line}" for line in _footer(answer))
    room = TEXT_LIMIT - length(head) - length(foot) - length(_LEFT_OUT)
    texts: list[str] = []
    left_out = False
    for section in _sections(answer):
        text = section.fitted(room)
        left_out = left_out or not text
        if text:
            texts.append(text)
            room -= length(text)
    return _layout([head, *texts, foot + (_LEFT_OUT if left_out else "")])


_LEFT_OUT = "\n-# Not everything fits on this card; ask again with length: short"


def _layout(texts: Iterable[str]) -> discord.ui.LayoutView:
    container: discord.ui.Container[discord.ui.LayoutView] = discord.ui.Container(
        accent_colour=discord.Colour.blurple()
    )
    for n, text in enumerate(texts):
        if n:
            container.add_item(discord.ui.Separator())
        container.add_item(discord.ui.TextDisplay(text))
    view = discord.ui.LayoutView(timeout=None)
    view.add_item(container)
    return view


def _head(article: Article) -> str:
    outlet = escaped(shortened(phrases.kind_and_outlet(article), 120))
    title = link(shortened(article.title or "Untitled", 250), article.canonical_url or article.url)
    byline = escaped(shortened(phrases.author_day_and_length(article), 300))
    return "\n".join(filter(None, (f"-# {outlet}" if outlet else "", f"### {title}", byline)))


def _sections(answer: Summarized) -> Iterator[Section]:
    article, said = answer.article, answer.summary
    yield Section("**In short**", (_point(said.tldr),), "")
    if said.thesis:
        yield Section("**The author claims**", (_point(said.thesis),), "")
    if said.arguments:
        yield Section("**On these grounds**", tuple(map(_argument, said.arguments)), "arguments")
    if said.quotes:
        yield Section("**In their words**", tuple(map(_quote, said.quotes)), "quotations")
    if said.critique:
        yield Section("**What a critic would ask**", tuple(f"- {_point(str(r))}" for r in said.critique), "questions")
    if article.comments:
        yield Section(f"**Readers ({len(article.comments)})**", (_point(said.reader_reaction),), "")


def _point(text: str) -> str:
    return shortened(escaped(text), POINT_LIMIT)


def _argument(argument: Argument) -> str:
    support = f"\n-# {_point(argument.support)}" if argument.support else ""
    return f"- {_point(argument.claim)} *{argument.nature.value}* {phrases.cited(argument.paragraphs[:10])}{support}"


def _quote(quote: Quote) -> str:
    speaker = f" {shortened(escaped(quote.speaker), 100)}" if quote.speaker else ""
    return f"- “{_point(quote.text)}”{speaker} ¶{quote.paragraph}"


def _footer(answer: Summarized) -> Iterator[str]:
    said = answer.summary
    made = phrases.made_by(said.signature, answer.usage, cached=answer.cached)
    yield escaped(shortened(" · ".join((made, *phrases.checked(said.grounding))), 500))
    if answer.earlier:
        yield f"A later edition than the one first read {discord.utils.format_dt(answer.earlier, 'R')}"
    if said.fallback:
        yield escaped(shortened(fallback_sentence(said.fallback), 300))


def failure(sentence: str, incident: str) -> discord.ui.LayoutView:
    """One sentence, and the id that the log has."""
    return _layout([f"{shortened(escaped(sentence), 1_000)}\n-# {incident}"])
