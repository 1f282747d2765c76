"""What servers follow, as it is kept."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.models.feed import Followed, Health
from bot.store.database import Store
from bot.store.follows import NewFollow
from tests.clocks import START, ManualClock
from tests.store.files import change, rows

URL = "https://gazette.test/feed"


async def add(store: Store, guild_id: int = 1, url: str = URL, **given: Any) -> int | None:
    """Returns the id, None when it is followed already."""
    async with store.write() as tx:
        return await tx.guild(guild_id).follows.add(NewFollow(**{"url": url, "since": START, **given}))


async def one_of(store: Store, follow_id: int | None, guild_id: int = 1) -> Followed:
    assert follow_id
    found = await store.follows.find(guild_id, follow_id)
    assert found
    return found


async def test_what_was_given_comes_back(store: Store) -> None:
    given: dict[str, Any] = {
        "include": ("a b", "ü"),
        "exclude": ("c",),
        "folders": ("News", "Far"),
        "channel_id": 2**62,
        "is_paused": True,
    }
    follow_id = await add(store, title="The Gazette", site="https://gazette.test/", kind="rss", **given)
    one = await one_of(store, follow_id)
    assert {name: getattr(one, name) for name in given} == given
    assert (one.url, one.title, one.site, one.health) == (URL, "The Gazette", "https://gazette.test/", Health.NEW)
    assert (one.polled_at, one.last_entry_at, one.next_poll_at) == (None, None, START)


async def test_a_servers_own_title_comes_before_the_feeds(store: Store) -> None:
    mine, theirs = await add(store, own_title="Mine", title="The Gazette"), await add(store, 2)
    assert (await one_of(store, mine)).title == "Mine"
    assert (await one_of(store, theirs, 2)).title == "The Gazette"


async def test_one_place_follows_a_feed_once(store: Store) -> None:
    assert await add(store)
    assert await add(store) is None
    assert await add(store, channel_id=7)
    assert await add(store, 2)
    assert len({one.feed_id for guild_id in (1, 2) for one in await store.follows.of(guild_id)}) == 1


@pytest.mark.parametrize(
    ("feed", "health"),
    [
        pytest.param("polled_at = NULL", Health.NEW, id="never read"),
        pytest.param("polled_at = '2026-11-24T08:00:00+00:00'", Health.WELL, id="read"),
        pytest.param("failures = 1", Health.FAILING, id="failing at first"),
        pytest.param("failures = 9, polled_at = '2026-11-24T08:00:00+00:00'", Health.FAILING, id="failing since"),
        pytest.param("failures = 9, is_gone = 1", Health.GONE, id="gone"),
    ],
)
async def test_how_a_feed_fares(store: Store, path: Path, feed: str, health: Health) -> None:
    follow_id = await add(store)
    change(path, f"UPDATE feed SET {feed}, failure = ?", '["gone", {"site": "gazette.test", "status": 410}]')
    one = await one_of(store, follow_id)
    assert one.health is health
    assert one.failure == ("gone", {"site": "gazette.test", "status": 410})


async def test_a_server_reaches_its_own_rows_only(store: Store, path: Path) -> None:
    follow_id = await add(store)
    assert follow_id
    before = rows(path, "SELECT * FROM follow")
    async with store.write() as tx:
        others = tx.guild(2).follows
        await others.remove(follow_id)
        await others.pause(follow_id)
        await others.resume(follow_id, START + timedelta(days=1))
        assert not await others.restore(follow_id)
        assert await others.count() == 0
    assert rows(path, "SELECT * FROM follow") == before
    assert await store.follows.find(2, follow_id) is None
    assert await store.follows.of(2) == ()


async def test_what_is_removed_is_kept_apart_until_it_is_forgotten(store: Store, clock: ManualClock) -> None:
    follow_id = await add(store)
    assert follow_id
    async with store.write() as tx:
        await tx.guild(1).follows.remove(follow_id)
    assert await store.follows.find(1, follow_id) is None
    assert await store.follows.removed(1, follow_id)
    assert await store.follows.removed(2, follow_id) is None
    for before, is_there in ((START, True), (START + timedelta(seconds=1), False)):
        async with store.write() as tx:
            await tx.follows.forget_removed(before)
        assert (await store.follows.removed(1, follow_id) is not None) is is_there


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        pytest.param([], "server", id="none of its own: the server's"),
        pytest.param([False], "channel", id="its own alone"),
        pytest.param([True], "server", id="its own is paused: the server's"),
        pytest.param([True, False], "channel", id="one of its own is not paused"),
    ],
)
async def test_what_counts_for_a_channel(store: Store, own: list[bool], expected: str) -> None:
    await add(store, url="https://server.test/")
    await add(store, url="https://paused.test/", is_paused=True)
    await add(store, url="https://other.test/", channel_id=8)
    for n, is_paused in enumerate(own):
        await add(store, url=f"https://channel.test/{n}", channel_id=7, is_paused=is_paused)
    effective = await store.follows.effective(1, 7)
    assert {one.url.split(".")[0].removeprefix("https://") for one in effective} == {expected}
    assert not any(one.is_paused for one in effective)


async def test_who_is_told_of_a_feed(store: Store) -> None:
    feed_id = (await one_of(store, await add(store, asked_in=10))).feed_id
    await add(store, channel_id=7, asked_in=11)
    await add(store, 2, asked_in=20, is_paused=True)
    await add(store, 3, asked_in=30)
    removed = await add(store, 4, asked_in=40)
    assert removed
    async with store.write() as tx:
        await tx.guild(4).follows.remove(removed)
        assert await tx.follows.to_be_told(feed_id) == ((1, 11), (3, 30))


async def test_a_feed_that_moved_is_followed_where_it_is(store: Store, path: Path) -> None:
    """What was read at its old address just now has come back there."""
    feed_id = (await one_of(store, await add(store))).feed_id
    async with store.write() as tx:
        await tx.feeds.move(feed_id, "https://gazette.test/new")
    assert await add(store, url=URL) is None
    assert (await one_of(store, await add(store, 2, url=URL), 2)).feed_id == feed_id
    assert (await one_of(store, await add(store, 3, url=URL, kind="rss"), 3)).feed_id != feed_id
    assert rows(path, "SELECT count(*) FROM feed") == [(2,)]
