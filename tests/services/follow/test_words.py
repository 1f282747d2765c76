"""Words that let entries through or leave them out, as they are typed."""

from __future__ import annotations

import pytest

from bot.errors import BadOption
from bot.services.follow.words import LONGEST, WORDS, words_of


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param(" , ,, ", (), id="nothing but commas"),
        pytest.param("harbour", ("harbour",), id="one"),
        pytest.param(" harbour ,  night   bus,", ("harbour", "night bus"), id="blanks around and within"),
        pytest.param("Bus, bus, BUS", ("BUS",), id="one that comes again: once, as it was typed last"),
        pytest.param("Straße, STRASSE", ("STRASSE",), id="capitals of German"),
        pytest.param("港, 港口", ("港", "港口"), id="Chinese"),
    ],
)
def test_words_stand_between_commas(typed: str, words: tuple[str, ...]) -> None:
    assert words_of("include", typed) == words


@pytest.mark.parametrize(
    "typed", [",".join(f"w{n}" for n in range(WORDS + 1)), "x" * (LONGEST + 1)], ids=["too many", "too long"]
)
def test_there_is_an_end_to_them(typed: str) -> None:
    with pytest.raises(BadOption) as told:
        words_of("exclude", typed)
    assert told.value.facts["option"] == "exclude"
