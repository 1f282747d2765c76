"""Times, days and zones as people write them."""

from __future__ import annotations

from datetime import time
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import BadOption
from bot.models.digest import EVERY_DAY
from bot.ui.times import DAYS, days_told, read_days, read_time, read_zone

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "America/Argentina/San_Luis", "Asia/Here", "Africa/Here")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("8:00", time(8)),
        ("08:00", time(8)),
        (" 8 ", time(8)),
        ("0800", time(8)),
        ("8am", time(8)),
        ("8 AM", time(8)),
        ("8 a.m.", time(8)),
        ("8p", time(20)),
        ("8:30pm", time(20, 30)),
        ("20.30", time(20, 30)),
        ("20h30", time(20, 30)),
        ("20h", time(20)),
        ("20 Uhr", time(20)),
        ("8 o'clock", time(8)),
        ("20:30:00", time(20, 30)),
        ("2030", time(20, 30)),
        ("830", time(8, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12:15 am", time(0, 15)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
        ("noon", time(12)),
        ("Midnight", time(0)),
    ],
)
def test_a_time_is_read_however_it_is_written(typed: str, read: time) -> None:
    assert read_time(typed) == read


@pytest.mark.parametrize(
    "typed",
    ["", "24:00", "8:60", "13pm", "0am", "8:5", "eight", "-8", "8:00:30", "80000", "8..00", "8:00 tomorrow", "٨:٠٠x"],
)
def test_what_is_no_time_is_told_what_is(typed: str) -> None:
    with pytest.raises(BadOption) as refused:
        read_time(typed)
    assert refused.value.facts["option"] == "time"


@given(st.times().map(lambda moment: moment.replace(second=0, microsecond=0)))
def test_every_time_as_it_is_shown_is_read_again(moment: time) -> None:
    assert read_time(f"{moment:%H:%M}") == read_time(f"{moment:%I:%M %p}") == read_time(f"{moment:%H.%M}") == moment


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", EVERY_DAY),
        ("Every day", EVERY_DAY),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("Weekends", {5, 6}),
        ("Monday", {0}),
        ("mondays", {0}),
        ("mon, wed and FRI", {0, 2, 4}),
        ("Mo Tu", {0, 1}),
        ("mon-thu", {0, 1, 2, 3}),
        ("Friday to Monday", {4, 5, 6, 0}),
        ("sat – sun; tue.", {5, 6, 1}),
        ("thu/thu", {3}),
    ],
)
def test_days_are_read_however_they_are_written(typed: str, read: set[int]) -> None:
    assert read_days(typed) == read


@pytest.mark.parametrize("typed", ["t", "someday", "mon-", "mon, never", ",", "31", "mon-xyz", "s"])
def test_what_are_no_days_is_told_what_are(typed: str) -> None:
    with pytest.raises(BadOption) as refused:
        read_days(typed)
    assert refused.value.facts["option"] == "days"


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_days_as_they_are_told_are_read_again(days: frozenset[int]) -> None:
    assert read_days(days_told(days)) == days


def test_days_are_told_in_words() -> None:
    assert days_told(frozenset({4, 0, 2})) == "Monday, Wednesday and Friday"
    assert days_told(frozenset({6})) == "Sundays"
    assert days_told(EVERY_DAY) == "Every day"
    assert len(DAYS) == 7


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("europe/berlin ", "Europe/Berlin"),
        ("berlin", "Europe/Berlin"),
        ("New York", "America/New_York"),
        ("utc", "UTC"),
        ("San Luis", "America/Argentina/San_Luis"),
    ],
)
def test_a_zone_is_found_by_its_name_or_by_its_city(typed: str, zone: str) -> None:
    assert read_zone(typed, ZONES) == zone


@pytest.mark.parametrize("typed", ["", "Here", "Europe", "Mars/Base", "../etc/passwd", "CET+1"])
def test_what_is_no_zone_or_one_of_two_is_not_guessed(typed: str) -> None:
    with pytest.raises(BadOption) as refused:
        read_zone(typed, ZONES)
    assert refused.value.facts["option"] == "timezone"


def test_every_zone_that_there_is_is_found_by_its_name() -> None:
    known = available_timezones()
    assert [zone for zone in known if read_zone(zone, known) != zone] == []
