"""What asks cost: open rows at their estimates, settled ones at what was spent."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.models.asker import Asker
from bot.models.money import Usage
from bot.store.database import Store
from bot.store.usage import Spent
from tests.clocks import ManualClock
from tests.nouns import KEY_SENTENCES, MODEL
from tests.store.files import rows

HERE = Asker(guild_id=1, channel_id=10, user_id=100)
ELSEWHERE = Asker(guild_id=2, channel_id=20, user_id=100)
COMMAND_LINE = Asker()
ESTIMATE = Usage(prompt_tokens=1000, completion_tokens=500, cost_usd=0.5)
LITTLE = Usage(prompt_tokens=900, completion_tokens=50, cached_tokens=300, cost_usd=0.125)
UNPRICED = Usage(prompt_tokens=10, completion_tokens=5, cost_usd=None)
TODAY = "2026-11-24"


async def reserve(store: Store, asker: Asker = HERE, estimate: Usage = ESTIMATE) -> int:
    async with store.write() as tx:
        return await tx.usage.reserve(asker, "summarize", MODEL, estimate)


async def settle(store: Store, usage_id: int, usage: Usage = LITTLE) -> None:
    async with store.write() as tx:
        await tx.usage.settle(usage_id, usage)


async def spent(store: Store, guild_id: int | None = None) -> Spent:
    async with store.write() as tx:
        return await tx.usage.spent_today(guild_id)


async def test_a_day_without_an_ask_has_cost_nothing(store: Store) -> None:
    nothing = Spent(usage=Usage(), asks=0, unpriced=0)
    assert await store.usage.on(TODAY) == await spent(store) == await spent(store, 1) == nothing


async def test_an_open_ask_counts_at_its_estimate_and_a_settled_one_at_what_it_spent(store: Store) -> None:
    first, _ = await reserve(store), await reserve(store)
    assert await spent(store) == Spent(usage=ESTIMATE + ESTIMATE, asks=2, unpriced=0)
    await settle(store, first)
    assert await spent(store) == Spent(usage=LITTLE + ESTIMATE, asks=2, unpriced=0)
    assert await store.usage.on(TODAY) == await spent(store)


async def test_a_server_pays_for_its_own_asks_and_the_process_for_all(store: Store) -> None:
    for asker in (HERE, HERE, ELSEWHERE, COMMAND_LINE):
        await reserve(store, asker)
    assert [(await spent(store, guild)).asks for guild in (1, 2, 3, None)] == [2, 1, 0, 4]
    assert (await spent(store, 1)).usage.cost_usd == 1.0
    assert (await spent(store)).usage.cost_usd == 2.0


@pytest.mark.parametrize("asker", [HERE, COMMAND_LINE], ids=["in a server", "on the command line"])
async def test_an_unknown_price_stays_unknown_and_is_counted(store: Store, path: Path, asker: Asker) -> None:
    await settle(store, await reserve(store, asker, UNPRICED), UNPRICED)
    await reserve(store, asker, UNPRICED)
    await reserve(store, asker)
    assert rows(path, "SELECT cost_usd FROM usage ORDER BY id") == [(None,), (None,), (0.5,)]
    day = await spent(store)
    assert (day.asks, day.unpriced, day.usage.cost_usd, day.usage.prompt_tokens) == (3, 2, 0.5, 1020)


async def test_a_day_ends_at_midnight_utc(store: Store, clock: ManualClock) -> None:
    await clock.advance(16 * 3600 - 1)
    late = await reserve(store)
    await clock.advance(1)
    assert (await spent(store)).asks == 0
    await reserve(store, ELSEWHERE)
    await settle(store, late)
    assert (await spent(store)).usage == ESTIMATE
    assert (await store.usage.on(TODAY)).usage == LITTLE, "settled later, it still belongs to the day of its ask"


async def test_a_row_says_who_asked_for_what_and_what_answered(store: Store, path: Path) -> None:
    await settle(store, await reserve(store))
    async with store.write() as tx:
        await tx.usage.reserve(COMMAND_LINE, "ask", KEY_SENTENCES, ESTIMATE)
    columns = "at, day, guild_id, user_id, command, engine, model, prompt_name, prompt_version, settled"
    assert rows(path, f"SELECT {columns} FROM usage ORDER BY id") == [
        ("2026-11-24T08:00:00+00:00", TODAY, 1, 100, "summarize", "openai", "gpt-6-luna", "summarize", 1, 1),
        ("2026-11-24T08:00:00+00:00", TODAY, None, None, "ask", "extractive", "", None, None, 0),
    ]
