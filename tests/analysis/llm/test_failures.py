"""Whatever an endpoint does, the reader gets an answer in time, the meter every call, and nobody the key."""

from __future__ import annotations

import asyncio
import logging
import traceback
from dataclasses import dataclass, field
from typing import Any

import pytest

from bot.analysis.extractive import extractive_engine
from bot.analysis.fallback import with_fallback
from bot.errors import (
    EngineBusy,
    EngineCutShort,
    EngineDeclined,
    EngineError,
    EngineNoModel,
    EngineNonsense,
    EngineOutOfQuota,
    EngineRefusedKey,
    EngineTooLong,
    EngineTooSlow,
    EngineUnreachable,
)
from bot.models.money import Usage
from tests.analysis.llm.doubles import KEY, Booked, HastyClock, engine_at
from tests.analysis.llm.endpoint import (
    Step,
    breaks_off,
    completion,
    endpoint,
    error,
    floods,
    not_http,
    reset,
    says,
    silent,
    streamed,
    trickles,
)
from tests.nouns import column, summary_ask

DEADLINE = 10.0  # seconds that an answer may take unless a row says otherwise
REPORTED, WORST, FREE = "what was reported", "the most that was possible", "nothing"


@dataclass(frozen=True, kw_only=True)
class Row:
    """steps: what the endpoint does; failed: how it ends; calls: what each call is booked as."""

    steps: tuple[Step, ...]
    failed: type[EngineError]
    calls: tuple[str, ...]
    timeout: float = DEADLINE
    waits: tuple[float, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)


def row(title: str, *steps: Step, failed: type[EngineError], **more: Any) -> Any:
    return pytest.param(Row(steps=steps, failed=failed, **more), id=title)


