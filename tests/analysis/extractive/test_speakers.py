"""Which quotations are somebody's words, and whose."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.passage import take_apart
from bot.analysis.extractive.speakers import spoken
from bot.models.article import Article


def said(*paragraphs: str, language: str = "en", authors: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    passage = take_apart(Article(language=language, authors=authors, paragraphs=paragraphs))
    return [(quote.text, quote.speaker) for quote in spoken(passage.reading)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("“It was cold,” said Mara Lund.", "Mara Lund", id="verb, then name"),
        pytest.param("“It was cold,” Mara Lund told the council.", "Mara Lund", id="name, then verb"),
        pytest.param("Mara Lund told me, “It was cold.”", "Mara Lund", id="before the words"),
        pytest.param("“It was cold,” said Mayor Mara Lund.", "Mara Lund", id="without the office"),
        pytest.param("Mara Lund runs the lock. “It was cold,” she says.", "Mara Lund", id="a pronoun"),
        pytest.param("Mara Lund met Mr. Per Holt. “It was cold,” she said.", "Mara Lund", id="a pronoun by its sex"),
        pytest.param("Mara Lund runs the lock. “It was cold,” Lund says.", "Mara Lund", id="a surname, made full"),
        pytest.param("“It was cold,” says the manager.", "the manager", id="a role where that is all there is"),
        pytest.param("“It was cold,” a spokesman said.", "", id="nobody who is named"),
        pytest.param("After a talk with Per Holt, Mara Lund said: “It was cold.”", "Mara Lund", id="not the companion"),
        pytest.param("Mara Lund told Per Holt, “It was cold.”", "Mara Lund", id="not the one who is told"),
    ],
)
def test_the_speaker_is(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        pytest.param("de", "„Es war kalt“, sagte Bürgermeisterin Mara Lund.", "Mara Lund", id="German"),
        pytest.param("de", "Mara Lund hütet das Tor. „Es war kalt“, sagt sie.", "Mara Lund", id="German pronoun"),
        pytest.param("fr", "« Il faisait froid », explique Mara Lund.", "Mara Lund", id="French"),
        pytest.param("fr", "Chez Mara Lund. « Il fait froid, disait-elle, et c'est long. »", "Mara Lund", id="inside"),
        pytest.param("es", "«Hacía frío», dijo la ministra Mara Lund.", "Mara Lund", id="Spanish"),
    ],
)
def test_the_speaker_in_other_languages(language: str, text: str, speaker: str) -> None:
    assert [who for _, who in said(text, language=language)] == [speaker]


def test_words_cut_in_two_have_one_speaker() -> None:
    assert said("“It was cold,” Mara Lund said. “We went home early.”") == [
        ("It was cold,", "Mara Lund"),
        ("We went home early.", "Mara Lund"),
    ]


def test_the_author_quotes_himself() -> None:
    assert said("“It is cold out here,” I said.", authors=("Per Holt",)) == [("It is cold out here,", "Per Holt")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The board calls a closed lock “open”.", id="a scare quote"),
        pytest.param("We read “The Old Man and the Sea” at school.", id="a title"),
        pytest.param("The word “barge” is old.", id="a term"),
    ],
)
def test_what_nobody_said_is_left_out(text: str) -> None:
    assert not said(text)


def test_a_few_words_count_where_somebody_is_named_for_them() -> None:
    assert said("Minister Mara Lund has called the lock “a museum piece.”") == [("a museum piece.", "Mara Lund")]
