"""Feeds by address: due, moved, merged, resting."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from bot.models.feed import Validators
from bot.store.database import Store
from bot.store.entries import NewEntry
from bot.store.feed_rows import FeedState
from bot.store.follows import NewFollow
from tests.clocks import START, ManualClock
from tests.store.files import change, rows

A, B, C = "https://a.test/feed", "https://b.test/feed", "https://c.test/feed"
GUILD, OTHER = 1, 2
HOUR = timedelta(hours=1)


async def follow(store: Store, url: str, guild: int = GUILD, channel: int = 0) -> int:
    """The feed's id."""
    async with store.write() as tx:
        await tx.guild(guild).follows.add(NewFollow(url=url, channel_id=channel, since=START))
    [feed_id] = await store.feeds.at([url])
    return feed_id


async def keep(store: Store, *states: FeedState) -> None:
    async with store.write() as tx:
        await tx.feeds.keep(states)


async def test_what_was_learned_is_read_again(store: Store) -> None:
    feed_id = await follow(store, A)
    state = FeedState(
        id=feed_id,
        url=A,
        title="The Gazette",
        site="https://a.test/",
        kind="rss",
        language="en",
        validators=Validators(etag='"1"', last_modified="Tue"),
        bodies=b"12345678",
        stood=b"i12345678",
        is_baseline=False,
        pace='{"ttl":60}',
        next_poll_at=START + HOUR,
        polled_at=START,
        last_entry_at=START - HOUR,
        failures=2,
        failing_since=START - 2 * HOUR,
        failure=("busy", {"site": "a.test", "seconds": 60}),
        told_at=START,
        is_gone=True,
    )
    await keep(store, state)
    assert await store.feeds.by_ids([feed_id]) == [state]
    fresh = FeedState(id=feed_id, url=A)
    await keep(store, fresh)
    assert await store.feeds.by_ids([feed_id]) == [fresh]


async def test_what_is_due_is_what_somebody_follows_and_whose_time_has_come(store: Store) -> None:
    first, second, third = [await follow(store, url) for url in (A, B, C)]
    await keep(
        store,
        FeedState(id=first, url=A, next_poll_at=START),
        FeedState(id=second, url=B, next_poll_at=START - HOUR),
        FeedState(id=third, url=C, next_poll_at=START + HOUR),
    )
    assert [state.id for state in await store.feeds.due(START, 9)] == [second, first]
    assert [state.id for state in await store.feeds.due(START, 1)] == [second]
    assert [state.id for state in await store.feeds.due(START, 9, but=[second])] == [first]
    assert await store.feeds.next_due(START) == START + HOUR
    async with store.write() as tx:
        await tx.guild(GUILD).follows.pause(1)
        await tx.guild(GUILD).follows.remove(3)
    assert [state.id for state in await store.feeds.due(START, 9)] == [second]
    assert await store.feeds.next_due(START) is None
    assert await store.feeds.followed() == [second]


async def test_a_clock_that_was_set_back_puts_no_feed_off_for_years(store: Store) -> None:
    near, far = await follow(store, A), await follow(store, B)
    await keep(
        store,
        FeedState(id=near, url=A, next_poll_at=START + 48 * HOUR),
        FeedState(id=far, url=B, next_poll_at=START + 10_000 * HOUR),
    )
    async with store.write() as tx:
        await tx.feeds.call_back(START)
    assert [state.id for state in await store.feeds.due(START, 9)] == [far]


async def test_those_that_failed_come_first(store: Store) -> None:
    first, second, third = [await follow(store, url) for url in (A, B, C)]
    await keep(store, FeedState(id=second, url=B, failures=3))
    assert (await store.feeds.followed())[0] == second
    assert (await store.feeds.at([A, B, C]))[0] == second
    assert [state.id for state in await store.feeds.lately_well(9)] == [first, third]


async def test_of_a_file_only_what_is_due(store: Store) -> None:
    async with store.write() as tx:
        await tx.feeds.know([A, B, C, A])
    first, second, third = await store.feeds.at([A, B, C])
    await keep(
        store,
        FeedState(id=first, url=A, next_poll_at=START + HOUR),
        FeedState(id=second, url=B, is_gone=True),
    )
    assert await store.feeds.at([A, B, C], START) == [third]
    assert len(await store.feeds.at([A, B, C])) == 3


