"""When a slot is due: the moments in UTC were written down by hand, from the zones' published rules."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadOption
from bot.models.digest import Schedule
from bot.services.digest.plan import due, missed, next_due
from bot.services.digest.zones import zone_of, zones


def row(zone: str, wall: str, utc: str | None, words: str) -> object:
    return pytest.param(zone, wall, utc, id=f"{zone} {wall}: {words}")


CASES = [
    # ordinary days
    row("UTC", "2026-11-24 08:00", "2026-11-24 08:00", "as it is"),
    row("Europe/Berlin", "2026-11-24 08:00", "2026-11-24 07:00", "winter"),
    row("Europe/Berlin", "2026-07-01 08:00", "2026-07-01 06:00", "summer"),
    row("Europe/Berlin", "2040-07-01 08:00", "2040-07-01 06:00", "beyond what is listed one by one"),
    row("America/New_York", "2100-07-01 08:00", "2100-07-01 12:00", "far beyond"),
    row("America/New_York", "2026-12-31 23:59", "2027-01-01 04:59", "the last minute of a year"),
    row("Asia/Tokyo", "2026-01-01 00:00", "2025-12-31 15:00", "the first minute of a year"),
    row("Etc/GMT+12", "2026-11-24 08:00", "2026-11-24 20:00", "the last place on earth"),
    row("Pacific/Kiritimati", "2026-11-24 08:00", "2026-11-23 18:00", "the first place on earth"),
    row("US/Pacific", "2026-11-24 08:00", "2026-11-24 16:00", "an old name"),
    row("Asia/Calcutta", "2026-11-24 08:00", "2026-11-24 02:30", "an old name, half an hour"),
    # an hour
    row("America/New_York", "2026-03-08 02:30", "2026-03-08 07:30", "a gap"),
    row("America/New_York", "2026-11-01 01:30", "2026-11-01 05:30", "twice: the first"),
    row("America/New_York", "2026-03-08 01:59", "2026-03-08 06:59", "the minute before a gap"),
    row("America/New_York", "2026-03-08 02:00", "2026-03-08 07:00", "the first minute of a gap"),
    row("America/New_York", "2026-03-08 03:00", "2026-03-08 07:00", "the first minute behind a gap"),
    row("America/New_York", "2026-11-01 02:00", "2026-11-01 07:00", "the minute after what comes twice"),
    row("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:30", "a gap"),
    row("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30", "twice: the first"),
    row("Europe/Dublin", "2026-03-29 01:30", "2026-03-29 01:30", "a gap, where winter is the exception"),
    row("Europe/Dublin", "2026-10-25 01:30", "2026-10-25 00:30", "twice, where winter is the exception"),
    row("America/Anchorage", "2026-03-08 02:30", "2026-03-08 11:30", "a gap"),
    row("Pacific/Norfolk", "2026-10-04 02:30", "2026-10-03 15:30", "a gap"),
    row("Pacific/Norfolk", "2026-04-05 02:30", "2026-04-04 14:30", "twice: the first"),
    # half an hour, two hours
    row("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:45", "a gap of half an hour"),
    row("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45", "half an hour that comes twice"),
    row("Antarctica/Troll", "2026-03-29 02:30", "2026-03-29 02:30", "a gap of two hours"),
    row("Antarctica/Troll", "2026-10-25 01:30", "2026-10-24 23:30", "two hours that come twice"),
    row("Antarctica/Troll", "2026-10-25 02:59", "2026-10-25 00:59", "the last minute of what comes twice"),
    row("America/St_Johns", "1988-04-03 01:00", "1988-04-03 04:30", "a gap of two hours at one past midnight"),
    row("America/Caracas", "2016-05-01 02:45", "2016-05-01 07:15", "a country moves by half an hour"),
    row("America/Caracas", "2007-12-09 02:45", "2007-12-09 06:45", "and back"),
    # at midnight
    row("Africa/Cairo", "2026-04-24 00:30", "2026-04-23 22:30", "a gap that begins the day"),
    row("Africa/Cairo", "2026-10-29 23:30", "2026-10-29 20:30", "the last hour comes twice"),
    row("Asia/Beirut", "2026-03-29 00:15", "2026-03-28 22:15", "a gap that begins the day"),
    row("Asia/Beirut", "2026-10-24 23:30", "2026-10-24 20:30", "the last hour comes twice"),
    row("America/Asuncion", "2023-10-01 00:30", "2023-10-01 04:30", "a gap that begins the day"),
    row("America/Asuncion", "2024-03-23 23:30", "2024-03-24 02:30", "the last hour comes twice"),
    row("America/Asuncion", "2026-10-04 00:30", "2026-10-04 03:30", "no gap any more since 2024"),
    row("America/Havana", "2026-03-08 00:30", "2026-03-08 05:30", "a gap that begins the day"),
    row("America/Havana", "2026-11-01 00:30", "2026-11-01 04:30", "would have come twice, by the rule of before"),
    row("America/Santiago", "2026-09-06 00:30", "2026-09-06 04:30", "a gap that begins the day"),
    row("America/Santiago", "2026-04-04 23:30", "2026-04-05 02:30", "the last hour comes twice"),
    row("America/Sao_Paulo", "2018-11-04 00:30", "2018-11-04 03:30", "a gap that begins the day"),
    row("America/St_Johns", "2010-03-14 00:30", "2010-03-14 04:00", "a gap from one past midnight"),
    row("America/St_Johns", "2010-11-06 23:30", "2010-11-07 02:00", "twice, at one past midnight"),
    row("America/Nuuk", "2026-03-28 23:30", "2026-03-29 01:30", "a gap that ends the day: on the next"),
    row("Asia/Pyongyang", "2018-05-04 23:45", "2018-05-04 15:15", "half an hour before midnight is skipped"),
    row("Asia/Pyongyang", "2015-08-14 23:45", "2015-08-14 14:45", "half an hour before midnight twice"),
    row("Asia/Tehran", "2022-03-22 00:30", "2022-03-21 21:00", "the last gap that it had"),
    row("Asia/Tehran", "2026-03-22 00:30", "2026-03-21 21:00", "none since"),
    # halves and quarters
    row("Asia/Kathmandu", "2026-11-24 08:00", "2026-11-24 02:15", "45 minutes"),
    row("Asia/Kathmandu", "1986-01-01 00:05", "1985-12-31 18:35", "a gap of a quarter of an hour"),
    row("Pacific/Chatham", "2026-04-05 03:00", "2026-04-04 13:15", "45 minutes, twice"),
    row("Pacific/Chatham", "2026-09-27 03:00", "2026-09-26 14:15", "45 minutes, a gap"),
    row("Australia/Eucla", "2026-11-24 08:00", "2026-11-23 23:15", "45 minutes"),
    row("Australia/Adelaide", "2026-10-04 02:30", "2026-10-03 17:00", "half an hour, a gap"),
    row("America/St_Johns", "2026-03-08 02:30", "2026-03-08 06:00", "half an hour, a gap"),
    # the date line
    row("Pacific/Apia", "2011-12-29 08:00", "2011-12-29 18:00", "the day before the one that was left out"),
    row("Pacific/Apia", "2011-12-30 08:00", None, "a date that does not exist"),
    row("Pacific/Apia", "2011-12-30 00:00", None, "nor its first minute"),
    row("Pacific/Apia", "2011-12-30 23:59", None, "nor its last"),
    row("Pacific/Apia", "2011-12-31 08:00", "2011-12-30 18:00", "the day after"),
    row("Pacific/Fakaofo", "2011-12-30 08:00", None, "a date that does not exist"),
    row("Pacific/Kwajalein", "1993-08-20 08:00", "1993-08-20 20:00", "the day before"),
    row("Pacific/Kwajalein", "1993-08-21 08:00", None, "a date that does not exist"),
    row("Pacific/Kwajalein", "1993-08-22 08:00", "1993-08-21 20:00", "the day after"),
    row("Pacific/Kwajalein", "1969-09-30 08:00", "1969-09-29 21:00", "a date that comes twice: the first"),
    row("Pacific/Kiritimati", "1994-12-31 08:00", None, "a date that does not exist"),
    row("Pacific/Kanton", "1994-12-31 08:00", None, "a date that does not exist"),
    # leap days
    row("Europe/London", "2028-02-29 08:00", "2028-02-29 08:00", "a leap day"),
    row("Asia/Tokyo", "2028-02-29 00:00", "2028-02-28 15:00", "a leap day begins"),
    row("America/Los_Angeles", "2028-02-29 23:59", "2028-03-01 07:59", "a leap day ends"),
    # rules that changed in 2026: older data of a system has another hour
    row("Africa/Casablanca", "2026-11-24 08:00", "2026-11-24 08:00", "an hour less since September"),
    row("America/Vancouver", "2026-11-24 08:00", "2026-11-24 15:00", "summer stays"),
    row("America/Edmonton", "2026-11-24 08:00", "2026-11-24 14:00", "summer stays"),
    row("America/Winnipeg", "2026-11-24 08:00", "2026-11-24 13:00", "summer stays"),
    row("America/Havana", "2026-11-24 08:00", "2026-11-24 12:00", "summer stays"),
    row("Europe/Chisinau", "2026-10-25 03:30", "2026-10-25 00:30", "twice, an hour later than before"),
    # Ramadan, and a rule that was given up
    row("Africa/Casablanca", "2025-04-06 02:30", "2025-04-06 02:30", "a gap after Ramadan"),
    row("Africa/Casablanca", "2025-02-23 02:30", "2025-02-23 01:30", "twice before Ramadan"),
    row("Europe/Istanbul", "2026-03-29 03:30", "2026-03-29 00:30", "no gap since 2016"),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "wall", "utc"), CASES)
def test_a_slot_is_due(zone: str, wall: str, utc: str | None) -> None:
    moment = datetime.fromisoformat(wall)
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC) if utc else None
    assert due(zone, moment.time(), moment.date()) == expected


@pytest.mark.parametrize(
    "zone", ["", "Mars/Olympus", "europe/berlin", "+02:00", "../../etc/passwd", "/etc/localtime", "Factory"]
)
def test_an_unknown_zone_is_refused(zone: str) -> None:
    with pytest.raises(BadOption):
        due(zone, time(8), date(2026, 11, 24))


def test_the_time_alone_counts() -> None:
    at = time(1, 30, tzinfo=UTC, fold=1)
    assert due("America/New_York", at, date(2026, 11, 1)) == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [("Asia/Tokyo", time(0), date.min), ("America/New_York", time(23), date.max)],
    ids=["before the calendar", "behind it"],
)
def test_a_moment_that_cannot_be_told_is_none(zone: str, at: time, day: date) -> None:
    assert due(zone, at, day) is None


def test_the_data_that_came_with_the_bot_win_over_the_system() -> None:
    """Called alone in a process of its own, in which the system has data of another year."""
    code = """
