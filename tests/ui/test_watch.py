"""Who waits long sees how far the work is, and the answer as it grows; who does not, sees the answer alone."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import pairwise

import aiohttp
import discord
import pytest

from bot.models.summary import Stage
from bot.ui import cards
from bot.ui.watch import FIRST, LOOK, NEXT, Watch
from tests.clocks import ManualClock, turn
from tests.ui.reading import shown


class Reply:
    """The deferred reply and when each edit began; `fails`: it is not taken; `takes`: the seconds that it takes."""

    def __init__(self, clock: ManualClock) -> None:
        self._clock = clock
        self.edits: list[tuple[float, str]] = []
        self.fails, self.takes = False, 0.0

    @property
    def texts(self) -> list[str]:
        return [text for _, text in self.edits]

    async def edit(self, view: discord.ui.LayoutView) -> None:
        began = self._clock.monotonic()
        if self.takes:
            await self._clock.sleep(self.takes)
        if self.fails:
            raise aiohttp.ServerDisconnectedError
        self.edits.append((began, "\n".join(shown(view))))


@pytest.fixture
def reply(clock: ManualClock) -> Reply:
    return Reply(clock)


@pytest.fixture
def watch(reply: Reply, clock: ManualClock) -> Watch:
    return Watch(reply.edit, clock)


async def test_quick_work_is_shown_by_nothing(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST - LOOK - 0.01)
    await clock.advance(60)
    assert reply.texts == []


async def test_each_stage_is_shown_once_and_the_latest_at_a_time(
    watch: Watch, reply: Reply, clock: ManualClock
) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST + LOOK)
        await clock.advance(NEXT * 3)
        watch.stage(Stage.READING)
        watch.stage(Stage.THINKING)
        await clock.advance(NEXT)
    first, second = reply.texts
    assert "Fetching" in first
    assert "Thinking" in second


@pytest.mark.parametrize(
    ("wait", "words"),
    [
        pytest.param(lambda watch: watch.in_line(3), "3 asks are before yours", id="in line"),
        pytest.param(Watch.behind, "Another question is being answered here", id="behind a question of the same room"),
    ],
)
async def test_who_waits_is_told_what_for(
    watch: Watch, reply: Reply, clock: ManualClock, wait: Callable[[Watch], None], words: str
) -> None:
    async with watch.open(shows=True):
        await turn()
        wait(watch)
        await clock.advance(FIRST + LOOK)
        watch.stage(Stage.FETCHING)
        await clock.advance(NEXT + LOOK)
    first, second = reply.texts
    assert words in first
    assert "Fetching" in second


async def test_nothing_comes_after_the_end(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.FETCHING)
        await clock.advance(FIRST + LOOK)
    watch.stage(Stage.READING)
    watch.show(cards.note("late"))
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
        await clock.advance(FIRST + LOOK)
        reply.fails = False
        watch.stage(Stage.READING)
        await clock.advance(NEXT + LOOK)
    assert len(reply.texts) == 1


# --- an answer as it grows -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("takes", [0.0, 0.25], ids=["edits at once", "edits that take a while"])
@pytest.mark.parametrize("pause", [0.05, 0.3, 0.7, 1.0, 1.9], ids=lambda pause: f"a sentence each {pause} s")
async def test_every_sentence_stands_there_within_a_second_and_a_half_and_no_second_has_two_edits(
    watch: Watch, reply: Reply, clock: ManualClock, takes: float, pause: float
) -> None:
    reply.takes = takes
    said: list[float] = []
    async with watch.open(shows=True):
        await turn()
        while len(said) < 25:
            said.append(clock.monotonic())
            watch.show(cards.note(f"{len(said)} sentences"))
            await clock.advance(pause)
        await clock.advance(1.5)
    moments = [at for at, _ in reply.edits]
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(moments))
    counts = [int(text.split(" ")[0]) for text in reply.texts]
    assert counts == sorted(set(counts)), "each shows more than the one before"
    for n, at in enumerate(said, 1):
        stands_there = next(moment for (moment, _), count in zip(reply.edits, counts, strict=True) if count >= n)
        assert stands_there + takes - at <= 1.5, f"sentence {n}"


async def test_what_comes_last_keeps_its_distance_and_is_never_overtaken(
    watch: Watch, reply: Reply, clock: ManualClock
) -> None:
    reply.takes = 0.4

    async def answer() -> None:
        async with watch.open(shows=True):
            watch.show(cards.note("half"))
            await clock.sleep(0.3)  # the first edit is on its way
            watch.show(cards.note("more"))
        await watch.rest()
        await reply.edit(cards.note("whole"))

    work = asyncio.create_task(answer())
    await turn(3)
    await clock.advance(10)
    await work
    assert reply.texts == ["half", "whole"]
    (first, _), (last, _) = reply.edits
    assert 1.0 <= last - first <= 1.2


async def test_who_saw_nothing_grow_waits_for_nothing(watch: Watch, reply: Reply, clock: ManualClock) -> None:
    async with watch.open(shows=True):
        watch.show(cards.note("half"))
    await watch.rest()
    assert reply.texts == []
    assert clock.sleeping == 0


async def test_text_takes_the_place_of_signs_and_no_sign_that_of_text(
    watch: Watch, reply: Reply, clock: ManualClock
) -> None:
    async with watch.open(shows=True):
        await turn()
        watch.stage(Stage.THINKING)
        await clock.advance(FIRST + LOOK)
        watch.show(cards.note("So far so good."))
        watch.stage(Stage.CHECKING)
        await clock.advance(10)
    first, second = reply.texts
    assert "Thinking" in first
    assert "So far so good" in second
