"""Words of like meaning: found in their language, weaker than the word itself, out of a table that is whole."""

from __future__ import annotations

import numpy as np
import pytest

from bot.analysis.search.near import LEVELS, LONGEST, MOST, TABLE, WEIGHT, NearWords
from bot.analysis.search.terms import terms

NEAR = NearWords()


def weighted(text: str) -> dict[str, float]:
    return NEAR.weighted(terms(text))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("equipment", "devices"),
        ("vessel", "ship"),
        ("expensive", "costs"),
        ("population", "inhabitants"),
        ("physician", "doctor"),
        ("Fahrzeug", "Auto"),
        ("Gebäude", "Haus"),
        ("voiture", "véhicule"),
        ("edificio", "casa"),
    ],
)
def test_another_word_for_it_is_near(asked: str, said: str) -> None:
    [term] = terms(said)
    assert 0 < weighted(asked)[term] < WEIGHT


@pytest.mark.parametrize(("asked", "said"), [("harbour", "teacher"), ("equipment", "Sunday"), ("vessel", "forest")])
def test_a_word_for_something_else_is_not(asked: str, said: str) -> None:
    [term] = terms(said)
    assert term not in weighted(asked)


def test_what_was_asked_for_comes_first_and_weighs_most() -> None:
    found = weighted("The vessel's equipment")
    assert list(found)[:2] == list(terms("The vessel's equipment"))
    assert [weight for weight in found.values() if weight == 1] == [1, 1]
    others = list(found.values())[2:]
    assert others == sorted(others, reverse=True)
    assert 0 < len(others) <= 2 * MOST


@pytest.mark.parametrize(
    "asked", ["Kirkhaven", "2,500", "貧困対策", ""], ids=["a name", "a number", "no alphabet", "nothing"]
)
def test_what_has_no_other_words_stays_alone(asked: str) -> None:
    assert weighted(asked) == dict.fromkeys(terms(asked), 1.0)


def test_who_says_much_needs_no_other_words() -> None:
    many = [f"vessel{number}" for number in range(LONGEST)] + ["vessel"]
    assert NEAR.weighted(many) == dict.fromkeys(many, 1.0)


def test_the_table_is_whole_and_its_words_are_terms() -> None:
    with np.load(TABLE) as table:
        words = bytes(table["words"]).decode().split()
        assert len(words) == len(set(words)) == len(table["languages"]) == len(table["vectors"])
        assert table["vectors"].shape[1] * 2 == len(table["spread"])
        assert max((table["vectors"] >> 4).max(), (table["vectors"] & 15).max()) <= 2 * LEVELS
        assert (table["languages"] > 0).all()
    assert {"harbour", "ship", "school"} & set(words) >= {"ship", "school"}
