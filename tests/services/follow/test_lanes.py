"""Who is asked next, when many wait for few hosts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.follow.lanes import PLACES, Lanes, host_of
from bot.store.feed_rows import FeedState


def feeds(host: str, count: int, first: int = 0) -> list[FeedState]:
    return [FeedState(id=first + n, url=f"https://{host}/{first + n}") for n in range(count)]


def taken(lanes: Lanes) -> list[FeedState]:
    out = []
    while state := lanes.take():
        out.append(state)
    return out


def test_hosts_take_turns_and_none_has_more_than_its_places() -> None:
    lanes = Lanes()
    lanes.add([*feeds("a.test", 10), *feeds("b.test", 2, 20), *feeds("c.test", 1, 30)])
    assert [state.id for state in taken(lanes)] == [0, 20, 30, 1, 21, 2, 3]
    assert len(lanes) == 6


def test_a_place_that_is_free_is_taken_by_the_next_in_line() -> None:
    lanes, all_of_them = Lanes(), feeds("a.test", 6)
    lanes.add(all_of_them)
    first = taken(lanes)
    assert len(first) == PLACES
    lanes.back(first[2])
    assert [state.id for state in taken(lanes)] == [4]
    lanes.back(first[0])
    lanes.back(first[1])
    assert [state.id for state in taken(lanes)] == [5]


def test_who_comes_while_all_places_are_taken_waits() -> None:
    lanes = Lanes()
    lanes.add(feeds("a.test", PLACES))
    out = taken(lanes)
    lanes.add(feeds("a.test", 1, 10))
    assert lanes.take() is None
    assert lanes.ids() == [10]
    lanes.back(out[0])
    assert [state.id for state in taken(lanes)] == [10]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        pytest.param("https://A.test/feed", "a.test", id="a name"),
        pytest.param("http://a.test:8080/feed", "a.test:8080", id="a port is a host of its own"),
        pytest.param("http://[::1/", "http://[::1/", id="no address"),
        pytest.param("nonsense", "nonsense", id="no address at all"),
    ],
)
def test_whose_places_count(url: str, host: str) -> None:
    assert host_of(url) == host


@given(st.lists(st.tuples(st.sampled_from("abc"), st.booleans()), max_size=80))
def test_nobody_is_lost_or_taken_twice(moves: list[tuple[str, bool]]) -> None:
    """Each move brings a feed of a host; or lets one of those that are out come back, and takes the next."""
    lanes, out, seen = Lanes(), list[FeedState](), list[int]()
    for number, (host, is_new) in enumerate(moves):
        if is_new:
            lanes.add(feeds(host, 1, number))
        elif out:
            lanes.back(out.pop(0))
        if state := lanes.take():
            out.append(state)
            seen.append(state.id)
        assert all(sum(host_of(one.url) == name for one in out) <= PLACES for name in "abc")
    while out:
        lanes.back(out.pop())
        out.extend(more := taken(lanes))
        seen.extend(state.id for state in more)
    assert sorted(seen) == [number for number, (_, is_new) in enumerate(moves) if is_new]
