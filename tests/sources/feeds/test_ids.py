"""Ids that hold from one poll to the next, whatever the feed's own are worth. Each test reads a feed twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.feeds.ids import Identity, ids_of
from tests.sources.feeds.documents import feed, rss


def ids(*items: str) -> list[str]:
    return [entry.id for entry in feed(rss(*items)).entries]


def item(n: int, guid: str = "", link: str = "", title: str = "") -> str:
    told = f"<guid isPermaLink='false'>{guid}</guid>" if guid else ""
    return f"<title>{title or f'Title {n}'}</title>{told}<link>{link or f'https://courier.example/{n}'}</link>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(item(1), item(1), id="no guid"),
        pytest.param(item(1, "g-1"), item(1, "g-1"), id="a guid"),
        pytest.param(item(1, "7f3a"), item(1, "99c1"), id="a guid that changes at each poll"),
        pytest.param(item(1, "g", title="Bus"), item(1, "g", title="Bus, corrected"), id="an edited title"),
        pytest.param(
            item(1, "https://courier.example/?p=1", "https://courier.example/bus"),
            item(1, "https://courier.example/?p=1", "https://courier.example/bus-corrected"),
            id="an edited address with the number of a database",
        ),
        pytest.param(
            item(1, "tag:courier.example,2026:1", "https://courier.example/bus"),
            item(1, "tag:courier.example,2026:1", "https://courier.example/bus-corrected"),
            id="an edited address with a tag",
        ),
        pytest.param(
            item(1, link="https://courier.example/1?utm_source=rss&amp;utm_campaign=1"),
            item(1, link="https://courier.example/1?utm_source=rss&amp;utm_campaign=2"),
            id="tracking that changes",
        ),
        pytest.param(item(1, link="http://www.courier.example/1/"), item(1), id="another scheme, www and a slash"),
        pytest.param("<title>Bus</title>", "<title>Bus</title><pubDate>today</pubDate>", id="nothing but a title"),
        pytest.param("<description>Bus</description>", "<description>Bus</description>", id="nothing but a text"),
        pytest.param("<guid>g</guid><title>A</title>", "<guid>g</guid><title>B</title>", id="a guid and no link"),
    ],
)
def test_the_same_entry_keeps_its_id(before: str, after: str) -> None:
    assert ids(before) == ids(after)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(item(1), item(2), id="no guid"),
        pytest.param(item(1, "1"), item(2, "1"), id="a guid that is used again"),
        pytest.param(item(1, "https://courier.example/"), item(2, "https://courier.example/"), id="the site as a guid"),
        pytest.param(
            item(1, "a", "https://courier.example/"), item(2, "b", "https://courier.example/"), id="the site as a link"
        ),
        pytest.param("<title>Bus</title>", "<title>Tram</title>", id="nothing but titles"),
        pytest.param(
            item(1, link="https://courier.example/#1"), item(1, link="https://courier.example/#2"), id="marks"
        ),
    ],
)
def test_another_entry_has_another_id(one: str, other: str) -> None:
    assert ids(one) != ids(other)
    assert len(set(ids(one, other))) == 2


def test_guids_that_all_agree_swallow_nothing() -> None:
    assert len(set(ids(*(item(n, "the-one-guid") for n in range(5))))) == 5


def test_links_that_all_agree_swallow_nothing_and_new_ones_change_no_id() -> None:
    old = [item(n, f"g{n}", "https://courier.example/news") for n in range(3)]
    new = item(9, "g9", "https://courier.example/news")
    assert len(set(ids(*old))) == 3
    assert ids(new, *old)[1:] == ids(*old)


def test_an_entry_that_stands_twice_is_one() -> None:
    assert len(ids(item(1, "g"), item(2, "h"), item(1, "g"))) == 2


WORDS = st.sampled_from(["", "a", "b", "https://a.example/?p=1", "https://a.example/", "https://a.example/x"])
URLS = st.sampled_from(["", "https://a.example/", "https://a.example/x", "https://a.example/x?utm_source=1"])
ENTRIES = st.lists(st.builds(Identity, guid=WORDS, url=URLS, words=WORDS, age=st.integers(0, 9).map(float)), max_size=8)


@given(ENTRIES)
def test_two_entries_share_an_id_only_if_nothing_tells_them_apart(entries: list[Identity]) -> None:
    found: dict[str, Identity] = {}
    for entry, known in zip(entries, ids_of(entries), strict=True):
        kept = found.setdefault(known, entry)
        assert (kept.guid, kept.words) == (entry.guid, entry.words)


@given(ENTRIES)
def test_ids_are_the_same_at_each_reading(entries: list[Identity]) -> None:
    assert ids_of(entries) == ids_of(entries)
    assert all(0 < len(known) <= 1000 for known in ids_of(entries))
