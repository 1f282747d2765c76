"""What goes over the wire for a feed, how often, and what is made of the answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.config import Settings
from bot.errors import BadStatus, BlockedPage, Busy, Gone, Refused, TooBig, TooSlow, Unreachable, WrongType
from bot.models.feed import Validators
from bot.sources.http import Http
from tests.network_guard import NetworkGuard
from tests.sources.http.conftest import DEADLINE, PUBLIC, HastyClock
from tests.web import Web

FEED = "http://news.example.com/feed"
RSS = "application/rss+xml"
KNOWN = Validators(etag='W/"abc"', last_modified="Tue, 24 Nov 2026 08:00:00 GMT")


@pytest.fixture
async def http(hasty: HastyClock) -> AsyncIterator[Http]:
    async with Http(Settings(feed_timeout=DEADLINE, feed_max_bytes=20_000), hasty) as http:
        yield http


async def test_a_first_request_asks_for_feeds_and_knows_nothing(http: Http, site: Web) -> None:
    site.page("/feed", "<rss/>", content_type=RSS)
    fetched = await http.get_feed(FEED)
    (request,) = site.requests
    assert set(request.headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}
    assert "application/atom+xml" in request.headers["accept"]
    assert fetched.page
    assert (fetched.page.body, fetched.page.url, fetched.page.content_type) == (b"<rss/>", FEED, RSS)
    assert (fetched.moved_to, fetched.validators, fetched.fresh_for) == ("", Validators(), None)


async def test_what_the_server_gave_comes_back_to_it(http: Http, site: Web) -> None:
    headers = {"ETag": KNOWN.etag, "Last-Modified": KNOWN.last_modified, "Cache-Control": "max-age=600"}
    site.page("/feed", "<rss/>", headers=headers, content_type=RSS)
    site.page("/feed", status=304, headers={"Cache-Control": "max-age=300"})
    first = await http.get_feed(FEED)
    assert (first.validators, first.fresh_for) == (KNOWN, 600.0)
    second = await http.get_feed(FEED, first.validators)
    assert (second.page, second.validators, second.fresh_for) == (None, KNOWN, 300.0)
    assert site.requests[1].headers["if-none-match"] == KNOWN.etag
    assert site.requests[1].headers["if-modified-since"] == KNOWN.last_modified


async def test_a_304_to_who_knows_nothing_is_a_failure(http: Http, site: Web) -> None:
    site.page("/feed", status=304)
    with pytest.raises(BadStatus):
        await http.get_feed(FEED)


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        pytest.param([301], True, id="for good"),
        pytest.param([308], True, id="for good, as it is said today"),
        pytest.param([301, 308, 301], True, id="for good at each step"),
        pytest.param([302], False, id="for now"),
        pytest.param([307], False, id="for now, as it is said today"),
        pytest.param([301, 302], False, id="for good, but only to where it is for now"),
        pytest.param([302, 301], False, id="for now, from where it is for good"),
    ],
)
async def test_a_feed_has_moved_only_when_each_redirect_says_so(
    http: Http, site: Web, statuses: list[int], moved: bool
) -> None:
    for n, status in enumerate(statuses):
        site.redirect(f"/{n}", f"/{n + 1}", status=status)
    site.page(f"/{len(statuses)}", "<rss/>", content_type=RSS)
    fetched = await http.get_feed("http://news.example.com/0")
    assert fetched.moved_to == (f"http://news.example.com/{len(statuses)}" if moved else "")
    assert fetched.page


async def test_a_feed_that_moved_may_be_unchanged_there(http: Http, site: Web) -> None:
    site.redirect("/feed", "/new", status=301)
    site.page("/new", status=304)
    fetched = await http.get_feed(FEED, KNOWN)
    assert (fetched.page, fetched.moved_to) == (None, "http://news.example.com/new")


@pytest.mark.parametrize(
    "content_type",
    [
        *("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"),
        *("application/feed+json", "application/json", "text/html", "text/plain", "application/octet-stream", ""),
    ],
)
async def test_feeds_go_under_many_names(http: Http, site: Web, content_type: str) -> None:
    site.page("/feed", "<rss/>", content_type=content_type)
    assert (await http.get_feed(FEED)).page


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        pytest.param("audio/mpeg", b"<rss/>", id="an episode"),
        pytest.param("image/png", b"<rss/>", id="a picture"),
        pytest.param(RSS, b"\x89PNG\r\n", id="a picture that calls itself a feed"),
        pytest.param("application/pdf", b"%PDF-1.4", id="a document"),
    ],
)
async def test_what_is_no_text_is_no_feed(http: Http, site: Web, content_type: str, body: bytes) -> None:
    site.page("/feed", body, content_type=content_type)
    with pytest.raises(WrongType):
        await http.get_feed(FEED)


@pytest.mark.parametrize(
    ("status", "headers", "failure", "facts"),
    [
        pytest.param(410, {}, Gone, {"status": 410}, id="410: gone for good"),
        pytest.param(404, {}, Gone, {"status": 404}, id="404: gone"),
        pytest.param(403, {}, BlockedPage, {}, id="403: a closed door"),
        pytest.param(500, {}, BadStatus, {"status": 500}, id="500"),
        pytest.param(502, {}, BadStatus, {"status": 502}, id="502"),
        pytest.param(503, {"Retry-After": "7200"}, Busy, {"seconds": 7200}, id="503, and says until when"),
        pytest.param(429, {"Retry-After": "120"}, Busy, {"seconds": 120}, id="429, and says until when"),
        pytest.param(429, {}, Busy, {"seconds": 60}, id="429, and does not say until when"),
    ],
)
async def test_a_failure_is_told_and_not_tried_again(
    http: Http, site: Web, status: int, headers: dict[str, str], failure: type[Busy], facts: dict[str, int]
) -> None:
    site.page("/feed", "sorry", status=status, headers=headers)
    with pytest.raises(failure) as failed:
        await http.get_feed(FEED)
    assert facts.items() <= failed.value.facts.items()
    assert len(site.requests) == 1


async def test_one_feed_that_may_not_be_asked_leaves_the_others_of_its_host_alone(http: Http, site: Web) -> None:
    site.page("/feed", "later", status=429, headers={"Retry-After": "3600"})
    site.page("/other", "<rss/>", content_type=RSS)
    with pytest.raises(Busy):
        await http.get_feed(FEED)
    assert (await http.get_feed("http://news.example.com/other")).page


async def test_the_limit_of_bytes_holds_for_what_is_unpacked(http: Http, site: Web) -> None:
    site.page("/feed", "x" * 20_001, content_type=RSS)
    with pytest.raises(TooBig):
        await http.get_feed(FEED)


async def test_bytes_that_trickle_do_not_outlast_the_deadline(http: Http, site: Web) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"
    site.raw("/feed", lambda: [head, *[step for _ in range(400) for step in (b"<", 0.01)]])
    with pytest.raises(TooSlow):
        await http.get_feed(FEED)


async def test_a_dropped_connection_is_no_answer(http: Http, site: Web) -> None:
    site.raw("/feed", list)
    with pytest.raises(Unreachable):
        await http.get_feed(FEED)


async def test_four_connections_to_a_host_and_no_pause_between_them(site: Web, hasty: HastyClock) -> None:
    for n in range(12):
        site.page(f"/{n}", "<rss/>", content_type=RSS, delay=0.05)
    async with Http(Settings(), hasty) as http:
        await asyncio.gather(*(http.get_feed(f"http://news.example.com/{n}") for n in range(12)))
    assert (site.at_once, len(site.requests)) == (4, 12)
    assert hasty.slept == []


async def test_who_waits_for_a_place_loses_none_of_its_time(site: Web, hasty: HastyClock) -> None:
    for n in range(12):
        site.page(f"/{n}", "<rss/>", content_type=RSS, delay=DEADLINE * 0.6)
    async with Http(Settings(feed_timeout=DEADLINE), hasty) as http:
        fetched = await asyncio.gather(*(http.get_feed(f"http://news.example.com/{n}") for n in range(12)))
    assert all(one.page for one in fetched)


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/feed", "http://localhost/feed", "file:///etc/passwd", "http://a.test:22/"]
)
async def test_the_gate_stands_before_feeds_too(http: Http, url: str, network: NetworkGuard) -> None:
    with pytest.raises(Refused):
        await http.get_feed(url)
    assert network.connected == []


async def test_a_redirect_to_this_machine_is_refused(http: Http, site: Web, network: NetworkGuard) -> None:
    site.redirect("/feed", "http://127.0.0.1/feed", status=301)
    with pytest.raises(Refused):
        await http.get_feed(FEED)
    assert network.connected == [(PUBLIC, 80)]
