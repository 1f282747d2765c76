"""Hostile feeds end in time, with what is in them or with a reason; `bench.hostile_feeds` tries the large ones."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from bot.errors import NotAFeed, Unreadable
from bot.models.feed import Entry, Feed, FeedLinks
from bot.sources.feed_parsing import FeedParsers
from tests.sources.feeds.documents import page
from tests.sources.feeds.hostile_feeds import FEEDS, body_of

DEADLINE = 1.0  # seconds
LATE = 8.0  # for a machine that is busy with other tests, and a new process
SMALL = ("1: ", "300: ")  # of those that come in sizes


def families() -> Iterator[tuple[str, list[str]]]:
    """The small ones, by the first words of their names."""
    found: dict[str, list[str]] = {}
    for name in FEEDS:
        family = name.split(" no.")[0].split(",")[0].split(" as ")[0]
        if ": " not in name or name.startswith(SMALL):
            found.setdefault("sizes" if ": " in name else family.split(" ")[0], []).append(name)
    yield from found.items()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def reader() -> AsyncIterator[FeedParsers]:
    async with FeedParsers(size=1, seconds=DEADLINE) as reader:
        yield reader


def test_there_are_five_hundred() -> None:
    assert len(FEEDS) >= 500


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("names", [pytest.param(names, id=family) for family, names in families()])
async def test_hostile_feeds_end(reader: FeedParsers, names: list[str]) -> None:
    for name in names:
        started = time.monotonic()
        found = await ended(reader, name)
        assert found in ("deadline", "memory") or not isinstance(found, str), name
        assert time.monotonic() - started < DEADLINE + LATE, name
        assert all(is_harmless(entry) for entry in (found.entries if isinstance(found, Feed) else ())), name


async def ended(reader: FeedParsers, name: str) -> Feed | FeedLinks | str:
    """What was read, or why not."""
    try:
        return await reader.feed(page(body_of(name)))
    except NotAFeed:
        return FeedLinks()
    except Unreadable as failure:
        return str(failure.facts["reason"])


def is_harmless(entry: Entry) -> bool:
    """Plain texts of bounded length, and an address of the web or none."""
    texts = (entry.title, entry.summary, *entry.authors, *entry.labels)
    plain = all(text.isprintable() and "<script" not in text and "\x1b" not in text for text in texts)
    bounded = all(len(text) <= 1_000 for text in texts) and 0 < len(entry.id) <= 1_100
    return plain and bounded and (not entry.url or entry.url.startswith(("https://", "http://")))
