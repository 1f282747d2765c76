"""What a channel may be told, as which stories, and which articles of a story are read."""

from __future__ import annotations

import pytest

from bot.models.feed import Followed
from bot.models.story import StoryEntry
from bot.services.digest.choosing import MOST_READ, allowed, stories_of, title_of, to_read
from tests.digest_nouns import entry, story


def follow(feed_id: int, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Followed:
    return Followed(
        id=feed_id, feed_id=feed_id, url="https://f.test/", title="F", site="", include=include, exclude=exclude
    )


HARBOUR = entry(1, title="The harbour is sold")
FOOTBALL = entry(1, title="Football in the harbour")
RAIN = entry(1, title="Rain")


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        pytest.param(follow(1), [HARBOUR, FOOTBALL, RAIN], id="no words"),
        pytest.param(follow(1, include=("harbour",)), [HARBOUR, FOOTBALL], id="one that is included"),
        pytest.param(follow(1, exclude=("football",)), [HARBOUR, RAIN], id="one that is excluded"),
        pytest.param(follow(1, ("harbour",), ("football",)), [HARBOUR], id="both"),
        pytest.param(follow(2, include=("harbour",)), [HARBOUR, FOOTBALL, RAIN], id="of another feed"),
    ],
)
def test_words_of_a_feed_let_its_entries_through(rules: Followed, told: list[StoryEntry]) -> None:
    assert allowed([HARBOUR, FOOTBALL, RAIN], [rules]) == tuple(told)


# --- stories


def test_entries_of_one_story_are_one_and_the_others_stand_alone() -> None:
    entries = [entry(1, story_id=7), entry(2), entry(3, story_id=7), entry(4)]
    found = {(each.id, tuple(e.id for e in each.entries)) for each in stories_of(entries)}
    assert found == {(7, (3, 1)), (0, (2,)), (0, (4,))}, "the earliest first"


def test_what_comes_after_a_story_that_was_told_is_an_update() -> None:
    entries = [entry(1, story_id=7), entry(2, story_id=8), entry(3)]
    assert {each.id: each.is_update for each in stories_of(entries, {7, 0})} == {7: True, 8: False, 0: False}


# --- what is read


def commentary(number: int, **changes: object) -> StoryEntry:
    return entry(number, is_commentary=True, **changes)


@pytest.mark.parametrize(
    ("entries", "read"),
    [
        pytest.param([entry(1), commentary(2)], [2, 1], id="commentary first"),
        pytest.param([commentary(n) for n in (1, 2, 3, 4)], [1, 2, 3, 4], id="commentary alone, one in their place"),
        pytest.param([entry(1), *(commentary(n) for n in (2, 3, 4))], [2, 3, 1, 4], id="the last place is a report's"),
        pytest.param([entry(n) for n in (1, 2, 3)], [1, 2, 3], id="reports alone"),
        pytest.param([commentary(1, outlet="A"), commentary(2, outlet="A"), entry(3)], [1, 2, 3], id="one outlet, two"),
        pytest.param(
            [commentary(1, outlet="A"), commentary(2, outlet="A"), *(commentary(n) for n in (3, 4))],
            [1, 3, 4, 2],
            id="other outlets before a second one of the same",
        ),
        pytest.param([entry(1, outlet="A"), commentary(2, outlet="A")], [2, 1], id="its report beside its column"),
        pytest.param([entry(1, url=""), commentary(2)], [2], id="what has no address cannot be read"),
        pytest.param([entry(1, outlet=""), entry(2, outlet="")], [1, 2], id="feeds without a title"),
    ],
)
def test_which_articles_of_a_story_are_read(entries: list[StoryEntry], read: list[int]) -> None:
    assert [each.id for each in to_read(story(*entries))] == read


def test_a_story_of_hundreds_is_read_no_further() -> None:
    assert len(to_read(story(*(entry(n) for n in range(1, 300))))) == MOST_READ + 2


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        pytest.param([commentary(1, title="Shame!"), entry(2, title="Harbour sold")], "Harbour sold", id="a report's"),
        pytest.param([commentary(1, title="Shame!")], "Shame!", id="a commentary's, where there is nothing else"),
        pytest.param(
            [entry(1, title="Live: all news"), entry(2, title="Council sells harbour"),
             entry(3, title="Harbour: council sells")],
            "Council sells harbour", id="the one most like the others",
        ),
        pytest.param([entry(1, title="First"), entry(2, title="Second")], "First", id="the earliest of equals"),
        pytest.param([entry(1, title=" "), commentary(2, title="Kept")], "Kept", id="not an empty one"),
        pytest.param([entry(1, title="")], "", id="none has any"),
    ],
)  # fmt: skip
def test_what_a_story_is_called(entries: list[StoryEntry], title: str) -> None:
    assert title_of(story(*entries)) == title
