"""The cache of comparisons: what comes back, and what is told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models.comparison import Comparison
from bot.models.summary import Fallback
from bot.store.comparisons import ComparisonKey
from bot.store.database import Store
from tests.nouns import KEY_SENTENCES, MODEL, comparisons, texts

COMPARISON = Comparison(
    comparable=True, question="Sell it?", agreements=(), conflicts=(), only=(), quoted=(), dropped=2, signature=MODEL
)
KEY = ComparisonKey.of(["one", "two"], MODEL, "en")


async def keep(store: Store, key: ComparisonKey, comparison: Comparison) -> None:
    async with store.write() as tx:
        await tx.comparisons.keep(key, comparison)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(comparison=comparisons(), hashes=st.lists(texts(), max_size=3), language=texts(10))
async def test_any_comparison_comes_back_as_it_was(
    store: Store, comparison: Comparison, hashes: list[str], language: str
) -> None:
    key = ComparisonKey.of(hashes, comparison.signature, language)
    await keep(store, key, comparison)
    assert await store.comparisons.find(key) == comparison


async def test_nothing_is_found_where_nothing_was_kept(store: Store) -> None:
    assert await store.comparisons.find(KEY) is None


async def test_the_later_of_two_under_one_key_stays(store: Store) -> None:
    await keep(store, KEY, COMPARISON)
    await keep(store, KEY, replace(COMPARISON, dropped=0))
    assert await store.comparisons.find(KEY) == replace(COMPARISON, dropped=0)
    assert (await store.stats())["comparison"] == 1


async def test_why_another_engine_answered_once_is_not_told_to_those_who_ask_later(store: Store) -> None:
    await keep(store, KEY, replace(COMPARISON, fallback=Fallback(kind="engine-busy", incident="a1b2c3")))
    assert await store.comparisons.find(KEY) == COMPARISON


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(ComparisonKey.of(["two", "one"], MODEL, "en"), id="another order"),
        pytest.param(ComparisonKey.of(["one", "two", "three"], MODEL, "en"), id="one article more"),
        pytest.param(ComparisonKey.of(["one", "three"], MODEL, "en"), id="another edition"),
        pytest.param(ComparisonKey.of(["onetwo"], MODEL, "en"), id="hashes that only look alike when joined"),
        pytest.param(ComparisonKey.of(["one", "two"], MODEL, "de"), id="language"),
        pytest.param(ComparisonKey.of(["one", "two"], replace(MODEL, model="gpt-7"), "en"), id="model"),
        pytest.param(ComparisonKey.of(["one", "two"], replace(MODEL, prompt=None), "en"), id="no prompt"),
        pytest.param(ComparisonKey.of(["one", "two"], replace(MODEL, parameters={"seed": 8}), "en"), id="parameters"),
        pytest.param(ComparisonKey.of(["one", "two"], KEY_SENTENCES, "en"), id="the engine without a model"),
    ],
)
async def test_answers_that_may_differ_have_keys_that_do(store: Store, other: ComparisonKey) -> None:
    await keep(store, KEY, COMPARISON)
    assert await store.comparisons.find(other) is None
    await keep(store, other, replace(COMPARISON, question="Another?"))
    assert await store.comparisons.find(KEY) == COMPARISON
