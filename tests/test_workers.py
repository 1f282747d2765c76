"""Workers: a step again and again, whatever one of them raises."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime, timedelta

import pytest

from bot.workers import FIRST_WAIT, LAST_WAIT, LONGEST, Health, Step, supervise
from tests.clocks import START, ManualClock, turn

Begin = Callable[[str, Step], Awaitable[None]]


@pytest.fixture
def health() -> Health:
    return Health()


@pytest.fixture
async def begin(clock: ManualClock, health: Health) -> AsyncIterator[Begin]:
    """Supervise a step until the test's end."""
    tasks = list[asyncio.Task[None]]()

    async def begun(name: str, step: Step) -> None:
        tasks.append(asyncio.create_task(supervise(name, step, clock, health)))
        await turn(3)

    yield begun
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)


class Steps:
    """Notes when it is called; raises what it is told to."""

    def __init__(self, every: float, failures: list[Exception] | None = None) -> None:
        self.every, self.failures, self.at = timedelta(seconds=every), failures or [], list[float]()

    async def __call__(self, now: datetime) -> datetime:
        self.at.append((now - START).total_seconds())
        if self.failures:
            raise self.failures.pop(0)
        return now + self.every


async def test_a_step_is_called_at_the_moment_that_it_names(begin: Begin, clock: ManualClock) -> None:
    steps = Steps(10)
    await begin("a", steps)
    await clock.advance(25)
    assert steps.at == [0, 10, 20]


async def test_a_failure_costs_a_wait_and_no_sibling(begin: Begin, clock: ManualClock, health: Health) -> None:
    ill, well = Steps(10, [ValueError(), KeyError(), OSError()]), Steps(10)
    await begin("ill", ill)
    await begin("well", well)
    assert health.failing() == {"ill": 1}
    await clock.advance(50)
    assert well.at == [0, 10, 20, 30, 40, 50]
    assert ill.at[:4] == [0, 5, 15, 35], "longer each time"
    assert health.failing() == {}
    assert ill.at[4] == 45


def test_the_wait_has_a_limit(health: Health) -> None:
    waits = [health.ill("a") for _ in range(2_000)]
    assert waits[0] == FIRST_WAIT
    assert waits == sorted(waits)
    assert waits[-1] == LAST_WAIT
    health.well("a")
    assert health.ill("a") == FIRST_WAIT


async def test_nobody_sleeps_for_so_long_that_a_clock_set_on_goes_unnoticed(begin: Begin, clock: ManualClock) -> None:
    steps = Steps(86_400)
    await begin("a", steps)
    await clock.advance(LONGEST.total_seconds())
    assert steps.at == [0, 60]


async def test_a_moment_that_is_past_gives_the_others_a_turn(begin: Begin, clock: ManualClock) -> None:
    steps = Steps(-5)
    await begin("a", steps)
    await turn(10)
    assert 1 < len(steps.at) < 20


async def test_being_cancelled_ends_it(clock: ManualClock, health: Health) -> None:
    task = asyncio.create_task(supervise("a", Steps(10), clock, health))
    await turn(3)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    assert health.failing() == {}
