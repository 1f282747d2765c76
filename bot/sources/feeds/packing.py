"""A feed as it goes through the pipe from the process that read it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from bot.models.feed import Entry, Feed, FeedKind, FeedLink, FeedLinks


def packed(read: Feed | FeedLinks) -> dict[str, Any]:
    """As JSON; times are seconds since 1970."""
    if isinstance(read, FeedLinks):
        return {"links": [[link.url, link.title] for link in read.links]}
    return {
        "url": read.url,
        "title": read.title,
        "site": read.site,
        "kind": read.kind.value,
        "language": read.language,
        "ttl": read.ttl,
        "skip_hours": sorted(read.skip_hours),
        "entries": [_entry(entry) for entry in read.entries],
    }


def unpacked(data: dict[str, Any]) -> Feed | FeedLinks:
    """The inverse of `packed`; raises KeyError, TypeError or ValueError for another shape."""
    if "links" in data:
        return FeedLinks(links=tuple(FeedLink(url=url, title=title) for url, title in data["links"]))
    return Feed(
        url=data["url"],
        title=data["title"],
        site=data["site"],
        kind=FeedKind(data["kind"]),
        language=data["language"],
        entries=tuple(_entry_of(entry) for entry in data["entries"]),
        ttl=data["ttl"],
        skip_hours=frozenset(data["skip_hours"]),
    )


def _entry(entry: Entry) -> list[Any]:
    published = entry.published.timestamp() if entry.published else None
    facts = [entry.id, entry.url, entry.title, entry.authors, published, entry.summary, entry.labels]
    return [*facts, entry.is_commentary]


def _entry_of(values: list[Any]) -> Entry:
    identity, url, title, authors, published, summary, labels, is_commentary = values
    return Entry(
        id=identity,
        url=url,
        title=title,
        authors=tuple(authors),
        published=None if published is None else datetime.fromtimestamp(published, UTC),
        summary=summary,
        labels=tuple(labels),
        is_commentary=is_commentary,
    )
