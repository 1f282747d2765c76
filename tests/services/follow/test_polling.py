"""What becomes of feeds over days: asked when it is time, read once, kept once, told once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import BadStatus, Busy, Gone, NotAFeed, Unreachable
from bot.models.feed import FeedLinks, Validators
from bot.services.follow.polling import Polling
from bot.store.database import Store, open_store
from bot.store.follows import NewFollow
from tests.clocks import START, ManualClock, turn
from tests.services.follow.wires import Wires, entry, feed_of
from tests.store.files import rows

A, B, C = "https://a.test/feed", "https://b.test/feed", "https://c.test/feed"
GUILD, OTHER, CHANNEL = 1, 2, 10
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def wires() -> Wires:
    return Wires()


@pytest.fixture
async def polling(store: Store, wires: Wires, clock: ManualClock) -> AsyncIterator[Polling]:
    polling = Polling(store, wires, wires, clock, connections=8, luck=lambda: 0.0)
    yield polling
    await polling.close()


async def follow(store: Store, *urls: str, guild: int = GUILD, asked_in: int = CHANNEL) -> None:
    async with store.write() as tx:
        for url in urls:
            await tx.guild(guild).follows.add(NewFollow(url=url, since=START - DAY, asked_in=asked_in))


async def go_on(store: Store, polling: Polling, clock: ManualClock, span: timedelta) -> None:
    """As a worker does it, from now on until that time has passed; looks at which nothing can be due are left out."""
    end = clock.now() + span
    wake = clock.now()
    while wake <= end:
        await clock.advance((wake - clock.now()).total_seconds(), turns=1)
        wake = await polling.step(clock.now())
        await turn(5)
        if wake - clock.now() >= timedelta(minutes=1):
            wake = max(wake, await store.feeds.next_due(clock.now()) or end)
    await clock.advance((end - clock.now()).total_seconds(), turns=1)


async def told(store: Store, channel: int = CHANNEL, guild: int = GUILD) -> list[str]:
    """Titles of what a channel may be told."""
    until = datetime.max.replace(tzinfo=START.tzinfo)
    return [one.title for one in await store.entries.tellable(guild, channel, START - 9 * DAY, until, 100)]


def notices(path: Path) -> list[tuple[int, str]]:
    posts = rows(path, "SELECT guild_id, body FROM post ORDER BY id")
    return [(guild, json.loads(body)["notice"]["kind"]) for guild, body in posts]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "commentary.sqlite3"


async def test_a_feed_that_many_follow_is_asked_once(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    await follow(store, A, guild=OTHER)
    wires.says(A, feed_of(entry("one")))
    await polling.once()
    assert wires.urls() == [A]


async def test_at_first_only_what_is_dated_lately_counts(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(
        A,
        feed_of(
            entry("fresh", published=START - HOUR),
            entry("undated"),
            entry("old", published=START - 8 * DAY),
            entry("ancient", published=START - 9000 * DAY),
            entry("of the future", published=START + 2 * HOUR),
        ),
    )
    polled = await polling.once()
    assert (polled.ok, polled.entries, polled.failed) == (1, 5, 0)
    assert await told(store) == ["On fresh"]


async def test_later_all_that_is_new_counts_dated_or_not(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock
) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one")))
    await polling.once()
    await clock.advance(600)
    wires.says(A, feed_of(entry("two"), entry("three", published=START - 900 * DAY), entry("one")))
    assert (await polling.once()).entries == 2
    assert sorted(await told(store)) == ["On three", "On two"]


async def test_an_edited_entry_is_not_told_again(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one", published=START)))
    await polling.once()
    wires.says(A, feed_of(replace(entry("one", published=START), title="Corrected")))
    assert (await polling.once()).entries == 0
    assert await told(store) == ["On one"]


async def test_a_request_is_conditional_by_what_the_server_gave_last(
    store: Store, polling: Polling, wires: Wires
) -> None:
    await follow(store, A)
    wires.says(A, feed_of(), validators=Validators(etag='"1"'))
    await polling.once()
    wires.is_unchanged(A, validators=Validators(etag='"2"'))
    assert (await polling.once()).ok == 1
    await polling.once()
    assert [known.etag for _, known in wires.asked if known] == ["", '"1"', '"2"']


async def test_a_body_that_was_read_before_is_not_read_again(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    one, other = feed_of(entry("one")), feed_of(entry("two"))
    for feed in (one, other, one, other):  # from two caches in turn, under headers that change
        wires.says(A, feed, validators=Validators(etag=f'"{len(wires.read)}"'))
        await polling.once()
    assert len(wires.read) == 2


async def test_what_could_not_be_read_is_asked_for_whole_again(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one")), validators=Validators(etag='"1"'))
    body = next(iter(wires.feeds))
    readable, wires.feeds[body] = wires.feeds[body], NotAFeed(site="a.test")
    assert (await polling.once()).failed == 1
    wires.feeds[body] = readable
    assert (await polling.once()).entries == 1
    assert [known for _, known in wires.asked] == [Validators(), Validators()]


async def test_a_page_is_no_feed(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(A, feed_of())
    wires.feeds = dict.fromkeys(wires.feeds, FeedLinks())
    [(url, failure)] = (await polling.once()).failures
    assert (url, failure.kind) == (A, "not-a-feed")


async def test_a_feed_is_asked_when_it_is_time_and_not_before(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock
) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one", published=START), ttl=7200.0))
    await go_on(store, polling, clock, timedelta(hours=1.9))
    assert wires.urls() == [A]
    await go_on(store, polling, clock, timedelta(minutes=10))
    assert wires.urls() == [A]


async def test_feeds_that_hang_hold_no_other_up(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock
) -> None:
    await follow(store, B, A)
    wires.says(A, feed_of(entry("one", published=START)))
    await go_on(store, polling, clock, timedelta(seconds=5))
    assert await told(store) == ["On one"]
    assert sorted(wires.urls()) == [A, B]  # and B, which still hangs, is not asked a second time


async def test_feeds_of_a_host_are_asked_four_at_a_time(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock
) -> None:
    await follow(store, *(f"https://a.test/{n}" for n in range(6)), B)
    wires.says(B, feed_of())
    await go_on(store, polling, clock, timedelta(seconds=5))
    assert len([url for url in wires.urls() if "a.test" in url]) == 4


async def test_a_failure_is_told_once_after_a_day_and_once_when_it_is_over(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A)
    await follow(store, A, guild=OTHER)
    wires.fails(A, BadStatus(site="a.test", status=500))
    await go_on(store, polling, clock, DAY - HOUR)
    assert notices(path) == []
    await go_on(store, polling, clock, 2 * HOUR)
    assert notices(path) == [(GUILD, "feed-failing"), (OTHER, "feed-failing")]
    await go_on(store, polling, clock, 9 * DAY)
    assert len(notices(path)) == 2
    [body] = rows(path, "SELECT body FROM post LIMIT 1")[0]
    assert json.loads(body)["notice"]["facts"] == {
        "title": A, "url": A, "failure": "bad-status", "site": "a.test", "status": 500
    }  # fmt: skip
    wires.says(A, feed_of(entry("one")))
    await go_on(store, polling, clock, 5 * DAY)
    assert notices(path)[2:] == [(GUILD, "feed-back"), (OTHER, "feed-back")]
    wires.fails(A, BadStatus(site="a.test", status=500))
    await go_on(store, polling, clock, 4 * DAY)
    assert notices(path)[4:] == [(GUILD, "feed-failing"), (OTHER, "feed-failing")]


async def test_a_feed_that_fails_is_tried_each_day_for_ever(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock
) -> None:
    await follow(store, A)
    wires.fails(A, BadStatus(site="a.test", status=500))
    await go_on(store, polling, clock, 3 * DAY)
    wires.urls()
    await go_on(store, polling, clock, 30 * DAY)
    assert 29 <= len(wires.urls()) <= 31


async def test_a_short_failure_is_nobody_s_business(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A)
    wires.fails(A, BadStatus(site="a.test", status=500))
    await go_on(store, polling, clock, 5 * HOUR)
    wires.says(A, feed_of())
    await go_on(store, polling, clock, 3 * DAY)
    assert notices(path) == []


async def test_who_has_paused_a_feed_is_not_told(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A)
    await follow(store, A, guild=OTHER)
    [paused] = await store.follows.of(OTHER)
    async with store.write() as tx:
        await tx.guild(OTHER).follows.pause(paused.id)
    wires.fails(A, BadStatus(site="a.test", status=500))
    await go_on(store, polling, clock, 2 * DAY)
    assert notices(path) == [(GUILD, "feed-failing")]


async def test_410_is_told_at_once_and_the_feed_is_not_asked_again(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A)
    wires.fails(A, Gone(site="a.test", status=410))
    await go_on(store, polling, clock, 9 * DAY)
    assert wires.urls() == [A]
    assert notices(path) == [(GUILD, "feed-gone")]
    assert ((await polling.once()).failed, wires.urls()) == (1, [])
    await follow(store, A, guild=OTHER)  # somebody wants it anew
    wires.says(A, feed_of())
    await go_on(store, polling, clock, HOUR / 12)
    assert wires.urls() == [A]
    assert notices(path)[1:] == [(GUILD, "feed-back"), (OTHER, "feed-back")]


async def test_404_may_be_a_mistake(store: Store, polling: Polling, wires: Wires, clock: ManualClock) -> None:
    await follow(store, A)
    wires.fails(A, Gone(site="a.test", status=404))
    await go_on(store, polling, clock, HOUR)
    assert wires.urls() == [A, A, A]


async def test_retry_after_is_obeyed(store: Store, polling: Polling, wires: Wires, clock: ManualClock) -> None:
    await follow(store, A)
    wires.fails(A, Busy(site="a.test", seconds=5 * 3600))
    await go_on(store, polling, clock, 4.9 * HOUR)
    assert wires.urls() == [A]
    await go_on(store, polling, clock, 0.2 * HOUR)
    assert wires.urls() == [A]


async def test_our_own_lost_connection_is_not_the_feeds_failure(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A, B, C)
    for url in (A, B, C):
        wires.says(url, feed_of())
    await go_on(store, polling, clock, HOUR)
    wires.is_down = True
    await go_on(store, polling, clock, 2 * DAY)
    assert rows(path, "SELECT DISTINCT failures, failing_since FROM feed") == [(0, None)]
    assert len(wires.urls()) < 1_000
    wires.is_down = False
    await go_on(store, polling, clock, HOUR)
    assert set(wires.urls()) == {A, B, C}
    assert notices(path) == []


async def test_a_feed_that_gives_no_answer_is_to_blame_when_another_one_answers(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A, B)
    wires.says(B, feed_of(entry("one", published=START - 100 * DAY), ttl=86400.0))  # asked once a day by itself
    wires.fails(A, Unreachable(site="a.test"))
    await go_on(store, polling, clock, 1.5 * DAY)
    assert notices(path) == [(GUILD, "feed-failing")]
    assert rows(path, "SELECT failures FROM feed ORDER BY id")[1] == (0,)


class PassingClock(ManualClock):
    """A second passes whenever somebody looks."""

    def monotonic(self) -> float:
        self._elapsed += 1
        return self._elapsed


async def test_who_answered_in_a_round_answers_for_all_of_it(store: Store, wires: Wires, path: Path) -> None:
    await follow(store, A, B, C)
    wires.says(A, feed_of())
    wires.fails(B, Unreachable(site="b.test"))
    wires.fails(C, Unreachable(site="c.test"))
    polling = Polling(store, wires, wires, PassingClock(), connections=1, luck=lambda: 0.0)
    assert (await polling.once()).failed == 2
    assert wires.urls() == [A, B, C]
    assert rows(path, "SELECT failures FROM feed ORDER BY id") == [(0,), (1,), (1,)]


async def test_a_round_in_which_nobody_answers_says_so_and_blames_nobody(
    store: Store, polling: Polling, wires: Wires, path: Path
) -> None:
    await follow(store, A, B)
    wires.is_down = True
    polled = await polling.once()
    assert (polled.ok, polled.failed) == (0, 2)
    assert rows(path, "SELECT DISTINCT failures, failing_since FROM feed") == [(0, None)]


async def test_the_only_feed_is_to_blame_when_it_gives_no_answer(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A)
    wires.fails(A, Unreachable(site="a.test"))
    await go_on(store, polling, clock, 1.1 * DAY)
    assert notices(path) == [(GUILD, "feed-failing")]


async def test_a_feed_that_moved_is_asked_at_its_new_address(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one", published=START)), moved_to=C)
    wires.says(C, feed_of(entry("one", published=START)))
    await polling.once()
    await polling.once()
    assert wires.urls() == [A, C]
    assert [one.url for one in await store.follows.of(GUILD)] == [C]
    await polling.once([A])  # whoever asks by the old address means the same feed
    assert wires.urls() == [C]
    assert await told(store) == ["On one"]


async def test_what_is_no_feed_has_not_moved(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(A, feed_of(), moved_to=C)
    wires.feeds = dict.fromkeys(wires.feeds, NotAFeed(site="a.test"))
    await polling.once()
    assert [one.url for one in await store.follows.of(GUILD)] == [A]


async def test_a_feed_that_moves_to_one_that_is_followed_becomes_that_one(
    store: Store, polling: Polling, wires: Wires
) -> None:
    await follow(store, A, C)
    await follow(store, A, guild=OTHER)
    wires.says(C, feed_of(entry("one", published=START), entry("two", published=START)))
    wires.says(A, feed_of(entry("one", published=START), entry("three", published=START)), moved_to=C)
    await polling.once()
    assert [one.url for one in await store.follows.of(GUILD)] == [C]
    assert [one.url for one in await store.follows.of(OTHER)] == [C]
    assert sorted(await told(store)) == ["On one", "On three", "On two"]
    assert sorted(await told(store, guild=OTHER)) == ["On one", "On three", "On two"]


async def test_what_nobody_followed_for_a_while_begins_anew(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock
) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one", published=START)))
    await go_on(store, polling, clock, HOUR)
    [followed] = await store.follows.of(GUILD)
    async with store.write() as tx:
        await tx.guild(GUILD).follows.pause(followed.id)
    wires.urls()
    wires.says(A, feed_of(entry("undated"), entry("one", published=START)))
    await go_on(store, polling, clock, 9 * DAY)
    assert wires.urls() == []
    async with store.write() as tx:
        await tx.guild(GUILD).follows.resume(followed.id, clock.now())
    await go_on(store, polling, clock, HOUR)
    assert A in wires.urls()
    assert await told(store) == []
    wires.says(A, feed_of(entry("new"), entry("undated"), entry("one", published=START)))
    await go_on(store, polling, clock, DAY)
    assert await told(store) == ["On new"]


async def test_what_is_old_is_forgotten_and_does_not_come_back(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one", published=START)))
    await go_on(store, polling, clock, 31 * DAY)
    assert rows(path, "SELECT count(*) FROM entry") == [(0,)]
    wires.says(A, feed_of(entry("two"), entry("one", published=START)))
    await go_on(store, polling, clock, 2 * DAY)
    assert rows(path, "SELECT title FROM entry") == [("On two",)]


async def test_a_visit_that_breaks_off_costs_no_other_one(
    store: Store, polling: Polling, wires: Wires, caplog: pytest.LogCaptureFixture
) -> None:
    await follow(store, A, B)
    wires.fails(A, RuntimeError("nobody foresaw this"))
    wires.says(B, feed_of(entry("one", published=START)))
    polled = await polling.once()
    assert (polled.ok, [failure.kind for _, failure in polled.failures]) == (1, ["unreadable"])
    assert "nobody foresaw this" in caplog.text
    assert await told(store) == ["On one"]


async def test_a_feed_that_was_just_added_is_polled_at_once(store: Store, polling: Polling, wires: Wires) -> None:
    await follow(store, A)
    wires.says(A, feed_of(entry("one", published=START)))
    [followed] = await store.follows.of(GUILD)
    await polling.poll(followed.feed_id)
    assert await told(store) == ["On one"]
    wires.fails(A, BadStatus(site="a.test", status=500))
    await polling.poll(followed.feed_id)
    [failing] = await store.follows.of(GUILD)
    assert failing.failure == ("bad-status", {"site": "a.test", "status": 500})


async def test_who_breaks_a_round_off_loses_nothing(
    store: Store, polling: Polling, wires: Wires, clock: ManualClock, path: Path
) -> None:
    await follow(store, *(f"https://host{n}.test/" for n in range(60)))
    for n in range(60):
        wires.says(f"https://host{n}.test/", feed_of(entry(f"{n}", published=START)))
    await polling.step(clock.now())  # all of it is under way
    await turn(40)
    await polling.step(clock.now())  # some of it is kept
    await polling.close()
    async with open_store(path, clock) as again:
        later = Polling(again, wires, wires, clock, connections=8, luck=lambda: 0.0)
        await later.once()
    assert len(await told(store)) == 60
