"""Every attack of the table: no forbidden connection tried, no deadline passed, no memory taken."""

from __future__ import annotations

import gc
import time
from pathlib import Path

import pytest

from bot.errors import BotError, Refused
from bot.sources.http import Http
from tests.network_guard import NetworkGuard
from tests.sources.http import attacks
from tests.sources.http.conftest import DEADLINE, PUBLIC
from tests.web import Script, Web

LATE = 1.0  # seconds beyond the deadline that a busy machine may need to notice it
GROWTH = 32_000_000  # bytes


def _cases(table: dict[str, str]) -> list[object]:
    return [pytest.param(value, id=name) for name, value in table.items()]


def test_the_table_is_long_enough() -> None:
    tables = (attacks.WRITTEN, attacks.NOT_PUBLIC, attacks.NOT_PUBLIC, attacks.LOCATIONS, attacks.ANSWERS)
    assert sum(len(table) for table in tables) >= 300


@pytest.mark.parametrize("url", _cases(attacks.WRITTEN))
async def test_an_address_is_refused_as_it_is_written(http: Http, network: NetworkGuard, url: str) -> None:
    with pytest.raises(Refused):
        await http.get(url)
    assert (network.connected, network.asked) == ([], [])


@pytest.mark.parametrize("address", _cases(attacks.NOT_PUBLIC))
async def test_a_literal_is_refused(http: Http, network: NetworkGuard, address: str) -> None:
    with pytest.raises(Refused) as refused:
        await http.get(f"http://[{address}]/" if ":" in address else f"http://{address}/")
    assert refused.value.facts["reason"] == "not-public"
    assert network.connected == []


@pytest.mark.parametrize("address", _cases(attacks.NOT_PUBLIC))
@pytest.mark.parametrize("others", [pytest.param((), id="alone"), pytest.param((PUBLIC,), id="behind a public one")])
async def test_a_name_is_refused_for_any_of_its_addresses(
    http: Http, network: NetworkGuard, address: str, others: tuple[str, ...]
) -> None:
    network.name("news.example.com", *others, address)
    with pytest.raises(Refused) as refused:
        await http.get("http://news.example.com/")
    assert refused.value.facts["reason"] == "not-public"
    assert network.connected == []


@pytest.mark.parametrize("location", _cases(attacks.LOCATIONS))
async def test_a_redirect_leads_nowhere_else(http: Http, network: NetworkGuard, site: Web, location: str) -> None:
    network.name("private.example.com", "10.0.0.1")
    network.name("mixed.example.com", PUBLIC, "10.0.0.1")
    site.redirect("/redirect", location)
    with pytest.raises(Refused):
        await http.get("http://news.example.com/redirect")
    assert set(network.connected) == {(PUBLIC, 80)}
    assert set(site.paths()) == {"/redirect"}


async def test_a_name_that_changes_its_mind_is_asked_again(http: Http, network: NetworkGuard, site: Web) -> None:
    network.name_in_turn("news.example.com", (PUBLIC,), ("127.0.0.1",))
    site.redirect("/column", "http://news.example.com:443/column")
    with pytest.raises(Refused):
        await http.get("http://news.example.com/column")
    assert network.connected == [(PUBLIC, 80)]


async def test_a_name_with_thousands_of_addresses_costs_a_few(http: Http, network: NetworkGuard) -> None:
    network.name("news.example.com", *(f"93.184.{n // 250}.{n % 250 + 1}" for n in range(2_000)))
    with pytest.raises(BotError):
        await http.get("http://news.example.com/")
    assert len(network.connected) <= 4
    network.refused.clear()  # the guard refuses them all, as no server is there


@pytest.mark.parametrize(
    ("script", "expected"), [pytest.param(*attack, id=name) for name, attack in attacks.ANSWERS.items()]
)
async def test_an_answer_takes_neither_time_nor_memory(
    http: Http, site: Web, script: Script, expected: type[BotError]
) -> None:
    site.raw("/column", script)
    before, started = _memory(), time.monotonic()
    with pytest.raises(expected):
        await http.get("http://news.example.com/column")
    assert time.monotonic() - started < DEADLINE + LATE
    assert _most_memory() - before < GROWTH


def _memory() -> int:
    """Resident bytes; the highest is counted from here on."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    return _status("VmRSS")


def _most_memory() -> int:
    return _status("VmHWM")


def _status(name: str) -> int:
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(name))
