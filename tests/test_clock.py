"""What every clock keeps, the machine's and the tests' own."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import Clock, SystemClock
from tests.clocks import START, ManualClock, turn


@pytest.fixture(params=[SystemClock, ManualClock], ids=["the machine's", "the tests'"])
def any_clock(request: pytest.FixtureRequest) -> Clock:
    clock: Clock = request.param()
    return clock


def test_a_moment_is_aware_and_in_utc(any_clock: Clock) -> None:
    assert any_clock.now().tzinfo is UTC


def test_the_machine_knows_what_time_it_is() -> None:
    before = datetime.fromtimestamp(0, UTC) + timedelta(days=365 * 50)
    assert SystemClock().now() > before


@pytest.mark.parametrize("seconds", [0, -1], ids=["no time", "less than none"])
async def test_who_sleeps_for_nothing_is_back_at_once(any_clock: Clock, seconds: float) -> None:
    async with asyncio.timeout(5):
        await any_clock.sleep(seconds)


async def test_a_moment_that_is_over_is_not_waited_for(any_clock: Clock) -> None:
    async with asyncio.timeout(5):
        await any_clock.sleep_until(any_clock.now() - timedelta(hours=1))


async def test_a_sleep_takes_its_time() -> None:
    clock = SystemClock()
    before = clock.monotonic()
    await clock.sleep_until(clock.now() + timedelta(milliseconds=20))
    assert clock.monotonic() - before >= 0.015


async def test_the_tests_clock_stands_still_by_itself() -> None:
    clock = ManualClock()
    sleeper = asyncio.create_task(clock.sleep(1))
    await turn(50)
    assert (clock.now(), clock.monotonic(), sleeper.done()) == (START, 0, False)
    await clock.advance(1)
    assert (clock.now(), clock.monotonic(), sleeper.done()) == (START + timedelta(seconds=1), 1, True)


async def test_sleepers_wake_in_order_and_each_at_its_own_moment() -> None:
    clock, woke = ManualClock(), list[tuple[str, float]]()

    async def sleeper(name: str, *naps: float) -> None:
        for nap in naps:
            await clock.sleep(nap)
            woke.append((name, clock.monotonic()))

    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper("late", 9))
        group.create_task(sleeper("twice", 2, 3))
        group.create_task(sleeper("also at five", 5))
        await clock.until_sleeping(3)
        await clock.advance(10)
    assert woke == [("twice", 2), ("also at five", 5), ("twice", 5), ("late", 9)]


async def test_who_was_cancelled_does_not_sleep() -> None:
    clock = ManualClock()
    sleeper = asyncio.create_task(clock.sleep(5))
    await clock.until_sleeping()
    sleeper.cancel()
    await turn()
    assert clock.sleeping == 0
    await clock.advance(10)
    assert sleeper.cancelled()
