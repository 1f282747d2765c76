"""A feed in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType

from bot.cli.terminal import blank_between, label, plain, print_part
from bot.models.feed import Entry, Feed, FeedLinks


def print_feed(feed: Feed) -> None:
    """Its title, and its entries in its order."""
    address = feed.site or feed.url
    head = Group(plain(feed.title or "Untitled", "bold"), *([plain(address, "dim")] if address else []))
    entries = [Group(*_lines(entry)) for entry in feed.entries] or [Group(plain("There are no entries."))]
    for part in blank_between([head, *entries]):
        print_part(part, wraps_itself=True)


def print_links(found: FeedLinks) -> None:
    """The feeds of a page, to choose from."""
    count = len(found.links)
    print_part(
        label("This page names a feed:" if count == 1 else f"This page names {count} feeds; choose one of them:")
    )
    for link in found.links:
        print_part(plain(f"{link.url}  {link.title}".strip()), wraps_itself=True)


def _lines(entry: Entry) -> Iterator[RenderableType]:
    yield plain(entry.title or entry.summary or "Untitled")
    at = f"{entry.published:%Y-%m-%d %H:%M} UTC" if entry.published else ""
    said = " · ".join(filter(None, (at, ", ".join(entry.authors))))
    yield from (plain(line, "dim") for line in (said, entry.url) if line)
