"""Which entries are one story, and what judges said: what comes back, what moves along, what goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.analysis.stories import placings
from bot.models.story import StoryEntry
from bot.models.summary import Signature
from bot.store.database import Store
from tests.nouns import MODEL
from tests.published import MORNING, an_entry, publish

ENTRIES = tuple(an_entry(n, f"Entry {n}", hours=n) for n in range(1, 6))
LONG_AGO = MORNING - timedelta(days=30)


@pytest.fixture
async def full(store: Store) -> Store:
    await publish(store, ENTRIES)
    return store


async def put(store: Store, *groups: Sequence[int]) -> None:
    """Ids of entries, as the store knows them now."""
    known = {entry.id: entry for entry in (*ENTRIES, *await recent(store))}
    async with store.write() as tx:
        await tx.stories.put(placings([[known[n] for n in group] for group in groups]))


async def recent(store: Store, limit: int = 100) -> tuple[StoryEntry, ...]:
    return await store.stories.recent(LONG_AGO, limit)


async def together(store: Store) -> set[frozenset[int]]:
    stories: dict[int, set[int]] = {}
    for entry in await recent(store):
        stories.setdefault(entry.story_id, set()).add(entry.id)
    return {frozenset(ids) for ids in stories.values()}


async def test_entries_of_a_group_are_one_story_and_need_no_other(full: Store) -> None:
    await put(full, [1, 3], [2])
    assert await together(full) == {frozenset({1, 3}), frozenset({2})}
    assert [entry.id for entry in await full.entries.ungrouped(10)] == [4, 5]


async def test_an_entry_comes_back_as_it_was_with_its_story(full: Store) -> None:
    await put(full, [2])
    [entry] = await recent(full)
    assert replace(entry, story_id=0, outlet="Outlet 2") == ENTRIES[1]
    assert entry.story_id


async def test_a_new_entry_joins_the_story_that_is_there(full: Store) -> None:
    await put(full, [1, 2])
    before = {entry.id: entry.story_id for entry in await recent(full)}
    await put(full, [1, 2, 4])
    after = {entry.id: entry.story_id for entry in await recent(full)}
    assert after == before | {4: before[1]}


async def test_two_stories_that_are_one_become_the_older_with_all_that_was_in_them(full: Store) -> None:
    await put(full, [1], [2, 3])
    stories = {entry.id: entry.story_id for entry in await recent(full)}
    await put(full, [1, 3, 5])  # 2 is not among them
    assert await together(full) == {frozenset({1, 2, 3, 5})}
    assert {entry.story_id for entry in await recent(full)} == {stories[1]}
    assert await full._reader.number("SELECT count(*) FROM story") == 1


async def test_what_was_told_of_a_story_is_told_of_the_one_that_it_joins(full: Store) -> None:
    await put(full, [1, 4], [2, 3])
    stories = {entry.id: entry.story_id for entry in await recent(full)}
    await full._writer.run(
        """INSERT INTO digest (id, guild_id, channel_id, due_at, from_at, until_at, state, planned_at)
           VALUES (1, 7, 70, '', '', '', 'sent', '')"""
    )
    await full._writer.run("INSERT INTO told VALUES (7, 70, 2, ?, 1)", stories[2])
    await put(full, [1, 4, 3])
    assert await full._reader.number("SELECT story_id FROM told") == stories[1]


async def test_a_story_that_turns_out_to_be_two_stays_with_most_of_it(full: Store) -> None:
    await put(full, [1, 2, 3, 4])
    [story] = {entry.story_id for entry in await recent(full)}
    await put(full, [1], [2, 3, 4, 5])
    assert await together(full) == {frozenset({1}), frozenset({2, 3, 4, 5})}
    assert {entry.id for entry in await recent(full) if entry.story_id == story} == {2, 3, 4, 5}


async def test_the_latest_are_recent_and_what_was_seen_before_is_not(full: Store) -> None:
    await put(full, *([n] for n in range(1, 6)))
    assert [entry.id for entry in await recent(full, limit=2)] == [4, 5]
    assert await full.stories.recent(MORNING + timedelta(days=30), 100) == ()


async def test_what_a_judge_said_comes_back_under_the_same_signature_alone(full: Store) -> None:
    said = {(1, 2): True, (2, 3): False, (1, 999): True}
    async with full.write() as tx:
        await tx.stories.judge(said, MODEL)
    assert await full.stories.judged([1, 2, 3, 999], MODEL) == {(1, 2): True, (2, 3): False}
    assert await full.stories.judged([1, 3], MODEL) == {}
    assert await full.stories.judged([1, 2, 3], replace(MODEL, model="another")) == {}
    assert await full.stories.judged([1, 2, 3], Signature(engine="openai", model=MODEL.model)) == {}


async def test_the_later_word_of_a_judge_stands(full: Store) -> None:
    for is_same in (True, False):
        async with full.write() as tx:
            await tx.stories.judge({(1, 2): is_same}, MODEL)
    assert await full.stories.judged([1, 2], MODEL) == {(1, 2): False}


async def test_old_stories_go_when_their_entries_are_gone(full: Store) -> None:
    await put(full, [1], [2, 3])
    await full._writer.run("DELETE FROM entry WHERE id IN (1, 2)")
    for before, left in ((LONG_AGO, 2), (MORNING + timedelta(days=1), 1)):
        async with full.write() as tx:
            await tx.stories.forget_empty(before)
        assert await full._reader.number("SELECT count(*) FROM story") == left
