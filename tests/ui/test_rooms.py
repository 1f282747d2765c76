"""A room answers one at a time, in order; nothing is kept of rooms in which nobody asks."""

from __future__ import annotations

import asyncio

import pytest

from bot.errors import Crowded
from bot.ui.rooms import Rooms
from tests.clocks import turn


class Asks:
    """Asks by name, each held until it is let go."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._ends: dict[str, asyncio.Event] = {}
        self.running: list[str] = []
        self.told: list[str] = []

    def ask(self, name: str, room: int = 1, came: int = 0) -> asyncio.Task[None]:
        self._ends[name] = asyncio.Event()
        return asyncio.create_task(self._ask(name, room, came))

    async def end(self, name: str) -> None:
        self._ends[name].set()
        await turn(5)

    async def _ask(self, name: str, room: int, came: int) -> None:
        async with self._rooms.turn(room, lambda: self.told.append(name), came=came):
            self.running.append(name)
            await self._ends[name].wait()
            self.running.remove(name)


@pytest.fixture
def rooms() -> Rooms:
    return Rooms(waiting=2)


@pytest.fixture
def asks(rooms: Rooms) -> Asks:
    return Asks(rooms)


async def test_one_after_the_other_and_rooms_side_by_side(asks: Asks) -> None:
    tasks = [asks.ask("a"), asks.ask("b"), asks.ask("c"), asks.ask("elsewhere", room=2)]
    await turn(3)
    assert asks.running == ["a", "elsewhere"]
    assert asks.told == ["b", "c"]
    for name, then in (("a", "b"), ("b", "c")):
        await asks.end(name)
        assert asks.running == ["elsewhere", then]
    await asks.end("c")
    await asks.end("elsewhere")
    await asyncio.gather(*tasks)


async def test_who_gives_up_in_line_is_passed_over(asks: Asks) -> None:
    first, second, third = (asks.ask(name) for name in "abc")
    await turn(3)
    second.cancel()
    await asks.end("a")
    assert asks.running == ["c"]
    await asks.end("c")
    await asyncio.gather(first, third)


async def test_a_line_has_an_end(asks: Asks) -> None:
    tasks = [asks.ask(name) for name in "abc"]
    await turn(3)
    with pytest.raises(Crowded):
        await asks.ask("d")
    for name in "abc":
        await asks.end(name)
    await asyncio.gather(*tasks)


async def test_nothing_is_kept_of_rooms_in_which_nobody_asks(rooms: Rooms, asks: Asks) -> None:
    for n in range(50):
        task = asks.ask(f"{n}", room=n)
        await turn(3)
        await asks.end(f"{n}")
        await task
    assert rooms.open == 0


async def test_who_asked_first_is_next_even_if_another_was_in_line_before() -> None:
    asks = Asks(Rooms(waiting=3))
    tasks = [asks.ask("first", came=1)]
    for name, came in (("third", 3), ("fourth", 4), ("second", 2)):
        tasks.append(asks.ask(name, came=came))
        await turn(3)
    for name, then in (("first", ["second"]), ("second", ["third"]), ("third", ["fourth"]), ("fourth", [])):
        await asks.end(name)
        assert asks.running == then
    await asyncio.gather(*tasks)