import datetime
from bot.services.digest.plan import due
print(due("America/Vancouver", datetime.time(8), datetime.date(2026, 11, 24)))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "2026-11-24 15:00:00+00:00"


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))
MOMENTS = st.integers(0, 50 * 365 * 24 * 60).map(
    lambda minutes: datetime(1990, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
ZONES, TIMES = st.sampled_from(sorted(zones())), st.times().map(lambda at: at.replace(microsecond=0))


@given(zone=ZONES, at=TIMES, day=DAYS)
def test_a_slot_shows_its_time_on_its_date_or_later_by_a_gap(zone: str, at: time, day: date) -> None:
    moment, wall = due(zone, at, day), datetime.combine(day, at)
    if moment:
        shown = moment.astimezone(zone_of(zone)).replace(tzinfo=None)
        assert shown == wall or timedelta(0) < shown - wall <= timedelta(hours=24)


@given(zone=ZONES, at=TIMES, day=DAYS)
def test_of_two_moments_with_one_time_it_is_the_first(zone: str, at: time, day: date) -> None:
    moment = due(zone, at, day)
    if moment:
        here = moment.astimezone(zone_of(zone))
        assert here.fold == 0 or here.replace(tzinfo=None) != datetime.combine(day, at)


def schedule(zone: str = "Europe/Berlin", at: time = time(8), days: str = "0123456") -> Schedule:
    return Schedule(guild_id=1, channel_id=2, at=at, zone=zone, days=frozenset(map(int, days)))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("kept", "after", "last_day", "utc"),
    [
        pytest.param(schedule(), "2026-11-24 06:59", None, "2026-11-24 07:00", id="today"),
        pytest.param(schedule(), "2026-11-24 07:00", None, "2026-11-25 07:00", id="not twice at the same moment"),
        pytest.param(schedule(), "2026-11-24 06:00", date(2026, 11, 24), "2026-11-25 07:00", id="had its digest"),
        pytest.param(schedule(days="0"), "2026-11-24 08:00", None, "2026-11-30 07:00", id="on Mondays"),
        pytest.param(schedule(at=time(0)), "2026-11-24 22:00", None, "2026-11-24 23:00", id="at midnight"),
        pytest.param(
            schedule("Pacific/Apia", days="4"), "2011-12-24 00:00", None, "2012-01-05 18:00",
            id="on Fridays, one of which does not exist",
        ),
        pytest.param(
            schedule("America/Nuuk", time(23, 30)), "2026-03-29 01:00", None, "2026-03-29 01:30",
            id="yesterday's, moved into today by a gap",
        ),
    ],
)  # fmt: skip
def test_the_next_slot(kept: Schedule, after: str, last_day: date | None, utc: str) -> None:
    coming = next_due(kept, moment(after), last_day)
    assert coming
    assert coming.at == moment(utc)


def test_what_was_missed_is_every_date_once() -> None:
    slots = missed(schedule(), moment("2026-11-20 07:00"), moment("2026-11-24 07:00"))
    assert [slot.day.day for slot in slots] == [21, 22, 23, 24]
    assert [slot.day.day for slot in missed(schedule(), moment("2026-11-20 07:00"), moment("2026-11-24 06:59"))] == [
        21,
        22,
        23,
    ]
    after = missed(schedule(), moment("2026-11-20 07:00"), moment("2026-11-24 07:00"), date(2026, 11, 23))
    assert [slot.day.day for slot in after] == [24]


def test_years_of_absence_are_not_recorded_day_by_day() -> None:
    assert len(missed(schedule(), moment("2000-01-01 00:00"), moment("2026-11-24 08:00"))) <= 367


@given(
    zone=ZONES, at=TIMES, start=MOMENTS,
    days=st.integers(1, 20),
)  # fmt: skip
def test_following_slot_after_slot_misses_none_and_repeats_none(
    zone: str, at: time, start: datetime, days: int
) -> None:
    """However a zone jumps: planning one after the other gives what looking back gives."""
    kept, end = schedule(zone, at), start + timedelta(days=days)
    followed, last, after = [], None, start
    while (coming := next_due(kept, after, last)) and coming.at <= end:
        followed.append(coming)
        last, after = coming.day, coming.at
    assert tuple(followed) == missed(kept, start, end)
    assert len({slot.day for slot in followed}) == len(followed)
