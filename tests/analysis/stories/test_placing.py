"""Groups of entries become the stories that are there, with as little change as can be."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.stories import placings
from bot.models.story import StoryEntry
from tests.published import an_entry

Group = Sequence[tuple[int, int]]  # ids of an entry and of the story that it is in


def grouped(*groups: Group) -> list[list[StoryEntry]]:
    return [[an_entry(n, f"Entry {n}", story_id=story) for n, story in group] for group in groups]


@pytest.mark.parametrize(
    ("groups", "changes"),
    [
        pytest.param([[(1, 7), (2, 7)], [(3, 8)]], [], id="nothing new"),
        pytest.param([[(1, 0), (2, 0)]], [(0, [1, 2], ())], id="a new story"),
        pytest.param([[(1, 7), (2, 0)]], [(7, [2], ())], id="an entry comes in"),
        pytest.param([[(1, 7), (2, 8), (3, 8)]], [(8, [1], (7,))], id="two are one: as that with more entries"),
        pytest.param([[(1, 7), (2, 8)]], [(7, [2], (8,))], id="two are one: of equals as the older"),
        pytest.param([[(1, 7)], [(2, 7), (3, 7)]], [(0, [1], ())], id="one is two: the larger part goes on"),
        pytest.param([[(1, 7), (2, 8)], [(3, 8)]], [(7, [2], ())], id="an entry changes sides"),
        pytest.param([[(1, 7), (2, 9)], [(3, 8), (4, 8), (5, 9), (6, 9)], [(7, 7), (8, 7)]],
                     [(9, [1], ()), (8, [5, 6], ())], id="three that cross"),
    ],
)  # fmt: skip
def test_what_changes(groups: list[Group], changes: list[tuple[int, list[int], tuple[int, ...]]]) -> None:
    made = placings(grouped(*groups))
    assert [(each.story_id, [entry.id for entry in each.entries], each.absorbs) for each in made] == changes


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=5), max_size=6))
def test_when_all_is_done_each_group_is_a_story_of_its_own(stories: list[list[int]]) -> None:
    ids = iter(range(1, 100))
    groups = grouped(*([(next(ids), story) for story in group] for group in stories))
    now = {entry.id: entry.story_id for group in groups for entry in group}
    for n, placing in enumerate(placings(groups)):
        now |= {entry: placing.story_id for entry, story in now.items() if story in placing.absorbs}
        now |= {entry.id: placing.story_id or 100 + n for entry in placing.entries}
    named = [{now[entry.id] for entry in group} for group in groups]
    assert all(len(each) == 1 and 0 not in each for each in named)
    assert len(set().union(*named)) == len(groups)
