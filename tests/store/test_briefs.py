"""The cache of briefs: what comes back, and what is told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models.brief import Brief
from bot.models.summary import Fallback
from bot.store.briefs import BriefKey
from bot.store.database import Store
from tests.digest_nouns import BRIEF, briefs
from tests.nouns import KEY_SENTENCES, MODEL, texts

SAID = replace(BRIEF, signature=MODEL)
KEY = BriefKey.of(["one", "two"], MODEL, "en")


async def keep(store: Store, key: BriefKey, brief: Brief) -> None:
    async with store.write() as tx:
        await tx.briefs.keep(key, brief)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(brief=briefs(st.none()), hashes=st.lists(texts(), max_size=3), language=texts(10))
async def test_any_brief_comes_back_as_it_was(store: Store, brief: Brief, hashes: list[str], language: str) -> None:
    key = BriefKey.of(hashes, brief.signature, language)
    await keep(store, key, brief)
    assert await store.briefs.find(key) == brief


async def test_nothing_is_found_where_nothing_was_kept(store: Store) -> None:
    assert await store.briefs.find(KEY) is None


async def test_the_later_of_two_under_one_key_stays(store: Store) -> None:
    await keep(store, KEY, SAID)
    await keep(store, KEY, replace(SAID, event="It was leased."))
    assert await store.briefs.find(KEY) == replace(SAID, event="It was leased.")


async def test_why_another_engine_answered_once_is_not_told_to_later_ones(store: Store) -> None:
    await keep(store, KEY, replace(SAID, fallback=Fallback(kind="engine-busy", incident="a1b2c3")))
    assert await store.briefs.find(KEY) == SAID


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(BriefKey.of(["two", "one"], MODEL, "en"), id="another order"),
        pytest.param(BriefKey.of(["one"], MODEL, "en"), id="one article less"),
        pytest.param(BriefKey.of(["one", "two"], MODEL, "de"), id="language"),
        pytest.param(BriefKey.of(["one", "two"], KEY_SENTENCES, "en"), id="the engine without a model"),
    ],
)
async def test_briefs_that_may_differ_have_keys_that_do(store: Store, other: BriefKey) -> None:
    await keep(store, KEY, SAID)
    assert await store.briefs.find(other) is None


async def test_a_brief_and_a_comparison_of_the_same_articles_do_not_meet(store: Store) -> None:
    await keep(store, KEY, SAID)
    assert await store.comparisons.find(KEY) is None
