"""The day of publication: local as written, never an update's where another is shown."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.extract import dates
from tests.sources.extract.heads import BODY, facts, jsonld, meta

DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("2024-03-05T23:30:00-05:00", "en", id="ISO, the local day"),
        pytest.param("2024-03-05 08:00:00.0", "en", id="ISO with a blank"),
        pytest.param("20240305", "", id="compact"),
        pytest.param("2024/3/5 7:30", "ja", id="year first, with strokes"),
        pytest.param("2024年3月5日 7時30分", "ja", id="Japanese and Chinese"),
        pytest.param("2024년 3월 5일", "ko", id="Korean"),
        pytest.param("Tue, 05 Mar 2024 10:00:00 GMT", "en", id="mail's form"),
        pytest.param("March 5, 2024 at 9:12 pm", "en", id="American"),
        pytest.param("Mar. 5th, 2024", "en", id="American, short"),
        pytest.param("Published Tuesday 5th March 2024", "en", id="British"),
        pytest.param("5 of March 2024", "en", id="with of"),
        pytest.param("2024 Mar 5", "en", id="year first, in words"),
        pytest.param("Dienstag, 5. März 2024, 12:00 Uhr", "de", id="German"),
        pytest.param("05.03.2024", "de", id="German in figures"),
        pytest.param("5.3.24", "de", id="German, two-digit year"),
        pytest.param("mardi 5 mars 2024", "fr", id="French"),
        pytest.param("5 de marzo de 2024", "es", id="Spanish"),
        pytest.param("05/03/2024 10:22", "es", id="Spanish in figures"),
        pytest.param("5 marzo 2024", "it", id="Italian"),
        pytest.param("5 de março de 2024", "pt", id="Portuguese"),
        pytest.param("5 maart 2024", "nl", id="Dutch"),
        pytest.param("5 mars 2024", "sv", id="Swedish"),
        pytest.param("5 марта 2024", "ru", id="Russian"),
        pytest.param("5 marca 2024", "pl", id="Polish"),
        pytest.param("5 Mart 2024", "tr", id="Turkish"),
        pytest.param("5 مارس 2024", "ar", id="Arabic"),
        pytest.param("03/05/2024", "en", id="month first in English"),
    ],
)
def test_a_day_is_read_in_many_forms(text: str, language: str) -> None:
    assert dates.parse(text, language) == DAY


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        pytest.param("13/05/2024", "en", date(2024, 5, 13), id="no thirteenth month, whatever the language"),
        pytest.param("05/13/2024", "de", date(2024, 5, 13), id="the same, the other way round"),
        pytest.param("2024-13-45", "en", None, id="no such day"),
        pytest.param("31 February 2024", "en", None, id="no such day in words"),
        pytest.param("15 hours ago", "en", None, id="a while ago"),
        pytest.param("12345678", "en", None, id="a number"),
        pytest.param("Room 5, March", "en", None, id="no year"),
        pytest.param("", "en", None, id="nothing"),
    ],
)
def test_what_is_no_day_in_the_usual_order(text: str, language: str, day: date | None) -> None:
    assert dates.parse(text, language) == day


@given(
    day=st.dates(min_value=date(1990, 1, 1), max_value=date(2059, 12, 31)), language=st.sampled_from(["en", "de", "ja"])
)
def test_an_iso_day_is_that_day_in_every_language(day: date, language: str) -> None:
    assert dates.parse(f"{day.isoformat()}T00:10:00+09:00", language) == day


@given(text=st.text(max_size=400))
def test_any_text_is_a_day_or_none(text: str) -> None:
    assert dates.parse(text, "en") is None or isinstance(dates.parse(text, "en"), date)


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://a.example/2024/03/05/ferry", id="a folder a part"),
        pytest.param("https://a.example/2024/mar/05/ferry", id="the month in letters"),
        pytest.param("https://a.example/news/2024-03-05-ferry", id="with hyphens"),
        pytest.param("https://a.example/20240305/ferry", id="compact"),
    ],
)
def test_an_address_may_hold_the_day(url: str) -> None:
    assert facts("", "<h1>Slow ferries</h1>" + BODY, url=url).published == DAY


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://a.example/2024/03/ferry", id="a month only"),
        pytest.param("https://a.example/id/20241399887/", id="an identifier"),
    ],
)
def test_an_address_may_hold_none(url: str) -> None:
    assert facts("", "<h1>Slow ferries</h1>" + BODY, url=url).published is None


HEADLINE = "<h1>Let the ferries be slow</h1>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        pytest.param(jsonld('"datePublished": "2024-03-05", "dateModified": "2024-04-01"'), "", id="JSON-LD"),
        pytest.param(jsonld('"datePublished": "2024-03-05"', kind="WebPage"), "", id="JSON-LD of the page"),
        pytest.param(
            meta(article__published_time="2024-03-05T10:00Z", article__modified_time="2024-04-01"), "", id="meta"
        ),
        pytest.param("", '<p class="date">5 March 2024</p>', id="a line under the headline"),
        pytest.param("", '<time datetime="2024-03-05T01:00">yesterday</time>', id="an attribute"),
        pytest.param("", "<p>Updated 1 April 2024 · Published 5 March 2024</p>", id="the update comes first"),
        pytest.param("", "<p>Published 5 March 2024 Updated 1 April 2024</p>", id="the update comes last"),
        pytest.param(
            "", '<time class="modified">1 April 2024</time><time>5 March 2024</time>', id="marked as an update"
        ),
        pytest.param("", "<p>Updated 5 March 2024</p>", id="an update where nothing else is shown"),
    ],
)
def test_the_day_is_the_publications(head: str, body: str) -> None:
    assert facts(head, HEADLINE + body + BODY).published == DAY


def test_a_shown_day_before_the_structured_one_is_the_first_editions() -> None:
    body = HEADLINE + '<p class="date">March 5, 2024</p>' + BODY
    assert facts(jsonld('"datePublished": "2025-11-20"'), body).published == DAY


def test_a_captions_day_is_none() -> None:
    body = HEADLINE + "<figcaption>The quay on 5 March 2024, before the storm</figcaption>" + BODY
    assert facts(jsonld('"datePublished": "2024-06-01"'), body).published == date(2024, 6, 1)


def test_a_readers_day_is_none() -> None:
    comments = '<div id="comments"><time datetime="2024-03-05">5 March 2024</time><p>Well said.</p></div>'
    assert facts("", HEADLINE + BODY + comments).published is None
