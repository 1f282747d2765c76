"""The process that reads feeds: what it loads, what becomes of a feed that hangs it, how it is replaced."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import NotAFeed, Unreadable
from bot.models.feed import Entry, Feed, FeedKind, FeedLink, FeedLinks
from bot.sources.feed_parsing import FeedParsers
from bot.sources.feeds.packing import packed, unpacked
from bot.sources.feeds.reading import read
from tests.sources.feeds.documents import URL, page, rss
from tests.sources.feeds.test_reading import FULL_ATOM, FULL_RSS


@pytest.fixture
async def reader() -> AsyncIterator[FeedParsers]:
    async with FeedParsers(size=1, seconds=1.0) as reader:
        yield reader


@pytest.mark.parametrize(
    ("worker", "absent"),
    [
        pytest.param(
            "feed_worker", {"trafilatura", "charset_normalizer", "aiohttp", "pydantic", "asyncio"}, id="feeds"
        ),
        pytest.param("parse_worker", {"feedparser", "aiohttp", "pydantic"}, id="articles"),
    ],
)
def test_each_kind_of_process_loads_its_own_libraries_only(worker: str, absent: set[str]) -> None:
    code = f"import sys; from bot.sources import {worker}; {worker}._load(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not absent & set(loaded)


async def test_a_feed_comes_back_as_it_was_read(reader: FeedParsers) -> None:
    for body in (FULL_RSS, FULL_ATOM):
        assert await reader.feed(page(body)) == read(page(body))


async def test_a_page_comes_back_as_the_feeds_that_it_names(reader: FeedParsers) -> None:
    head = '<html><link rel="alternate" type="application/rss+xml" title="All" href="/f">'
    found = await reader.feed(page(head))
    assert found == FeedLinks(links=(FeedLink(url="https://courier.example/f", title="All"),))


async def test_what_names_no_feed_is_a_failure_that_costs_no_process(reader: FeedParsers) -> None:
    for _ in range(2):
        with pytest.raises(NotAFeed) as failure:
            await reader.feed(page("hello"))
        assert failure.value.facts == {"site": "courier.example"}


async def test_a_feed_that_takes_too_long_costs_that_feed_only(reader: FeedParsers) -> None:
    slow = "<!DOCTYPE rss><rss><item " + " ".join(f"a{n}='1'" for n in range(40_000)) + "/></rss>"
    with pytest.raises(Unreadable) as failure:
        await reader.feed(page(slow))
    assert failure.value.facts == {"site": "courier.example", "reason": "deadline"}
    assert isinstance(await reader.feed(page(rss())), Feed)


@pytest.mark.parametrize("path", [Path("/etc/passwd"), Path("/dev/zero")], ids=str)
async def test_a_body_that_is_a_path_is_not_opened(reader: FeedParsers, path: Path) -> None:
    with pytest.raises(NotAFeed):
        await reader.feed(page(str(path)))


def test_packing_loses_nothing() -> None:
    entry = Entry(id="1", url=URL, title="A\u2028b", authors=("x", "y"), summary="s", labels=("l",), is_commentary=True)
    feed = Feed(
        url=URL,
        title="t",
        site=URL,
        kind=FeedKind.JSON,
        language="en",
        entries=(entry,),
        ttl=60.0,
        skip_hours=frozenset({1}),
    )
    assert unpacked(packed(feed)) == feed
    assert unpacked(packed(FeedLinks())) == FeedLinks()
