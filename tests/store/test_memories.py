"""What is remembered: folded once, whoever does it; folded back when what it was taken from changes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.models.discussion import Memo, Memory
from bot.models.summary import Fallback
from bot.store import folding_back
from bot.store.database import Store
from bot.store.folding_back import folded_back
from tests.nouns import MODEL
from tests.store.talk import (
    ALONE,
    ANA,
    BEN,
    ELSEWHERE,
    HERE,
    THERE,
    asking,
    fold,
    memo,
    memory,
    say,
    told,
    words,
)


async def test_a_memory_is_read_as_it_was_folded(store: Store) -> None:
    first, second = [await say(store, text) for text in ("One", "Two")]
    folded = Memory(
        memos=(memo("The harbour is old.", first), memo("Sell it 🛥!", first, second, person=BEN)),
        through=second,
        signature=MODEL,
        fallback=Fallback(kind="x", incident="y"),
    )
    assert await store.memories.of(HERE) is None
    assert await fold(store, folded)
    assert await store.memories.of(HERE) == folded
    for room in (THERE, ELSEWHERE, ALONE):
        assert await store.memories.of(room) is None


async def test_of_two_who_fold_the_same_turns_one_succeeds(store: Store) -> None:
    ids = [await say(store, f"Turn {n}") for n in range(4)]
    changes = await store.memories.changes(HERE)
    async with store.write() as tx:
        memories = tx.guild(1).memories
        assert await memories.fold(10, 0, memory(memo("a", ids[0]), through=ids[0]), changes)
        assert not await memories.fold(10, 0, memory(memo("b", ids[1]), through=ids[1]), changes)
        assert await memories.fold(10, ids[0], memory(memo("c", ids[1]), through=ids[1]), changes)
        assert not await memories.fold(10, ids[0], memory(memo("d", ids[2]), through=ids[2]), changes)
        assert not await tx.guild(2).memories.fold(10, 0, memory(through=1), changes)
    kept = await store.memories.of(HERE)
    assert kept
    assert [one.text for one in kept.memos] == ["c"]


async def change(store: Store, how: str) -> None:
    async with store.write() as tx:
        turns = tx.guild(1).turns
        match how:
            case "reworded":
                await turns.edited(10, 7, "Other words", [])
            case "deleted":
                await turns.deleted(10, [7])
            case "forgotten":
                await tx.people.forget(ANA.id, words)
            case "cleared":
                await turns.clear(10)
                await turns.asked(10, asking(), [], [])


@pytest.mark.parametrize("how", ["reworded", "deleted", "forgotten", "cleared"])
async def test_a_fold_of_what_was_said_before_is_void(store: Store, how: str) -> None:
    """Somebody reads the turns, thinks for a while, and comes back with what must not be kept."""
    ids = [await say(store, "My secret", message_id=7), await say(store, "Another", person=BEN)]
    changes = await store.memories.changes(HERE)
    await change(store, how)
    async with store.write() as tx:
        late = memory(memo("It is her secret", ids[0]), through=ids[1])
        assert not await tx.guild(1).memories.fold(10, 0, late, changes)
    assert await store.memories.of(HERE) is None


async def test_with_a_message_goes_what_was_made_of_it_and_the_rest_is_folded_anew(store: Store) -> None:
    ids = [await say(store, f"Turn {n}", message_id=n) for n in range(1, 7)]
    memos = memo("of 1", ids[0]), memo("of 2 and 4", ids[1], ids[3]), memo("of 3", ids[2]), memo("of 5", ids[4])
    await fold(store, memory(*memos, through=ids[4]))
    async with store.write() as tx:
        assert await tx.guild(1).turns.deleted(10, [2]) == 1
    kept = await store.memories.of(HERE)
    assert kept
    assert [one.text for one in kept.memos] == ["of 1", "of 3"]
    assert kept.through == ids[3] - 1, "turn 4 is folded anew, and 5 behind it"
    assert [turn.id for turn in await store.turns.after(HERE, kept.through, 9)] == ids[3:]


async def test_who_takes_back_old_words_does_not_make_a_year_be_folded_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folding_back, "FOLDED_ANEW", 3)
    ids = [await say(store, f"Turn {n}", message_id=n) for n in range(1, 9)]
    memos = memo("of 1 and 2", ids[0], ids[1]), memo("of 2 and 7", ids[1], ids[6]), memo("of 3", ids[2])
    await fold(store, memory(*memos, through=ids[6]))
    async with store.write() as tx:
        await tx.guild(1).turns.edited(10, 2, "Other words", [])
    kept = await store.memories.of(HERE)
    assert kept
    assert ([one.text for one in kept.memos], kept.through) == (["of 3"], ids[6] - 1)


@pytest.mark.parametrize(
    ("memos", "void", "left", "earliest", "stays", "through"),
    [
        pytest.param([(1,), (2,)], {0}, {2}, 0, [(2,)], 9, id="nothing else was taken from what is gone"),
        pytest.param([(1,), (2,)], {0}, {1, 2}, 0, [], 0, id="the turn itself is left, and all behind it"),
        pytest.param([(1,), (3, 5), (4,)], {1}, {1, 4, 5}, 0, [(1,), (4,)], 4, id="a turn between is not touched"),
        pytest.param([(1,), (3, 5), (2, 6), (4,)], {1}, {1, 2, 4, 5, 6}, 0, [(1,)], 1, id="one takes another along"),
        pytest.param([(1,), (3, 5)], {1}, {1, 3, 5}, 4, [(1,)], 4, id="what is too old is not folded anew"),
        pytest.param([(1,), (2,)], set(), {1, 2}, 0, [(1,), (2,)], 9, id="none is void"),
        pytest.param([(1,), (2,)], {0, 1}, set(), 0, [], 9, id="nothing is left of anything"),
    ],
)
def test_a_memory_is_folded_back_as_far_as_it_has_to_be(
    memos: Sequence[tuple[int, ...]],
    void: set[int],
    left: set[int],
    earliest: int,
    stays: Sequence[tuple[int, ...]],
    through: int,
) -> None:
    made = [memo(f"memo {n}", *turns) for n, turns in enumerate(memos)]
    gone = [made[n] for n in void]

    def is_void(one: Memo) -> bool:
        return one in gone

    kept, now = folded_back(made, 9, is_void, left, earliest)
    assert ([one.turns for one in kept], now) == (list(stays), through)
    assert all(turn <= now for one in kept for turn in one.turns)


async def test_an_edit_that_says_the_same_changes_nothing(store: Store) -> None:
    turn_id = await say(store, "The harbour", message_id=7)
    await fold(store, memory(memo("of it", turn_id), through=turn_id))
    before, kept = await store.memories.changes(HERE), await store.memories.of(HERE)
    async with store.write() as tx:
        turns = tx.guild(1).turns
        assert not await turns.edited(10, 7, "The harbour", [])
        assert not await turns.edited(10, 8, "A message of somebody's", [])
        assert await turns.deleted(10, [8, 9]) == 0
    assert (await store.memories.changes(HERE), await store.memories.of(HERE)) == (before, kept)
    assert len(await told(store)) == 1
