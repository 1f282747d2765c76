"""A moderator follows the page's own feeds and has a digest two minutes ahead, which arrives once."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

import aiohttp
import pytest

from bot.cli.preview import EXAMPLES
from bot.clock import SystemClock
from bot.preview.examples import HOST
from tests.preview.jumping import JumpingClock, jumping_page
from tests.preview.wire import Wire

pytestmark = pytest.mark.timeout(120)

T = TypeVar("T")

PATIENCE = 60.0  # seconds of the machine's
LOOK = 0.1
QUIET = 2.5  # in which every worker has looked again
DIGEST = "### Digest · "
COLUMNS = {path.stem for path in EXAMPLES.glob("*.html")}


@asynccontextmanager
async def moderator(folder: Path) -> AsyncIterator[tuple[Wire, JumpingClock]]:
    async with jumping_page(folder) as (page, clock), aiohttp.ClientSession() as http:
        wire = Wire(http, page.url)
        await wire.open()
        yield wire, clock


async def answer(wire: Wire, name: str, /, **options: str) -> str:
    """The text of a command's answer, once it is whole."""
    before = len(await wire.texts())
    done = await wire.run(name, revision=None, **options)
    assert done["settlement"] == "settled", done
    return await until(wire, lambda texts: next((text for text in texts[before:] if "…" not in text and text), None))


async def until(wire: Wire, seen: Callable[[list[str]], T | None]) -> T:
    async with asyncio.timeout(PATIENCE):
        while not (value := seen(await wire.texts())):
            await SystemClock().sleep(LOOK)
        return value


async def digests(wire: Wire) -> list[str]:
    return [text for text in await wire.texts() if text.startswith(DIGEST)]


def links(text: str) -> set[str]:
    return set(re.findall(rf"\(http://{re.escape(HOST)}/([^)]+)\)", text))


def soon(clock: JumpingClock) -> datetime:
    """The beginning of a minute, two minutes ahead at most."""
    return (clock.now() + timedelta(minutes=2)).replace(second=0, microsecond=0)


async def test_a_digest_of_the_pages_own_feed_arrives_at_its_time_and_once(tmp_path: Path) -> None:
    async with moderator(tmp_path) as (wire, clock):
        assert "### Following [Samples]" in await answer(wire, "feed add", url=f"http://{HOST}/feed.xml")
        at = soon(clock)
        made = await answer(wire, "digest schedule", time=f"{at:%H:%M}", timezone="UTC")
        assert f"<t:{at.timestamp():.0f}:F>" in made
        preview = await answer(wire, "digest preview")
        assert "Only you see this" in preview
        assert COLUMNS & links(preview)
        assert await digests(wire) == []

        clock.jump_to(at)
        arrived = await until(wire, lambda texts: next((text for text in texts if text.startswith(DIGEST)), None))
        assert arrived.startswith(f"{DIGEST}{at:%A}, {at.day} {at:%B %Y}\n")
        assert COLUMNS & links(arrived) == COLUMNS & links(preview)
        clock.jump_to(at + timedelta(hours=20))
        await SystemClock().sleep(QUIET)
        assert len(await digests(wire)) == 1
        assert "posted" in await answer(wire, "digest show")


async def test_a_digest_now_leaves_the_one_of_the_day_where_it_was(tmp_path: Path) -> None:
    async with moderator(tmp_path) as (wire, clock):
        await answer(wire, "feed add", url=f"http://{HOST}/feeds/leyburn-record.xml")
        at = soon(clock)
        await answer(wire, "digest schedule", time=f"{at:%H:%M}", timezone="UTC")
        assert "1 message." in await answer(wire, "digest now")
        await until(wire, lambda texts: any(text.startswith(f"{DIGEST}What is new") for text in texts))
        clock.jump_to(at)
        await until(wire, lambda texts: any(text.startswith(f"{DIGEST}{at:%A}") for text in texts))
        assert ["eleven people" in text for text in await digests(wire)] == [True, True]


async def test_the_pages_site_offers_its_feeds(tmp_path: Path) -> None:
    async with moderator(tmp_path) as (wire, _):
        assert "feeds" in await answer(wire, "feed add", url=f"http://{HOST}/")
