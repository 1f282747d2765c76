"""When a feed asks not to be fetched: `ttl`, the syndication module's period, `skipHours`."""

from __future__ import annotations

import re

_PERIODS = {"hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000}  # seconds
_LONGEST = 30 * 86_400.0  # seconds
_DIGITS = re.compile(r"\s*(\d{1,9})(?:\.\d*)?\s*$")
_SKIPPED = re.compile(r"<skiphours\b[^<>]{0,200}>", re.IGNORECASE)
_LONGEST_LIST = 4_000  # characters
_END = re.compile(r"</skiphours", re.IGNORECASE)
_HOUR = re.compile(r"<hour\b[^<>]*>\s*(\d{1,2})\s*</hour", re.IGNORECASE)


def ttl(minutes: str, period: str, frequency: str) -> float | None:
    """Seconds, at most thirty days; of `ttl` where there is one, else of the period by its frequency."""
    if found := _DIGITS.match(minutes):
        return min(int(found[1]) * 60.0, _LONGEST) or None
    seconds = _PERIODS.get(period.strip().casefold())
    times = _DIGITS.match(frequency)
    return min(seconds / max(1, int(times[1]) if times else 1), _LONGEST) if seconds else None


def skip_hours(markup: str) -> frozenset[int]:
    """In UTC. The format counts from 0, but some count to 24. All hours at once are none."""
    if "skip" not in markup and "SKIP" not in markup:
        return frozenset()
    if not (found := _SKIPPED.search(markup)):
        return frozenset()
    listed = _END.split(markup[found.end() : found.end() + _LONGEST_LIST], maxsplit=1)[0]
    hours = frozenset(int(hour) % 24 for hour in _HOUR.findall(listed) if int(hour) <= 24)
    return hours if len(hours) < 24 else frozenset()
