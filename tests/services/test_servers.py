"""Servers come and go, also while the bot is away."""

from __future__ import annotations

import pytest

from bot.services.servers import GRACE, Servers
from bot.store.database import Store
from tests.clocks import ManualClock


@pytest.fixture
def servers(store: Store, clock: ManualClock) -> Servers:
    return Servers(store, clock)


async def with_wish(store: Store, *guild_ids: int) -> None:
    async with store.write() as tx:
        for guild_id in guild_ids:
            await tx.guild(guild_id).preferences.put("language", "de")


async def test_data_of_a_server_that_was_left_goes_after_the_grace_time(
    servers: Servers, store: Store, clock: ManualClock
) -> None:
    await with_wish(store, 1, 2)
    await servers.joined(1)
    await servers.joined(2)
    await servers.left(1)
    assert await servers.sweep() == 0
    await clock.advance(GRACE.total_seconds())
    assert await servers.sweep() == 1
    assert (await store.preferences.of(1), await store.preferences.of(2)) == ({}, {"language": "de"})
    assert await servers.sweep() == 0


async def test_a_server_that_was_left_while_the_bot_was_away_is_noticed(
    servers: Servers, store: Store, clock: ManualClock
) -> None:
    await servers.are({1, 2, 3}, lambda guild_id: True)
    await servers.are({1}, lambda guild_id: guild_id != 3)  # 3 is another shard's
    await clock.advance(GRACE.total_seconds())
    assert await store.servers.present() == {1, 3}
    assert await servers.sweep() == 1


async def test_a_server_that_comes_back_keeps_what_it_had(servers: Servers, store: Store, clock: ManualClock) -> None:
    await with_wish(store, 1)
    await servers.joined(1)
    await servers.left(1)
    await servers.are({1}, lambda guild_id: True)
    await clock.advance(GRACE.total_seconds())
    assert await servers.sweep() == 0
    assert await store.preferences.of(1) == {"language": "de"}
