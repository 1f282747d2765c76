"""What goes over the wire, what is tried again, and what is closed."""

from __future__ import annotations

import asyncio
import logging
import socket
from pathlib import Path

import aiohttp
import pytest

from bot.config import Settings
from bot.errors import BadStatus, BlockedPage, Busy, Gone, Refused, TooBig, TooSlow, Unreachable
from bot.sources.http import Http
from bot.sources.http.network import ForbiddenAddress, socket_maker
from tests.network_guard import NetworkGuard
from tests.sources.http import attacks
from tests.sources.http.conftest import PUBLIC, HastyClock
from tests.web import Web

COLUMN = "http://news.example.com/column"


async def test_the_request_is_honest_and_bare(http: Http, site: Web) -> None:
    site.page("/column", "hello")
    await http.get(COLUMN)
    (request,) = site.requests
    assert request.method == "GET"
    assert request.headers["user-agent"].startswith("commentary-bot/")
    assert request.headers["accept-encoding"] == "gzip, deflate"
    assert request.headers["connection"] == "close"
    assert set(request.headers) == {"host", "user-agent", "accept", "accept-encoding", "connection"}


async def test_nothing_is_carried_from_one_host_to_the_next(http: Http, network: NetworkGuard, site: Web) -> None:
    network.name("other.example.com", PUBLIC)
    cookie = {"Set-Cookie": "session=secret; Domain=example.com; Path=/"}
    site.page("/column", status=302, headers=cookie | {"Location": "http://other.example.com/here"})
    site.page("/here", "hello", headers=cookie)
    await http.get(COLUMN)
    await http.get("http://other.example.com/here")
    assert site.paths() == ["/column", "/here", "/here"]
    assert not {"cookie", "authorization", "referer"} & {name for request in site.requests for name in request.headers}


