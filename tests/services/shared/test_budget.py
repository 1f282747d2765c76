"""Money is reserved before it is spent and settled after; no cap is ever passed."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import EngineBusy, OverBudget
from bot.models.asker import Asker
from bot.models.money import Usage
from bot.services.shared.budget import Budget, Reservation
from bot.store.database import Store, open_store
from bot.store.usage import Spent
from tests.cancelling import When, at_every_await
from tests.clocks import ManualClock, turn
from tests.nouns import MODEL
from tests.services.doubles import PRICED, SPENT

HERE, ELSEWHERE, NOWHERE = Asker(guild_id=1), Asker(guild_id=2), Asker()
TODAY = "2026-11-24"


def a_budget(store: Store, clock: ManualClock, process: float | None = None, server: float | None = None) -> Budget:
    return Budget(store, clock, process_cap=process, server_cap=server)


async def use(
    budget: Budget, asker: Asker = HERE, *booked: Usage, estimate: Usage = PRICED, failure: Exception | None = None
) -> Reservation:
    """Reserve, book, leave the block or fail in it."""
    async with budget.reserve(asker, "summarize", MODEL, estimate) as reservation:
        await turn()
        for usage in booked:
            reservation.book(usage)
        await turn()
        if failure:
            raise failure
    return reservation


async def day(store: Store) -> Spent:
    return await store.usage.on(TODAY)


async def open_rows(store: Store) -> int:
    return await store._reader.number("SELECT count(*) FROM usage WHERE NOT settled")


# --- reserved, then settled ----------------------------------------------------------------------------------------


async def test_the_estimate_is_held_while_the_work_goes_on(store: Store, clock: ManualClock) -> None:
    async with a_budget(store, clock).reserve(HERE, "summarize", MODEL, PRICED) as reservation:
        assert (await day(store), await open_rows(store)) == (Spent(usage=PRICED, asks=1, unpriced=0), 1)
        reservation.book(SPENT)
        assert await day(store) == Spent(usage=PRICED, asks=1, unpriced=0), "and not less when a part is spent"
    assert (await day(store), await open_rows(store)) == (Spent(usage=SPENT, asks=1, unpriced=0), 0)


async def test_every_call_is_booked(store: Store, clock: ManualClock) -> None:
    reservation = await use(a_budget(store, clock), HERE, SPENT, SPENT, SPENT)
    assert reservation.spent == SPENT + SPENT + SPENT
    assert (await day(store)).usage == SPENT + SPENT + SPENT


async def test_more_than_was_estimated_is_booked_as_it_was(store: Store, clock: ManualClock) -> None:
    await use(a_budget(store, clock), HERE, PRICED, PRICED)
    assert (await day(store)).usage == PRICED + PRICED


@pytest.mark.parametrize("booked", [(), (SPENT,), (SPENT, SPENT)], ids=["nothing spent", "one call", "two calls"])
async def test_what_was_spent_before_a_failure_is_settled(
    store: Store, clock: ManualClock, booked: tuple[Usage, ...]
) -> None:
    with pytest.raises(EngineBusy):
        await use(a_budget(store, clock), HERE, *booked, failure=EngineBusy(endpoint="x"))
    assert (await day(store), await open_rows(store)) == (Spent(usage=sum(booked, Usage()), asks=1, unpriced=0), 0)


async def test_what_was_spent_before_a_cancellation_is_settled(store: Store, clock: ManualClock) -> None:
    started = asyncio.Event()

    async def work() -> None:
        async with a_budget(store, clock).reserve(HERE, "summarize", MODEL, PRICED) as reservation:
            reservation.book(SPENT)
            started.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(work())
    await started.wait()
    task.cancel()
    await asyncio.wait([task])
    assert (await day(store), await open_rows(store)) == (Spent(usage=SPENT, asks=1, unpriced=0), 0)


@pytest.mark.parametrize("twice", [False, True], ids=["once", "twice"])
@pytest.mark.parametrize("when", When, ids=lambda when: when.value)
async def test_wherever_it_is_cancelled_no_less_is_booked_than_was_spent(
    store: Store, clock: ManualClock, when: When, twice: bool
) -> None:
    spent = list[Usage]()

    async def work() -> None:
        async with a_budget(store, clock).reserve(HERE, "summarize", MODEL, PRICED) as reservation:
            await turn()
            reservation.book(SPENT)
            spent.append(SPENT)
            await turn()

    await at_every_await(work, when, twice=twice)
    booked = (await day(store)).usage
    assert booked.cost_usd is not None
    assert booked.cost_usd >= 0.125 * len(spent)
    await use(a_budget(store, clock), HERE, SPENT)
    assert await open_rows(store) < (await day(store)).asks, "and the next one is settled as ever"


async def test_what_was_bought_and_what_it_cost_are_kept_together(store: Store, clock: ManualClock) -> None:
    async with a_budget(store, clock).reserve(HERE, "summarize", MODEL, PRICED) as reservation:
        reservation.book(SPENT)
        async with store.write() as tx:
            await reservation.settle(tx)
        assert (await day(store)).usage == SPENT
    assert (await day(store)).usage == SPENT


async def test_what_a_crash_leaves_open_counts_in_full(store: Store, clock: ManualClock, tmp_path: Path) -> None:
    async with store.write() as tx:
        await tx.usage.reserve(HERE, "summarize", MODEL, PRICED)
    async with open_store(tmp_path / "commentary.sqlite3", clock) as next_run:
        with pytest.raises(OverBudget):
            await use(a_budget(next_run, clock, process=0.4))


async def test_what_costs_nothing_needs_no_row(store: Store, clock: ManualClock) -> None:
    reservation = await use(a_budget(store, clock, process=0.0, server=0.0), HERE, estimate=Usage())
    assert ((await day(store)).asks, reservation.spent) == (0, Usage())


async def test_an_unknown_price_is_booked_as_unknown(store: Store, clock: ManualClock) -> None:
    unknown = Usage(prompt_tokens=10, completion_tokens=1, cost_usd=None)
    await use(a_budget(store, clock), HERE, unknown, estimate=unknown)
    assert ((await day(store)).unpriced, (await day(store)).usage.prompt_tokens) == (1, 10)


# --- caps ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("process", "server", "asker", "scope"),
    [
        pytest.param(0.5, None, HERE, "process", id="the process's"),
        pytest.param(0.5, None, NOWHERE, "process", id="the process's, on the command line"),
        pytest.param(None, 0.5, HERE, "server", id="the server's"),
        pytest.param(0.5, 0.5, HERE, "process", id="both: the one that concerns all is told"),
    ],
)
async def test_a_cap_is_told_with_the_moment_at_which_it_renews(
    store: Store, clock: ManualClock, process: float | None, server: float | None, asker: Asker, scope: str
) -> None:
    budget = a_budget(store, clock, process, server)
    await use(budget, asker, PRICED)
    await use(budget, asker, PRICED)
    with pytest.raises(OverBudget) as over:
        await use(budget, asker, PRICED)
    assert over.value.facts == {"scope": scope, "renews": "2026-11-25T00:00:00+00:00"}
    assert (await day(store)).asks == 2, "what was refused is not booked"


async def test_a_budget_renews_at_midnight_utc(store: Store, clock: ManualClock) -> None:
    budget = a_budget(store, clock, process=0.25)
    await use(budget, HERE, PRICED)
    await clock.advance(16 * 3600 - 1)
    with pytest.raises(OverBudget):
        await use(budget, HERE, PRICED)
    await clock.advance(1)
    await use(budget, HERE, PRICED)


@pytest.mark.parametrize(
    ("asker", "fits"),
    [
        pytest.param(HERE, False, id="the same server"),
        pytest.param(ELSEWHERE, True, id="another server"),
        pytest.param(NOWHERE, True, id="no server"),
    ],
)
async def test_a_servers_cap_is_its_own(store: Store, clock: ManualClock, asker: Asker, fits: bool) -> None:
    budget = a_budget(store, clock, server=0.25)
    await use(budget, HERE, PRICED)
    if fits:
        await use(budget, asker, PRICED)
    else:
        with pytest.raises(OverBudget):
            await use(budget, asker, PRICED)


async def test_what_was_reserved_and_not_spent_is_free_again(store: Store, clock: ManualClock) -> None:
    budget = a_budget(store, clock, process=0.375)
    await use(budget, HERE, SPENT)
    await use(budget, HERE, SPENT)
    with pytest.raises(OverBudget):
        await use(budget, HERE, SPENT)


async def test_without_a_cap_everything_fits(store: Store, clock: ManualClock) -> None:
    for _ in range(3):
        await use(a_budget(store, clock), HERE, Usage(cost_usd=1e6), estimate=Usage(cost_usd=1e6))
    assert (await day(store)).usage.cost_usd == 3e6


_CENTS = st.integers(1, 40)
_ASKS = st.lists(st.tuples(st.sampled_from([1, 2, None]), _CENTS, st.integers(0, 100), st.booleans()), max_size=10)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=20)
@given(asks=_ASKS, process=_CENTS, server=_CENTS)
async def test_however_many_ask_at_once_no_cap_is_passed(
    tmp_path_factory: pytest.TempPathFactory,
    asks: list[tuple[int | None, int, int, bool]],
    process: int,
    server: int,
) -> None:
    """Each spends a share of its estimate and then succeeds or fails; sums are looked at after each step of any."""
    clock = ManualClock()
    async with open_store(tmp_path_factory.mktemp("budget") / "b.sqlite3", clock) as store:
        budget = a_budget(store, clock, process / 100, server / 100)

        async def ask(guild_id: int | None, cents: int, share: int, fails: bool) -> None:
            booked = Usage(cost_usd=cents * share / 10_000)
            failure = EngineBusy() if fails else None
            asker = Asker(guild_id=guild_id)
            await use(budget, asker, booked, estimate=Usage(prompt_tokens=1, cost_usd=cents / 100), failure=failure)

        tasks = [asyncio.create_task(ask(*one)) for one in asks]
        while True:
            async with store.write() as tx:
                sums = [(await tx.usage.spent_today(guild)).usage.cost_usd or 0.0 for guild in (None, 1, 2)]
            assert sums[0] <= process / 100 + 1e-9
            assert max(sums[1:]) <= server / 100 + 1e-9
            if all(task.done() for task in tasks):
                break
        ends = await asyncio.gather(*tasks, return_exceptions=True)
        assert all(end is None or isinstance(end, OverBudget | EngineBusy) for end in ends)
        assert await open_rows(store) == 0
