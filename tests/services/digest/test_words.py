"""Whole words, whatever their case and accents, in titles and texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.services.digest.words import folded, having
from tests.digest_nouns import entry
from tests.nouns import texts


@pytest.mark.parametrize(
    ("word", "title", "has"),
    [
        pytest.param("harbour", "The Harbour is sold", True, id="whatever its case"),
        pytest.param("HARBOUR", "the harbour, sold", True, id="beside a comma"),
        pytest.param("art", "Party in the harbour", False, id="not within another word"),
        pytest.param("art", "State of the art", True, id="as the last word"),
        pytest.param("cafe", "Le Café ferme", True, id="without its accent"),
        pytest.param("café", "Cafe closes", True, id="with an accent that the text has not"),
        pytest.param("straße", "Die STRASSE wird gesperrt", True, id="another spelling of the same letters"),
        pytest.param("climate change", "On climate  change and us", True, id="two words together"),
        pytest.param("climate change", "The climate will change", False, id="two words apart"),
        pytest.param("climate-change", "A climate-change law", True, id="a hyphen"),
        pytest.param("c++", "Why C++ stays", True, id="signs"),
        pytest.param("a.b", "a b aXb", False, id="a sign is no pattern"),
        pytest.param("港湾", "市議会は港湾を売却した", True, id="a script without blanks"),
        pytest.param("москва", "Власти Москва решили", True, id="another script"),
        pytest.param("", "anything", False, id="no word"),
        pytest.param("  ", "anything at  all", False, id="blanks"),
    ],
)
def test_a_word_is_found_as_a_reader_would(word: str, title: str, has: bool) -> None:
    assert having([word])(entry(1, title=title)) is has
    assert having([word])(entry(1, title="", text=title)) is has


def test_one_of_several_is_enough_and_of_none_there_is_none() -> None:
    sold = entry(1, title="Sold", text="The quay is empty.")
    assert having(["harbour", "quay"])(sold)
    assert not having(["harbour", "pier"])(sold)
    assert not having([])(sold)


def test_the_last_word_of_a_title_and_the_first_of_the_text_do_not_stand_together() -> None:
    assert having(["new harbour"])(entry(1, title="The new harbour"))
    assert not having(["new harbour"])(entry(1, title="What is new", text="Harbour sold"))


@settings(max_examples=50)
@given(texts(), st.sampled_from(["", " ", "x"]))
def test_folding_is_done_once(text: str, more: str) -> None:
    assert folded(folded(text + more)) == folded(text + more)


@settings(max_examples=50)
@given(texts(20), texts(20))
def test_any_word_can_be_asked_for(word: str, title: str) -> None:
    having([word])(entry(1, title=title))
