"""Days as pages write them."""

from __future__ import annotations

import re
from datetime import date

from bot.sources.month_names import MONTHS

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

# A date in a byline, to be cut out of it.
DATE = re.compile(
    rf"\b(?:{_MONTH})\.?\s+\d{{1,2}}(?!\d)(?:\w\w)?(?:,?\s+\d{{4}})?|\d{{1,2}}\.?\s+(?:de\s+)?(?:{_MONTH})\b\.?(?:\s+(?:de\s+)?\d{{4}})?|"
    r"\d{1,4}[./:年-]\d{1,2}(?:[./:月-]\d{1,4}日?)?|\d{4}年",
    re.IGNORECASE,
)

_YEAR = r"((?:19|20)\d\d)"
_DAY = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
_YEAR_FIRST = re.compile(rf"(?<!\d){_YEAR}(?:[-/.]|\s*[年년]\s*)(\d{{1,2}})(?:[-/.]|\s*[月월]\s*)(\d{{1,2}})(?!\d)")
_COMPACT = re.compile(rf"(?<!\d){_YEAR}(\d\d)(\d\d)(?!\d)")
_NUMERIC = re.compile(rf"(?<!\d)(\d{{1,2}})([./-])(\d{{1,2}})\2(?:{_YEAR}|(\d\d))(?!\d)")
_DAY_MONTH = re.compile(
    rf"{_DAY}[\s-]*(?:de\s|of\s)?\s*({_MONTH})\b\.?,?[\s-]*(?:de\s|del\s)?\s*{_YEAR}(?!\d)", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\b\.?\s*{_DAY},?\s+{_YEAR}(?!\d)", re.IGNORECASE)
_YEAR_MONTH = re.compile(rf"(?<!\d){_YEAR}\.?\s+({_MONTH})\b\.?\s+(\d{{1,2}})(?!\d)", re.IGNORECASE)
_IN_ADDRESS = re.compile(rf"/{_YEAR}([/-]?)(\d\d|[a-z]{{3}})\2(\d\d)(?=[/_.-]|$)")
_DIGIT = re.compile(r"\d")
_LONGEST = 300
_MONTH_FIRST = frozenset(("en", "en-us", "fil", ""))


def parse(text: str, language: str) -> date | None:
    """The first day in a text; `language` decides between day and month (03/04/2020)."""
    return next((day for _, day in find(text, language)), None)


def find(text: str, language: str) -> list[tuple[int, date]]:
    """Every day in a text with where it stands, in order."""
    text = text[:_LONGEST]
    if not _DIGIT.search(text):
        return []
    found = [(m.start(), _day(m[1], m[2], m[3])) for m in _YEAR_FIRST.finditer(text)]
    found = found or [(m.start(), _day(m[1], m[2], m[3])) for m in _COMPACT.finditer(text)]
    found += [(m.start(), _day(m[3], MONTHS[m[2].casefold()], m[1])) for m in _DAY_MONTH.finditer(text)]
    found += [(m.start(), _day(m[3], MONTHS[m[1].casefold()], m[2])) for m in _MONTH_DAY.finditer(text)]
    found += [(m.start(), _day(m[1], MONTHS[m[2].casefold()], m[3])) for m in _YEAR_MONTH.finditer(text)]
    found += [(m.start(), _numeric(m[1], m[3], m[4] or f"20{m[5]}", language)) for m in _NUMERIC.finditer(text)]
    return sorted((start, day) for start, day in found if day is not None)


def in_address(url: str) -> date | None:
    """The day in a path: /2020/03/04/, /2020/mar/04/, /20200304."""
    if not (found := _IN_ADDRESS.search(url)):
        return None
    return _day(found[1], found[3] if found[3].isdigit() else MONTHS.get(found[3], 0), found[4])


def _numeric(one: str, two: str, year: str, language: str) -> date | None:
    """Day and month as the language orders them, the other way round where only that makes a day."""
    day_month, month_day = _day(year, two, one), _day(year, one, two)
    return (month_day or day_month) if language in _MONTH_FIRST else (day_month or month_day)


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
