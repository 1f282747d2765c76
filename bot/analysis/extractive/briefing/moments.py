"""Words that say when something happened, by language: news has just happened, what an author looks back on has not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.analysis.extractive.words.table import phrases

_JUST_NOW: Mapping[str, re.Pattern[str]] = {
    "en": phrases(
        """
        (?:mon|tues|wednes|thurs|fri|satur|sun)day(?:'s)? | yesterday(?:'s)? | today | tonight | last night
        this (?:week|morning|afternoon|evening|month|weekend) | last week(?:end)? | earlier this (?:week|month)
        (?:has|have) (?:now |just )(?:\\w+)
        """
    ),
    "de": phrases(
        """
        (?:am )?(?:mon|diens|donners|frei|sams|sonn)tag(?:abend|morgen)? | (?:am )?mittwoch(?:abend|morgen)? | gestern
        heute | vorgestern | diese woche | dieser woche | vergangene woche | vergangener woche | am wochenende | soeben
        """
    ),
    "fr": phrases(
        """
        lundi | mardi | mercredi | jeudi | vendredi | samedi | dimanche | hier | aujourd'hui | cette semaine
        la semaine dernière | ce week-end | ce matin | hier soir | vient de | viennent de
        """
    ),
    "es": phrases(
        """
        (?:el )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo) | ayer | hoy | anoche | esta semana
        la semana pasada | este fin de semana | esta mañana | acaba de | acaban de
        """
    ),
}
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def is_just_now(sentence: str, language: str) -> bool:
    """Whether a sentence tells of these days; False where we have no words for its language."""
    pattern = _JUST_NOW.get(language)
    return bool(pattern and pattern.search(sentence))


def names_a_year(sentence: str) -> bool:
    """What happened this week needs no year."""
    return bool(_YEAR.search(sentence))
