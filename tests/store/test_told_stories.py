"""Which stories a channel was told something of."""

from __future__ import annotations

from bot.store.database import Store
from tests.clocks import START
from tests.digest_nouns import told
from tests.published import an_entry, publish


async def tell(store: Store, guild_id: int, channel_id: int, *entry_ids: int) -> None:
    async with store.write() as tx:
        server = tx.guild(guild_id)
        slot = await server.digests.plan(channel_id, START.date(), due_at=START, since=START, until=START)
        assert slot
        await server.told.tell(channel_id, slot.id, [told(1, entry_ids=entry_ids)])


async def sorted_into_stories(store: Store, **story_of: int) -> None:
    """Entries by number, as `e1`, each in the story of that id."""
    async with store.write() as tx:
        for story_id in sorted(set(story_of.values())):
            await tx._db.run("INSERT INTO story (id, opened_at, latest_at) VALUES (?, '', '')", story_id)
        for name, story_id in story_of.items():
            await tx._db.run("UPDATE entry SET story_id = ? WHERE id = ?", story_id, int(name[1:]))


async def test_those_of_which_an_entry_was_told_there(store: Store) -> None:
    await publish(store, [an_entry(n, f"Title {n}") for n in (1, 2, 3)])
    await sorted_into_stories(store, e1=7, e2=7, e3=8)
    await tell(store, 1, 10, 1)
    assert await store.told.stories(1, 10, {7, 8, 9}) == {7}
    assert await store.told.stories(1, 10, {8, 9}) == frozenset()
    assert await store.told.stories(1, 10, set()) == frozenset()
    assert await store.told.stories(1, 11, {7}) == frozenset(), "another channel"
    assert await store.told.stories(2, 10, {7}) == frozenset(), "another server"


async def test_an_entry_without_a_story_was_told_of_none(store: Store) -> None:
    await publish(store, [an_entry(1, "Title")])
    await tell(store, 1, 10, 1)
    assert await store.told.stories(1, 10, {0, 7}) == frozenset()
