"""From any feed, however hostile its title: cards that Discord takes, that call nobody and link nowhere else."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.models.feed import Entry, Feed, FeedKind, FeedLink, FeedLinks, Followed, Health
from bot.models.post import Notice
from bot.services.follow import Added, Brought, Tried
from bot.services.follow.exchange import Line, Outcome
from bot.ui import cards
from bot.ui.feed_words import FEED_FAILURES
from tests.ui.any_answer import addresses, anything, few, hostile, moments
from tests.ui.laws import all_of, assert_holds, law, pages
from tests.ui.reading import ids, shown

few_examples = settings(law, max_examples=60)

facts = st.dictionaries(st.sampled_from(["site", "url", "reason", "content_type", "status", "x"]), hostile, max_size=5)
failures = st.tuples(st.sampled_from([*FEED_FAILURES, "novel"]), facts)
followings = st.builds(
    Followed,
    id=st.integers(1, 2**31),
    feed_id=st.integers(1, 2**31),
    url=addresses,
    title=hostile,
    site=addresses,
    channel_id=st.sampled_from([0, 7, 2**62]),
    include=few,
    exclude=few,
    is_paused=st.booleans(),
    health=st.sampled_from(Health),
    failing_since=st.none() | moments,
    failure=st.none() | failures,
    last_entry_at=st.none() | moments,
    polled_at=st.none() | moments,
    next_poll_at=st.none() | moments,
)
entries = st.builds(
    Entry, id=st.just("x"), url=addresses, title=hostile, authors=few, published=st.none() | moments, summary=anything
)
feeds = st.builds(
    Feed,
    url=addresses,
    title=hostile,
    kind=st.sampled_from(FeedKind),
    entries=st.lists(entries, max_size=4).map(tuple),
)
links = st.builds(
    FeedLinks, links=st.lists(st.builds(FeedLink, url=addresses, title=hostile), min_size=1, max_size=30).map(tuple)
)
lines = st.builds(
    Line, number=st.integers(1, 99_999), outcome=st.sampled_from(Outcome), name=hostile, reason=st.text(max_size=9)
)
notices = st.builds(
    Notice,
    kind=st.sampled_from(["feed-failing", "feed-back", "feed-gone", "digest-paused", "digest-unsure", "novel"]),
    facts=st.dictionaries(
        st.sampled_from(["title", "url", "failure", "site", "reason", "channel", "part", "of"]), hostile, max_size=8
    ),
)


@few_examples
@given(st.lists(followings, max_size=6), pages)
def test_any_list_is_harmless_and_accepted(followed: list[Followed], page: int) -> None:
    assert_holds(cards.feeds(followed, ids, gone=[7], page=page))


@few_examples
@given(st.lists(followings, min_size=1, max_size=12))
def test_no_feed_of_a_list_is_lost(followed: list[Followed]) -> None:
    told = "\n".join("\n".join(shown(view)) for view in all_of(lambda page: cards.feeds(followed, ids, page=page)))
    for one in followed:
        assert f"\\#{one.id}" in told


@few_examples
@given(followings, st.lists(entries, max_size=3).map(tuple))
def test_any_feed_is_told_of_harmlessly(one: Followed, latest: tuple[Entry, ...]) -> None:
    assert_holds(cards.feed_added(Added(followed=one, latest=latest), ids))
    for card in (cards.feed_removed, cards.feed_restored, cards.feed_paused, cards.feed_resumed):
        assert_holds(card(one, ids))


@few_examples
@given(feeds | links, st.none() | followings, st.floats(0, 99))
def test_any_feed_that_was_tried_is_told_harmlessly(feed: Feed | FeedLinks, one: Followed | None, took: float) -> None:
    assert_holds(cards.feed_tested(Tried(feed=feed, seconds=took, followed=one)))


@few_examples
@given(links)
def test_any_choice_is_harmless_and_accepted(found: FeedLinks) -> None:
    assert_holds(cards.feed_choice(found, "x"))


@few_examples
@given(st.lists(lines, max_size=40).map(tuple), pages)
def test_any_report_is_harmless_and_accepted(told: tuple[Line, ...], page: int) -> None:
    assert_holds(cards.feeds_brought(Brought(lines=told, limit=100), ids, ask_id=1, page=page))


@few_examples
@given(notices)
def test_any_notice_is_harmless_and_accepted(notice: Notice) -> None:
    assert_holds(cards.notice(notice, "n-12"))
