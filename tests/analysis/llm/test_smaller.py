"""What is left out first when a prompt is too long, and what never is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.analysis.llm.smaller import fitting
from bot.models.discussion import Context
from tests.analysis.talks import context, memo, memory, turn

RICH = context(
    recalled=(turn(1, "a"), turn(2, "b")),
    window=(turn(5, "c"), turn(6, "d"), turn(7, "e")),
    memory=memory(memo("one", 3), memo("two", 4)),
)


def parts(shown: Context) -> int:
    memos = shown.memory.memos if shown.memory else ()
    return len(shown.recalled) + len(shown.passages) + len(shown.window) + len(memos)


def left(most: int, of: Context = RICH) -> Context | None:
    return fitting(of, lambda shown: parts(shown) <= most)


def test_what_fits_is_not_touched() -> None:
    assert left(8) is RICH


@pytest.mark.parametrize(
    ("most", "recalled", "passages", "window", "memos"),
    [
        (7, [2], 1, [5, 6, 7], 2),
        (6, [], 1, [5, 6, 7], 2),
        (5, [], 0, [5, 6, 7], 2),
        (4, [], 0, [6, 7], 2),
        (3, [], 0, [7], 2),
        (2, [], 0, [7], 1),
        (1, [], 0, [7], 0),
    ],
)
def test_the_least_missed_goes_first(
    most: int, recalled: list[int], passages: int, window: list[int], memos: int
) -> None:
    shown = left(most)
    assert shown
    assert [one.id for one in shown.recalled] == recalled
    assert len(shown.passages) == passages
    assert [one.id for one in shown.window] == window
    assert len(shown.memory.memos if shown.memory else ()) == memos
    assert shown.articles == RICH.articles
    assert shown.question == RICH.question


def test_the_last_turn_stays_and_then_there_is_no_way() -> None:
    assert left(0) is None


@pytest.mark.parametrize("goes_on_from", [1, 5], ids=["an older turn", "a turn of the window"])
def test_what_the_question_goes_on_from_stays(goes_on_from: int) -> None:
    shown = left(2, replace(RICH, replies_to=goes_on_from))
    assert shown
    assert {one.id for one in (*shown.recalled, *shown.window)} == {goes_on_from, 7}


def test_memos_go_from_the_oldest() -> None:
    shown = left(2)
    assert shown
    assert shown.memory
    assert [one.text for one in shown.memory.memos] == ["two"]
