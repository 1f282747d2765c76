"""Asks wait their turn: a bounded number at once, servers one after the other."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from bot.errors import Crowded
from bot.ui.queue import FairQueue
from tests.clocks import turn


class Work:
    """Asks of servers, each held in the queue until it is let go."""

    def __init__(self, queue: FairQueue) -> None:
        self._queue = queue
        self._ends: dict[str, asyncio.Event] = {}
        self.running: list[str] = []
        self.told: dict[str, int] = {}

    def ask(self, name: str, owner: int) -> asyncio.Task[None]:
        self._ends[name] = asyncio.Event()
        return asyncio.create_task(self._work(name, owner))

    def let_go(self, name: str) -> None:
        self._ends[name].set()

    async def end(self, name: str) -> None:
        self.let_go(name)
        await turn(5)

    async def _work(self, name: str, owner: int) -> None:
        async with self._queue.place(owner, self._teller(name)):
            self.running.append(name)
            try:
                await self._ends[name].wait()
            finally:
                self.running.remove(name)

    def _teller(self, name: str) -> Callable[[int], None]:
        return lambda ahead: self.told.update({name: ahead})


async def test_no_more_run_at_once_than_there_are_places() -> None:
    work = Work(FairQueue(running=2, waiting=10))
    tasks = [work.ask(name, owner=1) for name in "abc"]
    await turn(3)
    assert work.running == ["a", "b"]
    assert work.told == {"c": 0}
    await work.end("a")
    assert work.running == ["b", "c"]
    for name in "bc":
        await work.end(name)
    await asyncio.gather(*tasks)


async def test_a_server_that_asks_much_delays_only_itself() -> None:
    work = Work(FairQueue(running=1, waiting=10))
    tasks = [work.ask(f"big{n}", owner=1) for n in range(4)]
    await turn(3)
    tasks.append(work.ask("small", owner=2))
    await turn(3)
    order = []
    while work.running:
        order += work.running
        await work.end(work.running[0])
    assert order == ["big0", "big1", "small", "big2", "big3"]
    await asyncio.gather(*tasks)


async def test_who_finds_no_room_in_the_line_is_told_at_once() -> None:
    queue = FairQueue(running=1, waiting=1)
    work = Work(queue)
    tasks = [work.ask("a", owner=1), work.ask("b", owner=1)]
    await turn(3)
    with pytest.raises(Crowded):
        await work.ask("c", owner=2)
    for name in "ab":
        await work.end(name)
    await asyncio.gather(*tasks)
    assert queue.waiting == 0


@pytest.mark.parametrize("ended_first", [pytest.param(True, id="as its turn comes"), pytest.param(False, id="in line")])
async def test_who_gives_up_leaves_the_place_to_the_next(ended_first: bool) -> None:
    work = Work(FairQueue(running=1, waiting=10))
    _, second, third = (work.ask(name, owner=1) for name in "abc")
    await turn(3)
    if ended_first:
        work.let_go("a")
        await turn(1)  # the first has left, the second has not woken yet
        second.cancel()
    else:
        second.cancel()
        await turn(3)
        await work.end("a")
    with pytest.raises(asyncio.CancelledError):
        await second
    await turn(5)
    assert work.running == ["c"]
    await work.end("c")
    await third
