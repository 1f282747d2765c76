"""What `feed --json` prints, as written in the contract with those who call us from scripts."""

from __future__ import annotations

from typing import Any

from bot.models.feed import Entry, Feed, FeedLinks


def feed_json(feed: Feed) -> dict[str, Any]:
    """A feed and its entries, in its order; times in UTC, null for what is not dated."""
    return {
        "url": feed.url,
        "title": feed.title,
        "site": feed.site,
        "kind": feed.kind.value,
        "entries": [_entry(entry) for entry in feed.entries],
    }


def links_json(found: FeedLinks) -> dict[str, Any]:
    """A page that names feeds, of which one is to be chosen."""
    return {"feeds": [{"url": link.url, "title": link.title} for link in found.links]}


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "authors": list(entry.authors),
        "published": entry.published.isoformat().replace("+00:00", "Z") if entry.published else None,
        "summary": entry.summary,
    }
