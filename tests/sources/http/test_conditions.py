"""What makes a request conditional, and for how long an answer holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from bot.models.feed import Validators
from bot.sources.http import conditions

NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)
LATER, MUCH_LATER = "Tue, 24 Nov 2026 08:10:00 GMT", "Tue, 24 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param({"Cache-Control": "max-age=600"}, 600, id="an age"),
        pytest.param({"Cache-Control": "public, MAX-AGE = 60, immutable"}, 60, id="an age among other things"),
        pytest.param({"Cache-Control": "max-age=600", "Age": "100"}, 500, id="part of it has passed in a cache"),
        pytest.param({"Cache-Control": "max-age=60", "Age": "100"}, 0, id="all of it has passed"),
        pytest.param({"Cache-Control": "s-maxage=600"}, None, id="an age for caches that many share"),
        pytest.param({"Cache-Control": "no-cache, max-age=600"}, None, id="not to be kept"),
        pytest.param({"Cache-Control": "no-store"}, None, id="not to be kept at all"),
        pytest.param({"Cache-Control": "max-age=abc"}, None, id="no number"),
        pytest.param({"Cache-Control": "max-age=-5"}, None, id="less than nothing"),
        pytest.param({"Expires": MUCH_LATER, "Date": LATER}, 6600, id="a date, by the clock of the server"),
        pytest.param({"Expires": LATER}, 600, id="a date, by our clock"),
        pytest.param({"Expires": "0"}, None, id="a date that is none"),
        pytest.param({"Expires": "Mon, 01 Jan 1990 00:00:00 GMT"}, 0, id="a date of long ago"),
        pytest.param({"Cache-Control": "max-age=60", "Expires": MUCH_LATER}, 60, id="an age comes before a date"),
        pytest.param({"Expires": "Tue, 99 Nov 99999 08:00:00 GMT"}, None, id="a date that never was"),
    ],
)
def test_for_how_long_an_answer_holds(said: Mapping[str, str], seconds: float | None) -> None:
    assert conditions.fresh_for(said, NOW) == seconds


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("x" * 501, id="too long"),
        pytest.param('"é"', id="not ASCII"),
        pytest.param('"a\tb"', id="a control character"),
        pytest.param('"\udcff"', id="a byte that is no text"),
    ],
)
def test_what_a_header_of_ours_cannot_hold_is_not_kept(value: str) -> None:
    assert conditions.validators({"ETag": value, "Last-Modified": value}, Validators()) == Validators()


def test_what_an_unchanged_answer_does_not_repeat_stays() -> None:
    known = Validators(etag='"1"', last_modified=LATER)
    assert conditions.validators({"ETag": '"2"'}, known) == Validators(etag='"2"', last_modified=LATER)


def test_only_what_is_known_is_sent() -> None:
    assert conditions.headers(Validators()) == {}
    assert conditions.headers(Validators(etag='"1"')) == {"If-None-Match": '"1"'}
    assert conditions.headers(Validators(last_modified=LATER)) == {"If-Modified-Since": LATER}