async def test_the_environment_has_no_say(
    http: Http, site: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, network: NetworkGuard
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    (tmp_path / "netrc").write_text("machine news.example.com login me password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    site.page("/column", "hello")
    await http.get(COLUMN)
    assert network.connected == [(PUBLIC, 80)]
    assert "authorization" not in site.requests[0].headers


@pytest.mark.parametrize("address", [pytest.param(value, id=name) for name, value in attacks.NOT_PUBLIC.items()])
def test_the_socket_has_the_last_word(address: str) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with pytest.raises(ForbiddenAddress):
        socket_maker(private_too=False)((family, socket.SOCK_STREAM, 0, "", (address, 80)))


async def test_the_last_word_holds_when_every_other_layer_is_gone(web: Web, network: NetworkGuard) -> None:
    connector = aiohttp.TCPConnector(socket_factory=socket_maker(private_too=False))
    async with aiohttp.ClientSession(connector=connector) as bare:
        for host in ("127.0.0.1", "localhost"):
            with pytest.raises(aiohttp.ClientConnectorError):
                await bare.get(web.url("/column", host=host))
    assert network.connected == []


async def test_the_switch_opens_this_machine_and_says_so(web: Web, caplog: pytest.LogCaptureFixture) -> None:
    web.page("/column", "hello")
    with caplog.at_level(logging.WARNING):
        async with Http(Settings(fetch_allow_private_networks=True)) as http:
            assert (await http.get(web.url("/column"))).body == b"hello"
            assert (await http.get(web.url("/column", host="localhost"))).body == b"hello"
    assert [record.message for record in caplog.records if "FETCH_ALLOW_PRIVATE_NETWORKS" in record.message]


@pytest.mark.parametrize(
    "url",
    ["http://169.254.169.254/", "http://[fe80::1]/", "http://224.0.0.1/", "http://0.0.0.0/", "http://2130706433/"],
)
async def test_the_switch_opens_no_more_than_that(url: str, network: NetworkGuard) -> None:
    async with Http(Settings(fetch_allow_private_networks=True)) as http:
        with pytest.raises(Refused):
            await http.get(url)
    assert network.connected == []


async def test_ports_that_were_named_hold_behind_the_switch_too(web: Web, network: NetworkGuard) -> None:
    async with Http(Settings(fetch_allow_private_networks=True, fetch_ports=(80, 443))) as http:
        with pytest.raises(Refused):
            await http.get(web.url("/column"))
    assert network.connected == []


@pytest.mark.parametrize(
    ("status", "failure", "requests"),
    [
        pytest.param(403, BlockedPage, 1, id="403: a closed door"),
        pytest.param(404, Gone, 1, id="404: gone"),
        pytest.param(410, Gone, 1, id="410: gone"),
        pytest.param(500, BadStatus, 1, id="500: not asked again"),
        pytest.param(502, BadStatus, 2, id="502: asked twice"),
        pytest.param(503, BadStatus, 2, id="503: asked twice"),
        pytest.param(504, BadStatus, 2, id="504: asked twice"),
        pytest.param(429, Busy, 1, id="429: not asked again"),
        pytest.param(304, BadStatus, 1, id="304: we hold nothing"),
    ],
)
async def test_a_failure_is_told(http: Http, site: Web, status: int, failure: type[Exception], requests: int) -> None:
    site.page("/column", "" if status == 304 else "sorry", status=status)  # a 304 has no body
    with pytest.raises(failure):
        await http.get(COLUMN)
    assert len(site.requests) == requests


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_hiccup_is_forgiven(http: Http, site: Web, status: int, hasty: HastyClock) -> None:
    site.page("/column", "sorry", status=status)
    site.page("/column", "hello")
    assert (await http.get(COLUMN)).body == b"hello"
    assert max(hasty.slept) == 0.5


async def test_an_answer_that_broke_off_is_asked_for_once_more(http: Http, site: Web) -> None:
    site.raw("/column", lambda: [b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 90\r\n\r\nhel"])
    site.page("/column", "hello")
    assert (await http.get(COLUMN)).body == b"hello"


async def test_a_short_wish_to_be_left_alone_is_waited_for(http: Http, site: Web, hasty: HastyClock) -> None:
    site.page("/column", "later", status=503, headers={"Retry-After": "0"})
    site.page("/column", "hello")
    assert (await http.get(COLUMN)).body == b"hello"
    assert len(site.requests) == 2


async def test_a_host_that_asks_to_be_left_alone_is_left_alone(http: Http, site: Web) -> None:
    site.page("/column", "later", status=429, headers={"Retry-After": "120"})
    for _ in range(3):
        with pytest.raises(Busy) as busy:
            await http.get(COLUMN)
        assert 118 <= float(busy.value.facts["seconds"]) <= 120
    assert len(site.requests) == 1


async def test_a_refusal_is_never_tried_again(http: Http, network: NetworkGuard) -> None:
    network.name("news.example.com", "10.0.0.1")
    with pytest.raises(Refused):
        await http.get(COLUMN)
    assert network.asked == ["news.example.com"]


async def test_no_such_name_is_no_answer(http: Http, network: NetworkGuard) -> None:
    network.name("news.example.com")
    with pytest.raises(Unreachable):
        await http.get(COLUMN)


async def test_one_request_at_a_time_per_host(site: Web, hasty: HastyClock) -> None:
    for number in range(6):
        site.page(f"/{number}", "hello", delay=0.02)
    async with Http(Settings(), hasty) as http:
        await asyncio.gather(*(http.get(f"http://news.example.com/{number}") for number in range(6)))
    assert (site.at_once, len(site.requests)) == (1, 6)


async def test_two_hosts_are_asked_at_once(site: Web, network: NetworkGuard, hasty: HastyClock) -> None:
    network.name("other.example.com", PUBLIC)
    site.page("/column", "hello", delay=0.3)
    async with Http(Settings(), hasty) as http:
        await asyncio.gather(http.get(COLUMN), http.get("http://other.example.com/column"))
    assert site.at_once == 2


async def test_a_cancelled_request_closes_its_connection(site: Web, hasty: HastyClock) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    site.raw("/column", lambda: [head, *[step for _ in range(400) for step in (b"x" * 1_000, 0.01)]])
    async with Http(Settings(), hasty) as http:
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(http.get(COLUMN), 0.3)
        assert await asyncio.to_thread(site.is_left)


async def test_the_deadline_counts_the_redirects(http: Http, site: Web) -> None:
    site.page("/column", status=302, headers={"Location": "/column"}, delay=0.25)
    with pytest.raises(TooSlow):
        await http.get(COLUMN)
    assert len(site.requests) <= 4


async def test_the_limit_of_bytes_is_the_settings(site: Web, hasty: HastyClock) -> None:
    site.page("/fits", "x" * 20_000)
    site.page("/big", "x" * 20_001)
    async with Http(Settings(fetch_max_bytes=20_000), hasty) as http:
        assert len((await http.get("http://news.example.com/fits")).body) == 20_000
        with pytest.raises(TooBig) as too_big:
            await http.get("http://news.example.com/big")
    assert too_big.value.facts == {"site": "news.example.com", "limit_mb": 0.02}


async def test_a_refusal_shows_no_password(http: Http) -> None:
    with pytest.raises(Refused) as refused:
        await http.get("http://user:hunter2@news.example.com/")
    assert "hunter2" not in str(refused.value.facts)
