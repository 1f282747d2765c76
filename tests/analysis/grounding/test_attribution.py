"""A quotation is kept for whom the article gives it to, and for nobody else."""

from __future__ import annotations

import pytest

from tests.analysis.grounding.drafts import article_of, kept

WORDS = "we lost the harbour in one night"


def _is_kept(paragraphs: str | tuple[str, ...], speaker: str, **facts: object) -> bool:
    texts = (paragraphs,) if isinstance(paragraphs, str) else paragraphs
    texts = tuple(text.replace("@", WORDS) for text in texts)
    home = next(number for number, text in enumerate(texts, 1) if WORDS in text)
    return kept(article_of(*texts, **facts), WORDS, speaker, home) is not None


@pytest.mark.parametrize(
    ("text", "speaker", "other"),
    [
        pytest.param("“@,” Anna Brandt said.", "Anna Brandt", "Carl Moss", id="name, verb"),
        pytest.param("“@,” said Anna Brandt, the mayor.", "Brandt", "Carl Moss", id="verb, name"),
        pytest.param(
            "Anna Brandt told Carl Moss: “@.”", "Anna Brandt", "Carl Moss", id="the one told is not the speaker"
        ),
        pytest.param("“@,” Anna Brandt told Carl Moss.", "Anna Brandt", "Carl Moss", id="nor when told after"),
        pytest.param("Carl Moss was told by Anna Brandt that “@.”", "Anna Brandt", "Carl Moss", id="passive"),
        pytest.param("Anna Brandt said “no,” and Carl Moss replied “@.”", "Carl Moss", "Anna Brandt", id="two in one"),
        pytest.param(
            "Anna Brandt said “@,” and Carl Moss replied “no.”", "Anna Brandt", "Carl Moss", id="the first of two"
        ),
        pytest.param("“No,” said Anna Brandt. “@,” said Carl Moss.", "Carl Moss", "Anna Brandt", id="turn by turn"),
        pytest.param("“@,” said Anna Brandt. “No,” said Carl Moss.", "Anna Brandt", "Carl Moss", id="turn, the first"),
        pytest.param("“No,” Anna Brandt said. “@.” Carl Moss left.", "Anna Brandt", "Carl Moss", id="it goes on"),
        pytest.param("Carl Moss listened. “@,” Anna Brandt said.", "Brandt", "Moss", id="another named before"),
        pytest.param("“@,” Anna Brandt said. Carl Moss disagrees.", "Brandt", "Moss", id="another named after"),
        pytest.param("Anna Brandt was there. “@,” she said. Carl Moss was not.", "Brandt", "Carl Moss", id="pronoun"),
        pytest.param(
            "Carl Moss left. Anna Brandt stayed. “@,” she said.", "Anna Brandt", "Carl Moss", id="nearest name"
        ),
        pytest.param(
            "Carl Moss brought the message that Anna Brandt left in Spain when she spoke: “@.”",
            "Anna Brandt",
            "Carl Moss",
            id="a pronoun in its own sentence",
        ),
        pytest.param("Anna Brandt thanked Carl Moss and added: “@.”", "Anna Brandt", "Carl Moss", id="two verbs"),
        pytest.param("When Carl Moss left, Anna Brandt sat down and said: “@.”", "Brandt", "Moss", id="two parts"),
        pytest.param("Ann Lee, Carl Moss’s lawyer, said: “@.”", "Ann Lee", "Carl Moss", id="not whose lawyer it is"),
        pytest.param(
            "Anna Brandt, who met Carl Moss in May, said: “@.”", "Anna Brandt", "Carl Moss", id="relative clause"
        ),
        pytest.param("Carl Moss quoted Anna Brandt as saying: “@.”", "Anna Brandt", "Carl Moss", id="quoted as saying"),
        pytest.param("“@,” according to Anna Brandt. Carl Moss left.", "Anna Brandt", "Carl Moss", id="according to"),
        pytest.param("In Anna Brandt’s words, “@.” Carl Moss left.", "Anna Brandt", "Carl Moss", id="in her words"),
        pytest.param("‘@,’ Anna Brandt said. ‘No,’ Carl Moss said.", "Anna Brandt", "Carl Moss", id="single marks"),
        pytest.param(
            "“@,” President Anna Brandt said. Carl Moss left.", "President Brandt", "President Moss", id="titled"
        ),
        pytest.param("„@“, sagte Anna Brandt. Carl Moos ging.", "Anna Brandt", "Carl Moos", id="German, after"),
        pytest.param("Carl Moos ging. Im Rat sagte Anna Brandt: „@.“", "Anna Brandt", "Carl Moos", id="German, before"),
        pytest.param("„@“, so Anna Brandt. Carl Moos ging.", "Brandt", "Moos", id="German, so"),
        pytest.param("»@«, meint Anna Brandt. »Nein«, sagt Carl Moos.", "Anna Brandt", "Carl Moos", id="guillemets"),
        pytest.param("« @ », a dit Anna Brandt. Carl Mousse sourit.", "Anna Brandt", "Carl Mousse", id="French"),
        pytest.param("Selon Anna Brandt, « @ ». Carl Mousse sourit.", "Anna Brandt", "Carl Mousse", id="French, selon"),
        pytest.param("«@», dijo Anna Brandt. Carlos Mora calló.", "Anna Brandt", "Carlos Mora", id="Spanish"),
    ],
)
def test_the_attribution_decides(text: str, speaker: str, other: str) -> None:
    assert _is_kept(text, speaker)
    assert not _is_kept(text, other)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        pytest.param(("Anna Brandt runs the port.", "“@,” she said."), "Anna Brandt", id="named a paragraph earlier"),
        pytest.param(("“@.”", "Anna Brandt said that in May."), "Anna Brandt", id="named a paragraph later"),
        pytest.param(("Anna Brandt wrote: “It was over.", "“@.”"), "Anna Brandt", id="a quotation of two paragraphs"),
        pytest.param("Anna Brandt and Carl Moss said: “@.”", "Anna Brandt", id="two speak together: one"),
        pytest.param("Anna Brandt and Carl Moss said: “@.”", "Carl Moss", id="two speak together: the other"),
        pytest.param("“@,” the harbour pilot said.", "the harbour pilot", id="a role"),
        pytest.param("“@,” says the pilot, Anna Brandt.", "the pilot", id="a role beside the name"),
        pytest.param(
            ("The pilot, Anna Brandt, is old.", "It rains.", "“@,” said the pilot."), "Anna Brandt", id="by role"
        ),
        pytest.param("Donald J. Trump said: “@.”", "Donald Trump", id="an initial left out"),
        pytest.param("Trump’s answer: “@.”", "Trump", id="a possessive"),
        pytest.param("„@“, lautet Brandts Antwort.", "Brandt", id="a German genitive"),
        pytest.param("Anna Brandt: @ and never got it back.", "Anna Brandt", id="a labelled turn without marks"),
        pytest.param(("Anna Brandt wrote:", "@ and never got it back."), "Anna Brandt", id="a set-off quotation"),
        pytest.param(("Dear Mr. Moss, this is about the port.", "You said “@.” It was not lost."), "Moss", id="you"),
        pytest.param("“@,” wrote D’Souza. “Badly.”", "D'Souza", id="an apostrophe in a name"),
        pytest.param("“@,” dijo el alcalde, Julián de la Fuente.", "Julián de la Fuente", id="particles"),
    ],
)
def test_a_speaker_is_known_by_any_part_or_way(paragraphs: str | tuple[str, ...], speaker: str) -> None:
    assert _is_kept(paragraphs, speaker)


