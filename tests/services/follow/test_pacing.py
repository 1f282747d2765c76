"""When a feed is polled next."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.follow.pacing import LONGEST, SHORTEST, Pace, next_poll, next_try, pace_of

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def ago(*hours: float) -> tuple[int, ...]:
    return tuple(sorted(int((NOW - hour * HOUR).timestamp()) for hour in hours))


@pytest.mark.parametrize(
    ("pace", "fresh_for", "wait"),
    [
        pytest.param(Pace(times=ago(0.5, 1, 1.5, 2)), None, SHORTEST, id="twice an hour: as often as we ask"),
        pytest.param(Pace(times=ago(4, 8, 12, 16)), None, HOUR, id="every four hours: every hour"),
        pytest.param(Pace(times=ago(24, 48, 72, 96)), None, 6 * HOUR, id="every day: four times a day"),
        pytest.param(Pace(times=ago(24 * 40)), None, DAY, id="silent for weeks: every day"),
        pytest.param(Pace(times=ago(0)), None, SHORTEST, id="its first entry just came: soon again"),
        pytest.param(Pace(), None, SHORTEST, id="nothing known: soon again"),
        pytest.param(Pace(times=ago(1), ttl=7200), None, 2 * HOUR, id="its ttl is longer"),
        pytest.param(Pace(times=ago(24, 48), ttl=60), None, 6 * HOUR, id="its ttl is shorter"),
        pytest.param(Pace(times=ago(1)), 5400, 1.5 * HOUR, id="the server says that it stays fresh"),
        pytest.param(Pace(times=ago(1), ttl=3600), 5400, 1.5 * HOUR, id="the longer of the two"),
        pytest.param(Pace(times=ago(1)), 31_536_000, DAY, id="fresh for a year: every day all the same"),
        pytest.param(Pace(times=ago(1), ttl=10**12), None, DAY, id="a ttl beyond all bounds"),
        pytest.param(Pace(times=ago(1), ttl=-5), None, SHORTEST, id="a ttl of less than nothing"),
        pytest.param(Pace(times=ago(-5)), None, SHORTEST, id="an entry of the future"),
        pytest.param(Pace(times=ago(1), skip_hours=(12, 13)), None, 2 * HOUR, id="forbidden hours are waited for"),
        pytest.param(Pace(times=ago(1), skip_hours=(13,)), None, SHORTEST, id="another hour is forbidden"),
        pytest.param(Pace(times=ago(1), skip_hours=tuple(range(24))), None, SHORTEST, id="all forbidden: a mistake"),
        pytest.param(
            Pace(times=ago(4, 8, 12, 16), skip_hours=(*range(13, 24), *range(9))), None, 21 * HOUR,
            id="forbidden over midnight",
        ),
    ],
)  # fmt: skip
def test_after_a_poll_that_went_well(pace: Pace, fresh_for: float | None, wait: timedelta) -> None:
    at = next_poll(pace, NOW, fresh_for=fresh_for, luck=0.0)
    expected = min(wait, DAY / 1.1) if wait == DAY and not (fresh_for or pace.ttl) else wait
    assert abs(at - NOW - expected) < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("failures", "failing_for", "asked", "wait"),
    [
        pytest.param(1, 0 * HOUR, None, SHORTEST, id="the first time: a quarter of an hour"),
        pytest.param(2, 0.25 * HOUR, None, 2 * SHORTEST, id="doubled"),
        pytest.param(4, 2 * HOUR, None, 2 * HOUR, id="and doubled again"),
        pytest.param(7, 16 * HOUR, None, 8 * HOUR, id="looked at when the day is over, and not hours later"),
        pytest.param(8, 24 * HOUR, None, DAY, id="a day at most"),
        pytest.param(9_000, 9_000 * DAY, None, DAY, id="for ever"),
        pytest.param(1, 0 * HOUR, 7200.0, 2 * HOUR, id="the host asks for longer"),
        pytest.param(5, 4 * HOUR, 60.0, 4 * HOUR, id="the host asks for less"),
        pytest.param(1, 0 * HOUR, 10.0**9, DAY, id="the host asks for years"),
        pytest.param(7, 23 * HOUR, 3 * 3600.0, 3 * HOUR, id="the host's wish comes before our look"),
    ],
)
def test_after_a_poll_that_failed(failures: int, failing_for: timedelta, asked: float | None, wait: timedelta) -> None:
    since = NOW - failing_for
    at = next_try(Pace(), NOW, failures=failures, failing_since=since, asked=asked, luck=0.0)
    assert at - NOW == wait


@given(
    hours=st.lists(st.floats(-100, 10_000), max_size=10),
    ttl=st.none() | st.floats(-1e9, 1e12),
    fresh_for=st.none() | st.floats(0, 1e12),
    luck=st.floats(0, 1),
)
def test_a_poll_is_never_sooner_than_a_quarter_of_an_hour_nor_later_than_a_day(
    hours: list[float], ttl: float | None, fresh_for: float | None, luck: float
) -> None:
    wait = next_poll(Pace(times=ago(*hours), ttl=ttl), NOW, fresh_for=fresh_for, luck=luck) - NOW
    assert SHORTEST <= wait <= LONGEST


@given(hours=st.frozensets(st.integers(0, 23), max_size=23), luck=st.floats(0, 0.999))
def test_no_poll_falls_into_an_hour_that_is_forbidden(hours: frozenset[int], luck: float) -> None:
    pace = Pace(times=ago(1), skip_hours=tuple(sorted(hours)))
    assert next_poll(pace, NOW, fresh_for=None, luck=luck).hour not in hours
    at = next_try(pace, NOW, failures=3, failing_since=NOW, asked=None, luck=luck)
    assert at.hour not in hours


def test_feeds_that_were_added_together_do_not_come_together_for_ever() -> None:
    waits = {next_poll(Pace(), NOW, fresh_for=None, luck=luck / 10) - NOW for luck in range(10)}
    assert len(waits) == 10


def test_silence_slows_down_and_an_entry_speeds_up() -> None:
    pace, now, waits = Pace(times=ago(0)), NOW, []
    for _ in range(30):
        at = next_poll(pace, now, fresh_for=None, luck=0.0)
        waits.append(at - now)
        now = at
    assert waits == sorted(waits)
    assert waits[0] == SHORTEST
    assert waits[-1] > 0.9 * DAY
    heard = pace.learned([now - n * HOUR for n in range(8)], None, ())
    assert next_poll(heard, now, fresh_for=None, luck=0.0) - now == SHORTEST


def test_entries_that_come_together_count_once() -> None:
    burst = [NOW - timedelta(seconds=n) for n in range(50)]
    assert len(Pace().learned([*burst, NOW - DAY], None, ()).times) == 2


def test_the_latest_eight_moments_are_remembered() -> None:
    pace = Pace(times=ago(*range(100, 108))).learned([NOW - n * HOUR for n in range(1, 4)], None, ())
    assert pace.times == ago(1, 2, 3, 100, 101, 102, 103, 104)


@pytest.mark.parametrize(
    "pace",
    [Pace(), Pace(times=(1, 2)), Pace(ttl=60.0, skip_hours=(0, 5)), Pace(times=(5,), ttl=1.5, skip_hours=(23,))],
)
def test_a_pace_is_read_as_it_was_written(pace: Pace) -> None:
    assert pace_of(pace.to_text()) == pace
