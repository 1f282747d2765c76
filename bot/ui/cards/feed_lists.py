"""The cards of lists of feeds that come in and go out as files."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.services.follow import Brought
from bot.services.follow.exchange import Line as Row
from bot.services.follow.exchange import Outcome
from bot.ui.asks import Ask, Ids
from bot.ui.cards import feed_parts, parts
from bot.ui.cards.layout import Card
from bot.ui.cards.paging import Line, Section, sheet
from bot.ui.escape import escaped, shortened
from bot.ui.feed_words import why_not_taken

_NAME = 120  # units
_MARKS = {Outcome.FOLLOWED: "✅", Outcome.FOR_ALL: "✅", Outcome.ALREADY: "➖", Outcome.FULL: "⚠️", Outcome.BAD: "⚠️"}
_TAKEN = (Outcome.FOLLOWED, Outcome.FOR_ALL)
_SOON = "-# They are read within the next minutes; `/feed list` shows how they fare"


def feeds_brought(brought: Brought, ids: Ids | None, *, ask_id: int, page: int = 1) -> discord.ui.LayoutView:
    """A page of what became of each line of a file. ask_id: under which the report is kept; 0 when it is not."""
    taken = sum(line.outcome in _TAKEN for line in brought.lines)
    head = f"### {parts.count(taken, 'feed')} of {parts.count(len(brought.lines), 'line')} followed from now on"
    rows = tuple((Line("- ", " ".join(_told(line, brought.limit))),) for line in brought.lines)
    foot = _SOON if taken else "-# Nothing has changed"
    shown = sheet([Section("", rows)], page, beside=(head, foot))
    turns = parts.turns(
        shown, ids if ask_id else None, lambda n: Ask("feed report", {"ask": str(ask_id), "page": str(n)})
    )
    texts = [head, *shown.texts, shown.told(foot)]
    return Card(texts, [turns], colour=feed_parts.COLOUR if taken else feed_parts.CALM)


def feeds_exported(feeds: int, file: str) -> discord.ui.LayoutView:
    """The list as a file of that name, which goes with it."""
    told = f"### {parts.count(feeds, 'feed')} as OPML\n-# Other readers take it as it is, and so does `/feed import`"
    return Card([told], colour=feed_parts.COLOUR, file=file)


def _told(line: Row, limit: int) -> Iterator[str]:
    yield f"{_MARKS[line.outcome]} line {line.number}:"
    yield shortened(escaped(line.name), _NAME) or "an outline"
    match line.outcome:
        case Outcome.FOR_ALL:
            yield "· for all channels: the one that it names is not here"
        case Outcome.ALREADY:
            yield "· followed already"
        case Outcome.FULL:
            yield f"· left out: a server may follow {limit}"
        case Outcome.BAD:
            yield f"· not taken: {escaped(why_not_taken(line.reason))}"
