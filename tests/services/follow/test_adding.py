"""A feed is followed by its address or by its site; a feed is tried out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import AlreadyFollowed, BadOption, NotHere, TooManyFeeds, Unreachable
from bot.models.feed import Entry, FeedLink, FeedLinks, Followed, Health
from bot.services.follow import Added, Wanted
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.services.follow.doubles import ELSEWHERE, HERE, URL, Following, a_feed, sees_all, sees_none
from tests.store.files import change, rows


async def added(following: Following, url: str = URL, asker: object = HERE, **wanted: object) -> Followed:
    """Followed from now on."""
    following.at(a_feed(url))
    answer = await following.follow.add(asker, url, Wanted(**wanted))  # type: ignore[arg-type]
    assert isinstance(answer, Added)
    return answer.followed


async def test_what_is_followed_and_its_latest_entries_are_told(following: Following) -> None:
    following.at(a_feed())
    answer = await following.follow.add(HERE, URL, Wanted(include="harbour, sale", exclude="sport", channel_id=7))
    assert isinstance(answer, Added)
    one = answer.followed
    assert (one.url, one.title, one.site, one.health) == (URL, "The Gazette", "https://gazette.test/", Health.NEW)
    assert (one.channel_id, one.include, one.exclude) == (7, ("harbour", "sale"), ("sport",))
    assert [entry.title for entry in answer.latest] == ["Entry 3", "Entry 2", "Entry 1"]
    assert await following.follow.show(HERE, sees_all) == (one,)


async def test_a_new_feed_is_polled_at_once_and_one_that_was_read_is_not(following: Following, tmp_path: Path) -> None:
    one = await added(following)
    assert following.polls.polled == [one.feed_id]
    change(tmp_path / "commentary.sqlite3", "UPDATE feed SET polled_at = ?", START.isoformat())
    other = await added(following, asker=ELSEWHERE)
    assert other.feed_id == one.feed_id, "one address is one feed, whoever follows it"
    assert following.polls.polled == [one.feed_id]


async def test_a_first_digest_is_not_empty_and_not_flooded(following: Following, tmp_path: Path) -> None:
    await added(following)
    [(since, added_at, asked_in)] = rows(
        tmp_path / "commentary.sqlite3", "SELECT since, added_at, asked_in FROM follow"
    )
    assert since == (following.clock.now() - timedelta(hours=24)).isoformat()
    assert (added_at, asked_in) == (following.clock.now().isoformat(), 10)


async def test_undated_entries_are_shown_as_they_stand(following: Following) -> None:
    undated = tuple(Entry(id=str(n), title=f"Entry {n}") for n in range(4))
    following.at(replace(a_feed(), entries=(*undated, Entry(id="dated", title="Dated", published=START))))
    answer = await following.follow.add(HERE, URL, Wanted())
    assert isinstance(answer, Added)
    assert [entry.title for entry in answer.latest] == ["Entry 0", "Entry 1", "Entry 2"]


async def test_a_site_with_several_feeds_is_a_choice_and_nothing_is_followed(following: Following) -> None:
    links = FeedLinks(links=(FeedLink(url=URL, title="All"), FeedLink(url=URL + "?opinion", title="Opinion")))
    following.at(gazette=links)
    assert await following.follow.add(HERE, "https://gazette.test/", Wanted()) == links
    assert await following.follow.show(HERE, sees_all) == ()


async def test_what_the_server_follows_already_is_refused_for_the_same_place_only(following: Following) -> None:
    await added(following)
    with pytest.raises(AlreadyFollowed) as told:
        await added(following)
    assert told.value.facts == {"title": "The Gazette"}
    await added(following, channel_id=7)
    await added(following, asker=ELSEWHERE)
    assert [one.channel_id for one in await following.follow.show(HERE, sees_all)] == [0, 7]


async def test_the_cap_is_the_servers_and_costs_no_fetch(store: Store, clock: ManualClock) -> None:
    following = Following(store, clock, limit=2)
    for name in ("a", "b"):
        await added(following, f"https://{name}.test/feed")
    following.finder.asked.clear()
    with pytest.raises(TooManyFeeds) as told:
        await added(following, "https://c.test/feed")
    assert told.value.facts == {"limit": 2}
    assert following.finder.asked == []
    await added(following, "https://c.test/feed", asker=ELSEWHERE)


@pytest.mark.parametrize("option", ["include", "exclude"])
async def test_too_many_words_are_refused_before_anything_is_fetched(following: Following, option: str) -> None:
    with pytest.raises(BadOption) as told:
        await following.follow.add(HERE, URL, Wanted(**{option: ",".join(map(str, range(21)))}))  # type: ignore[arg-type]
    assert told.value.facts["option"] == option
    assert following.finder.asked == []


async def test_what_cannot_be_read_is_not_followed(following: Following) -> None:
    following.at(gazette=Unreachable(site="gazette.test"))
    with pytest.raises(Unreachable):
        await following.follow.add(HERE, "https://gazette.test/", Wanted())
    assert await following.follow.show(HERE, sees_all) == ()


async def test_a_feed_that_was_given_up_is_asked_again_when_somebody_follows_it(
    following: Following, tmp_path: Path
) -> None:
    path = tmp_path / "commentary.sqlite3"
    await added(following)
    change(path, "UPDATE feed SET is_gone = 1, next_poll_at = NULL")
    await added(following, asker=ELSEWHERE)
    assert rows(path, "SELECT is_gone, next_poll_at FROM feed") == [(0, following.clock.now().isoformat())]


@pytest.mark.parametrize("reference", ["1", "#1", URL, "http://gazette.test/feed.xml/", "the gazette"])
async def test_a_followed_feed_is_tried_by_number_address_or_title(following: Following, reference: str) -> None:
    one = await added(following)
    tested = await following.follow.test(HERE, reference, sees_all)
    assert tested.followed == one
    assert tested.seconds == 0.25
    assert [entry.title for entry in tested.latest] == ["Entry 3", "Entry 2", "Entry 1"]
    assert following.polls.polled == [one.feed_id, one.feed_id], "what was found out is noted"


async def test_any_address_can_be_tried_and_is_not_followed_for_that(following: Following) -> None:
    following.at(a_feed())
    tested = await following.follow.test(HERE, URL, sees_all)
    assert tested.followed is None
    assert following.polls.polled == []
    assert await following.follow.show(HERE, sees_all) == ()


@pytest.mark.parametrize("reference", ["1", "#1", "The Gazette"])
@pytest.mark.parametrize(("asker", "sees"), [(ELSEWHERE, sees_all), (HERE, sees_none)], ids=["other server", "unseen"])
async def test_a_feed_that_is_not_theirs_cannot_be_tried_by_number_or_title(
    following: Following, reference: str, asker: object, sees: object
) -> None:
    await added(following, channel_id=7)
    following.finder.asked.clear()
    with pytest.raises(NotHere) as told:
        await following.follow.test(asker, reference, sees)  # type: ignore[arg-type]
    assert told.value.facts == {"thing": "feed"}
    assert following.finder.asked == []
