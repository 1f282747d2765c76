"""Lines that say when something was posted and nothing else: "April 18, 2023 at 8:15 am", "vor 2 Stunden"."""

from __future__ import annotations

import re

from bot.sources.month_names import MONTHS

_LONGEST = 70
_APART = re.compile(r"\d\D+\d")  # a year alone is no time
_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[年月日時时分秒点點前午上下号號]|周.|星期.|\(?[月火水木金土日]\)?曜?日?")

# Words that may stand beside the digits of a date or a time, by language.
_WORDS_BY_LANGUAGE = {
    "ar": """
        منذ قبل ساعة ساعات دقيقة دقائق يوم أيام في الساعة
    """,
    "da, no, sv": """
        kl klokken for siden sedan timer time minutter dager dage dag uger den timmar minuter dagar
    """,
    "de": """
        am um uhr vor stunde stunden minute minuten minuten tag tage tagen woche wochen monat monate monaten
        jahr jahre jahren std min sek gestern heute montag dienstag mittwoch donnerstag freitag samstag
        sonntag mo di mi do fr sa so der den geschrieben bearbeitet kommentiert
    """,
    "en": """
        t z a an at on am pm ago hour hours hr hrs h minute minutes min mins m second seconds sec s day days d
        week weeks w wk month months mo year years yr yrs y just now yesterday today monday tuesday wednesday
        thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun st nd rd th of the posted
        edited commented said updated about over utc gmt est edt cst cdt pst pdt bst cet cest ist et pt
    """,
    "es": """
        a las el de del hace hora horas minuto minutos día días dias semana semanas mes meses año años ayer
        hoy lunes martes miércoles jueves viernes sábado domingo hs hrs y
    """,
    "fi": """
        klo sitten tuntia minuuttia päivää
    """,
    "fr": """
        à a le il y heure heures minute minutes jour jours semaine semaines mois an ans hier aujourd hui lundi
        mardi mercredi jeudi vendredi samedi dimanche er posté publié h min
    """,
    "he": """
        לפני שעות שעה דקות ימים יום ב
    """,
    "it": """
        alle ore il fa ora minuti minuto giorno giorni settimana settimane mese mesi anno anni ieri oggi
        lunedì martedì mercoledì giovedì venerdì sabato domenica
    """,
    "nl": """
        om op geleden uur uren minuten dag dagen week weken maand maanden jaar gisteren vandaag maandag
        dinsdag woensdag donderdag vrijdag zaterdag zondag
    """,
    "pl": """
        o godz temu godzin godziny minut dni wczoraj dzisiaj roku
    """,
    "pt": """
        às as em há atrás hora horas minuto minutos dia dias semana semanas mês meses ano anos ontem hoje
        segunda terça quarta quinta sexta feira sábado domingo
    """,
    "ru": """
        в назад час часа часов минут минуты день дня дней вчера сегодня года г
    """,
    "tr": """
        önce saat dakika gün hafta ay yıl
    """,
    "uk": """
        о тому год годин хвилин днів вчора сьогодні року
    """,
}
_WORDS = frozenset(word for words in _WORDS_BY_LANGUAGE.values() for word in words.split()) | MONTHS.keys()
_WITHOUT_DIGITS = frozenset(
    (
        "yesterday",
        "today",
        "just now",
        "now",
        "gestern",
        "heute",
        "hier",
        "ayer",
        "hoy",
        "ieri",
        "oggi",
        "ontem",
        "вчера",
    )
)
_RELATIVE = frozenset(("an", "a", "eine", "einem", "einer", "une", "un", "una", "ago", "vor", "hace", "fa", "há"))


def is_timestamp(text: str) -> bool:
    """Whether a line holds digits, and nothing but words of dates around them."""
    if not text or len(text) > _LONGEST:
        return False
    plain = text.casefold().strip(" .,·•|-–—/()[]")
    if plain in _WITHOUT_DIGITS:
        return True
    words = _WORD.findall(_HAN.sub(" ", plain))
    if not all(word in _WORDS or word in _RELATIVE for word in words):
        return False
    digits = sum(c.isdigit() for c in plain)
    if digits:
        return bool(words) or (digits >= 4 and _APART.search(plain) is not None) or _HAN.search(plain) is not None
    return len(words) >= 3 and not _RELATIVE.isdisjoint(words)