@pytest.mark.parametrize(
    ("paragraphs", "speaker"),
    [
        pytest.param("“@,” Anna Brandt said.", "Nobody Known", id="a name that is nowhere"),
        pytest.param(("Anna Brandt left.", "It rained.", "It snowed.", "“@.”"), "Anna Brandt", id="named too far away"),
        pytest.param("Bill Clinton said: “@.”", "Hillary Clinton", id="another of the same surname"),
        pytest.param("“@,” Donald Tusk said.", "Donald Trump", id="another of the same first name"),
        pytest.param("Anna Brandt says that @ and more.", "Anna Brandt", id="reported speech is no quotation"),
        pytest.param("“@,” a spokesman for Anna Brandt said.", "Anna Brandt", id="who speaks for somebody"),
        pytest.param("“@,” Martins said. “No.”", "Martínez", id="a similar name"),
        pytest.param("“@,” Jose said.", "José", id="an accent is a letter"),
        pytest.param("“@,” Anna Brandt said.", "the author", id="the author did not say what another said"),
        pytest.param("“@,” I said to Anna Brandt.", "Anna Brandt", id="the author said it to her"),
    ],
)
def test_a_quotation_given_to_the_wrong_person_is_dropped(paragraphs: str | tuple[str, ...], speaker: str) -> None:
    assert not _is_kept(paragraphs, speaker)


@pytest.mark.parametrize("name", ["Vera Lind", "Lind", "the author", "I"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param("That summer @ and nobody wept.", id="words without marks"),
        pytest.param("“@,” I noted elsewhere.", id="a quotation of oneself"),
        pytest.param("I have called it a wake: “@.”", id="one's own phrase"),
    ],
)
def test_the_author_speaks_outside_marks_and_as_i(text: str, name: str) -> None:
    assert _is_kept(text, name, authors=("Vera Lind",))


def test_words_without_marks_are_nobodys_but_the_authors() -> None:
    text = "Anna Brandt sold it. That summer @ and nobody wept."
    assert _is_kept(text, "")
    assert not _is_kept(text, "Anna Brandt")


def test_an_editorial_speaks_as_its_outlet() -> None:
    assert _is_kept("That summer @ and nobody wept.", "Vale Courier", site="Vale Courier")


def test_words_inside_a_quotation_are_its_speakers_or_whoever_it_names() -> None:
    text = "“The pilot told me, ‘@,’ and wept,” Anna Brandt said."
    assert _is_kept(text, "Anna Brandt")
    named = "“Carl Moss told me, ‘@,’ and wept,” Anna Brandt said."
    assert _is_kept(named, "Carl Moss")
    assert not _is_kept(named, "Anna Brandt")
