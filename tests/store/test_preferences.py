"""What was set is there for exactly this server and channel."""

from __future__ import annotations

from bot.store.database import Store


async def put(store: Store, guild_id: int, name: str, value: str, channel_id: int = 0) -> None:
    async with store.write() as tx:
        await tx.guild(guild_id).preferences.put(name, value, channel_id=channel_id)


async def test_nothing_is_set_at_first(store: Store) -> None:
    assert await store.preferences.of(1) == {}
    assert await store.preferences.of(1, 10) == {}


async def test_what_was_set_last_holds(store: Store) -> None:
    await put(store, 1, "language", "de")
    await put(store, 1, "length", "deep")
    await put(store, 1, "language", "fr")
    assert await store.preferences.of(1) == {"language": "fr", "length": "deep"}


async def test_a_channel_has_its_own(store: Store) -> None:
    await put(store, 1, "language", "de")
    await put(store, 1, "language", "fr", channel_id=10)
    assert await store.preferences.of(1) == {"language": "de"}
    assert await store.preferences.of(1, 10) == {"language": "fr"}
    assert await store.preferences.of(1, 11) == {}


async def test_nothing_takes_it_away(store: Store) -> None:
    await put(store, 1, "language", "de")
    await put(store, 1, "language", "fr", channel_id=10)
    await put(store, 1, "language", "")
    await put(store, 1, "length", "")
    assert await store.preferences.of(1) == {}
    assert await store.preferences.of(1, 10) == {"language": "fr"}


async def test_a_server_knows_nothing_of_another(store: Store) -> None:
    await put(store, 1, "language", "de")
    await put(store, 1, "language", "fr", channel_id=10)
    await put(store, 2, "language", "")
    assert await store.preferences.of(2) == await store.preferences.of(2, 10) == {}
    assert await store.preferences.of(1) == {"language": "de"}
