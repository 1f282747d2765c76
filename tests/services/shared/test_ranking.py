"""What somebody means who has typed a few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.shared.ranking import ranked

SHELF = (
    ("Light for the harbour", "The Gazette", "Ada Example"),
    ("The harbour is not for sale", "The Gazette", "Bo Berg"),
    ("Harbours we have lost", "Le Phare", "José Núñez"),
    ("Un hiver à l’école", "Le Phare", "Zoë Ang"),
    ("America/New_York", "", ""),
    ("港は売り物ではない", "港新聞", ""),
)


def found(typed: str, limit: int = 25) -> list[str]:
    return [texts[0] for texts in ranked(typed, SHELF, lambda texts: texts, limit=limit)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "harb",
            ["Harbours we have lost", "Light for the harbour", "The harbour is not for sale"],
            id="a name that begins so, then names with a word that does, in their order",
        ),
        pytest.param("HARBOUR the", ["Light for the harbour", "The harbour is not for sale"], id="words in any order"),
        pytest.param(
            "the harb", ["The harbour is not for sale", "Light for the harbour"], id="the beginning of a name"
        ),
        pytest.param("gaz har", ["Light for the harbour", "The harbour is not for sale"], id="words of any text"),
        pytest.param("nunez", ["Harbours we have lost"], id="without accents"),
        pytest.param("ÉCOLE", ["Un hiver à l’école"], id="with accents and capitals, after an apostrophe"),
        pytest.param(
            "arbo",
            ["Light for the harbour", "The harbour is not for sale", "Harbours we have lost"],
            id="the middle of a word",
        ),
        pytest.param("new york", ["America/New_York"], id="words that a line or a stroke divides"),
        pytest.param("売り物", ["港は売り物ではない"], id="within a phrase"),
        pytest.param("zzz", [], id="nothing"),
    ],
)
def test_the_likeliest_come_first(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize("typed", ["", "  ", "—!", "_"])
def test_of_nothing_typed_all_come_in_their_order(typed: str) -> None:
    assert found(typed, limit=3) == [texts[0] for texts in SHELF[:3]]


def test_no_more_than_wanted_come() -> None:
    assert found("harbour", limit=2) == found("harbour")[:2]


@given(st.text(max_size=30), st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=3), max_size=8))
def test_any_text_ranks_any_texts_once_each(typed: str, shelf: list[list[str]]) -> None:
    places = ranked(typed, range(len(shelf)), lambda place: shelf[place], limit=5)
    assert len(set(places)) == len(places) <= 5
