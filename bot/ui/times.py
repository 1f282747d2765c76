"""Pure: times of day, days of the week and zones as people write them, and as we write them."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import time

from bot.errors import BadOption
from bot.models.digest import EVERY_DAY

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS, WEEKENDS = frozenset(range(5)), frozenset({5, 6})

# 8, 08:00, 8.30, 20h30, 0830, each with am or pm, h, "uhr" or "o'clock" after it
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:(?:\s*[:.,h’'٫]\s*|(?<=\d))(?P<minute>\d{2})(?::00)?)?\s*"
    r"(?:h(?:rs?|ours?)?|uhr|o['’]?\s?clock)?\s*(?P<half>[ap]\.?\s?m?\.?)?",
)
_NAMED = {"midnight": time(0), "noon": time(12), "midday": time(12)}
_SETS = {
    "": EVERY_DAY,
    "all": EVERY_DAY,
    "daily": EVERY_DAY,
    "every day": EVERY_DAY,
    "everyday": EVERY_DAY,
    "all days": EVERY_DAY,
    "weekdays": WEEKDAYS,
    "working days": WEEKDAYS,
    "weekends": WEEKENDS,
    "weekend": WEEKENDS,
}
_BETWEEN_DAYS = re.compile(r"\s*(?:[,;/+&]|\band\b|\s)\s*")
_RANGE = re.compile(r"\s*(?:-|–|—|\bto\b|\.\.)\s*")


def read_time(typed: str) -> time:
    """Of `8:00`, `08:00`, `8am`, `20.30`, `8`. Raises BadOption."""
    text = typed.strip().casefold()
    if named := _NAMED.get(text):
        return named
    found = _TIME.fullmatch(text)
    if found and (read := _time(int(found["hour"]), int(found["minute"] or 0), (found["half"] or "")[:1])):
        return read
    raise BadOption(option="time", accepts="a time of day, such as 8:00, 20.30 or 8am")


def _time(hour: int, minute: int, half: str) -> time | None:
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_days(typed: str) -> frozenset[int]:
    """Of `weekdays`, `Mon, Wed`, `mon-fri`, `Friday to Monday`; 0 is Monday, every day when nothing is said.

    Raises BadOption.
    """
    text = " ".join(typed.casefold().split())
    if text in _SETS:
        return _SETS[text]
    days: set[int] = set()
    for part in filter(None, _BETWEEN_DAYS.split(_RANGE.sub("-", text))):
        first, until, last = part.partition("-")
        begin, end = _day(first), _day(last if until else first)
        days.update((begin + n) % 7 for n in range((end - begin) % 7 + 1))
    if not days:
        raise _not_days()
    return frozenset(days)


def _day(name: str) -> int:
    fitting = [n for n, day in enumerate(DAYS) if len(name) >= 2 and _is_short_for(name.rstrip("."), day.casefold())]
    if len(fitting) != 1:
        raise _not_days()
    return fitting[0]


def _is_short_for(name: str, day: str) -> bool:
    return day.startswith(name) or f"{day}s" == name


def _not_days() -> BadOption:
    return BadOption(option="days", accepts="days of the week, such as every day, weekdays, Mon-Thu or Tue, Fri")


def days_told(days: frozenset[int]) -> str:
    """`Every day`, `Weekdays`, `Monday, Wednesday and Friday`."""
    known = {EVERY_DAY: "Every day", WEEKDAYS: "Weekdays", WEEKENDS: "Weekends"}
    if days in known:
        return known[days]
    *first, last = (DAYS[n] for n in sorted(days))
    return f"{', '.join(first)} and {last}" if first else f"{last}s"


def read_zone(typed: str, known: Collection[str]) -> str:
    """The zone of that name, or the only one of that city. `known`: all that there are. Raises BadOption."""
    wanted = typed.strip().casefold().replace(" ", "_")
    exactly = [name for name in known if name.casefold() == wanted]
    of_city = [name for name in known if name.casefold().rpartition("/")[2] == wanted and "/" in name]
    for found in (exactly, of_city):
        if len(found) == 1:
            return found[0]
    raise BadOption(option="timezone", accepts="a zone such as Europe/Berlin; type a city and choose what is offered")