TRIED_AGAIN: dict[str, Any] = {"calls": (WORST, WORST), "waits": (1.0,)}
READ_TWICE: dict[str, Any] = {"calls": (REPORTED, REPORTED), "waits": (0.0,)}
HOST: dict[str, Any] = {"endpoint": "127.0.0.1"}
TOLD_KEY = f"Incorrect API key provided: {KEY[:7]}****{KEY[-4:]}. You can find yours at …"
ROWS = [
    # --- the way there
    row("the connection is reset, twice", reset, failed=EngineUnreachable, **TRIED_AGAIN, facts=HOST),
    row("an answer that breaks off", breaks_off, failed=EngineUnreachable, **TRIED_AGAIN),
    row("a server that does not speak HTTP", not_http, failed=EngineUnreachable, **TRIED_AGAIN),
    row("silence", silent, failed=EngineTooSlow, calls=(WORST,), timeout=0.3, facts={"seconds": 0.3}),
    row("blanks that trickle for ever", trickles, failed=EngineTooSlow, calls=(WORST,), timeout=0.5),
    row("bytes without end", floods, failed=EngineNonsense, **TRIED_AGAIN),
    row("broken compression", says(b"not gzip", content_encoding="gzip"), failed=EngineError, **TRIED_AGAIN),
    # --- refusals
    row("401, telling a part of the key", error("401 Unauthorized", TOLD_KEY, code="invalid_api_key"),
        failed=EngineRefusedKey, calls=(FREE,), facts=HOST),
    row("403, telling the key", error("403 Forbidden", f"no access for {KEY}"), failed=EngineRefusedKey, calls=(FREE,)),
    row("402", error("402 Payment Required", "top up"), failed=EngineOutOfQuota, calls=(FREE,), facts=HOST),
    row("429 for want of credit is not asked again", error("429 Too Many", "quota", code="insufficient_quota"),
        failed=EngineOutOfQuota, calls=(FREE,)),
    row("429 twice", error("429 Too Many", "slow down", retry_after="2"), failed=EngineBusy, calls=(FREE, FREE),
        waits=(2.0,), facts=HOST),
    row("429 with a wait in milliseconds", error("429 Too Many", "slow", retry_after_ms="250"), failed=EngineBusy,
        calls=(FREE, FREE), waits=(0.25,)),
    row("429 without a wait", error("429 Too Many", "slow down"), failed=EngineBusy, calls=(FREE, FREE), waits=(1.0,)),
    row("429 that says two minutes", error("429 Too Many", "slow down", retry_after="120"), failed=EngineBusy,
        calls=(FREE,)),
    row("429 that names a date", error("429 Too Many", "", retry_after="Wed, 25 Nov 2026 08:00:00 GMT"),
        failed=EngineBusy, calls=(FREE,)),
    row("429 that says for ever", error("429 Too Many", "", retry_after="inf"), failed=EngineBusy, calls=(FREE,)),
    row("429 that says no number", error("429 Too Many", "", retry_after="nan"), failed=EngineBusy, calls=(FREE,)),
    row("404 for the model", error("404 Not Found", "The model `some-model` does not exist", code="model_not_found"),
        failed=EngineNoModel, calls=(FREE,), facts={"model": "some-model"}),
    row("404 for the address", says(b"<h1>Not found</h1>", status="404 Not Found", kind="text/html"),
        failed=EngineUnreachable, calls=(FREE,)),
    row("400 that nothing can be learnt from", error("400 Bad Request", "no"), failed=EngineError, calls=(FREE,)),
    row("a content filter that stops the question", error("400 Bad Request", "filtered", code="content_filter"),
        failed=EngineDeclined, calls=(FREE,)),
    row("500 twice", error("500 Oops", "boom"), failed=EngineError, **TRIED_AGAIN),
    row("502 in HTML", says(b"<html>Bad gateway", status="502 Bad Gateway", kind="text/html"), failed=EngineError,
        **TRIED_AGAIN),
    row("503 twice", error("503 Unavailable", "overloaded"), failed=EngineBusy, **TRIED_AGAIN),
    row("a context of any size is too short", error("400 Bad Request", "too long", code="context_length_exceeded"),
        failed=EngineTooLong, calls=(FREE,)),
    # --- successes that are none
    row("200 with a page in HTML", says(b"<!doctype html><p>Log in", kind="text/html"), failed=EngineNonsense,
        **TRIED_AGAIN),
    row("200 with bad JSON", says(b'{"choices": [{'), failed=EngineNonsense, **TRIED_AGAIN),
    row("200 with nothing", says(b""), failed=EngineNonsense, **TRIED_AGAIN),
    row("200 with bytes that are no text", says(b"\xff\xfe\xfd"), failed=EngineNonsense, **TRIED_AGAIN),
    row("200 with JSON nested to the sky", says(b"[" * 200_000), failed=EngineNonsense, **TRIED_AGAIN),
    row("200 with a number of 5,000 digits", says(b"9" * 5_000), failed=EngineNonsense, **TRIED_AGAIN),
    row("200 with a list", says(b"[]"), failed=EngineNonsense, **TRIED_AGAIN),
    row("200 with a failure inside", says(b'{"error": {"code": 429, "message": "overloaded"}}'), failed=EngineBusy,
        **TRIED_AGAIN),
    row("200 with a stream nobody asked for", streamed('{"choices": []}'), failed=EngineNonsense, **TRIED_AGAIN),
    row("no choices", completion(choices=[]), failed=EngineNonsense, **TRIED_AGAIN),
    row("choices that are null", completion(choices=None), failed=EngineNonsense, **TRIED_AGAIN),
    row("choices that are text", completion(choices="none"), failed=EngineNonsense, **TRIED_AGAIN),
    row("a choice without a message", completion(choices=[{"finish_reason": "stop"}]), failed=EngineNonsense,
        **TRIED_AGAIN),
    row("no content", completion(choices=[{"finish_reason": "stop", "message": {"content": None}}]),
        failed=EngineNonsense, **READ_TWICE),
    row("content that is a number", completion(7), failed=EngineNonsense, **READ_TWICE),
    row("prose", completion("I think the harbour is lovely."), failed=EngineNonsense, **READ_TWICE),
    row("JSON of another shape", completion('{"summary": "fine"}'), failed=EngineNonsense, **READ_TWICE),
    row("an answer without a thesis", completion('{"thesis": " ", "tldr": "x"}'), failed=EngineNonsense,
        **READ_TWICE),
    row("braces without end", completion("{" * 100_000), failed=EngineNonsense, **READ_TWICE),
    row("no usage either", completion("prose", usage=None), failed=EngineNonsense, calls=(WORST, WORST), waits=(0.0,)),
    row("a usage of nothing", completion("prose", usage={"prompt_tokens": 0, "completion_tokens": 0}),
        failed=EngineNonsense, calls=(WORST, WORST), waits=(0.0,)),
    row("a usage that cannot be", completion("prose", usage={"prompt_tokens": "many", "completion_tokens": -1}),
        failed=EngineNonsense, calls=(WORST, WORST), waits=(0.0,)),
    row("a refusal", completion(choices=[{"message": {"content": None, "refusal": "I can't."}}]),
        failed=EngineDeclined, calls=(REPORTED,)),
    row("a content filter that stops the answer", completion("{", finish="content_filter"), failed=EngineDeclined,
        calls=(REPORTED,)),
    row("cut short twice", completion('{"thesis": "The harb', finish="length", usage=None), failed=EngineCutShort,
        calls=(WORST, WORST), waits=(0.0,)),
    # --- the second try is another failure
    row("a reset, then a wrong key", reset, error("401 Unauthorized", TOLD_KEY), failed=EngineRefusedKey,
        calls=(WORST, FREE), waits=(1.0,)),
    row("prose, then silence", completion("prose"), silent, failed=EngineTooSlow, calls=(REPORTED, WORST), timeout=0.5,
        waits=(0.0,)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS)
async def test_the_reader_gets_an_answer_that_says_why(row: Row, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    meter, clock = Booked(), HastyClock()
    async with (
        endpoint(*row.steps) as server,
        engine_at(server.url, openai_timeout=row.timeout, clock=clock) as llm,
        asyncio.timeout(row.timeout + 5),
    ):
        estimate = llm.summaries.estimate(summary_ask(column()))
        draft = await with_fallback(llm, extractive_engine()).summaries.draft(summary_ask(column()), meter)
    assert draft.thesis == "It should keep it: nobody sells a door twice."
    assert draft.signature.engine == "extractive"
    assert draft.fallback
    assert draft.fallback.kind == row.failed.kind
    assert draft.fallback.facts.items() >= row.facts.items()
    assert draft.fallback.incident in caplog.text
    assert [_booked_as(usage, estimate) for usage in meter.calls] == list(row.calls)
    assert meter.total.cost_usd is not None
    assert estimate.cost_usd is not None
    assert meter.total.cost_usd <= estimate.cost_usd
    assert tuple(clock.waits) == row.waits


def _booked_as(usage: Usage, estimate: Usage) -> str:
    if usage == Usage():
        return FREE
    if (usage.prompt_tokens, usage.completion_tokens) == (900, 120):
        return REPORTED
    # The estimate holds two such calls (the second with twice the answer) and as much again in reserve.
    assert usage.prompt_tokens * 3 == estimate.prompt_tokens
    assert usage.completion_tokens * 4 in (estimate.completion_tokens, 2 * estimate.completion_tokens)
    return WORST


@pytest.mark.parametrize("row", ROWS)
async def test_no_part_of_the_key_is_told(row: Row) -> None:
    async with endpoint(*row.steps) as server, engine_at(server.url, openai_timeout=row.timeout) as llm:
        with pytest.raises(EngineError) as raised:
            await llm.summaries.draft(summary_ask(column()), Booked())
    assert type(raised.value) is row.failed
    _assert_clean(raised.value)


def _assert_clean(raised: EngineError) -> None:
    """Nothing of the key, nor of the vendor, in the error, in what it tells, or in anything that it is chained to."""
    assert raised.__cause__ is not None
    told = "".join(traceback.format_exception(raised)) + repr(raised.facts) + raised.detail
    link: BaseException | None = raised
    while link is not None:
        assert type(link).__module__.split(".")[0] in ("bot", "builtins", "asyncio")
        told += repr(link) + repr(vars(link))
        link = link.__cause__ or link.__context__
    assert not [KEY[at : at + 6] for at in range(len(KEY) - 5) if KEY[at : at + 6].lower() in told.lower()]


async def test_a_port_where_nobody_listens() -> None:
    async with endpoint(silent) as server:
        url = server.url
    meter = Booked()
    async with engine_at(url) as llm:
        with pytest.raises(EngineUnreachable) as raised:
            await llm.summaries.draft(summary_ask(column()), meter)
    _assert_clean(raised.value)
    assert meter.calls == [Usage(), Usage()]


async def test_the_log_holds_the_cause_and_the_incident_but_no_key(caplog: pytest.LogCaptureFixture) -> None:
    refusal = error("500 Oops", f"worker 7 died while serving {KEY}")
    async with endpoint(refusal) as server, engine_at(server.url) as llm:
        draft = await with_fallback(llm, extractive_engine()).summaries.draft(summary_ask(column()), Booked())
    assert draft.fallback
    assert f"[{draft.fallback.incident}]" in caplog.text
    assert "worker 7 died while serving ***" in caplog.text
    assert KEY[:6] not in caplog.text
