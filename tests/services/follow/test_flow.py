"""Visits that run side by side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from bot.services.follow.flow import BATCH, Flow
from bot.store.feed_rows import FeedState


class Visits:
    """Each waits for its end; `hosts` have no end."""

    def __init__(self, *hang: str) -> None:
        self.hang = hang
        self.begun: list[str] = []
        self.at_once = self.most = 0

    async def visit(self, state: FeedState) -> str:
        self.begun.append(state.url)
        self.at_once += 1
        self.most = max(self.most, self.at_once)
        try:
            if any(host in state.url for host in self.hang):
                await asyncio.Event().wait()
            await asyncio.sleep(0)  # noqa: TID251 - a turn of the loop, not a wait
        finally:
            self.at_once -= 1
        if "broken" in state.url:
            raise RuntimeError("nobody foresaw this")
        return state.url


def feeds(count: int, host: Callable[[int], str] = "host{}.test".format) -> list[FeedState]:
    return [FeedState(id=n, url=f"https://{host(n)}/") for n in range(count)]


@pytest.fixture
async def flows() -> AsyncIterator[list[Flow[str]]]:
    """Closed at the end."""
    made: list[Flow[str]] = []
    yield made
    for flow in made:
        await flow.close()


async def all_of(flow: Flow[str], count: int) -> list[tuple[FeedState, str | None]]:
    """What comes, until there is that much."""
    came: list[tuple[FeedState, str | None]] = []
    async with asyncio.timeout(20):
        while len(came) < count:
            await flow.some(0.02)
            came += flow.take()
    return came


async def test_all_are_visited_once_and_few_at_once(flows: list[Flow[str]]) -> None:
    visits = Visits()
    flows.append(flow := Flow(visits.visit, connections=5))
    flow.add(feeds(200))
    came = await all_of(flow, 200)
    assert sorted(state.id for state, _ in came) == list(range(200))
    assert (visits.most, flow.is_running, flow.ids()) == (5, False, [])


async def test_those_that_hang_hold_no_other_up(flows: list[Flow[str]]) -> None:
    visits = Visits("hang")
    flows.append(flow := Flow(visits.visit, connections=60))
    flow.add(feeds(50, "hang{}.test".format))
    flow.add([FeedState(id=100 + n, url=f"https://well{n}.test/") for n in range(100)])
    assert len(await all_of(flow, 100)) == 100
    assert visits.at_once == 50


async def test_a_host_that_hangs_takes_four_places_of_all(flows: list[Flow[str]]) -> None:
    visits = Visits("hang")
    flows.append(flow := Flow(visits.visit, connections=8))
    flow.add([*feeds(50, lambda _: "hang.test"), *(FeedState(id=60 + n, url=f"https://{n}.test/") for n in range(30))])
    assert len(await all_of(flow, 30)) == 30
    assert (visits.at_once, flow.waiting) == (4, 46)


async def test_what_breaks_off_is_told_as_nothing(flows: list[Flow[str]], caplog: pytest.LogCaptureFixture) -> None:
    flows.append(flow := Flow(Visits().visit, connections=8))
    flow.add(feeds(3, lambda n: "broken.test" if n == 1 else f"{n}.test"))
    came = await all_of(flow, 3)
    assert {state.id: result for state, result in came} == {0: "https://0.test/", 1: None, 2: "https://2.test/"}
    assert "nobody foresaw this" in caplog.text


async def test_nothing_new_begins_while_nobody_takes_what_came(flows: list[Flow[str]]) -> None:
    visits = Visits()
    flows.append(flow := Flow(visits.visit, connections=8))
    flow.add(feeds(2_000))
    for _ in range(2_000):
        await asyncio.sleep(0)  # noqa: TID251 - a turn of the loop, not a wait
    assert 1_000 <= len(visits.begun) < 1_020
    assert len(flow.take()) == BATCH
    assert len(await all_of(flow, 2_000 - BATCH)) == 2_000 - BATCH


async def test_closed_in_the_midst_nothing_runs_on() -> None:
    visits = Visits("hang")
    flow = Flow(visits.visit, connections=8)
    flow.add(feeds(50, "hang{}.test".format))
    await asyncio.sleep(0)  # noqa: TID251 - a turn of the loop, not a wait
    assert visits.at_once == 8
    await flow.close()
    assert (visits.at_once, len(visits.begun), flow.is_running) == (0, 8, False)
