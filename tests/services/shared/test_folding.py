"""Turns that leave the window become a memory: once, in the background, and never of what was taken back."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from pathlib import Path

import pytest

from bot.analysis.engine import MemoryAsk
from bot.errors import EngineBusy, EngineNonsense
from bot.models.discussion import Answer, Kept, Memo, Memory, MemoryDraft, Person, Question, Room
from bot.models.money import Usage
from bot.models.summary import Signature
from bot.services.shared.budget import Budget
from bot.services.shared.folding import AT_ONCE, LEAST, MOST, STEP, Folding
from bot.store.database import Store
from tests.clocks import ManualClock, turn
from tests.nouns import KEY_SENTENCES, MODEL
from tests.services.discuss.doubles import ANA, BO, Memories, memories
from tests.services.doubles import PRICED, SPENT
from tests.store.files import rows

ROOM = Room(guild_id=1, channel_id=10)
TOKENS = 500
INVENTED = Memo(kind=Kept.POSITION, text="Bo wants to sell it all by Friday.", turns=(10**6,), person=BO)


@pytest.fixture
def model() -> Memories:
    return memories(own=MODEL, estimated=PRICED, spends=(SPENT,))


@pytest.fixture
def path(tmp_path: Path, store: Store) -> Path:
    return tmp_path / "commentary.sqlite3"


def a_folding(store: Store, clock: ManualClock, model: Memories, cap: float | None = None) -> Folding:
    budget = Budget(store, clock, process_cap=None, server_cap=cap)
    return Folding(model, memories(own=KEY_SENTENCES), store, budget, tokens=lambda: TOKENS)


@pytest.fixture
def folding(store: Store, clock: ManualClock, model: Memories) -> Folding:
    return a_folding(store, clock, model)


async def say(store: Store, count: int, room: Room = ROOM, *, answered: bool = True, person: Person = ANA) -> list[int]:
    """That many turns; their ids."""
    said = []
    async with store.write() as tx:
        turns = tx.guild(room.guild_id).turns
        for n in range(count):
            question = Question(text=f"The fund number {n} is empty.", person=person)
            turn_id = await turns.asked(room.channel_id, question, (), ())
            if answered:
                answer = Answer(text="So it says.", citations=(), dropped=0, signature=KEY_SENTENCES)
                await turns.answered(room.channel_id, turn_id, answer, (), ())
            said.append(turn_id)
    return said


async def remembered(store: Store, room: Room = ROOM) -> Memory:
    memory = await store.memories.of(room)
    assert memory
    return memory


def taken_from(memory: Memory) -> list[int]:
    return sorted(turn_id for memo in memory.memos for turn_id in memo.turns)


async def test_a_window_that_is_not_full_is_left_alone(folding: Folding, store: Store, model: Memories) -> None:
    await say(store, MOST)
    assert not await folding.fold(ROOM)
    assert (await store.memories.of(ROOM), model.asked) == (None, [])


async def test_a_full_window_is_cut_at_once_and_what_leaves_it_is_remembered(
    folding: Folding, store: Store, model: Memories
) -> None:
    said = await say(store, MOST + 1)
    assert await folding.fold(ROOM)
    memory = await remembered(store)
    assert (memory.through, memory.signature) == (said[-LEAST - 1], MODEL)
    assert taken_from(memory) == said[:-LEAST]
    [ask] = model.asked
    assert (ask.memory, ask.tokens, [t.id for t in ask.turns]) == (None, TOKENS, said[:-LEAST])
    assert not await folding.fold(ROOM), "once"


async def test_the_next_fold_stands_on_the_memory_before_it(folding: Folding, store: Store, model: Memories) -> None:
    await say(store, MOST + 1)
    await folding.fold(ROOM)
    first = await remembered(store)
    said = await say(store, MOST + 1 - LEAST)
    await folding.fold(ROOM)
    assert model.asked[1].memory == first
    assert (await remembered(store)).through == said[-LEAST - 1]


async def test_a_question_that_waits_for_its_answer_stays_in_the_window(folding: Folding, store: Store) -> None:
    await say(store, MOST)
    await say(store, 3, answered=False)
    assert not await folding.fold(ROOM)


async def test_many_questions_that_nobody_answered_do_not_stand_in_the_way(folding: Folding, store: Store) -> None:
    said = await say(store, STEP + MOST + 5, answered=False)
    assert await folding.fold(ROOM)
    assert (await remembered(store)).through == said[STEP - 1]


async def test_what_has_piled_up_is_folded_in_steps(folding: Folding, store: Store, model: Memories) -> None:
    said = await say(store, 3 * STEP)
    folding.schedule(ROOM)
    await folding.drain(None)
    assert (await remembered(store)).through == said[-LEAST - 1]
    assert [len(ask.turns) for ask in model.asked] == [STEP, STEP, STEP - LEAST]


# --- once, whoever does it


async def test_of_two_who_fold_the_same_one_is_kept(store: Store, clock: ManualClock, model: Memories) -> None:
    said = await say(store, MOST + 1)
    model.gate.open.clear()
    one, other = a_folding(store, clock, model), a_folding(store, clock, model)
    tasks = [asyncio.create_task(each.fold(ROOM)) for each in (one, other)]
    while model.gate.waiting < 2:
        await turn()
    model.gate.open.set()
    assert sorted(await asyncio.gather(*tasks)) == [False, True]
    assert taken_from(await remembered(store)) == said[:-LEAST]


@pytest.mark.parametrize("change", ["deleted", "edited", "cleared", "cleared and spoken in again"])
async def test_what_was_taken_back_meanwhile_is_not_remembered(
    folding: Folding, store: Store, model: Memories, change: str
) -> None:
    async with store.write() as tx:
        question = Question(text="The secret is marzipan.", person=BO, message_id=501)
        turn_id = await tx.guild(1).turns.asked(10, question, (), ())
        answer = Answer(text="So it says.", citations=(), dropped=0, signature=KEY_SENTENCES)
        await tx.guild(1).turns.answered(10, turn_id, answer, (), ())
    await say(store, MOST)
    model.gate.open.clear()
    task = asyncio.create_task(folding.fold(ROOM))
    await model.gate.until_waiting()
    async with store.write() as tx:
        turns = tx.guild(1).turns
        if change == "deleted":
            await turns.deleted(10, [501])
        elif change == "edited":
            await turns.edited(10, 501, "The secret is safe.", ())
        else:
            await turns.clear(10)
    if change.endswith("again"):
        await say(store, 1)
    model.gate.open.set()
    assert not await task
    assert await store.memories.of(ROOM) is None


async def test_a_room_is_folded_by_one_task_however_often_it_is_scheduled(
    folding: Folding, store: Store, model: Memories
) -> None:
    await say(store, MOST + 1)
    model.gate.open.clear()
    for _ in range(5):
        folding.schedule(ROOM)
    await model.gate.until_waiting()
    await say(store, MOST - LEAST + 1)
    folding.schedule(ROOM)
    assert model.gate.waiting == 1
    model.gate.open.set()
    await folding.drain(None)
    assert len(model.asked) == 2


async def test_a_few_rooms_are_folded_at_once_and_the_others_after_them(
    folding: Folding, store: Store, model: Memories
) -> None:
    rooms = [Room(guild_id=1, channel_id=n) for n in range(1, 2 * AT_ONCE + 1)]
    for room in rooms:
        await say(store, MOST + 1, room)
    model.gate.open.clear()
    for room in rooms:
        folding.schedule(room)
    while model.gate.waiting < AT_ONCE:
        await turn()
    await turn(50)
    assert model.gate.waiting == AT_ONCE
    model.gate.open.set()
    await folding.drain(None)
    assert all([await store.memories.of(room) for room in rooms])


# --- closing, failing, paying


async def test_closing_ends_what_takes_too_long_and_a_later_start_folds_it(
    store: Store, clock: ManualClock, model: Memories
) -> None:
    await say(store, MOST + 1)
    folding = a_folding(store, clock, model)
    model.gate.open.clear()
    folding.schedule(ROOM)
    await model.gate.until_waiting()
    await folding.drain(0.01)
    assert (model.gate.waiting, await store.memories.of(ROOM)) == (0, None)
    model.gate.open.set()
    later = a_folding(store, clock, model)
    later.schedule(ROOM)
    await later.drain(None)
    assert await store.memories.of(ROOM)


async def test_a_failure_is_logged_and_the_next_turn_folds_it(
    folding: Folding, store: Store, model: Memories, caplog: pytest.LogCaptureFixture
) -> None:
    await say(store, MOST + 1)
    model.failure = EngineBusy(endpoint="x")
    with caplog.at_level(logging.WARNING):
        folding.schedule(ROOM)
        await folding.drain(None)
    assert "folded later" in caplog.text
    model.failure = None
    folding.schedule(ROOM)
    await folding.drain(None)
    assert await store.memories.of(ROOM)


async def test_it_is_booked_on_the_server_and_on_no_person(folding: Folding, store: Store, path: Path) -> None:
    await say(store, MOST + 1)
    await folding.fold(ROOM)
    query = "SELECT command, guild_id, user_id, settled FROM usage"
    assert rows(path, query) == [("remember", 1, None, 1)]
    assert (await store.usage.on("2026-11-24")).usage == SPENT


async def test_a_failure_is_booked_too(folding: Folding, store: Store, model: Memories) -> None:
    await say(store, MOST + 1)
    model.failure = EngineNonsense()
    with pytest.raises(EngineNonsense):
        await folding.fold(ROOM)
    assert (await store.usage.on("2026-11-24")).usage == SPENT


async def test_over_budget_the_free_engine_folds(store: Store, clock: ManualClock, model: Memories) -> None:
    said = await say(store, MOST + 1)
    assert await a_folding(store, clock, model, cap=0.1).fold(ROOM)
    memory = await remembered(store)
    assert (memory.signature, taken_from(memory), model.asked) == (KEY_SENTENCES, said[:-LEAST], [])
    assert memory.fallback
    assert memory.fallback.kind == "over-budget"
    assert (await store.usage.on("2026-11-24")).usage == Usage()


async def test_what_nobody_said_is_not_remembered(folding: Folding, store: Store, model: Memories) -> None:
    await say(store, MOST + 1)
    honest = model.make

    def with_an_invention(ask: MemoryAsk, signature: Signature) -> MemoryDraft:
        draft = honest(ask, signature)
        return replace(draft, memos=(*draft.memos, INVENTED))

    model.make = with_an_invention
    await folding.fold(ROOM)
    memory = await remembered(store)
    assert memory.memos
    assert INVENTED not in memory.memos


async def test_what_was_forgotten_with_a_question_is_folded_anew_from_what_others_said(
    folding: Folding, store: Store, model: Memories
) -> None:
    await say(store, 1, person=BO)
    async with store.write() as tx:
        await tx.guild(1).turns.asked(10, Question(text="It is marzipan.", person=ANA, message_id=501), (), ())
    await say(store, MOST)
    model.make = lambda ask, signature: MemoryDraft(memos=(all_of(ask),), signature=signature)
    await folding.fold(ROOM)
    async with store.write() as tx:
        await tx.guild(1).turns.deleted(10, [501])
    assert (await remembered(store)).memos == (), "it was taken from that turn too"
    await folding.refold(ROOM)
    await folding.drain(None)
    [memo] = (await remembered(store)).memos
    assert "marzipan" not in memo.text


def all_of(ask: MemoryAsk) -> Memo:
    """One memo of all turns."""
    said = " ".join(turn.text for turn in ask.turns)
    return Memo(kind=Kept.FACT, text=said, turns=tuple(turn.id for turn in ask.turns))
