"""What feeds have published, and what of it a channel may be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.models.story import StoryEntry
from bot.store.database import Store
from bot.store.entries import OVERLAP, NewEntry
from bot.store.feed_rows import FeedState
from bot.store.follows import NewFollow
from tests.clocks import START, ManualClock
from tests.store.files import change, rows

GUILD, OTHER, CHANNEL, QUIET = 1, 2, 10, 11
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


async def feed(store: Store, name: str, guild: int = GUILD, channel: int = 0, since: datetime = START - DAY) -> int:
    """A feed that is followed; its id."""
    url = f"https://{name}.test/"
    async with store.write() as tx:
        await tx.guild(guild).follows.add(NewFollow(url=url, title=name, channel_id=channel, since=since))
    [feed_id] = await store.feeds.at([url])
    return feed_id


def new(feed_id: int, name: str, at: datetime | None = None, *, is_old: bool = False) -> NewEntry:
    return NewEntry(
        feed_id=feed_id,
        key=name.encode(),
        url=f"https://a.test/{name}",
        title=name,
        authors=("Ann Lee", "Bo"),
        text="On ice.",
        language="en",
        is_commentary=True,
        at=at,
        counts_from=at,
        is_old=is_old,
    )


async def keep(store: Store, *entries: NewEntry) -> int:
    async with store.write() as tx:
        return await tx.entries.keep(entries)


async def told(
    store: Store, guild: int = GUILD, channel: int = CHANNEL, since: datetime = START - 3 * DAY
) -> list[str]:
    found = await store.entries.tellable(guild, channel, since, START + 30 * DAY, 100)
    return [one.title for one in found]


async def test_an_entry_is_read_as_it_was_kept(store: Store) -> None:
    feed_id = await feed(store, "gazette")
    async with store.write() as tx:
        await tx.feeds.keep([FeedState(id=feed_id, url="", title="The Gazette")])
    await keep(store, new(feed_id, "one", START - HOUR))
    expected = StoryEntry(
        id=1,
        feed_id=feed_id,
        url="https://a.test/one",
        title="one",
        outlet="The Gazette",
        at=START - HOUR,
        authors=("Ann Lee", "Bo"),
        text="On ice.",
        language="en",
        is_commentary=True,
    )
    assert await store.entries.ungrouped(9) == (expected,)
    assert await store.entries.tellable(GUILD, CHANNEL, START - DAY, START + DAY, 9) == (expected,)


async def test_an_entry_is_kept_once(store: Store) -> None:
    one, other = await feed(store, "one"), await feed(store, "other")
    assert await keep(store, new(one, "a"), new(one, "b"), new(one, "a")) == 2
    assert await keep(store, replace(new(one, "a"), title="Corrected"), new(other, "a")) == 1
    assert sorted(await told(store)) == ["a", "a", "b"]


async def test_entries_of_a_feed_that_is_gone_from_the_file_are_left_out(store: Store) -> None:
    assert await keep(store, new(77, "a"), new(await feed(store, "one"), "b")) == 1


async def test_what_was_old_at_first_is_kept_and_not_told(store: Store) -> None:
    feed_id = await feed(store, "one")
    assert await keep(store, new(feed_id, "old", is_old=True), new(feed_id, "dated", START, is_old=True)) == 2
    assert await told(store) == ["dated"]
    assert [one.title for one in await store.entries.ungrouped(9)] == ["dated"]


async def test_an_entry_counts_from_when_it_was_seen_whatever_its_date_says(store: Store, clock: ManualClock) -> None:
    feed_id = await feed(store, "one")
    await clock.advance(3600)
    await keep(store, replace(new(feed_id, "a", START - 6 * DAY), counts_from=None))
    [found] = await store.entries.tellable(GUILD, CHANNEL, START + HOUR, START + 2 * HOUR, 9)
    assert found.at == START - 6 * DAY


async def test_the_window_overlaps_with_the_one_before(store: Store) -> None:
    feed_id = await feed(store, "one")
    await keep(store, *(new(feed_id, f"{n}", START + n * OVERLAP) for n in range(-3, 4)))
    found = await store.entries.tellable(GUILD, CHANNEL, START, START + 2 * OVERLAP, 9)
    assert [one.title for one in found] == ["1", "0", "-1"]
    assert [one.title for one in await store.entries.tellable(GUILD, CHANNEL, START, START + DAY, 2)] == ["3", "2"]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        pytest.param(START - DAY, ["a"], id="followed before"),
        pytest.param(START, ["a"], id="followed in this moment"),
        pytest.param(START + timedelta(seconds=1), [], id="followed since, or resumed"),
    ],
)
async def test_what_counts_before_a_follow_is_not_told(store: Store, since: datetime, expected: list[str]) -> None:
    await keep(store, new(await feed(store, "one", since=since), "a", START))
    assert await told(store) == expected


async def test_a_channel_has_its_own_feeds_or_the_servers(store: Store) -> None:
    everywhere, own = await feed(store, "everywhere"), await feed(store, "own", channel=CHANNEL)
    elsewhere = await feed(store, "elsewhere", guild=OTHER)
    await keep(store, new(everywhere, "a", START), new(own, "b", START), new(elsewhere, "c", START))
    assert await told(store) == ["b"]
    assert await told(store, channel=QUIET) == ["a"]
    assert await told(store, guild=OTHER, channel=CHANNEL) == ["c"]
    async with store.write() as tx:
        await tx.guild(GUILD).follows.pause(2)
    assert await told(store) == ["a"]
    async with store.write() as tx:
        await tx.guild(GUILD).follows.remove(1)
    assert await told(store) == await told(store, channel=QUIET) == []


async def test_what_a_channel_was_told_is_not_told_there_again(store: Store, path: Path) -> None:
    feed_id = await feed(store, "one")
    await keep(store, new(feed_id, "a", START), new(feed_id, "b", START))
    change(path, "INSERT INTO digest (guild_id, channel_id, day, due_at, from_at, until_at, state, planned_at) "
                 "VALUES (1, 10, '2026-11-24', '', '', '', 'sent', '')")  # fmt: skip
    change(path, "INSERT INTO told (guild_id, channel_id, entry_id, digest_id) VALUES (1, 10, 1, 1)")
    assert await told(store) == ["b"]
    assert sorted(await told(store, channel=QUIET)) == ["a", "b"]


async def test_the_latest_comes_first(store: Store) -> None:
    feed_id = await feed(store, "one")
    await keep(store, *(new(feed_id, f"{n}", START + n * HOUR) for n in (2, 0, 3, 1)))
    assert await told(store) == ["3", "2", "1", "0"]


async def test_what_is_old_goes_little_by_little(store: Store, clock: ManualClock, path: Path) -> None:
    feed_id = await feed(store, "one")
    await keep(store, *(new(feed_id, f"{n}") for n in range(5)))
    await clock.advance(3600)
    await keep(store, new(feed_id, "later"))
    async with store.write() as tx:
        assert [await tx.entries.forget(START + HOUR, 3) for _ in range(3)] == [3, 2, 0]
    assert rows(path, "SELECT title FROM entry") == [("later",)]


async def test_a_feed_that_brings_hundreds_keeps_its_latest(store: Store, path: Path) -> None:
    flood, other = await feed(store, "flood"), await feed(store, "other")
    await keep(store, *(new(flood, f"{n}") for n in range(12)), *(new(other, f"{n}") for n in range(3)))
    assert await store.entries.crowds(5) == [flood]
    async with store.write() as tx:
        await tx.entries.forget_all_but(5, flood)
        await tx.entries.forget_all_but(5, other)
    kept = rows(path, "SELECT feed_id, title FROM entry ORDER BY id")
    assert kept == [(flood, f"{n}") for n in range(7, 12)] + [(other, f"{n}") for n in range(3)]
    assert await store.entries.crowds(5) == []