async def test_a_feed_that_moved_is_known_by_both_addresses(store: Store) -> None:
    feed_id = await follow(store, A)
    async with store.write() as tx:
        await tx.feeds.move(feed_id, B)
        await tx.feeds.know([A])
    assert await store.feeds.at([A]) == await store.feeds.at([B]) == await store.feeds.at([A, B]) == [feed_id]
    async with store.write() as tx:
        await tx.feeds.move(feed_id, C)
    assert await store.feeds.at([A]) == await store.feeds.at([B]) == [feed_id]


async def test_a_feed_that_comes_back_is_where_it_was(store: Store) -> None:
    feed_id = await follow(store, A)
    async with store.write() as tx:
        await tx.feeds.move(feed_id, B)
        await tx.feeds.move(feed_id, A)
        await tx.feeds.move(feed_id, A)
    assert [state.url for state in await store.feeds.by_ids(await store.feeds.at([A]))] == [A]
    assert await store.feeds.at([B]) == [feed_id]


async def test_two_feeds_that_become_one_lose_nothing_and_tell_nothing_twice(
    store: Store, clock: ManualClock, path: Path
) -> None:
    old, new = await follow(store, A), await follow(store, B)
    await follow(store, A, OTHER)
    await follow(store, A, GUILD, channel=7)
    async with store.write() as tx:
        await tx.entries.keep([an_entry(old, b"both"), an_entry(old, b"old"), an_entry(new, b"both")])
    change(path, "INSERT INTO digest (guild_id, channel_id, day, due_at, from_at, until_at, state, planned_at) "
                 "VALUES (1, 7, '2026-11-24', '', '', '', 'sent', '')")  # fmt: skip
    change(path, "INSERT INTO told (guild_id, channel_id, entry_id, digest_id) VALUES (1, 7, 1, 1)")
    async with store.write() as tx:
        await tx.feeds.move(old, B)
    assert rows(path, "SELECT guild_id, channel_id, feed_id FROM follow ORDER BY guild_id, channel_id") == [
        (GUILD, 0, new), (GUILD, 7, new), (OTHER, 0, new)
    ]  # fmt: skip
    kept = rows(path, "SELECT id, key FROM entry WHERE feed_id = ? ORDER BY id", new)
    assert kept == [(2, b"old"), (3, b"both")]
    assert rows(path, "SELECT entry_id FROM told") == [(3,)]
    assert await store.feeds.at([A]) == [new]
    assert await store.check() == []


async def test_what_nobody_follows_begins_anew(store: Store) -> None:
    followed, left = await follow(store, A), await follow(store, B)
    async with store.write() as tx:
        await tx.guild(GUILD).follows.remove(2)
    for feed_id, url in ((followed, A), (left, B)):
        failing = FeedState(
            id=feed_id, url=url, next_poll_at=START, is_baseline=False, failures=3, failing_since=START, told_at=START
        )
        await keep(store, failing)
    async with store.write() as tx:
        await tx.feeds.rest(START)
    assert not any(state.is_baseline for state in await store.feeds.by_ids([left]))  # it was not due before
    async with store.write() as tx:
        await tx.feeds.rest(START + HOUR)
    one, other = await store.feeds.by_ids([followed, left])
    assert (one.is_baseline, one.failures) == (False, 3)
    assert (other.is_baseline, other.failures, other.failing_since, other.told_at) == (True, 0, None, None)


@pytest.mark.parametrize("count", [0, 1, 2_000])
async def test_many_addresses_are_known_at_once(store: Store, count: int) -> None:
    urls = [f"https://a.test/{n}" for n in range(count)]
    async with store.write() as tx:
        await tx.feeds.know(urls)
    assert len(await store.feeds.at(urls)) == count


def an_entry(feed_id: int, key: bytes) -> NewEntry:
    return NewEntry(
        feed_id=feed_id, key=key, url="", title="", authors=(), text="", language="", is_commentary=False, at=None
    )  # fmt: skip
