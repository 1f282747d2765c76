"""A digest of feeds that nobody follows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.models.asker import Asker
from bot.models.digest import Digest
from bot.models.feed import Entry, Feed, FeedKind
from bot.models.summary import Options
from bot.services.digest.overview import Overview
from bot.services.digest.telling import Telling
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.services.digest.composed import KEEP, a_briefing, pages

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
COLUMN = Entry(
    id="1", url="https://keep.test/", title="Opinion: the harbour sale was a gift", published=START - HOUR,
    summary="The council sold the harbour of Orrin Bay.", is_commentary=True,
)  # fmt: skip
REPORT = Entry(
    id="2", url="https://wire.test/", title="Council sells Orrin Bay harbour", published=START - 2 * HOUR,
    summary="The council of Orrin Bay sold its harbour.",
)  # fmt: skip


def feed(*entries: Entry, title: str = "The Gazette", **facts: Any) -> Feed:
    return Feed(url="https://feed.test/", title=title, kind=FeedKind.RSS, entries=entries, **facts)


async def overview(store: Store, clock: ManualClock, *feeds: Feed, since: timedelta = DAY) -> Digest:
    made = Overview(Telling(a_briefing(pages(), store, clock)), clock)
    return await made.of(feeds, since, Options(), Asker())


async def test_entries_of_several_feeds_about_one_event_are_one_story(store: Store, clock: ManualClock) -> None:
    digest = await overview(store, clock, feed(COLUMN), feed(REPORT, title="The Wire"))
    [told] = digest.stories
    assert told.title == REPORT.title
    assert told.brief
    assert told.brief.event == KEEP.paragraphs[0]
    assert [(source.n, source.outlet, source.is_commentary) for source in told.sources] == [
        (1, "The Gazette", True),
        (2, "The Wire", False),
    ]
    assert (digest.until - digest.since, digest.until) == (DAY, START)


async def test_what_is_older_is_left_out_and_what_is_not_dated_is_new(store: Store, clock: ManualClock) -> None:
    old = Entry(id="3", url="https://sell.test/", title="Ravensby win the cup", published=START - 30 * HOUR)
    undated = Entry(id="4", url="", title="Snow in Tarn")
    ahead = Entry(id="5", url="", title="Elections in Mellin", published=START + 400 * DAY)
    digest = await overview(store, clock, feed(old, undated, ahead))
    assert {told.title for told in digest.stories} == {"Snow in Tarn", "Elections in Mellin"}
    longer = await overview(store, clock, feed(old), since=2 * DAY)
    assert [told.title for told in longer.stories] == ["Ravensby win the cup"]


async def test_an_article_in_two_feeds_of_a_site_is_one_entry(store: Store, clock: ManualClock) -> None:
    digest = await overview(store, clock, feed(REPORT), feed(REPORT, title="The Gazette: all"))
    assert [len(told.entry_ids) for told in digest.stories] == [1]


async def test_of_nothing_there_is_nothing_to_tell(store: Store, clock: ManualClock) -> None:
    assert (await overview(store, clock, feed())).stories == ()
