"""Who waits long sees how far the work is; who does not, sees the answer alone."""

from __future__ import annotations

import aiohttp
import discord
import pytest

from bot.models.summary import Stage
from bot.ui.watch import FIRST, NEXT, Watch
from tests.clocks import ManualClock, turn
from tests.ui.reading import shown


class Reply:
    """The deferred reply; `fails` for an edit that Discord does not take."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.fails = False

    async def edit(self, view: discord.ui.LayoutView) -> None:
        if self.fails:
            raise aiohttp.ServerDisconnectedError
        self.texts.append("\n".join(shown(view)))


@pytest.fixture
def reply() -> Reply:
    return Reply()


@pytest.fixture
def watch(reply: Reply, clock: ManualClock) -> Watch:
    return Watch(reply.edit, clock)


async def test_quick_work_is_shown_by_nothing(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST - 0.1)
    await clock.advance(60)
    assert reply.texts == []


async def test_each_stage_is_shown_once_and_the_latest_at_a_time(
    watch: Watch, reply: Reply, clock: ManualClock
) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST)
        await clock.advance(NEXT * 3)
        watch.stage(Stage.READING)
        watch.stage(Stage.THINKING)
        await clock.advance(NEXT)
    first, second = reply.texts
    assert "Fetching" in first
    assert "Thinking" in second


async def test_who_is_in_line_is_told_how_many_come_first(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.in_line(3)
        await clock.advance(FIRST)
        watch.stage(Stage.FETCHING)
        await clock.advance(NEXT)
    first, second = reply.texts
    assert "3 asks are before yours" in first
    assert "Fetching" in second


async def test_nothing_comes_after_the_end(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST)
    watch.stage(Stage.READING)
    await clock.advance(60)
    assert len(reply.texts) == 1
    assert clock.sleeping == 0


async def test_a_card_that_stands_there_is_left_alone(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=False):
        watch.stage(Stage.THINKING)
        await clock.advance(60)
    assert reply.texts == []


async def test_a_sign_that_does_not_get_through_costs_no_answer(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    reply.fails = True
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST)
        reply.fails = False
        watch.stage(Stage.READING)
        await clock.advance(NEXT)
    assert len(reply.texts) == 1
