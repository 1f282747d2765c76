"""Several who want the same thing at the same moment."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

import pytest

from bot.services.shared.together import Together
from tests.clocks import turn
from tests.services.doubles import Gate


@dataclass
class Work:
    """Counts how often it was begun, and says how it ended."""

    gate: Gate = field(default_factory=Gate)
    farewell: Gate = field(default_factory=Gate)
    begun: int = 0
    cancelled: int = 0
    failure: Exception | None = None

    async def __call__(self) -> str:
        self.begun += 1
        number = self.begun
        try:
            await self.gate.passed()
        except asyncio.CancelledError:
            await self.farewell.passed()  # what is settled after a cancellation takes a while as well
            self.cancelled += 1
            raise
        if self.failure:
            raise self.failure
        return f"work {number}"


@pytest.fixture
def work() -> Work:
    work = Work()
    work.gate.open.clear()
    return work


async def joined(together: Together[str], work: Work, *keys: str) -> list[asyncio.Task[str]]:
    tasks = [asyncio.create_task(together.run(key, work)) for key in keys]
    await work.gate.until_waiting()
    await turn(5)
    return tasks


async def test_they_get_it_from_one_piece_of_work(work: Work) -> None:
    tasks = await joined(Together(), work, "a", "a", "a")
    work.gate.open.set()
    assert await asyncio.gather(*tasks) == ["work 1"] * 3


async def test_who_wants_something_else_gets_that(work: Work) -> None:
    tasks = await joined(Together(), work, "a", "b")
    work.gate.open.set()
    assert await asyncio.gather(*tasks) == ["work 1", "work 2"]


async def test_who_comes_later_gets_new_work(work: Work) -> None:
    together = Together[str]()
    work.gate.open.set()
    assert [await together.run("a", work) for _ in range(2)] == ["work 1", "work 2"]


async def test_a_failure_is_everybodys_and_not_kept(work: Work) -> None:
    together, work.failure = Together[str](), ZeroDivisionError()
    tasks = await joined(together, work, "a", "a")
    work.gate.open.set()
    assert [type(end) for end in await asyncio.gather(*tasks, return_exceptions=True)] == [ZeroDivisionError] * 2
    work.failure = None
    assert await together.run("a", work) == "work 2"


@pytest.mark.parametrize("leaver", [0, 1], ids=["the first to come", "the last to come"])
async def test_one_who_is_cancelled_leaves_the_work_to_the_other(work: Work, leaver: int) -> None:
    tasks = await joined(Together(), work, "a", "a")
    tasks[leaver].cancel()
    await turn(5)
    work.gate.open.set()
    assert await tasks[1 - leaver] == "work 1"
    assert (tasks[leaver].cancelled(), work.cancelled) == (True, 0)


async def test_when_nobody_waits_any_more_the_work_is_cancelled(work: Work) -> None:
    tasks = await joined(Together(), work, "a", "a")
    for task in tasks:
        task.cancel()
    await turn(5)
    assert work.cancelled == 1
    assert all(task.cancelled() for task in tasks)


async def test_who_comes_while_cancelled_work_says_farewell_gets_work_of_his_own(work: Work) -> None:
    together = Together[str]()
    work.farewell.open.clear()
    [leaver] = await joined(together, work, "a")
    leaver.cancel()
    await work.farewell.until_waiting()
    work.gate.open.set()
    assert await together.run("a", work) == "work 2"
    work.farewell.open.set()
    await turn(5)
    assert work.cancelled == 1


async def test_the_end_of_cancelled_work_does_not_take_away_its_successor(work: Work) -> None:
    together = Together[str]()
    work.farewell.open.clear()
    [leaver] = await joined(together, work, "a")
    leaver.cancel()
    await work.farewell.until_waiting()
    successor = asyncio.create_task(together.run("a", work))
    await turn(5)
    work.farewell.open.set()
    await turn(5)
    joiner = asyncio.create_task(together.run("a", work))
    await turn(5)
    work.gate.open.set()
    assert [await successor, await joiner] == ["work 2"] * 2
