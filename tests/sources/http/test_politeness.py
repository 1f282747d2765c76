"""Turns, gaps and hosts that want to be left alone, on a clock that stands still."""

from __future__ import annotations

import asyncio

import pytest

from bot.errors import Busy
from bot.sources.http import politeness
from bot.sources.http.politeness import GAP, Politeness, seconds_asked_for
from tests.clocks import START, ManualClock


async def _visit(manners: Politeness, host: str, log: list[str], name: str) -> None:
    async with manners.turn(host, patience=5):
        log.append(name)


async def test_guests_come_in_their_order_with_a_gap(clock: ManualClock) -> None:
    manners, log = Politeness(clock), list[str]()
    guests = [asyncio.create_task(_visit(manners, "a.example", log, name)) for name in "abc"]
    await clock.advance(0)
    assert log == ["a"]
    await clock.advance(GAP)
    assert log == ["a", "b"]
    await clock.advance(GAP)
    assert log == ["a", "b", "c"]
    await asyncio.gather(*guests)


async def test_another_host_waits_for_nobody(clock: ManualClock) -> None:
    manners, log = Politeness(clock), list[str]()
    async with manners.turn("a.example", patience=5):
        await _visit(manners, "b.example", log, "b")
    assert log == ["b"]


async def test_a_cancelled_guest_does_not_keep_its_place(clock: ManualClock) -> None:
    manners, log = Politeness(clock), list[str]()
    await _visit(manners, "a.example", log, "first")
    waiting = asyncio.create_task(_visit(manners, "a.example", log, "cancelled"))
    await clock.until_sleeping()
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    last = asyncio.create_task(_visit(manners, "a.example", log, "last"))
    await clock.advance(GAP * 2)
    await last
    assert log == ["first", "last"]


async def test_a_wish_within_the_patience_is_waited_for(clock: ManualClock) -> None:
    manners, log = Politeness(clock), list[str]()
    manners.leave_alone("a.example", 3)
    guest = asyncio.create_task(_visit(manners, "a.example", log, "a"))
    await clock.advance(2.9)
    assert log == []
    await clock.advance(0.2)
    await guest
    assert log == ["a"]


async def test_a_longer_wish_is_told_until_it_is_over(clock: ManualClock) -> None:
    manners, log = Politeness(clock), list[str]()
    manners.leave_alone("a.example", 60)
    await clock.advance(20)
    with pytest.raises(Busy) as busy:
        await _visit(manners, "a.example", log, "too early")
    assert busy.value.facts == {"site": "a.example", "seconds": 40}
    await clock.advance(40)
    await _visit(manners, "a.example", log, "in time")
    assert log == ["in time"]


async def test_hosts_are_forgotten_but_never_those_with_guests(
    clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(politeness, "_HOSTS", 3)
    manners, log = Politeness(clock), list[str]()
    async with manners.turn("kept.example", patience=5):
        for number in range(50):
            await _visit(manners, f"{number}.example", log, "x")
        second = asyncio.create_task(_visit(manners, "kept.example", log, "second"))
        await clock.advance(1)
        assert "second" not in log
        assert len(manners._hosts) <= 4
    await clock.advance(1)
    await second


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        pytest.param("120", 120, id="seconds"),
        pytest.param(" 5 ", 5, id="seconds between blanks"),
        pytest.param("0", 0, id="none"),
        pytest.param("Tue, 24 Nov 2026 08:01:00 GMT", 60, id="a date"),
        pytest.param("Tue, 24 Nov 2026 09:01:00 +0100", 60, id="a date of another zone"),
        pytest.param("Tue, 24 Nov 2026 08:01:00", 60, id="a date without a zone"),
        pytest.param("Mon, 23 Nov 2026 08:00:00 GMT", 0, id="a date that is past"),
        pytest.param("9" * 400, 86_400, id="a number too large"),
        pytest.param("", None, id="nothing"),
        pytest.param("-5", None, id="less than nothing"),
        pytest.param("soon", None, id="a word"),
        pytest.param("١٢", None, id="other digits"),
    ],
)
def test_the_wish_is_read(header: str, seconds: float | None) -> None:
    assert seconds_asked_for(header, START) == seconds
