"""Moments as feeds write them, with what they are in UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.feeds.dates import moment

AT = "2026-11-24 10:05:00"


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        pytest.param("Tue, 24 Nov 2026 10:05:00 GMT", AT, id="RFC 822"),
        pytest.param("Tue, 24 Nov 2026 12:05:00 +0200", AT, id="an offset"),
        pytest.param("24 Nov 26 05:05 EST", AT, id="two digits of a year, no day of the week, no seconds"),
        pytest.param("Mon, 24 Nov 2026 10:05:00 GMT", AT, id="the wrong day of the week"),
        pytest.param("Tuesday, 24-Nov-26 10:05:00 GMT", AT, id="RFC 850"),
        pytest.param("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06 08:49:37", id="RFC 850 of the last century"),
        pytest.param("Tue Nov 24 10:05:00 2026", AT, id="asctime"),
        pytest.param("Tue, 24 Nov 2026 12:05:00 CEST", AT, id="summer time by name"),
        pytest.param("Tue, 24 Nov 2026 19:05:00 JST", AT, id="Tokyo by name"),
        pytest.param("Tue, 24 Nov 2026 12:05:00 GMT+2", AT, id="an offset behind a name"),
        pytest.param("Tue, 24 Nov 2026 15:35:00 UTC+05:30", AT, id="half an hour behind a name"),
        pytest.param("Tue, 24 Nov 2026 10:05:00 Nowhere", AT, id="a zone that there is not: UTC"),
        pytest.param("Tue, 24 Nov 2026 10:05:60 GMT", "2026-11-24 10:05:59", id="a leap second"),
        pytest.param("Tue, 24 Nov 2026 24:00:00 GMT", "2026-11-25 00:00:00", id="24:00 is the next day"),
        pytest.param("2026-11-24T10:05:00Z", AT, id="ISO 8601"),
        pytest.param("2026-11-24T12:05:00.123456+02:00", AT, id="parts of a second"),
        pytest.param("2026-11-24t10:05:00z", AT, id="small letters"),
        pytest.param("2026-11-24 12:05:00 +0200", AT, id="blanks"),
        pytest.param("2026-11-24T10:05", AT, id="no zone: UTC"),
        pytest.param("2026-11-24T05:05:00\u221205:00", AT, id="a minus that is none of ASCII"),
        pytest.param("20261124T100500Z", AT, id="without hyphens"),
        pytest.param("2026-11-24", "2026-11-24 00:00:00", id="a day"),
        pytest.param("2026-1-4", "2026-01-04 00:00:00", id="single digits"),
        pytest.param("1795514700", AT, id="seconds since 1970"),
        pytest.param("1795514700000", AT, id="milliseconds since 1970"),
        pytest.param("24 November 2026 10:05 AM", AT, id="the month in full, morning"),
        pytest.param("November 24, 2026, 9:05 p.m. EST", "2026-11-25 02:05:00", id="American, evening"),
        pytest.param("Tuesday, November 24, 2026 - 10:05", AT, id="American with a dash"),
        pytest.param("12:05 AM, 24 Nov 2026", "2026-11-24 00:05:00", id="five past midnight"),
        pytest.param("24.11.2026 10.05 Uhr", AT, id="German figures"),
        pytest.param("Di, 24 März 2026 11:05:00 +0100", "2026-03-24 10:05:00", id="German"),
        pytest.param("mar., 24 nov. 2026 11:05:00 +0100", AT, id="French"),
        pytest.param("mar. 24 nov. 2026", "2026-11-24 00:00:00", id="French, with a day called as a month is"),
        pytest.param("24 de noviembre de 2026 10:05", AT, id="Spanish"),
        pytest.param("Вт, 24 ноября 2026 13:05:00 +0300", AT, id="Russian"),
        pytest.param("2026年11月24日 10:05", AT, id="Japanese"),
        pytest.param("2026년 11월 24일 오후 3:05", "2026-11-24 15:05:00", id="Korean, afternoon"),
        pytest.param("24/11/2026 10:05", AT, id="day first, as there is no month 24"),
        pytest.param("11/24/2026 10:05", AT, id="month first, as there is no month 24"),
        pytest.param("  Tue,\n 24 Nov 2026\t10:05:00 GMT ", AT, id="line breaks"),
    ],
)
def test_a_moment_is_read(text: str, utc: str) -> None:
    found = moment(text)
    assert found is not None
    assert found.isoformat(" ") == f"{utc}+00:00"


@pytest.mark.parametrize(
    ("language", "utc"),
    [pytest.param("en-US", "2026-03-04", id="American"), pytest.param("de", "2026-04-03", id="German")],
)
def test_the_language_tells_day_from_month(language: str, utc: str) -> None:
    found = moment("03/04/2026", language)
    assert found is not None
    assert str(found.date()) == utc


@pytest.mark.parametrize(
    "text",
    [
        *("", "yesterday", "soon", "Tue, 30 Feb 2026 10:00:00 GMT", "Tue, 24 Nov 2026 25:05:00 GMT", "03/04/2026"),
        *("0000-00-00T00:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-12-31", "24/24/2026"),
        *("99999999999999999999", "Tue, 24 Nov", "2026", "-1", "1" * 5000, "10:05", "NaN", "Infinity"),
    ],
)
def test_what_is_no_moment_is_none(text: str) -> None:
    assert moment(text) is None


@given(st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_what_is_written_as_the_rules_say_is_read_back(at: datetime, minutes: int) -> None:
    at = at.replace(year=1975 + at.year % 100, microsecond=0, tzinfo=timezone(timedelta(minutes=minutes)))
    assert moment(at.isoformat()) == moment(at.strftime("%a, %d %b %Y %H:%M:%S %z")) == at.astimezone(UTC)


@given(st.text(max_size=60))
def test_nothing_raises(text: str) -> None:
    found = moment(text, "de")
    assert found is None or 1969 <= found.year <= 2101
