"""Which entries are taken for one story without a model: cautious, in any order, whatever they hold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.labelled_entries import read
from bench.stories import QUESTIONS, ROOT, Judge, arriving, judged, score
from bot.analysis.stories import Vectors, group
from bot.models.story import StoryEntry
from tests.published import an_entry

DAM = an_entry(1, "Orrin dam breaks above Tarn", "Thousands leave the Orrin valley after the spillway broke.")
DAM_TOO = an_entry(2, "Orrin dam: Tarn evacuated after spillway broke", "Thousands of people left the valley.")


def groups(*entries: StoryEntry) -> set[frozenset[int]]:
    return {frozenset(entry.id for entry in story.entries) for story in group(entries)}


def test_nothing_makes_no_stories() -> None:
    assert group(()) == ()


def test_the_story_with_the_latest_entry_comes_first_and_its_entries_in_their_order() -> None:
    old = an_entry(3, "Ravensby win the cup on penalties", hours=-5)
    later = an_entry(4, "Orrin dam: families return to Tarn", "The evacuation below the spillway is over.", hours=20)
    stories = group((later, old, DAM))
    assert [[entry.id for entry in story.entries] for story in stories] == [[1, 4], [3]]
    assert {story.id for story in stories} == {0}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(an_entry(2, "Kestra dam bursts, 19 missing", "The mine's wall gave way at dawn."), id="elsewhere"),
        pytest.param(an_entry(2, "Orrin dam breaks above Tarn", hours=24 * 6), id="long after"),
        pytest.param(
            an_entry(2, "Museum in Tarn shows old lace", "Two hundred pieces, until May."), id="another matter"
        ),
        pytest.param(an_entry(2, "Morning briefing: Orrin dam breaks, rates rise"), id="a list of what happened"),
        pytest.param(an_entry(2, "Das Wichtigste am Dienstag: Orrin-Damm, Zinsen", language="de"), id="one in German"),
        pytest.param(an_entry(2, "10 best dams to visit near Tarn and Orrin"), id="a list for any day"),
    ],
)
def test_what_is_no_part_of_the_event_stays_apart(other: StoryEntry) -> None:
    assert groups(DAM, other) == {frozenset({1}), frozenset({2})}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(DAM_TOO, id="another report"),
        pytest.param(an_entry(2, "LIVE: Orrin Dam Breaks Above Tarn, Latest"), id="a live page in capitals"),
        pytest.param(an_entry(2, "Damm bei Orrin gebrochen, Tarn evakuiert", "Tausende verlassen das Orrin-Tal.",
                              language="de"), id="another language"),
        pytest.param(an_entry(2, "Something else entirely", url=DAM.url), id="the same page by another feed"),
        pytest.param(an_entry(2, DAM.title, "Updated: all are safe.", outlet=DAM.outlet, hours=2), id="its update"),
    ],
)  # fmt: skip
def test_what_tells_the_same_event_is_joined(other: StoryEntry) -> None:
    assert groups(DAM, other) == {frozenset({1, 2})}


def test_issues_of_a_column_are_no_story_though_they_share_their_title() -> None:
    issues = [
        an_entry(n, "The Orrin Valley Diary", f"Rooks and rain, {n}.", outlet="Post", hours=24 * n) for n in (1, 2)
    ]
    assert groups(*issues) == {frozenset({1}), frozenset({2})}


SHORT = st.text(max_size=60)
ANY_ENTRIES = st.lists(st.tuples(SHORT, SHORT, st.booleans(), st.sampled_from(["", "en", "de", "xx-YY"])), max_size=8)


@settings(max_examples=25)
@given(said=ANY_ENTRIES, turned=st.randoms())
def test_any_entries_are_each_in_one_story_in_whatever_order_they_come(
    said: Sequence[tuple[str, str, bool, str]], turned: object
) -> None:
    entries = [
        an_entry(n, title, text, is_commentary=is_opinion, language=language)
        for n, (title, text, is_opinion, language) in enumerate(said, 1)
    ]
    found = groups(*entries)
    assert sorted(n for ids in found for n in ids) == list(range(1, len(entries) + 1))
    assert groups(*reversed(entries)) == found


@pytest.mark.parametrize("name", ["tuned", "kept"])
def test_of_the_labelled_entries_hardly_any_are_joined_wrongly(name: str) -> None:
    """A guard, below what is measured: python -m bench.stories says how far."""
    labelled = read(Path(ROOT, f"{name}.txt"))
    precision, recall = score(arriving(labelled, None), labelled)
    assert precision >= 0.92
    assert recall >= 0.45


@pytest.mark.parametrize("name", ["tuned", "kept"])
def test_a_judge_who_errs_now_and_then_finds_most_and_mixes_little_up(name: str) -> None:
    labelled, vectors = read(Path(ROOT, f"{name}.txt")), Vectors()
    for seed in (101,):
        judge = Judge(labelled, seed)
        precision, recall = score(judged(labelled.entries, vectors, judge, {}), labelled)
        assert precision >= 0.95
        assert recall >= 0.85
        assert judge.asked <= QUESTIONS * len(labelled.entries)
