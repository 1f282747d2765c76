"""The card of what a server follows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import discord

from bot.models.feed import Followed, Health
from bot.ui.asks import Ask, Ids
from bot.ui.cards import feed_parts, parts
from bot.ui.cards.layout import Card
from bot.ui.cards.paging import Line, Point, Section, sheet
from bot.ui.escape import escaped, shortened
from bot.ui.sentences import words_for

_PAUSED = "⏸️"
_MARKS = {Health.WELL: "🟢", Health.NEW: "⚪", Health.FAILING: "🟠", Health.GONE: "🔴"}
_KEY = "🟢 well · ⚪ not read yet · 🟠 fails · 🔴 gone · ⏸️ paused"
_TROUBLE = 400  # units


def feeds(
    followed: Sequence[Followed], ids: Ids | None, *, gone: Collection[int] = (), page: int = 1
) -> discord.ui.LayoutView:
    """A page of all that is followed, by channel, and how each fares. gone: channels that are not there any more."""
    if not followed:
        none = "**No feeds here yet.** `/feed add` follows one, `/feed import` a list of them."
        return Card([none], colour=feed_parts.CALM)
    head, foot = f"### {parts.count(len(followed), 'feed')}", f"-# {_KEY}"
    shown = sheet(tuple(_by_channel(followed, gone)), page, beside=(head, foot))
    turns = parts.turns(shown, ids, lambda n: Ask("feed list", {"page": str(n)}))
    return Card([head, *shown.texts, shown.told(foot)], [turns], colour=feed_parts.COLOUR)


def _by_channel(followed: Sequence[Followed], gone: Collection[int]) -> Iterator[Section]:
    for channel_id in dict.fromkeys(one.channel_id for one in followed):
        here = tuple(_row(one) for one in followed if one.channel_id == channel_id)
        yield Section(f"**{_called(channel_id, gone)}**", here)


def _called(channel_id: int, gone: Collection[int]) -> str:
    if not channel_id:
        return feed_parts.ALL_CHANNELS.capitalize()
    return "A channel that is gone" if channel_id in gone else f"For <#{channel_id}> only"


def _row(one: Followed) -> Point:
    mark = _PAUSED if one.is_paused else _MARKS[one.health]
    small = (" · ".join(_facts(one)), *feed_parts.words(one), *_trouble(one))
    return (Line("- ", f"{mark} {feed_parts.named(one)}"), *(Line("-# ", said) for said in small))


def _facts(one: Followed) -> Iterator[str]:
    yield f"\\#{one.id}"
    if one.last_entry_at:
        yield f"last entry {discord.utils.format_dt(one.last_entry_at, 'R')}"
    elif one.polled_at:
        yield "no entries yet"
    if one.next_poll_at and not one.is_paused and one.health is not Health.GONE:
        yield f"read next {discord.utils.format_dt(one.next_poll_at, 'R')}"


def _trouble(one: Followed) -> Iterator[str]:
    """`First failed 2 days ago: gazette.test cannot be reached; open the site in a browser: it may have moved.`"""
    if one.health not in (Health.FAILING, Health.GONE):
        return
    kind, facts = one.failure or ("", {})
    first = f"First failed {discord.utils.format_dt(one.failing_since, 'R')}: " if one.failing_since else ""
    yield first + shortened(escaped(words_for("feed-trouble", {**facts, "failure": kind})), _TROUBLE)
