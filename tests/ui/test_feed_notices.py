"""A feed that fails for a day, and one that is back: told once each, where the server wants it, calling nobody."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from tests.clocks import ManualClock
from tests.store.files import change, rows
from tests.ui.simulated import member_of, running, shown
from tests.ui.test_feed_command import a_feed
from tests.web import Web

HOSTILE = "@everyone [free](https://evil.example)"


def told_in(channel: Any) -> list[str]:
    return [shown(message) for message in channel.history() if message.author.bot]


async def until(clock: ManualClock, come: Callable[[], bool]) -> None:
    """Time goes on, as slowly as sockets need it."""
    async with asyncio.timeout(60):
        while not come():
            await clock.advance(1)
            await SystemClock().sleep(0.01)


def has_failed_for_a_day(path: Path, clock: ManualClock) -> None:
    """And is polled next."""
    since, now = clock.now() - timedelta(days=1, minutes=1), clock.now()
    change(
        path, "UPDATE feed SET failures = 9, failing_since = ?, next_poll_at = ?", since.isoformat(), now.isoformat()
    )


async def polled(path: Path, clock: ManualClock) -> None:
    """The only feed, at once, and what came of it is kept."""
    now = clock.now().isoformat()
    await asyncio.to_thread(change, path, "UPDATE feed SET next_poll_at = ?", now)
    await until(clock, lambda: rows(path, "SELECT next_poll_at FROM feed") != [(now,)])


@pytest.mark.parametrize("chosen", [False, True], ids=["where it was asked for", "where the server wants it"])
async def test_moderators_are_told_once_that_a_feed_fails_and_once_that_it_is_back(
    tmp_path: Path, web: Web, chosen: bool
) -> None:
    url, clock, path = a_feed(web, title=HOSTILE), ManualClock(), tmp_path / "commentary.sqlite3"
    async with running(tmp_path, web, clock=clock) as env:
        mo, channel = member_of(env, "moderator", manage_guild=True)
        alerts = channel.guild.create_text_channel("alerts")
        await mo.slash(channel, "feed add", url=url)
        if chosen:
            await mo.slash(channel, "settings alerts", channel=alerts)
        where, elsewhere = (alerts, channel) if chosen else (channel, alerts)
        web.page("/feed.xml", "", status=500)
        await mo.slash(channel, "feed test", feed="1")  # the last time that it can be read
        await asyncio.to_thread(has_failed_for_a_day, path, clock)
        await until(clock, lambda: len(told_in(where)) == 1)
        text = told_in(where)[0]
        assert "### A feed fails" in text
        assert "answers with error 500. What you can try: open its address in a browser" in text.replace("\\", "")
        assert "free" in text
        assert "@everyone" not in text
        assert "](https://evil" not in text
        assert "a feed fails" not in "".join(told_in(elsewhere)).lower()

        a_feed(web)
        for _ in range(2):  # once more it fails, which is nothing new
            await polled(path, clock)
        await until(clock, lambda: len(told_in(where)) == 2)
        assert "### A feed is back" in told_in(where)[1]
        assert not env.errors
