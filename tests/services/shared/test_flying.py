"""Tasks beside: so many at once, each once; what fails is told."""

from __future__ import annotations

import asyncio

import pytest

from bot.services.shared.flying import Flying
from tests.clocks import ManualClock, turn


async def fails() -> None:
    raise ValueError("no")


async def test_room_is_for_so_many_until_their_end_is_told(clock: ManualClock) -> None:
    flying = Flying("post", 2)
    flying.start(1, clock.sleep(5))
    flying.start(2, clock.sleep(9))
    await turn()
    assert (flying.room, flying.under_way()) == (0, {1, 2})
    await clock.advance(5)
    assert flying.room == 0, "nobody has asked yet"
    assert flying.landed() == set()
    assert (flying.room, flying.under_way()) == (1, {2})
    await clock.advance(5)


async def test_what_failed_is_told_once(caplog: pytest.LogCaptureFixture) -> None:
    flying = Flying("post", 2)
    flying.start(7, fails())
    await flying.drain()
    assert flying.landed() == {7}
    assert flying.landed() == set()
    assert "post 7 failed" in caplog.text


async def test_what_does_not_end_in_time_is_cancelled() -> None:
    flying, ended = Flying("post", 2), list[bool]()

    async def endless() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append(True)

    flying.start(1, endless())
    await turn()
    await flying.drain(0)
    assert ended == [True]
    assert flying.landed() == set(), "that is no failure of its own"
