"""What the cards of feeds share: a feed's name, its place, its words, its latest entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import discord

from bot.models.feed import Entry, Followed
from bot.ui.escape import escaped, link, shortened

COLOUR = discord.Colour(0x2ECC71)
CALM = discord.Colour(0x99AAB5)
ALL_CHANNELS = "all channels without feeds of their own"
TITLE, ADDRESS = 90, 300  # units of a title before it is escaped, and of the address behind it
_WORDS = 200  # units
_AUTHORS = 80


def named(one: Followed) -> str:
    """Its title, linked; its address where it has none."""
    return linked(one.title, one.url)


def linked(title: str, url: str) -> str:
    """A feed's title, linked; its address where it has none."""
    return link(title, url, TITLE, ADDRESS) or shortened(escaped(url), 2 * TITLE)


def place(channel_id: int) -> str:
    """For whose digest it is."""
    return f"<#{channel_id}> only" if channel_id else ALL_CHANNELS


def words(one: Followed) -> Iterator[str]:
    """By which entries are let through, or left out."""
    for says, given in (("Only with", one.include), ("Not with", one.exclude)):
        if told := ", ".join(filter(None, map(escaped, given))):
            yield f"{says}: {shortened(told, _WORDS)}"


def latest(entries: Iterable[Entry]) -> str:
    """`- The harbour is not for sale · Ada Example · 2 hours ago`."""
    told = [f"- {' · '.join(_entry(entry))}" for entry in entries]
    return "\n".join(["**The latest**", *told]) if told else "It has no entries yet."


def _entry(entry: Entry) -> Iterator[str]:
    yield link(entry.title, entry.url, TITLE, ADDRESS) or "Untitled"
    if authors := shortened(escaped(", ".join(entry.authors)), _AUTHORS):
        yield authors
    if entry.published:
        yield discord.utils.format_dt(entry.published, "R")
