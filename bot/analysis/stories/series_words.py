"""What entries say that are about no event of their own, by language; folded: small letters without accents."""

from __future__ import annotations

import re

# In a title: it gathers what happened, or comes every day or week. Regular expressions.
_GATHERING = {
    "de": (
        "das wichtigste am|der tag im uberblick|die lage am|leserbriefe?|morgenbriefing|nachrichten am|newsletter",
        "pressespiegel|presseschau|wochenruckblick|wochenvorschau|horoskop|kreuzwortratsel|tv-tipps",
    ),
    "en": (
        r"(?:morning|evening|daily|weekly|midday|news) (?:briefing|brief|bulletin|digest|edition|headlines|recap)",
        "(?:what|things) to (?:know|watch) (?:on|for|this|today)|the (?:week|day) (?:in|ahead)|newsletter|round-?up",
        "letters? to the editor|readers' letters|crossword|horoscope|quiz of the|photos? of the (?:day|week)",
        "on this day|today in history|front pages|diary dates",
    ),
    "es": (
        "cartas al director|claves del dia|las noticias del dia|lo que debes saber|newsletter|boletin|crucigrama",
        "horoscopo|revista de prensa|resumen (?:del dia|de la semana)",
    ),
    "fr": (
        "courrier des lecteurs|l'essentiel de l'actu|les titres du jour|la matinale|newsletter|horoscope",
        "mots croises|revue de presse|ce qu'il faut retenir (?:de|du|ce)",
    ),
}

# In a title: advice, choices and lists that have no day of their own. Regular expressions.
_TIMELESS = {
    "de": (
        "(?:[0-9]+|funf|sieben|zehn) (?:[a-z]+ )?(?:tipps|ideen|rezepte|tricks|bucher|filme)|ratgeber|so sparen sie",
        "die (?:[0-9]+ |funf |zehn )?(?:besten|schonsten) [a-z]+ (?:fur|im|in|am|des|der)",
    ),
    "en": (
        "(?:[0-9]+|five|six|seven|eight|nine|ten|twelve) (?:[a-z]+ )?(?:tips|ways|ideas|trends|recipes|gadgets|books)",
        "(?:[0-9]+|five|seven|ten|twelve) best|top (?:[0-9]+|five|ten)|how to [a-z]+|beginner's guide",
        "the (?:[0-9]+ |five |ten )?best [a-z- ]+ (?:of|for|to|under)",
    ),
    "es": (
        "(?:[0-9]+|cinco|siete|diez) (?:[a-z]+ )?(?:consejos|ideas|recetas|trucos|libros|playas|peliculas)",
        "(?:las|los) (?:[0-9]+ |cinco |diez )?mejores [a-z]+ (?:de|para)|como (?:elegir|ahorrar)",
    ),
    "fr": (
        "(?:[0-9]+|cinq|sept|dix) (?:[a-z]+ )?(?:conseils|idees|recettes|astuces|livres|films)",
        "(?:les|nos) (?:[0-9]+ |cinq |dix )?meilleur[es]+ [a-z]+ (?:de|pour)|comment (?:bien )?(?:choisir|economiser)",
    ),
}

# Before a colon or a bar: what kind of text it is, not what it is about.
_KICKERS = {
    "de": "analyse eil eilmeldung exklusiv gastbeitrag glosse interview kolumne kommentar leitartikel liveblog meinung "
    "newsblog podcast portrat liveticker ticker video wetter",
    "en": "analysis breaking column comment commentary editorial exclusive explainer gallery in interview latest live "
    "news obituary op opinion ed op-ed pictures podcast portrait profile review update updated updates video view "
    "watch weather",
    "es": "analisis columna directo editorial en exclusiva entrevista galeria hora opinion podcast tiempo tribuna "
    "ultima video vivo",
    "fr": "analyse chronique direct edito editorial en entretien exclusif infographie interview meteo opinion podcast "
    "portrait tribune video",
}

# Days and months as they stand in the titles of what comes regularly.
_DATES = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar marz april mai juni "
    "juli august september oktober november dezember",
    "en": "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december",
    "es": "lunes martes miercoles jueves viernes sabado domingo enero febrero marzo abril mayo junio julio agosto "
    "septiembre octubre noviembre diciembre",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet aout "
    "septembre octobre novembre decembre",
}

_PATTERNS = (each for table in (_GATHERING, _TIMELESS) for patterns in table.values() for each in patterns)
NO_EVENT = re.compile(rf"\b(?:{'|'.join(_PATTERNS)})\b")
KICKERS = frozenset(word for words in _KICKERS.values() for word in words.split())
DATES = frozenset(word for words in _DATES.values() for word in words.split())
