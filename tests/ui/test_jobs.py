"""An ask at work: changed under way, taken back, or ended from outside."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from bot.ui.asks import Ask
from bot.ui.calls import Seat
from bot.ui.jobs import Job
from tests.clocks import turn

ONE, TWO = Ask("ask", {"question": "one"}), Ask("ask", {"question": "two"})


class Answers:
    """Each waits until it is let go."""

    def __init__(self) -> None:
        self.begun: list[Ask] = []
        self.go = asyncio.Event()

    async def __call__(self, ask: Ask) -> Ask:
        self.begun.append(ask)
        await self.go.wait()
        return ask


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def job() -> Job:
    return Job(cast(Seat, None), ONE)


async def made(job: Job, answers: Answers) -> Ask:
    return await job.made(lambda: job.tried(answers))


async def test_what_is_changed_is_made_anew(job: Job, answers: Answers) -> None:
    work = asyncio.create_task(made(job, answers))
    await turn(3)
    job.change(TWO)
    await turn(3)
    answers.go.set()
    assert await work is TWO
    assert answers.begun == [ONE, TWO]


async def test_what_is_changed_before_its_turn_is_made_once(job: Job, answers: Answers) -> None:
    job.change(TWO)
    answers.go.set()
    assert await made(job, answers) is TWO
    assert answers.begun == [TWO]


async def test_a_change_that_comes_when_all_is_made_changes_nothing(job: Job, answers: Answers) -> None:
    answers.go.set()
    assert await made(job, answers) is ONE
    job.change(TWO)
    job.withdraw()
    assert answers.begun == [ONE]


@pytest.mark.parametrize("begun", [True, False], ids=["being answered", "in line"])
async def test_what_is_withdrawn_ends(job: Job, answers: Answers, begun: bool) -> None:
    line = asyncio.Event()

    async def in_line() -> Ask:
        await line.wait()
        return await job.tried(answers)

    work = asyncio.create_task(job.made(in_line))
    if begun:
        line.set()
    await turn(3)
    job.withdraw()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert job.is_withdrawn
    assert answers.begun == ([ONE] if begun else [])


async def test_what_was_withdrawn_before_is_not_begun(job: Job, answers: Answers) -> None:
    job.withdraw()
    with pytest.raises(asyncio.CancelledError):
        await made(job, answers)
    assert answers.begun == []


async def test_being_cancelled_from_outside_is_no_change(job: Job, answers: Answers) -> None:
    work = asyncio.create_task(made(job, answers))
    await turn(3)
    job.change(TWO)
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert not job.is_withdrawn


async def test_what_an_answer_raises_is_raised(job: Job) -> None:
    async def fails(ask: Ask) -> None:
        raise ValueError(ask.use)

    with pytest.raises(ValueError, match="ask"):
        await job.made(lambda: job.tried(fails))
