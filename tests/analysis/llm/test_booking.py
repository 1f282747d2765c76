"""Failures that pass, answers that are odd, and what each call is booked as."""

from __future__ import annotations

import asyncio
import json

import pytest

from bot.models.money import Usage
from tests.analysis.llm.doubles import Booked, engine_at
from tests.analysis.llm.endpoint import Step, completion, endpoint, error, reset, says, silent
from tests.nouns import column, summary_ask


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(reset, id="the connection is reset"),
        pytest.param(error("429 Too Many", "slow down", retry_after="3"), id="429"),
        pytest.param(error("500 Oops", "boom"), id="500"),
        pytest.param(error("503 Unavailable", "loading model"), id="503"),
        pytest.param(completion("prose"), id="prose"),
        pytest.param(completion(choices=[]), id="no choices"),
        pytest.param(completion("{", finish="length", usage=None), id="cut short"),
        pytest.param(says(b"<html>", kind="text/html"), id="a page"),
    ],
)
async def test_a_failure_that_passes_is_not_told(first: Step) -> None:
    meter = Booked()
    async with endpoint(first, completion()) as server, engine_at(server.url) as llm:
        draft = await llm.summaries.draft(summary_ask(column()), meter)
    assert draft.thesis == "The harbour should stay public."
    assert draft.fallback is None
    assert len(meter.calls) == len(server.asked) == 2


async def test_an_answer_that_was_cut_short_is_asked_for_with_twice_the_room() -> None:
    async with (
        endpoint(completion("{", finish="length", usage=None), completion()) as server,
        engine_at(server.url) as llm,
    ):
        await llm.summaries.draft(summary_ask(column()), Booked())
    assert [body["max_completion_tokens"] for body in server.bodies] == [3600, 7200]


async def test_what_was_under_way_when_the_asker_left_is_booked() -> None:
    meter = Booked()
    async with endpoint(silent) as server, engine_at(server.url) as llm:
        task = asyncio.create_task(llm.summaries.draft(summary_ask(column()), meter))
        await server.was_asked.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    assert len(meter.calls) == 1
    assert meter.calls[0].completion_tokens == 3600


async def test_an_unknown_price_is_no_price() -> None:
    meter = Booked()
    async with endpoint(completion()) as server, engine_at(server.url, prices={}) as llm:
        await llm.summaries.draft(summary_ask(column()), meter)
    assert meter.calls == [Usage(prompt_tokens=900, completion_tokens=120, cost_usd=None)]


async def test_cached_tokens_are_booked_at_their_own_price() -> None:
    meter = Booked()
    usage = {"prompt_tokens": 1000, "completion_tokens": 100, "prompt_tokens_details": {"cached_tokens": 600}}
    async with endpoint(completion(usage=usage)) as server, engine_at(server.url) as llm:
        await llm.summaries.draft(summary_ask(column()), meter)
    assert meter.total.cached_tokens == 600
    assert meter.total.cost_usd == pytest.approx((400 * 1.0 + 600 * 0.1 + 100 * 4.0) / 1_000_000)


async def test_texts_that_cannot_be_encoded_are_sent_all_the_same() -> None:
    article = column(title="lone \ud800", paragraphs=("half a pair \udc00 here",), authors=("A\ud83d",))
    async with endpoint(completion()) as server, engine_at(server.url) as llm:
        await llm.summaries.draft(summary_ask(article), Booked())
    assert "half a pair \ufffd here" in server.bodies[0]["messages"][1]["content"]


async def test_an_answer_with_characters_that_cannot_be_stored_is_cleaned() -> None:
    spoiled = json.dumps({"thesis": "a\u0000b\ud800c\u202e", "tldr": "x"})
    async with endpoint(completion(spoiled)) as server, engine_at(server.url) as llm:
        draft = await llm.summaries.draft(summary_ask(column()), Booked())
    assert draft.thesis == "a b\ufffdc"
