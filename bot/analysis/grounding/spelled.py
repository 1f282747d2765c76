"""Values of numbers written as words."""

from __future__ import annotations

import re

from bot.analysis.grounding.number_words import CARDINALS

_DE_UNITS = {**CARDINALS["de"], "ein": 1, "eine": 1}
_UNIT = "ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun"
_TEN = "zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_TEEN = "zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn"
_BELOW_100 = rf"(?:(?:(?:{_UNIT})und)?(?:{_TEN})|{_TEEN}|{_UNIT}|eins)"
_BELOW_1000 = rf"(?:(?:{_UNIT})?hundert(?:und)?(?:{_BELOW_100})?|{_BELOW_100})"
_GERMAN = re.compile(rf"(?:(?P<thousands>{_BELOW_1000})?(?P<thousand>tausend)(?:und)?)?(?P<rest>{_BELOW_1000})?")


def german_compound(word: str) -> int | None:
    """The value of "zweihundertfünfzig"; None for another word."""
    match = _GERMAN.fullmatch(word)
    if match is None or not word:
        return None
    thousands = (_below_1000(match["thousands"]) if match["thousands"] else 1) if match["thousand"] else 0
    return thousands * 1000 + (_below_1000(match["rest"]) if match["rest"] else 0)


def _below_1000(word: str) -> int:
    hundreds, hundert, rest = word.rpartition("hundert")
    value = 100 * (_DE_UNITS[hundreds] if hundreds else 1) if hundert else 0
    rest = rest.removeprefix("und") if hundert else rest
    return value + (_below_100(rest) if rest else 0)


def _below_100(word: str) -> int:
    if word in _DE_UNITS:
        return _DE_UNITS[word]
    unit, _, ten = word.partition("und")
    return _DE_UNITS[unit] + _DE_UNITS[ten]


def added(so_far: int, value: int) -> int | None:
    """The value of "sixty" and "one", "quatre" and "vingt", "soixante" and "dix"; None when they are two numbers."""
    low = so_far % 100
    if low == 4 and value == 20:
        return so_far + 76
    if low in (0, 60, 80) and so_far and value < (100 if low == 0 else 20):
        return so_far + value
    if low in (10, 70, 90) and 6 < value < 10:
        return so_far + value
    return so_far + value if low >= 20 and low % 10 == 0 and value < 10 else None
