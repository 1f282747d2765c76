"""Feeds that are offered to whoever types."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.store.database import Store
from bot.store.follows import NewFollow
from bot.ui.autocomplete import CHOICES, feeds
from tests.clocks import START, ManualClock
from tests.services.follow.doubles import ELSEWHERE, HERE, Following, sees_all, sees_none
from tests.store.files import change
from tests.ui.test_autocomplete import fits


async def follow(store: Store, *titles: str, channel_id: int = 0, is_paused: bool = False) -> None:
    async with store.write() as tx:
        for title in titles:
            new = NewFollow(
                url=f"https://{len(title)}.test/{title[:9]}",
                own_title=title,
                channel_id=channel_id,
                is_paused=is_paused,
                since=START,
            )
            await tx.guild(1).follows.add(new)


async def test_a_feed_is_offered_by_title_address_or_number(store: Store, clock: ManualClock) -> None:
    await follow(store, "The Gazette", "Ledger")
    await follow(store, "Herald", is_paused=True)
    service = Following(store, clock).follow
    for typed, name in (("gaz", "The Gazette · #1"), ("6.test/Led", "Ledger · #2"), ("#3", "Herald · #3 · paused")):
        [choice] = await feeds(service, HERE, typed, sees_all)
        assert (choice.name, choice.value) == (name, name.split("#")[1][0])


async def test_no_title_is_too_much_and_none_changes_the_line(store: Store, clock: ManualClock) -> None:
    strange = ["👩" * 90, "a\u202e\nb" * 40, "\u200b", " "]
    await follow(store, *strange, *(f"Feed {n}" for n in range(40)))
    choices = await feeds(Following(store, clock).follow, HERE, "", sees_all)
    assert len(choices) == CHOICES
    assert fits(choices)
    assert not any(mark in choice.name for choice in choices for mark in "\u202e\n\u200b")


async def test_what_is_not_theirs_is_not_offered(store: Store, clock: ManualClock) -> None:
    await follow(store, "Secret", channel_id=7)
    service = Following(store, clock).follow
    for typed in ("", "sec", "#1", "6.test"):
        assert await feeds(service, HERE, typed, sees_none) == []
        assert await feeds(service, ELSEWHERE, typed, sees_all) == []


async def test_what_fails_offers_nothing_and_tells_the_log(
    store: Store, clock: ManualClock, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(tmp_path / "commentary.sqlite3", "DROP TABLE follow")
    with caplog.at_level(logging.WARNING):
        assert await feeds(Following(store, clock).follow, HERE, "", sees_all) == []
    assert "database-unusable" in caplog.text
