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
        pytest.param("“It was cold,” Mara Lund, who keeps the gate, said.", "Mara Lund", id="a clause in between"),
        pytest.param(
            "Mara Lund, the warden, is angry. “It was cold,” she says.", "Mara Lund", id="an office in apposition"
        ),
        pytest.param("Asked why, Mara Lund shrugged: “It was cold.”", "Mara Lund", id="a colon after another verb"),
        pytest.param(
            "My cousin Mara keeps the gate. “It was cold,” she says.", "Mara", id="a first name of the family's"
        ),
        pytest.param("Mara, who is nine, told us: “It was cold.”", "Mara", id="a first name that speaks"),
        pytest.param(
            "Ask Mara Lund at the gate. “It was cold,” she says.", "Mara Lund", id="not the imperative before it"
        ),
        pytest.param(
            "Mara Lund of the Union of Lock Banks met me. “It was cold,” she said.", "Mara Lund", id="no union"
        ),
        pytest.param("Lockers, says the warden, Mara Lund, are “cold and wet rooms”.", "Mara Lund", id="not the topic"),
        pytest.param("“It was cold,” Dr. Mara Lund, a vet in Odby, says.", "Mara Lund", id="past a title's full stop"),
        pytest.param("In the words of the poet Mara Lund, “it was cold there.”", "Mara Lund", id="in the words of"),
        pytest.param("The board says that the lock is “kept well all year”.", "The board", id="an office"),
        pytest.param(
            "The council denies it. In a statement it said that the lock is “kept well all year”.",
            "The council",
            id="an office, by its pronoun",
        ),
        pytest.param("The report calls the lock “a danger to the public”.", "", id="a paper is nobody"),
        pytest.param("Mara Lund, who chairs the board, puts it so: “It was cold.”", "Mara Lund", id="not her office"),
        pytest.param("Locks lose “a tenth of it” a year, according to Mara Lund.", "Mara Lund", id="according to"),
        pytest.param("“It was cold,” says the deputy minister for locks.", "the deputy minister for locks", id="whole"),
        pytest.param("Acting Lock Minister Mara Ann Lund said that it “was cold there”.", "Mara Ann Lund", id="acting"),
        pytest.param("As Sir Mara Lund wrote, “it was cold there.”", "Sir Mara Lund", id="Sir belongs to the name"),
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
        pytest.param("de", "„Es war kalt“, sagt der Schleusenbeauftragte Per Holt.", "Per Holt", id="German trade"),
        pytest.param("de", "„Es war kalt“, so Ministerin Mara Lund.", "Mara Lund", id="German so"),
        pytest.param(
            "de", "Laut Pressesprecher Per Holt war es „eine Nacht wie andere“.", "Per Holt", id="German laut"
        ),
        pytest.param("de", "Kämmerin Mara Lund nennt das „eine Luftnummer“.", "Mara Lund", id="German nouns, no title"),
        pytest.param("fr", "Ma voisine Odile m’a dit : « Il faisait froid. »", "Odile", id="French first name"),
        pytest.param("fr", "Pour Mara Lund, éclusière, « il fait froid ici la nuit ».", "Mara Lund", id="French pour"),
        pytest.param("es", "Mi vecina Lola lo tiene claro: «Hacía frío.»", "Lola", id="Spanish first name"),
        pytest.param("es", "Para el alcalde, Per Holt, es «un frío de otra época».", "Per Holt", id="Spanish para"),
    ],
)
def test_the_speaker_in_other_languages(language: str, text: str, speaker: str) -> None:
    assert [who for _, who in said(text, language=language)] == [speaker]


def test_a_clause_that_a_quotation_is_part_of_has_not_its_speaker() -> None:
    text = "An “attack on our quiet home” was condemned, and Mayor Mara Lund promised that “the lock will be shut”."
    assert ("the lock will be shut", "Mara Lund") in said(text)
    assert ("attack on our quiet home", "Mara Lund") not in said(text)


def test_what_the_next_sentence_says_is_not_said_of_a_quotation() -> None:
    text = "Mara Lund shook her head. “It was cold.” Of everything said that night, Per Holt kept that."
    assert ("It was cold.", "Per Holt") not in said(text)


def test_words_cut_in_two_have_one_speaker() -> None:
    assert said("“It was cold,” Mara Lund said. “We went home early.”") == [
        ("It was cold", "Mara Lund"),
        ("We went home early.", "Mara Lund"),
    ]


def test_the_author_quotes_himself() -> None:
    assert said("“It is cold out here,” I said.", authors=("Per Holt",)) == [("It is cold out here", "Per Holt")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The board calls a closed lock “open”.", id="a scare quote"),
        pytest.param("We read “The Old Man and the Sea” at school.", id="a title"),
        pytest.param("The word “barge” is old.", id="a term"),
        pytest.param("Mara Lund runs the lock. It does not say “come to the water”.", id="what is not said"),
        pytest.param("“Cold locks”, to spell it, you must have seen one.", id="an example"),
    ],
)
def test_what_nobody_said_is_left_out(text: str) -> None:
    assert not said(text)


def test_a_few_words_count_where_somebody_is_named_for_them() -> None:
    assert said("Minister Mara Lund has called the lock “a museum piece.”") == [("a museum piece.", "Mara Lund")]
