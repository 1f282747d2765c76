"""Whose voice a sentence speaks with."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.passage import take_apart
from bot.analysis.extractive.regions import Voice
from bot.models.article import Article


def spoken_by(voice: Voice, *paragraphs: str, language: str = "en", title: str = "") -> list[str]:
    passage = take_apart(Article(title=title, language=language, paragraphs=paragraphs))
    return [line.text for line, whose in zip(passage.lines, passage.voices, strict=True) if whose is voice]


@pytest.mark.parametrize(
    ("language", "paragraphs", "reported"),
    [
        pytest.param(
            "en",
            ("Critics say the canal is a luxury. Barges are slow. But slow freight is cheap freight.",),
            ["Critics say the canal is a luxury.", "Barges are slow."],
            id="from the cue to the turn",
        ),
        pytest.param(
            "en",
            ("The canal is a luxury.", "Barges are slow.", "All of that is true. The canal pays all the same."),
            ["Barges are slow."],
            id="a sentence that looks back marks the paragraph before it",
        ),
        pytest.param(
            "en",
            (
                "The case for filling it in deserves a hearing. Barges are slow.",
                "Nor is the towpath safe. Two people fell in.",
                "These are serious worries. The canal pays all the same.",
            ),
            [
                "The case for filling it in deserves a hearing.",
                "Barges are slow.",
                "Nor is the towpath safe.",
                "Two people fell in.",
            ],
            id="a long case crosses paragraphs up to the sentence that looks back",
        ),
        pytest.param(
            "de",
            ("Die Gegner sagen, der Kanal sei Luxus. Die Kähne seien langsam. Doch langsame Fracht ist billig.",),
            ["Die Gegner sagen, der Kanal sei Luxus.", "Die Kähne seien langsam."],
            id="German, with the subjunctive of report",
        ),
        pytest.param(
            "fr",
            ("Les partisans du comblement affirment que le canal coûte. Il est lent. Mais il transporte.",),
            ["Les partisans du comblement affirment que le canal coûte.", "Il est lent."],
            id="French",
        ),
        pytest.param(
            "es",
            ("Los críticos dicen que el canal es un lujo. Las barcas van despacio. Pero el canal paga.",),
            ["Los críticos dicen que el canal es un lujo.", "Las barcas van despacio."],
            id="Spanish",
        ),
        pytest.param(
            "en",
            ("The engineer sums it up at every meeting. Barges are slow. Locks leak.", "But the canal pays."),
            ["The engineer sums it up at every meeting.", "Barges are slow.", "Locks leak."],
            id="a paragraph that opens with somebody who speaks",
        ),
        pytest.param(
            "en",
            ("The case for filling it in is not foolish. Budgets are real. Barges are slow.", "But the canal pays."),
            ["The case for filling it in is not foolish.", "Budgets are real.", "Barges are slow."],
            id="a concession within a steelman is part of it",
        ),
        pytest.param(
            "en",
            ("The canal opened in 1820.", "Barges are slow. Locks leak.", "I used to give that speech myself."),
            ["Barges are slow.", "Locks leak."],
            id="the author gave that speech once",
        ),
        pytest.param("en", ("I believe that the canal pays. Its locks are sound.",), [], id="what the author believes"),
        pytest.param("en", ("Some of the barges we believe in. The canal pays.",), [], id="some of what we believe"),
        pytest.param("en", ("My answer is that the canal pays. It does.",), [], id="the author's own answer"),
        pytest.param(
            "de",
            ("In der Kammer wird viel gesagt. Der Kahn liege still, man warte lange. Doch er trägt.",),
            ["In der Kammer wird viel gesagt.", "Der Kahn liege still, man warte lange."],
            id="German, what is said a lot",
        ),
        pytest.param(
            "de", ("Ich habe den Kanal gebaut. Den Kahn habe ich verkauft.",), [], id="German, the author's I"
        ),
        pytest.param("en", ("The canal pays. Its locks are sound.",), [], id="nobody else speaks"),
    ],
)
def test_reported(language: str, paragraphs: tuple[str, ...], reported: list[str]) -> None:
    assert spoken_by(Voice.REPORTED, *paragraphs, language=language) == reported


def test_a_cue_inside_a_quotation_is_not_the_authors() -> None:
    assert not spoken_by(Voice.REPORTED, "“Critics say no,” Mara Lund told me. The canal pays.")


def test_an_ironic_opening_ends_at_the_first_figure() -> None:
    ironic = spoken_by(
        Voice.IRONIC,
        "Congratulations to the board. How generous of it to close the canal.",
        "Thank you, truly. The barges were so noisy.",
        "The canal carried 4,000 tons last year. It pays.",
        title="Three cheers for the board",
    )
    assert ironic[0] == "Congratulations to the board."
    assert "The canal carried 4,000 tons last year." not in ironic
    assert "It pays." not in ironic


def test_one_polite_word_is_no_irony() -> None:
    assert not spoken_by(Voice.IRONIC, "Thank you for your letter. The canal pays.", "It carries grain.")
