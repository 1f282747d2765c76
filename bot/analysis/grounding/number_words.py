"""Numbers as words, per language. Lower case; German compounds are put together in `spelled.py`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DE_SMALL = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_DE_TEENS = "dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn"
_DE_TENS = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
_EN_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen"""
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ES_SMALL = """cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis
    diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis
    veintisiete veintiocho veintinueve"""
_ES_TENS = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_ES_HUNDREDS = "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
_FR_SMALL = """zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"""


def _counted(words: str, start: int, step: int = 1) -> dict[str, int]:
    return {word: start + step * at for at, word in enumerate(words.split())}


# Values to add up; what stands for one is left out where it is an article too.
CARDINALS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "de": _counted(f"{_DE_SMALL} {_DE_TEENS}", 0) | _counted(_DE_TENS, 20, 10) | {"dreissig": 30, "zwo": 2},
        "en": _counted(_EN_SMALL, 0) | _counted(_EN_TENS, 20, 10),
        "es": _counted(_ES_SMALL, 0)
        | _counted(_ES_TENS, 30, 10)
        | _counted(_ES_HUNDREDS, 200, 100)
        | _counted(_ES_HUNDREDS.replace("os", "as"), 200, 100)
        | {"veintiún": 21},
        "fr": _counted(_FR_SMALL, 0)
        | {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
        | {"septante": 70, "huitante": 80, "octante": 80, "nonante": 90},
    }
)

# Values to multiply by; "billion" is 10⁹ in English and 10¹² elsewhere.
MAGNITUDES: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "de": {"dutzend": 12, "hundert": 100, "tausend": 1000, "million": 10**6, "millionen": 10**6, "mio": 10**6}
        | {"milliarde": 10**9, "milliarden": 10**9, "mrd": 10**9, "billion": 10**12, "billionen": 10**12},
        "en": {"dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "crore": 10**7}
        | {"million": 10**6, "mn": 10**6, "billion": 10**9, "bn": 10**9}
        | {"trillion": 10**12, "tn": 10**12, "millions": 10**6, "billions": 10**9},
        "es": {"docena": 12, "cien": 100, "ciento": 100, "mil": 1000, "millón": 10**6, "millones": 10**6}
        | {"billón": 10**12, "billones": 10**12, "docenas": 12},
        "fr": {"douzaine": 12, "dizaine": 10, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40}
        | {"cinquantaine": 50, "centaine": 100, "cent": 100, "cents": 100, "mille": 1000, "millier": 1000}
        | {"milliers": 1000, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    }
)

# Parts of a whole, in hundredths.
FRACTIONS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "de": {"hälfte": 50, "halb": 50, "halbe": 50, "halber": 50, "halbes": 50, "halben": 50, "drittel": 33}
        | {"viertel": 25, "fünftel": 20, "zehntel": 10},
        "en": {"half": 50, "halves": 50, "third": 33, "thirds": 33, "quarter": 25, "quarters": 25, "fifth": 20}
        | {"fifths": 20, "tenth": 10, "tenths": 10},
        "es": {"mitad": 50, "tercio": 33, "tercios": 33, "cuartos": 25},
        "fr": {"moitié": 50, "demi": 50, "demie": 50, "tiers": 33, "quart": 25, "quarts": 25, "cinquième": 20},
    }
)

# Only an article's own ordinals are read: "first" and "third" order an argument more often than they count.
ORDINALS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "de": _counted("erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte", 1),
        "en": _counted("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth", 1),
        "es": _counted("primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo", 1),
        "fr": _counted("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième", 1),
    }
)

# Likewise: what an article may call so, a summary may count.
IMPLIED: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "de": {"beide": 2, "beiden": 2, "beider": 2, "zweimal": 2, "dreimal": 3, "doppelt": 2, "paar": 2},
        "en": {"both": 2, "twice": 2, "thrice": 3, "pair": 2, "couple": 2, "double": 2, "triple": 3, "twin": 2},
        "es": {"ambos": 2, "ambas": 2, "doble": 2, "triple": 3, "par": 2},
        "fr": {"double": 2, "triple": 3, "paire": 2, "couple": 2},
    }
)

# Right after digits only: "61m" are millions or metres.
SUFFIXES: Mapping[str, int] = MappingProxyType({"k": 1000, "m": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12})
# Magnitudes that need no number before them: "mil personas", "hundert Leute".
STANDING_ALONE = frozenset("hundert tausend cien ciento mil cent mille".split())

ARTICLES = frozenset("a an one ein eine einen einem einer un une una uno".split())
LINKS = frozenset("and und et y".split())

PERCENT = frozenset("% percent percentage prozent prozentpunkte pct".split())
PERCENT_PAIRS = frozenset({("per", "cent"), ("pour", "cent"), ("por", "ciento")})
CURRENCIES: Mapping[str, str] = MappingProxyType(
    {"$": "$", "us$": "$", "dollar": "$", "dollars": "$", "usd": "$", "dólar": "$", "dólares": "$"}
    | {"€": "€", "euro": "€", "euros": "€", "eur": "€", "£": "£", "pound": "£", "pounds": "£", "pfund": "£"}
    | {"livres": "£", "libras": "£", "gbp": "£", "sterling": "£", "¥": "¥", "yen": "¥", "yuan": "¥", "₹": "₹"}
    | {"rupee": "₹", "rupees": "₹", "franken": "fr", "francs": "fr", "francos": "fr", "chf": "fr"}
)
