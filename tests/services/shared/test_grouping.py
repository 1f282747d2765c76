"""New entries get their stories: once, joined with what is there, judged where that can be paid."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.analysis.engine import PairsAsk
from bot.errors import EngineUnreachable, NoSuchPrompt
from bot.models.story import Judgement, Pair
from bot.models.summary import Signature
from bot.services.shared.budget import Budget
from bot.services.shared.grouping import EVERY, QUESTIONS, Grouping
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.nouns import MODEL
from tests.published import an_entry, publish
from tests.services.doubles import PRICED, SPENT, ATask

Judge = ATask[PairsAsk, Judgement]

DAM = an_entry(1, "Orrin dam breaks above Tarn", "Thousands leave the Orrin valley after the spillway broke.")
DAM_TOO = an_entry(2, "Orrin dam: Tarn evacuated after spillway broke", "Thousands of people left the valley.", hours=1)
CUP = an_entry(3, "Ravensby win the cup on penalties", "Lars Timm saved three times against Port Ellis.", hours=2)
OPINION = an_entry(4, "The dam and the warning that nobody wanted", "All reports on the spillway said so.", hours=9,
                   is_commentary=True)  # fmt: skip
LATER = an_entry(5, "Orrin dam: families return to Tarn", "The evacuation of the valley below the spillway is over.",
                 hours=30)  # fmt: skip
OF_THE_DAM = {DAM.id, DAM_TOO.id, OPINION.id, LATER.id}


def both_of_the_dam(pair: Pair) -> bool:
    return {pair.first.id, pair.second.id} <= OF_THE_DAM


def a_judge(says: Callable[[Pair], bool | None] = both_of_the_dam, **given: Any) -> Judge:
    usual: dict[str, Any] = {"own": MODEL, "estimated": PRICED, "spends": (SPENT,)}
    return ATask(lambda ask, signature: Judgement(same=tuple(map(says, ask.pairs))), **(usual | given))


def a_grouping(store: Store, judge: Judge | None = None, *, cap: float | None = None) -> Grouping:
    clock = ManualClock()
    return Grouping(store, judge, Budget(store, clock, process_cap=cap, server_cap=None), clock)


async def stories(store: Store) -> set[frozenset[int]]:
    found: dict[int, set[int]] = {}
    for entry in await store.stories.recent(START - timedelta(days=9), 100):
        found.setdefault(entry.story_id, set()).add(entry.id)
    return {frozenset(ids) for ids in found.values()}


def asked(judge: Judge) -> list[Pair]:
    return [pair for ask in judge.asked for pair in ask.pairs]


async def test_without_a_judge_what_is_plain_is_joined_and_nothing_else(store: Store) -> None:
    await publish(store, [DAM, DAM_TOO, CUP, OPINION])
    await a_grouping(store).run(START)
    assert await stories(store) == {frozenset({1, 2}), frozenset({3}), frozenset({4})}
    assert await store.entries.ungrouped(10) == ()


async def test_a_later_entry_joins_the_story_that_is_there(store: Store) -> None:
    grouping = a_grouping(store)
    await publish(store, [DAM, DAM_TOO, CUP])
    await grouping.run(START)
    before = {entry.id: entry.story_id for entry in await store.stories.recent(START - EVERY, 9)}
    await publish(store, [OPINION, LATER])
    await grouping.run(START)
    after = {entry.id: entry.story_id for entry in await store.stories.recent(START - EVERY, 9)}
    assert after[LATER.id] == before[DAM.id]
    assert after.items() >= before.items()


async def test_a_judge_joins_what_is_not_plain_and_is_paid_and_remembered(store: Store) -> None:
    await publish(store, [DAM, DAM_TOO, CUP, OPINION])
    judge = a_judge()
    await a_grouping(store, judge).run(START)
    assert await stories(store) == {frozenset({1, 2, 4}), frozenset({3})}
    spent = await store.usage.on("2026-11-24")
    assert spent.usage.cost_usd == pytest.approx(len(judge.asked) * (SPENT.cost_usd or 0))
    assert await store._reader.number("SELECT count(*) FROM usage WHERE guild_id IS NOT NULL") == 0
    said = await store.stories.judged(range(1, 5), MODEL)
    assert said == {(pair.first.id, pair.second.id): both_of_the_dam(pair) for pair in asked(judge)}


async def test_no_pair_is_asked_twice_and_no_more_than_five_an_entry(store: Store) -> None:
    entries = [an_entry(n, f"Orrin dam: report {n} from Tarn", hours=n / 10) for n in range(1, 31)]
    await publish(store, entries)
    judge = a_judge(lambda pair: (pair.first.id + pair.second.id) % 2 == 0)
    await a_grouping(store, judge).run(START)
    pairs = [frozenset({pair.first.id, pair.second.id}) for pair in asked(judge)]
    assert len(set(pairs)) == len(pairs) <= QUESTIONS * len(entries)
    await a_grouping(store, judge).run(START)
    assert len(asked(judge)) == len(pairs)


async def test_what_was_said_before_a_crash_is_not_asked_again(store: Store) -> None:
    await publish(store, [DAM, DAM_TOO, CUP, OPINION])
    before = a_judge()
    await a_grouping(store, before).run(START)
    await store._writer.run("UPDATE entry SET story_id = NULL, grouped_at = NULL")
    after = a_judge()
    await a_grouping(store, after).run(START)
    assert asked(before)
    assert asked(after) == []
    assert await stories(store) == {frozenset({1, 2, 4}), frozenset({3})}


@pytest.mark.parametrize(
    ("judge", "cap"),
    [
        pytest.param(a_judge(failure=EngineUnreachable(host="model.test")), None, id="a model that is not there"),
        pytest.param(a_judge(), 0.1, id="a budget that is used up"),
        pytest.param(a_judge(lambda pair: None), None, id="answers that nobody can use"),
    ],
)
async def test_where_nobody_judges_it_is_as_without_a_judge(store: Store, judge: Judge, cap: float | None) -> None:
    await publish(store, [DAM, DAM_TOO, CUP, OPINION])
    await a_grouping(store, judge, cap=cap).run(START)
    assert await stories(store) == {frozenset({1, 2}), frozenset({3}), frozenset({4})}
    assert len(judge.asked) <= 1


async def test_a_folder_of_prompts_without_this_one_is_no_failure(store: Store) -> None:
    class Unprompted(Judge):
        def signature(self, ask: PairsAsk) -> Signature:
            raise NoSuchPrompt(prompt="same-story", known="none")

    await publish(store, [DAM, DAM_TOO])
    await a_grouping(store, Unprompted(a_judge().make)).run(START)
    assert await stories(store) == {frozenset({1, 2})}


async def test_two_at_once_sort_each_entry_once(store: Store) -> None:
    await publish(store, [DAM, DAM_TOO, CUP])
    grouping = a_grouping(store)
    await asyncio.gather(*(grouping.run(START) for _ in range(3)))
    assert await stories(store) == {frozenset({1, 2}), frozenset({3})}
    assert await store._reader.number("SELECT count(*) FROM story") == 2


async def test_what_nobody_is_told_is_not_sorted(store: Store) -> None:
    await publish(store, [DAM, replace(CUP, id=2)], are_old=True)
    assert await a_grouping(store).step(START) == START + EVERY
    assert await stories(store) == set()
