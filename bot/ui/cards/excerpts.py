"""Parts of a summary on cards of their own: its quotations, its critique, and what opens a discussion."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import discord

from bot.models.summary import Argument
from bot.services.summarize import Summarized
from bot.ui import phrases
from bot.ui.asks import Ids
from bot.ui.cards import parts
from bot.ui.cards.layout import Card
from bot.ui.cards.paging import Section, sheet
from bot.ui.cards.summaries import about
from bot.ui.escape import escaped, shortened

_HOW_TO_ASK = (
    "**Ask me about it here:** reply to one of my messages, mention me, or use `/ask`. I answer from the text and say"
    " in which paragraph it stands; a link in your question is read too.\n-# Discord shows me only what mentions me or"
    " replies to me with its ping on: what you say to each other, I do not see. I remember what we talked about;"
    " `/context show` shows what."
)
_BEST = 3  # points that open a discussion
_POINT = 350  # units of each of them
_CITED = 9  # paragraphs that each of them names


def quotes(answer: Summarized, ids: Ids | None, *, page: int = 1) -> discord.ui.LayoutView:
    """Everybody's words, as they stand in the article."""
    sections = parts.section("**In their words**", map(parts.quotation, answer.summary.quotes))
    return _excerpt(
        answer, ids, "quotes", page, sections, "Each stands in the article word for word; ¶ is its paragraph"
    )


def critique(answer: Summarized, ids: Ids | None, *, page: int = 1) -> discord.ui.LayoutView:
    """What a careful reader would ask the author."""
    sections = parts.section("**What a critic would ask**", map(parts.remark, answer.summary.critique))
    return _excerpt(
        answer, ids, "critique", page, sections, "Seen in the text itself; ¶ is the paragraph. No facts were checked"
    )


def _excerpt(
    answer: Summarized, ids: Ids | None, use: str, page: int, sections: Iterable[Section], explained: str
) -> discord.ui.LayoutView:
    head, foot = parts.head(answer.article), parts.small([explained])
    shown = sheet(tuple(sections), page, beside=(head, foot))
    texts = shown.texts or ("There are none in this summary.",)
    turns = parts.turns(shown, ids, lambda n: about(answer, use, page=str(n)))
    rows = [[*parts.original(answer.article), *turns]]
    return Card([head, *texts, shown.told(foot)], rows, colour=parts.COLOURS[answer.article.kind])


def essence(answer: Summarized) -> discord.ui.LayoutView:
    """What a discussion opens with: the article, its thesis, its three best points, and how to ask."""
    said = answer.summary
    thesis = shortened(escaped(said.thesis or said.tldr), 2 * _POINT)
    texts = [
        parts.head(answer.article),
        f"**The author claims**\n{thesis}" if thesis else "",
        "\n".join(_best(said.arguments)),
        _HOW_TO_ASK,
    ]
    rows = [list(parts.original(answer.article))]
    return Card(list(filter(None, texts)), rows, colour=parts.COLOURS[answer.article.kind])


def _best(arguments: Sequence[Argument]) -> Iterator[str]:
    """Those with support before those without, in the author's order."""
    seen = [argument for argument in arguments if escaped(argument.claim)]
    ranked = sorted(range(len(seen)), key=lambda n: not seen[n].support)
    for argument in (seen[n] for n in sorted(ranked[:_BEST])):
        cited = phrases.cited(argument.paragraphs[:_CITED])
        yield f"- {shortened(escaped(argument.claim), _POINT)} *{argument.nature.value}* {cited}".rstrip()
    if left := ranked[_BEST:]:
        yield f"\n-# {parts.count(len(left), 'more argument')} on the card"
