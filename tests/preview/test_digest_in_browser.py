"""A moderator in a headless Chromium: follows the page's feeds, schedules a digest two minutes ahead, sees it once."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from bot.clock import SystemClock
from bot.preview.examples import HOST
from tests.preview.chromium import chromium, executable
from tests.preview.jumping import JumpingClock, jumping_page
from tests.preview.room import MESSAGES, Room

pytestmark = [
    pytest.mark.skipif(
        executable() is None and not os.environ.get("CHROMIUM_REQUIRED"),
        reason="there is no Chromium here; .ci/run installs it (apt-get install chromium)",
    ),
    pytest.mark.timeout(180),
]

OUTLETS = ("leyburn-record", "the-harrow-courier", "the-last-mile")
DIGEST = f"{MESSAGES}.filter(each => each.innerText.includes('Digest · '))"
QUIET = 2.5  # seconds in which every worker has looked again


@asynccontextmanager
async def moderator(folder: Path) -> AsyncIterator[tuple[Room, JumpingClock]]:
    (folder / "browser").mkdir()
    async with jumping_page(folder) as (page, clock), chromium(folder / "browser") as tab:
        room = Room(tab)
        await room.enter(page.url)
        yield room, clock
        assert not tab.exceptions


async def test_a_digest_two_minutes_ahead_arrives_once_and_its_preview_stands_beside_it(tmp_path: Path) -> None:
    async with moderator(tmp_path) as (room, clock):
        for outlet in OUTLETS:
            followed = await room.command("feed add", url=f"http://{HOST}/feeds/{outlet}.xml")
            assert "Following" in await room.text(followed)
        preview = await room.command("digest preview")
        assert "Only you see this" in await room.text(preview)
        at = (clock.now() + timedelta(minutes=2)).replace(second=0, microsecond=0)
        made = await room.command("digest schedule", time=f"{at:%H:%M}", timezone="UTC")
        assert f"Every day at {at:%H:%M}" in await room.text(made)
        before = len(await room.tab.js(f"{DIGEST}.map(each => each.dataset.messageId)"))

        clock.jump_to(at)
        await room.tab.until(f"{DIGEST}.length > {before}", what="the digest")
        clock.jump_to(at + timedelta(hours=20))
        await SystemClock().sleep(QUIET)
        *_, arrived = await room.tab.js(f"{DIGEST}.map(each => each.dataset.messageId)")
        assert len(await room.tab.js(f"{DIGEST}.map(each => each.dataset.messageId)")) == before + 1
        text = await room.text(arrived)
        assert f"Digest · {at:%A}" in text
        assert all(name in text for name in ("Leyburn Record", "The Harrow Courier", "The Last Mile"))
        assert not await room.problems()


async def test_a_site_with_several_feeds_asks_which_and_follows_the_one_that_is_chosen(tmp_path: Path) -> None:
    async with moderator(tmp_path) as (room, _):
        asked = await room.command("feed add", url=f"http://{HOST}/")
        [menu] = await room.controls(asked)
        await room.press(menu)
        assert "Following Samples" in await room.text(asked)
        assert not await room.problems()
