"""Where a sentence ends, in the typographies of newspapers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.analysis.extractive.sentences import LONGEST, split
from bot.analysis.extractive.words import words_for


def sentences(text: str, language: str) -> list[str]:
    return [s.text for s in split((text,), words_for(language).abbreviations)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        pytest.param("en", ["Mr. Hale left.", "Nobody asked why."], id="a title's full stop ends nothing"),
        pytest.param("en", ["J. R. Ostrow wrote it.", "It sold."], id="nor does an initial's"),
        pytest.param("en", ["It rose to 3.5 percent.", "Then it fell."], id="nor does a decimal point"),
        pytest.param("en", ["“Must we?” she asked.", "We must."], id="a question inside a sentence goes on"),
        pytest.param("en", ["“We must.”", "So they did."], id="the closing mark belongs to its sentence"),
        pytest.param("en", ["They waited … and waited.", "Nothing came."], id="an ellipsis before a small letter"),
        pytest.param("de", ["Am 3. Mai kam z. B. die Bahn.", "Sie fuhr."], id="German ordinals and abbreviations"),
        pytest.param("fr", ["M. Roux a dit : « Non. »", "Puis il est parti."], id="French marks with their blanks"),
        pytest.param("es", ["¿Quién paga?", "¡Todos!", "Así no."], id="Spanish opening marks"),
        pytest.param(
            "ja", ["橋は古い。", "「直すべきだ。」", "誰が払うのか？"], id="Japanese full stops need no blank"
        ),
    ],
)
def test_sentences_of(language: str, expected: list[str]) -> None:
    joiner = "" if language == "ja" else " "
    assert sentences(joiner.join(expected), language) == expected


@given(st.lists(st.text(max_size=300), max_size=4))
def test_a_sentence_stands_in_its_paragraph_where_it_says(paragraphs: list[str]) -> None:
    for sentence in split(tuple(paragraphs), words_for("en").abbreviations):
        assert paragraphs[sentence.paragraph - 1][sentence.start : sentence.end] == sentence.text
        assert sentence.text.strip() == sentence.text != ""


def test_a_text_without_full_stops_is_cut_so_that_work_is_bounded() -> None:
    cut = split(("word " * 2_000,), frozenset())
    assert len(cut) > 5
    assert max(len(sentence.text) for sentence in cut) <= LONGEST
