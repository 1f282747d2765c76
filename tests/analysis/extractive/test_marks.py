"""Which stretches stand between quotation marks."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.marks import quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said, “Go home,” and left.", ["Go home,"], id="curly"),
        pytest.param('He said, "Go home," and left.', ["Go home,"], id="straight"),
        pytest.param("He said, 'Go home,' and it's true.", ["Go home,"], id="single, beside an apostrophe"),
        pytest.param("The dogs' owner can't, won't and didn't.", [], id="apostrophes alone"),
        pytest.param("Sie sagte: „Geht heim.“ Alle gingen.", ["Geht heim."], id="German"),
        pytest.param("Er sagte: »Geht heim.« Alle gingen.", ["Geht heim."], id="German, guillemets inward"),
        pytest.param("Elle dit : « Rentrez. » Tous partent.", ["Rentrez."], id="French, blanks inside the marks"),
        pytest.param("Dijo: «Váyanse.» Se fueron.", ["Váyanse."], id="Spanish"),
        pytest.param("彼は「帰れ」と言った。", ["帰れ"], id="Japanese"),
        pytest.param("A “loose end and nothing more.", [], id="never closed"),
        pytest.param("“They said ‘no’ to us,” she said.", ["They said ‘no’ to us,", "no"], id="one inside another"),
    ],
)
def test_quotations_of(text: str, expected: list[str]) -> None:
    assert [q.text for q in quotations((text,))] == expected


def test_a_quotation_over_two_paragraphs_goes_on_where_the_mark_is_repeated() -> None:
    first, second = quotations(("“We began in the rain.", "“We ended in the rain.”"))
    assert (first.text, first.whole) == ("We began in the rain.", False)
    assert (second.text, second.whole, second.paragraph) == ("We ended in the rain.", True, 2)
