"""Every hostile page ends, within its time and a gigabyte, with an article or an error."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.config import Settings
from bot.errors import Unreadable
from bot.models.article import Article
from bot.models.page import Page
from bot.sources.parse_worker import MEMORY_BYTES
from bot.sources.parsing import Parsers
from tests.sources.hostile_pages import PAGES

DEADLINE = 0.6  # seconds, the settings' own
LATE = 6.0  # for a machine that is busy with other tests, and a new process


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def parsers() -> AsyncIterator[Parsers]:
    async with Parsers(Settings(read_timeout=DEADLINE), size=1) as parsers:
        yield parsers


def test_the_table_is_long_enough() -> None:
    assert len(PAGES) >= 60
    assert MEMORY_BYTES <= 1 << 30


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in PAGES.items()])
async def test_a_hostile_page_ends(parsers: Parsers, body: bytes) -> None:
    started = time.monotonic()
    try:
        ended: Article | Unreadable = await parsers.article(Page(asked="x", content_type="text/html", body=body))
    except Unreadable as unreadable:
        ended = unreadable
    assert time.monotonic() - started < DEADLINE + LATE
    assert isinstance(ended, Article) or ended.facts["reason"] in ("deadline", "memory")
