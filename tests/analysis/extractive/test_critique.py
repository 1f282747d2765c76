"""What a careful critic would point at."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.critique import Flaw, findings, remarks
from bot.analysis.extractive.passage import take_apart
from bot.analysis.extractive.speakers import spoken
from bot.models.article import Article
from bot.models.summary import Length, Remark


def found(*paragraphs: str, language: str = "en") -> set[tuple[Flaw, int]]:
    passage = take_apart(Article(language=language, paragraphs=paragraphs))
    return {(f.flaw, f.paragraph) for f in findings(passage, spoken(passage.reading), Length.STANDARD)}


def shown(*paragraphs: str, length: Length = Length.STANDARD) -> tuple[Remark, ...]:
    passage = take_apart(Article(language="en", paragraphs=paragraphs))
    return remarks(passage, spoken(passage.reading), length)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        pytest.param("The lock costs $340 a day.", Flaw.NUMBER, id="money without a source"),
        pytest.param("Traffic fell by 30 percent.", Flaw.NUMBER, id="a share without a source"),
        pytest.param("Nobody uses the towpath.", Flaw.SWEEPING, id="nobody"),
        pytest.param("Either we dig or we drown.", Flaw.ALTERNATIVE, id="either or"),
        pytest.param("A diplomat who asked not to be named agreed.", Flaw.UNNAMED, id="without a name"),
        pytest.param("My neighbor lost his boat last spring.", Flaw.ANECDOTE, id="one case"),
        pytest.param("The boats will leave for good.", Flaw.UNSUPPORTED, id="a prediction with nothing behind it"),
        pytest.param(
            "Traffic would fall within a year.", Flaw.UNSUPPORTED, id="what would come, with nothing behind it"
        ),
        pytest.param("We are told that the lock is for sale.", Flaw.UNNAMED, id="told by nobody named"),
        pytest.param("“It was cold and wet,” said Mara Lund.", Flaw.ONE_SIDED, id="one witness alone"),
    ],
)
def test_flaw(text: str, flaw: Flaw) -> None:
    assert (flaw, 1) in found(text)


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        pytest.param("The lock costs $340 a day, according to the harbor's audit.", Flaw.NUMBER, id="a source"),
        pytest.param("It opened on March 14 and closed in 1998.", Flaw.NUMBER, id="dates are no figures"),
        pytest.param("The lock is old.", Flaw.SWEEPING, id="nothing sweeping"),
    ],
)
def test_no_flaw(text: str, flaw: Flaw) -> None:
    assert (flaw, 1) not in found(text)


def test_a_rule_over_everybody_weighs_more_than_a_manner_of_speaking() -> None:
    passage = take_apart(
        Article(language="en", paragraphs=("I never saw the lock.", "Nobody has ever rued a lock.", "The end."))
    )
    weights = {f.paragraph: f.weight for f in findings(passage, [], Length.DEEP) if f.flaw is Flaw.SWEEPING}
    assert weights[2] > weights[1]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("es", "Otro guarda, que ya no trabaja allí, me lo dijo más corto: no hay agua.", id="Spanish"),
        pytest.param("fr", "Un autre gardien, qui ne travaille plus là, me l'a dit : il n'y a pas d'eau.", id="French"),
        pytest.param("de", "Man erzählt sich, das Tor sei längst verkauft.", id="German"),
    ],
)
def test_unnamed_in_other_languages(language: str, text: str) -> None:
    assert (Flaw.UNNAMED, 1) in found(text, language=language)


def test_what_others_say_is_not_held_against_the_author() -> None:
    assert (Flaw.SWEEPING, 1) not in found("Critics say nobody uses the towpath.")


def test_a_remark_names_the_words_and_their_paragraph() -> None:
    remark = shown("The canal pays.", "The lock costs $340 a day.")[0]
    assert "$340" in remark.text
    assert "without a source" in remark.text
    assert remark.paragraphs == (2,)


def test_a_longer_summary_has_more_remarks_and_each_kind_once_in_a_paragraph() -> None:
    text = tuple(
        f"Nobody uses lock {n}. It costs ${n}00 a day. My neighbor went home. The boats will go." for n in range(9)
    )
    counts = [len(shown(*text, length=length)) for length in (Length.SHORT, Length.STANDARD, Length.DEEP)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]
    assert len({(r.text, r.paragraphs) for r in shown(*text)}) == counts[1]
