"""A burst is done in a few goes, and each gets its own result."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from bot.errors import DatabaseBusy
from bot.services.shared.gathered import Gathered


class Doubling:
    """goes: what was done at once; each go waits for `gate`."""

    def __init__(self) -> None:
        self.goes: list[list[int]] = []
        self.begun, self.gate = asyncio.Event(), asyncio.Event()

    async def __call__(self, items: Sequence[int]) -> list[int]:
        self.goes.append(list(items))
        self.begun.set()
        await self.gate.wait()
        if -1 in items:
            raise DatabaseBusy(path="bot.sqlite3")
        return [2 * item for item in items]


async def test_what_comes_while_one_is_under_way_is_done_together() -> None:
    doubling = Doubling()
    gathered = Gathered(doubling)
    tasks = [asyncio.create_task(gathered.add(0))]
    await doubling.begun.wait()
    tasks += [asyncio.create_task(gathered.add(n)) for n in range(1, 50)]
    doubling.gate.set()
    assert await asyncio.gather(*tasks) == [2 * n for n in range(50)]
    assert len(doubling.goes) <= 2
    assert [n for go in doubling.goes for n in go] == list(range(50))


async def test_a_go_that_fails_fails_for_those_who_were_in_it() -> None:
    doubling = Doubling()
    doubling.gate.set()
    gathered = Gathered(doubling)
    with pytest.raises(DatabaseBusy):
        await gathered.add(-1)
    assert await gathered.add(4) == 8


async def test_who_is_cancelled_leaves_the_others_their_results() -> None:
    doubling = Doubling()
    gathered = Gathered(doubling)
    tasks = [asyncio.create_task(gathered.add(n)) for n in range(3)]
    await doubling.begun.wait()
    tasks[1].cancel()
    doubling.gate.set()
    await asyncio.wait(tasks)
    assert (tasks[0].result(), tasks[1].cancelled(), tasks[2].result()) == (0, True, 4)
