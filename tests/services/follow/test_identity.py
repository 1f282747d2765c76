"""Which entries of a feed were there before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.feed import Entry
from bot.services.follow.identity import KEY_BYTES, By, Stood, news, stood_of


def entry(identity: str, url: str = "", title: str = "", summary: str = "") -> Entry:
    return Entry(id=identity, url=url or f"https://a.test/{identity}", title=title or f"On {identity}", summary=summary)


def told(*polls: Sequence[Entry]) -> list[list[str]]:
    """The ids of what is new at each poll."""
    found, stood = [], Stood()
    for entries in polls:
        now = news(entries, stood)
        stood = stood_of(now.stood.to_bytes())
        found.append([one.id for one, _ in now.entries])
    return found


def shown(ids: Sequence[str], numbers: Sequence[int], **changed: str) -> list[Entry]:
    """Entries by number, under these ids."""
    return [
        Entry(
            id=identity,
            url=f"https://a.test/{n}{changed.get('query', '')}",
            title=f"Column {n}",
            summary=f"On {n}. {changed.get('more', '')}",
        )
        for identity, n in zip(ids, numbers, strict=True)
    ]


ONE, TWO, THREE, FOUR = (entry(name) for name in ("one", "two", "three", "four"))


@pytest.mark.parametrize(
    ("polls", "expected"),
    [
        pytest.param([[ONE, TWO], [ONE, TWO]], [["one", "two"], []], id="the same feed has nothing new"),
        pytest.param([[ONE, TWO], [THREE, ONE, TWO]], [["one", "two"], ["three"]], id="one came"),
        pytest.param([[ONE, TWO], [TWO, THREE]], [["one", "two"], ["three"]], id="one went, one came"),
        pytest.param([[], [ONE]], [[], ["one"]], id="it was empty"),
        pytest.param([[ONE], [], [ONE]], [["one"], [], []], id="it was empty for a while"),
        pytest.param([[ONE, TWO], [TWO], [ONE, TWO]], [["one", "two"], [], []], id="an entry went and came back"),
        pytest.param(
            [[ONE], [entry("one", title="Corrected", summary="New")]], [["one"], []], id="an edited entry is not new"
        ),
        pytest.param(
            [[ONE], [entry("one", url="https://b.test/moved")]], [["one"], []], id="one whose link changed is not new"
        ),
        pytest.param(
            [shown("ab", (1, 2)), shown("cd", (1, 2)), shown("efg", (3, 1, 2))],
            [["a", "b"], [], ["e"]],
            id="ids that change at each poll: the links decide",
        ),
        pytest.param(
            [shown("ab", (1, 2)), shown("cd", (1, 2), more="Edited."), shown("ef", (1, 2), more="Again.")],
            [["a", "b"], [], []],
            id="ids change at each poll, and entries are edited",
        ),
        pytest.param(
            [shown("ab", (1, 2)), shown("cd", (1, 2), query="?s=1"), shown("efg", (3, 1, 2), query="?s=2")],
            [["a", "b"], [], ["e"]],
            id="ids and links change at each poll: the texts decide",
        ),
        pytest.param(
            [shown("a", (1,)), shown("b", (1,)), shown("cd", (2, 1))],
            [["a"], [], ["c"]],
            id="a feed of one entry, under a new id each time",
        ),
        pytest.param(
            [[entry("a", url="https://a.test/today", title="Today", summary="Fog.")],
             [entry("b", url="https://a.test/today", title="Today", summary="Sun.")]],
            [["a"], ["b"]],
            id="a page of the day that keeps its address: another text is another entry",
        ),
        pytest.param(
            [[entry(n, url="https://a.test/") for n in "ab"], [entry(n, url="https://a.test/") for n in "cab"]],
            [["a", "b"], ["c"]],
            id="all entries link to the front page",
        ),
        pytest.param(
            [[entry("a", title="Letters"), entry("b", title="Letters")], [entry("c", title="Letters")]],
            [["a", "b"], ["c"]],
            id="columns that have the same name",
        ),
        pytest.param(
            [[entry("a", title="Letters"), entry("b", title="News")],
             [entry("c", title="Letters"), entry("d", title="News")]],
            [["a", "b"], ["c", "d"]],
            id="all of it is new, under the names that it always has",
        ),
        pytest.param(
            [shown("abcd", (1, 2, 3, 4)), shown("efgh", (5, 6, 7, 8))],
            [["a", "b", "c", "d"], ["e", "f", "g", "h"]],
            id="all of it is new",
        ),
        pytest.param(
            [[entry("1")], [entry("x", url="https://a.test/1", title="On 1"), entry("2")]],
            [["1"], ["2"]],
            id="one entry came under another id, with the same link and text",
        ),
    ],
)  # fmt: skip
def test_what_is_new_at_each_poll(polls: Sequence[Sequence[Entry]], expected: list[list[str]]) -> None:
    assert told(*polls) == expected


entries = st.lists(
    st.builds(
        Entry,
        id=st.text(max_size=4),
        url=st.sampled_from(["", "https://a.test/", "https://a.test/1", "https://b.test/2"]),
        title=st.sampled_from(["", "Letters", "On fog"]),
        summary=st.sampled_from(["", "Some text."]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(entries)
def test_what_stands_there_twice_in_a_row_is_told_once(standing: list[Entry]) -> None:
    assert told(standing, standing)[1] == []


@given(entries)
def test_a_first_poll_loses_nothing(standing: list[Entry]) -> None:
    assert told(standing) == [[one.id for one in standing]]


@given(entries, st.data())
def test_every_new_id_beside_a_known_one_is_told(standing: list[Entry], data: st.DataObject) -> None:
    """Whatever links and texts the others have: ids that stay are trusted."""
    first = Entry(id="first in line", url="https://c.test/", title="First")
    more = [
        Entry(id=f"new {n}", url=f"https://n.test/{n}", title=f"New {n}") for n in range(data.draw(st.integers(0, 4)))
    ]
    assert told([first, *standing], [*more, first, *standing])[1] == [one.id for one in more]


def test_keys_are_remembered_for_longer_than_entries_stand_but_not_for_ever() -> None:
    stood = Stood()
    for poll in range(200):
        stood = news([entry(f"{poll} {n}") for n in range(10)], stood).stood
    assert len(stood.to_bytes()) == 1 + KEY_BYTES * 60


def test_one_key_is_kept_for_each_entry() -> None:
    found = news([ONE, TWO, THREE], Stood())
    assert len({key for _, key in found.entries}) == 3
    assert {len(key) for _, key in found.entries} == {KEY_BYTES}


def test_what_stood_is_read_as_it_was_written() -> None:
    assert stood_of(b"") == Stood()
    assert stood_of(Stood(By.LINK, (b"12345678", b"abcdefgh")).to_bytes()) == Stood(By.LINK, (b"12345678", b"abcdefgh"))
