"""When a channel's digest is due: pure, of a schedule and a date, or of a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from bot.models.digest import Schedule
from bot.services.digest.zones import zone_of

CATCH_UP = timedelta(hours=6)  # for which a digest is still worth sending
LATE = timedelta(minutes=15)  # after which it says that it is late
LONGEST_AWAY = 366  # days: slots that lie farther back are not recorded
_AHEAD = 16  # days in which each weekday comes, though its date do not exist in one week
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A slot: the channel's local date, and its moment in UTC."""

    day: date
    at: datetime


def due(zone: str, at: time, day: date) -> datetime | None:
    """The UTC moment of a slot; None for a date that does not exist in that zone.

    A time that is skipped on that day comes later by as much as is skipped; of one that comes twice the first is taken.
    Raises BadOption for an unknown zone.
    """
    here = zone_of(zone)
    try:
        midnight = datetime.combine(day, time(), here).astimezone(UTC)
        if midnight.astimezone(here).date() > day:  # where the date line was moved
            return None
        # fold=0: the offset before the change, which gives the first of two and, in a gap, what lies as far behind it.
        return datetime.combine(day, at.replace(tzinfo=here, fold=0)).astimezone(UTC)
    except OverflowError:  # at either end of the calendar
        return None


def next_due(schedule: Schedule, after: datetime, last_day: date | None = None) -> Due | None:
    """The first slot after that moment, of a date after `last_day`; None at the end of the calendar."""
    first = _first_day(schedule, after, last_day)
    return next((slot for slot in _slots(schedule, first, _AHEAD) if slot.at > after), None)


def missed(schedule: Schedule, after: datetime, now: datetime, last_day: date | None = None) -> tuple[Due, ...]:
    """All slots after that moment and not after `now`, of dates after `last_day`; the earliest first."""
    today = now.astimezone(zone_of(schedule.zone)).date()
    first = max(_first_day(schedule, after, last_day), today - _DAY * LONGEST_AWAY)
    days = (today - first).days + 2  # a date whose slot comes before its time is none, but a zone may be moved
    return tuple(slot for slot in _slots(schedule, first, days) if after < slot.at <= now)


def _first_day(schedule: Schedule, after: datetime, last_day: date | None) -> date:
    """A slot may come on the date after its own, where an hour before midnight is skipped."""
    before = after.astimezone(zone_of(schedule.zone)).date() - _DAY
    return before if last_day is None else max(before, last_day + _DAY)


def _slots(schedule: Schedule, first: date, days: int) -> Iterator[Due]:
    for n in range(days):
        day = first + _DAY * n
        if day.weekday() in schedule.days and (at := due(schedule.zone, schedule.at, day)):
            yield Due(day=day, at=at)
