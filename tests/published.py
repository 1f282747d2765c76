"""Entries that feeds have published, put into a store as polling does it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.models.story import StoryEntry
from bot.store.database import Store
from bot.store.entries import NewEntry

MORNING = datetime(2026, 11, 24, 6, 0, tzinfo=UTC)


def an_entry(n: int, title: str, text: str = "", *, hours: float = 0, **facts: Any) -> StoryEntry:
    """The n-th one, of an outlet of its own unless one is named; so many hours after the morning."""
    usual: dict[str, Any] = {"id": n, "feed_id": n, "url": f"http://{n}.test/", "outlet": f"Outlet {n}",
                             "language": "en", "at": MORNING + timedelta(hours=hours)}  # fmt: skip
    return StoryEntry(title=title, text=text, **(usual | facts))


async def publish(store: Store, entries: Iterable[StoryEntry], *, are_old: bool = False) -> None:
    """Each by the feed with its `feed_id`; in an empty store entries and feeds get the ids that they have here.

    are_old: nobody will be told of them.
    """
    entries = list(entries)
    feeds = await store._reader.number("SELECT coalesce(max(id), 0) FROM feed")
    async with store.write() as tx:
        await tx.feeds.know(f"http://{n}.test/feed" for n in range(feeds + 1, 1 + max(e.feed_id for e in entries)))
        await tx.entries.keep([_new(entry, is_old=are_old) for entry in entries])


def _new(entry: StoryEntry, *, is_old: bool) -> NewEntry:
    return NewEntry(
        feed_id=entry.feed_id, key=entry.id.to_bytes(8, "big"), url=entry.url, title=entry.title,
        authors=entry.authors, text=entry.text, language=entry.language, is_commentary=entry.is_commentary,
        at=entry.at, is_old=is_old,
    )  # fmt: skip
