"""Days as pages write them."""

from __future__ import annotations

import re
from datetime import date

from bot.sources.extract.month_names import MONTHS

_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_HAN = re.compile(r"((?:19|20)\d\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d|\d\d)(?!\d)")
_DAY_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?\s*(?:de\s+|of\s+|-\s*)?([^\W\d_]{3,12})\.?,?\s*(?:de\s+|del\s+|-\s*)?((?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(r"([^\W\d_]{3,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d|[a-z]{3})[/-]?(\d\d)(?!\d)")
_MONTH_FIRST = frozenset(("en-us", "en", ""))


def parse(text: str, language: str) -> date | None:
    """The first day in a text; `language` decides between day and month (03/04/2020)."""
    text = text[:200]
    if found := _ISO.search(text) or _HAN.search(text) or _COMPACT.search(text):
        return _day(*(int(part) for part in found.groups()))
    if found := _DAY_NAMED.search(text):
        return _day(int(found[3]), MONTHS.get(found[2].casefold(), 0), int(found[1]))
    if found := _NAMED_DAY.search(text):
        return _day(int(found[3]), MONTHS.get(found[1].casefold(), 0), int(found[2]))
    if found := _NUMERIC.search(text):
        return _numeric(int(found[1]), int(found[2]), int(found[3]), language)
    return None


def in_address(url: str) -> date | None:
    """The day in a path: /2020/03/04/, /2020/mar/04/, /20200304."""
    if not (found := _ADDRESS.search(url)):
        return None
    month = int(found[2]) if found[2].isdigit() else MONTHS.get(found[2], 0)
    return _day(int(found[1]), month, int(found[3]))


def _numeric(one: int, two: int, year: int, language: str) -> date | None:
    year = year if year > 99 else 2000 + year
    month_first = language in _MONTH_FIRST
    if (month_first and one <= 12) or two > 12:
        return _day(year, one, two)
    return _day(year, two, one)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
