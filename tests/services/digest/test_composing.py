"""A channel's digest: what it may be told, one event once, the weightiest first, the rest counted."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.errors import Paywalled
from bot.models.digest import Digest
from bot.models.story import StoryEntry
from bot.services.digest import composing as subject
from bot.services.digest.composing import Composing
from bot.services.digest.telling import BY_TITLE, WITH_BRIEF, Telling
from bot.services.shared.budget import Budget
from bot.services.shared.grouping import Grouping
from bot.store.database import Store
from bot.store.follows import NewFollow
from tests.clocks import START, ManualClock
from tests.published import publish
from tests.services.digest.composed import KEEP, Briefs, a_briefing, an_entry, model, pages
from tests.services.doubles import AWeb

GUILD, CHANNEL, OTHER = 1, 10, 11
DAY = timedelta(days=1)
OPINION = an_entry(1, "keep", title="The harbour sale was a gift", text="The council sold the harbour of Orrin Bay.")
REPORT = an_entry(2, "wire", title="Council sells Orrin Bay harbour", text="The council of Orrin Bay sold its harbour.")
CUP = an_entry(3, "sell", title="Ravensby win the cup", text="Lars Timm saved three penalties.", is_commentary=False)

NAMES = """Amber Birch Cedar Dunes Elder Fjord Grove Heath Islet Jetty Knoll Lagoon Marsh Nook Oasis Plain Quarry Ridge
           Shoal Tarn Upland Vale Wharf""".split()


def composing(web: AWeb, store: Store, clock: ManualClock, writes: Briefs | None = None) -> Composing:
    telling = Telling(a_briefing(web, store, clock, writes=writes))
    budget = Budget(store, clock, process_cap=None, server_cap=None)
    return Composing(store, telling, Grouping(store, None, budget, clock), clock)


async def follow(store: Store, number: int, **facts: Any) -> None:
    """The feed with the entries of that number."""
    async with store.write() as tx:
        new = NewFollow(url=f"http://{number}.test/feed", since=START - 9 * DAY, **facts)
        assert await tx.guild(GUILD).follows.add(new)


async def following(store: Store, *entries: StoryEntry, **facts: Any) -> None:
    await publish(store, entries)
    for number in sorted({entry.feed_id for entry in entries}):
        await follow(store, number, **facts)


async def compose(made: Composing, channel_id: int = CHANNEL) -> Digest:
    """Of the day until now, a little after."""
    return await made.compose(
        GUILD, channel_id, day=START.date(), since=START - DAY, until=START + timedelta(minutes=1)
    )


def titles(digest: Digest) -> list[str]:
    return [told.title for told in digest.stories]


async def tell(store: Store, digest: Digest, channel_id: int = CHANNEL) -> None:
    """As the outbox does when it takes a digest."""
    async with store.write() as tx:
        server = tx.guild(GUILD)
        slot = await server.digests.plan(
            channel_id, digest.day, due_at=digest.until, since=digest.since, until=digest.until
        )
        assert slot
        await server.told.tell(channel_id, slot.id, digest.stories)


async def test_one_event_is_told_once_with_what_happened_and_who_argues_what(store: Store, clock: ManualClock) -> None:
    await following(store, OPINION, REPORT, CUP)
    digest = await compose(composing(pages(), store, clock))
    assert titles(digest) == ["Council sells Orrin Bay harbour", "Ravensby win the cup"]
    first = digest.stories[0]
    assert first.brief
    assert first.brief.event == KEEP.paragraphs[0]
    assert [view.n for view in first.brief.views] == [1]
    assert [(source.n, source.url, source.is_commentary) for source in first.sources] == [
        (1, OPINION.url, True),
        (2, REPORT.url, False),
    ]
    assert sorted(first.entry_ids) == [1, 2]
    assert (digest.left_out, digest.is_late, digest.day) == (0, False, START.date())


async def test_who_follows_nothing_and_where_nothing_is_new_gets_an_empty_one(store: Store, clock: ManualClock) -> None:
    made = composing(pages(), store, clock)
    assert (await compose(made)).stories == ()
    await following(store, OPINION)
    assert (await compose(made)).stories
    later = START + DAY
    assert (await made.compose(GUILD, CHANNEL, day=None, since=later, until=later + DAY, is_late=True)).stories == ()


async def test_what_cannot_be_read_is_told_by_its_title(store: Store, clock: ManualClock) -> None:
    await following(store, OPINION, CUP)
    web = pages()
    web.failure = Paywalled(site="x")
    digest = await compose(composing(web, store, clock))
    assert {told.title: told.brief for told in digest.stories} == {OPINION.title: None, CUP.title: None}
    assert all(source.n == 0 for told in digest.stories for source in told.sources)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param({"include": ("cup",)}, [CUP.title], id="words that are included"),
        pytest.param({"exclude": ("cup", "gift")}, [REPORT.title], id="words that are excluded"),
    ],
)
async def test_the_words_of_a_follow_hold(
    words: dict[str, Any], told: list[str], store: Store, clock: ManualClock
) -> None:
    await following(store, OPINION, REPORT, CUP, **words)
    assert titles(await compose(composing(pages(), store, clock))) == told


async def test_a_channel_with_feeds_of_its_own_is_told_of_those_alone(store: Store, clock: ManualClock) -> None:
    await publish(store, [OPINION, CUP])
    await follow(store, OPINION.feed_id)
    await follow(store, CUP.feed_id, channel_id=OTHER)
    made = composing(pages(), store, clock)
    assert titles(await compose(made)) == [OPINION.title]
    assert titles(await compose(made, OTHER)) == [CUP.title]


async def test_what_a_channel_was_told_is_not_told_again_and_what_follows_is_an_update(
    store: Store, clock: ManualClock
) -> None:
    later = an_entry(
        3, "sell", title="Orrin Bay harbour: council defends sale", text="The council of Orrin Bay sold it."
    )
    await publish(store, [OPINION, REPORT, later])
    await follow(store, OPINION.feed_id)
    await follow(store, REPORT.feed_id)
    made = composing(pages(), store, clock)
    await tell(store, await compose(made))
    assert (await compose(made)).stories == ()
    assert (await compose(made, OTHER)).stories, "the other channel was not told"
    await follow(store, later.feed_id)
    [update] = (await compose(made)).stories
    assert (update.title, update.is_update, update.entry_ids) == (later.title, True, (3,))
    [whole] = (await compose(made, OTHER)).stories
    assert (whole.is_update, len(whole.entry_ids)) == (False, 3)


async def test_the_first_have_briefs_the_next_titles_and_the_rest_is_counted(store: Store, clock: ManualClock) -> None:
    entries = [
        an_entry(n, name.lower(), title=f"{name} {name}s {name}ing", outlet=f"Outlet {n}")
        for n, name in enumerate(NAMES, 1)
    ]
    await following(store, *entries)
    web = pages(**dict.fromkeys(map(str.lower, NAMES), KEEP))
    digest = await compose(composing(web, store, clock))
    assert [told.brief is not None for told in digest.stories] == [True] * WITH_BRIEF + [False] * BY_TITLE
    stories = {each.story_id for each in await store.stories.recent(START - 9 * DAY, 100)}
    assert digest.left_out == len(stories) - WITH_BRIEF - BY_TITLE > 0


async def test_the_channels_language_wins_over_the_servers(store: Store, clock: ManualClock) -> None:
    await following(store, OPINION)
    async with store.write() as tx:
        await tx.guild(GUILD).preferences.put("language", "de")
        await tx.guild(GUILD).preferences.put("language", "fr", channel_id=OTHER)
    writes = model()
    made = composing(pages(), store, clock, writes)
    await compose(made)
    await compose(made, OTHER)
    assert [ask.options.language for ask in writes.asked] == ["de", "fr"]


async def test_channels_of_the_same_minute_share_all_work(store: Store, clock: ManualClock) -> None:
    await following(store, OPINION, REPORT, CUP)
    web, writes = pages(), model()
    made = composing(web, store, clock, writes)
    digests = await asyncio.gather(*(compose(made, channel_id) for channel_id in range(100, 140)))
    assert len({titles(digest)[0] for digest in digests}) == 1
    assert len(writes.asked) == 2, "a story each"
    assert len(web.fetched) == 3


class Sorting(Grouping):
    """Counts how often entries are sorted, and waits where it is told to."""

    def __init__(self, *, hangs: bool = False) -> None:
        self.runs, self.hangs = 0, hangs

    async def run(self, now: datetime) -> None:
        self.runs += 1
        if self.hangs:
            await asyncio.Event().wait()


async def test_entries_are_sorted_once_for_all_of_a_minute(store: Store, clock: ManualClock) -> None:
    sorting = Sorting()
    made = Composing(store, Telling(a_briefing(pages(), store, clock)), sorting, clock)
    await asyncio.gather(*(compose(made, channel_id) for channel_id in range(100, 110)))
    await compose(made)
    assert sorting.runs == 1
    await clock.advance(180)
    await compose(made)
    assert sorting.runs == 2


async def test_digests_do_not_wait_for_sorting_that_never_ends(
    store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "_GROUPING_SECONDS", 0.01)
    await following(store, OPINION)
    sorting = Sorting(hangs=True)
    made = Composing(store, Telling(a_briefing(pages(), store, clock)), sorting, clock)
    assert titles(await compose(made)) == titles(await compose(made, OTHER)) == [OPINION.title]
    assert sorting.runs == 1


async def test_a_digest_that_is_only_looked_at_notes_nothing(store: Store, clock: ManualClock) -> None:
    await following(store, OPINION)
    made = composing(pages(), store, clock)
    assert titles(await compose(made)) == titles(await compose(made)) == [OPINION.title]
    assert await store.told.stories(GUILD, CHANNEL, {1, 2, 3}) == frozenset()
