"""Moments as feeds write them: RFC 822 and 850, ISO 8601, seconds since 1970, and whatever people make of them."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bot.sources.feeds.zone_names import ZONES
from bot.sources.month_names import MONTHS

_LONGEST = 100
_FIRST_YEAR, _LAST_YEAR = 1970, 2100

_ISO = re.compile(
    r"([12]\d{3})-(\d{1,2})-(\d{1,2})(?:(?:\s*[Tt]\s*|\s+)(\d{1,2}):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(.*))?$"
)
_COMPACT = re.compile(r"([12]\d{3})(\d\d)(\d\d)(?:[Tt ]?(\d\d)(\d\d)(\d\d)?\s*(.*))?$")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?$|(\d{13})$")
_RFC_822 = re.compile(
    r"(?:[A-Za-z]{2,9}\.?,?\s*)?(\d{1,2})[\s-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4}|\d\d)[\s,]+"
    r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(.*)$"
)

_TIME = re.compile(r"(\d{1,2})\s*[:.h時时]\s*(\d\d)(?:\s*[:.分]\s*(\d\d))?(?:[.,]\d+)?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_FIRST = re.compile(r"(?<!\d)([12]\d{3})\s*[-./年년]\s*(\d{1,2})\s*[-./月월]\s*(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*([-./])\s*(\d{1,2})\s*\2\s*([12]\d{3}|\d\d)(?!\d)")
_NUMBER = re.compile(r"(?<!\d)(\d{1,4})(?!\d)")
_OFFSET = re.compile(r"([+\-\u2212])\s*(\d{1,2}):?(\d\d)?\s*\)?$")
_MORNING = frozenset(("am", "a.m.", "오전", "上午", "午前", "πμ", "π.μ."))
_AFTERNOON = frozenset(("pm", "p.m.", "오후", "下午", "午後", "μμ", "μ.μ."))
_HALF = re.compile("|".join(re.escape(word) for word in sorted(_MORNING | _AFTERNOON)), re.IGNORECASE)


def moment(text: str, language: str = "") -> datetime | None:
    """In UTC; None for what is no moment between 1970 and 2100. What names no zone that is known is taken for UTC.

    language: of the feed; decides between day and month ("03/04/2026"), which stays undecided where there is none.
    """
    text = " ".join(text[:_LONGEST].split())
    try:
        return _exact(text) or _loose(text, language)
    except (ValueError, OverflowError):  # no such day, no such hour
        return None


def _exact(text: str) -> datetime | None:
    if found := _EPOCH.match(text):
        return datetime.fromtimestamp(int(found[1]) if found[1] else int(found[2]) / 1000, UTC)
    if found := _ISO.match(text) or _COMPACT.match(text):
        year, month, day, hour, minute, second, rest = found.groups()
        return _at((int(year), int(month), int(day)), (hour, minute, second), rest or "")
    if found := _RFC_822.match(text):
        day, name, year, hour, minute, second, rest = found.groups()
        if number := MONTHS.get(name.casefold()):
            return _at((_year(year), number, int(day)), (hour, minute, second), rest)
    return None


def _loose(text: str, language: str) -> datetime | None:
    """In whatever order: a time, what stands behind it, and a day in what is left."""
    clock = _TIME.search(text, _end_of_day(text)) or _TIME.search(text)
    half = _HALF.search(text) if clock else None
    before, behind = (text[: clock.start()], text[clock.end() :]) if clock else (text, "")
    behind = _HALF.sub(" ", behind)
    day = _day(f"{before} {behind}", language)
    time = (clock[1], clock[2], clock[3]) if clock else (None, None, None)
    return _at(day, time, f"{half[0] if half else ''} {behind}") if day else None


def _end_of_day(text: str) -> int:
    """Where a numeric day ends, so that "24.11.2026 10.05" is not taken for five past twenty-four."""
    found = _YEAR_FIRST.search(text) or _YEAR_LAST.search(text)
    return found.end() if found else 0


def _day(text: str, language: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _YEAR_LAST.search(text):
        return _numeric(int(found[1]), int(found[3]), _year(found[4]), found[2], language)
    for word in reversed(list(_WORD.finditer(text))):  # "mar. 24 nov.": a day of the week may be called as a month is
        if number := MONTHS.get(word[0].casefold()):
            before = [int(n) for n in _NUMBER.findall(text[: word.start()])]
            after = [int(n) for n in _NUMBER.findall(text[word.end() :])]
            return _around_month(before, number, after)
    return None


def _around_month(before: list[int], month: int, after: list[int]) -> tuple[int, int, int] | None:
    """ "24 November 2026", "November 24, 2026", "2026 November 24"."""
    if before and before[-1] <= 31 and after:
        return _year(str(after[0])), month, before[-1]
    if before and after:
        return before[-1], month, after[0]
    return (after[1], month, after[0]) if len(after) > 1 else None


def _numeric(one: int, two: int, year: int, mark: str, language: str) -> tuple[int, int, int] | None:
    if one > 12 or one == two or mark == ".":
        return year, two, one
    if two > 12:
        return year, one, two
    if not language:
        return None
    return (year, one, two) if language.casefold() in ("en", "en-us", "fil") else (year, two, one)


def _year(digits: str) -> int:
    """Two digits mean the years from 1970 to 2069."""
    number = int(digits)
    return number if len(digits) > 2 else number + (2000 if number < 70 else 1900)


def _at(day: tuple[int, int, int], time: tuple[str | None, str | None, str | None], behind: str) -> datetime | None:
    if not _FIRST_YEAR <= day[0] <= _LAST_YEAR:
        return None
    hour, minute, second = (int(part or 0) for part in time)
    if found := _HALF.search(behind):
        afternoon = found[0].lower() in _AFTERNOON
        hour = hour % 12 + 12 if afternoon else hour % 12
    whole_day = timedelta(days=1 if hour == 24 else 0)
    at = datetime(*day, hour % 24 if hour == 24 else hour, minute, min(second, 59), tzinfo=UTC)
    return at + whole_day - _offset(behind)


def _offset(behind: str) -> timedelta:
    """East of Greenwich; nothing for what is no zone."""
    if found := _OFFSET.search(behind):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return timedelta(minutes=minutes if found[1] == "+" else -minutes) if minutes <= 14 * 60 else timedelta()
    names = (ZONES.get(word[0].casefold()) for word in _WORD.finditer(behind))
    return timedelta(minutes=next((minutes for minutes in names if minutes is not None), 0))
