"""The cache of summaries: what comes back, and what is told apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models.summary import Fallback, Grounding, Length, PromptId, Summary
from bot.store.database import Store
from bot.store.summaries import CacheKey
from tests.nouns import KEY_SENTENCES, MODEL, signatures, summaries, texts

SUMMARY = Summary(
    tldr="Keep the harbour.",
    thesis="It should be kept.",
    arguments=(),
    quotes=(),
    critique=(),
    reader_reaction="",
    grounding=Grounding(),
    signature=MODEL,
)
KEY = CacheKey.of("content", MODEL, Length.STANDARD, "en")


async def keep(store: Store, key: CacheKey, summary: Summary) -> None:
    async with store.write() as tx:
        await tx.summaries.keep(key, summary)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(summary=summaries(), content_hash=texts(), length=st.sampled_from(Length), language=texts(10))
async def test_any_summary_comes_back_as_it_was(
    store: Store, summary: Summary, content_hash: str, length: Length, language: str
) -> None:
    key = CacheKey.of(content_hash, summary.signature, length, language)
    await keep(store, key, summary)
    assert await store.summaries.find(key) == summary


async def test_nothing_is_found_where_nothing_was_kept(store: Store) -> None:
    assert await store.summaries.find(KEY) is None


async def test_the_later_of_two_under_one_key_stays(store: Store) -> None:
    await keep(store, KEY, SUMMARY)
    await keep(store, KEY, replace(SUMMARY, tldr="Sell it."))
    known = await store.summaries.find(KEY)
    assert known
    assert known.tldr == "Sell it."
    assert (await store.stats())["summary"] == 1


async def test_why_another_engine_answered_once_is_not_told_to_those_who_ask_later(store: Store) -> None:
    fallback = Fallback(kind="engine-busy", incident="a1b2c3")
    await keep(store, KEY, replace(SUMMARY, fallback=fallback))
    assert await store.summaries.find(KEY) == SUMMARY


def _prompt(**changes: Any) -> PromptId:
    assert MODEL.prompt
    return replace(MODEL.prompt, **changes)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(CacheKey.of("other content", MODEL, Length.STANDARD, "en"), id="content"),
        pytest.param(CacheKey.of("content", MODEL, Length.SHORT, "en"), id="length"),
        pytest.param(CacheKey.of("content", MODEL, Length.STANDARD, "de"), id="language"),
        pytest.param(CacheKey.of("content", replace(MODEL, model="gpt-7"), Length.STANDARD, "en"), id="model"),
        pytest.param(
            CacheKey.of("content", replace(MODEL, prompt=_prompt(sha256="b" * 64)), Length.STANDARD, "en"),
            id="hash of the prompt",
        ),
        pytest.param(CacheKey.of("content", replace(MODEL, prompt=None), Length.STANDARD, "en"), id="no prompt"),
        pytest.param(
            CacheKey.of("content", replace(MODEL, parameters={"temperature": 0.3, "seed": 7}), Length.STANDARD, "en"),
            id="value of a parameter",
        ),
        pytest.param(
            CacheKey.of("content", replace(MODEL, parameters={"temperature": 0.2}), Length.STANDARD, "en"),
            id="one parameter less",
        ),
        pytest.param(CacheKey.of("content", replace(MODEL, engine="extractive"), Length.STANDARD, "en"), id="engine"),
        pytest.param(CacheKey.of("content", KEY_SENTENCES, Length.STANDARD, "en"), id="the engine without a model"),
    ],
)
async def test_answers_that_may_differ_have_keys_that_do(store: Store, other: CacheKey) -> None:
    await keep(store, KEY, SUMMARY)
    assert await store.summaries.find(other) is None
    await keep(store, other, replace(SUMMARY, tldr="Another."))
    known = await store.summaries.find(KEY)
    assert known
    assert known.tldr == "Keep the harbour."


@pytest.mark.parametrize(
    "signature",
    [
        pytest.param(replace(MODEL, parameters={"seed": 7, "temperature": 0.2}), id="parameters in another order"),
        pytest.param(replace(MODEL, prompt=_prompt(name="renamed", version=9)), id="the same prompt file renamed"),
    ],
)
def test_answers_that_cannot_differ_share_their_key(signature: Any) -> None:
    assert CacheKey.of("content", signature, Length.STANDARD, "en") == KEY


@given(signatures())
def test_any_signature_has_a_key(signature: Any) -> None:
    assert CacheKey.of("content", signature, Length.DEEP, "") == CacheKey.of("content", signature, Length.DEEP, "")
