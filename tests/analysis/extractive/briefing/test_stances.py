"""Whether a sentence approves of what was done, and whether it tells of these days."""

from __future__ import annotations

import pytest

from bot.analysis.extractive.briefing.moments import is_just_now, names_a_year
from bot.analysis.extractive.briefing.stances import leans

FOR, AGAINST, NEITHER = 1, -1, 0


@pytest.mark.parametrize(
    ("sentence", "language", "lean"),
    [
        pytest.param("The council was right to sell the pier.", "en", FOR, id="right to do it"),
        pytest.param("We welcome the ban, and so will the bees.", "en", FOR, id="we welcome"),
        pytest.param("It is a good law.", "en", FOR, id="a good law"),
        pytest.param("The judge deserves praise for her patience.", "en", FOR, id="praise"),
        pytest.param("Let them build.", "en", NEITHER, id="a demand that we have no words for"),
        pytest.param("The ban is a mistake.", "en", AGAINST, id="a mistake"),
        pytest.param("The minister should withdraw the order.", "en", AGAINST, id="to be withdrawn"),
        pytest.param("The order ought to be reversed.", "en", AGAINST, id="to be reversed"),
        pytest.param("The ban is not a mistake.", "en", FOR, id="no mistake"),
        pytest.param("The council was not right to sell the pier.", "en", AGAINST, id="not right"),
        pytest.param("The council should not sell the pier.", "en", AGAINST, id="should not"),
        pytest.param("The order should not be reversed.", "en", NEITHER, id="should not be reversed"),
        pytest.param("Man sollte den Pier nicht verkaufen.", "de", AGAINST, id="German, should not"),
        pytest.param("El alcalde no debe vender el muelle.", "es", AGAINST, id="Spanish, must not"),
        pytest.param("Le maire ne doit pas vendre le quai.", "fr", AGAINST, id="French, must not"),
        pytest.param("Those who call it a betrayal are mistaken.", "en", NEITHER, id="a judgement on those who judge"),
        pytest.param("Die Kritiker haben recht.", "de", NEITHER, id="German, on critics"),
        pytest.param("The aim is right, but the ban is a mistake.", "en", NEITHER, id="both"),
        pytest.param("The pier is made of oak and iron.", "en", NEITHER, id="neither"),
        pytest.param("The pier turns right at the bend.", "en", NEITHER, id="another right"),
        pytest.param("Die Entscheidung ist richtig.", "de", FOR, id="German, for"),
        pytest.param("Das Verbot ist ein Fehler.", "de", AGAINST, id="German, against"),
        pytest.param("Das Verbot ist kein schwerer Fehler.", "de", FOR, id="German, no mistake"),
        pytest.param("Der Rat sollte den Beschluss zurücknehmen.", "de", AGAINST, id="German, to be taken back"),
        pytest.param("Le conseil a eu raison de fermer la route.", "fr", FOR, id="French, for"),
        pytest.param("Cette loi est une erreur.", "fr", AGAINST, id="French, against"),
        pytest.param("El alcalde tiene razón.", "es", FOR, id="Spanish, for"),
        pytest.param("La ley es un error.", "es", AGAINST, id="Spanish, against"),
        pytest.param("The ban is a mistake.", "nl", NEITHER, id="a language that we have no words for"),
        pytest.param("", "en", NEITHER, id="nothing"),
    ],
)
def test_which_way_a_sentence_leans(sentence: str, language: str, lean: int) -> None:
    assert leans(sentence, language) == lean


@pytest.mark.parametrize(
    ("sentence", "language", "just_now"),
    [
        pytest.param("The senate voted on Tuesday.", "en", True, id="a weekday"),
        pytest.param("Yesterday's vote was close.", "en", True, id="yesterday"),
        pytest.param("The senate voted last spring.", "en", False, id="last spring"),
        pytest.param("Der Senat stimmte am Dienstag ab.", "de", True, id="German"),
        pytest.param("Le sénat a voté mardi.", "fr", True, id="French"),
        pytest.param("El senado votó ayer.", "es", True, id="Spanish"),
        pytest.param("De senaat stemde dinsdag.", "nl", False, id="a language that we have no words for"),
    ],
)
def test_what_has_just_happened_says_when(sentence: str, language: str, *, just_now: bool) -> None:
    assert is_just_now(sentence, language) is just_now


def test_a_year_is_a_number_of_four_digits_in_our_time() -> None:
    assert names_a_year("In 2019 it grew.")
    assert not names_a_year("It cost 2,019 crowns, or 99999.")
