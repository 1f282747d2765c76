"""When a feed is polled next. Pure: moments and what feeds and servers said in, moments out.

A feed is asked about four times in the time that passes between two of its entries, but not more often than every
quarter of an hour, nor more rarely than every day, nor before feed and server want it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

SHORTEST = timedelta(minutes=15)
LONGEST = timedelta(days=1)
TOLD_AFTER = timedelta(days=1)  # of failing, moderators are told

_POLLS_A_GAP = 4
_TIMES = 8  # that are remembered; of less, one burst or one holiday is taken for a habit
_JITTER = 0.1  # of an interval at most, so that what was added together does not come together for ever
_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What is remembered of a feed for the sake of its pace.

    times: when it published lately, the earliest first, in seconds since 1970. ttl: seconds, as in `Feed`; skip_hours
    too, sorted.
    """

    times: tuple[int, ...] = ()
    ttl: float | None = None
    skip_hours: tuple[int, ...] = ()

    def learned(self, appeared: Iterable[datetime], ttl: float | None, skip_hours: Iterable[int]) -> Pace:
        """With what a feed said now; `appeared`: when its new entries did. Entries that come together count once."""
        times = list[int]()
        for moment in sorted({*self.times, *(int(moment.timestamp()) for moment in appeared)}, reverse=True):
            if not times or times[-1] - moment >= SHORTEST.total_seconds():
                times.append(moment)
        return Pace(times=tuple(sorted(times[:_TIMES])), ttl=ttl, skip_hours=tuple(sorted(skip_hours)))

    def to_text(self) -> str:
        """JSON, without what is not known."""
        return json.dumps({name: value for name, value in asdict(self).items() if value}, separators=(",", ":"))


def pace_of(text: str) -> Pace:
    """The inverse of `Pace.to_text`."""
    known = json.loads(text)
    return Pace(
        times=tuple(known.get("times", ())), ttl=known.get("ttl"), skip_hours=tuple(known.get("skip_hours", ()))
    )


def next_poll(pace: Pace, now: datetime, *, fresh_for: float | None, luck: float) -> datetime:
    """After a poll that went well. fresh_for: seconds, what the server said. luck: from 0 to 1, spreads the polls."""
    interval = min(max(_gap(pace, now) / _POLLS_A_GAP, SHORTEST), LONGEST / (1 + _JITTER))
    asked = max(pace.ttl or 0.0, fresh_for or 0.0)
    wait = max(interval * (1 + _JITTER * luck), timedelta(seconds=min(asked, LONGEST.total_seconds())))
    return _allowed(pace, now + wait, luck)


def next_try(
    pace: Pace, now: datetime, *, failures: int, failing_since: datetime, asked: float | None, luck: float
) -> datetime:
    """After a poll that failed: a quarter of an hour, doubled each time, up to a day; there is no giving up.

    failures: how many in a row, this one included. asked: seconds for which the host wants to be left alone. Whether
    it has failed for a day is looked at when that day is over, and not hours later.
    """
    doubled = SHORTEST * 2 ** min(failures - 1, 10)
    wait = min(doubled * (1 + _JITTER * luck), LONGEST)
    if now < failing_since + TOLD_AFTER:
        wait = min(wait, failing_since + TOLD_AFTER - now)
    wait = max(wait, timedelta(seconds=min(asked or 0.0, LONGEST.total_seconds())))
    return _allowed(pace, now + wait, luck)


def _gap(pace: Pace, now: datetime) -> timedelta:
    """Between two entries, on average; the one that has not ended yet counts as well, so that silence slows us down."""
    if not pace.times:
        return timedelta(0)
    return timedelta(seconds=max(0.0, now.timestamp() - pace.times[0]) / len(pace.times))


def _allowed(pace: Pace, moment: datetime, luck: float) -> datetime:
    """That moment, or the first hour after it in which the feed may be asked; all hours forbidden is a mistake."""
    if moment.hour not in pace.skip_hours or len(set(pace.skip_hours)) >= _HOURS:
        return moment
    hour = moment.replace(minute=0, second=0, microsecond=0)
    while hour.hour in pace.skip_hours:
        hour += timedelta(hours=1)
    return hour + SHORTEST * luck
