"""Answers that come piece by piece: their usage is counted, and their failures are ours."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing

import pytest

from bot.analysis.llm.dialect import Ask
from bot.analysis.llm.failures import CallFailed
from bot.analysis.prompts import Messages
from bot.errors import EngineCutShort, EngineDeclined, EngineError, EngineNonsense, EngineRefusedKey, EngineTooSlow
from bot.models.money import Usage
from tests.analysis.llm.doubles import KEY, Booked, client_at
from tests.analysis.llm.endpoint import Step, completion, endpoint, error, reset, silent, streamed

ASK = Ask(messages=Messages(system="Be brief.", user="Why?"), parameters={"temperature": 0.5}, limit=50)
WORST = 50  # completion tokens


def piece(text: str | None, finish: str | None = None) -> str:
    return json.dumps({"id": "x", "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]})


LAST = json.dumps({"id": "x", "choices": [], "usage": {"prompt_tokens": 12, "completion_tokens": 5}})
WHOLE = (piece("Because "), piece("it floats."), piece(None, "stop"), LAST, "[DONE]")


async def test_a_stream_yields_its_pieces_and_its_usage_is_booked() -> None:
    meter = Booked()
    async with endpoint(streamed(*WHOLE)) as server, client_at(server.url) as client:
        pieces = [text async for text in client.stream(ASK, meter)]
    assert pieces == ["Because ", "it floats."]
    assert [(usage.prompt_tokens, usage.completion_tokens) for usage in meter.calls] == [(12, 5)]
    assert meter.total.cost_usd == pytest.approx((12 * 1.0 + 5 * 4.0) / 1_000_000)
    body = server.bodies[0]
    assert body["stream"] is True
    assert body["stream_options"] == {"include_usage": True}


async def test_without_a_report_of_usage_the_most_that_was_possible_is_booked() -> None:
    meter = Booked()
    async with endpoint(streamed(*WHOLE[:3], "[DONE]")) as server, client_at(server.url) as client:
        assert [text async for text in client.stream(ASK, meter)] == ["Because ", "it floats."]
    assert [usage.completion_tokens for usage in meter.calls] == [WORST]


async def test_a_server_that_does_not_know_stream_options_is_asked_without_them() -> None:
    meter = Booked()
    refusal = error("400 Bad Request", "Unrecognized request argument supplied: stream_options")
    async with endpoint(refusal, streamed(*WHOLE)) as server, client_at(server.url) as client:
        assert [text async for text in client.stream(ASK, meter)] == ["Because ", "it floats."]
    assert "stream_options" not in server.bodies[1]
    assert [usage == Usage() for usage in meter.calls] == [True, False]


@pytest.mark.parametrize(
    ("step", "failed", "heard", "booked"),
    [
        pytest.param(streamed(piece("Be"), whole=False), EngineError, ["Be"], WORST, id="the connection ends early"),
        pytest.param(streamed(piece("Be"), "[DONE]"), EngineNonsense, ["Be"], WORST, id="it ends without saying so"),
        pytest.param(streamed(piece("Be"), "{bad"), EngineError, ["Be"], WORST, id="a chunk that is no JSON"),
        pytest.param(
            streamed(piece("Be"), json.dumps({"error": {"message": "overloaded"}})), EngineError, ["Be"], WORST,
            id="a failure as a chunk",
        ),
        pytest.param(
            streamed(piece("Be"), piece("", "content_filter"), LAST), EngineDeclined, ["Be"], 5, id="a content filter"
        ),
        pytest.param(streamed(piece("Be"), piece("", "length")), EngineCutShort, ["Be"], WORST, id="cut short"),
        pytest.param(streamed("[]", "null", '"x"', "7"), EngineNonsense, [], WORST, id="chunks that are none"),
        pytest.param(streamed('{"choices": null}', '{"choices": [{}]}'), EngineNonsense, [], WORST, id="empty chunks"),
        pytest.param(completion(), EngineNonsense, [], WORST, id="an answer that is no stream"),
        pytest.param(error("401 Unauthorized", f"bad key {KEY}"), EngineRefusedKey, [], 0, id="a wrong key"),
        pytest.param(reset, EngineError, [], WORST, id="a reset"),
    ],
)  # fmt: skip
async def test_a_stream_that_fails_says_why_and_is_booked(
    step: Step, failed: type[EngineError], heard: list[str], booked: int
) -> None:
    meter, pieces = Booked(), list[str]()
    async with endpoint(step) as server, client_at(server.url) as client:

        async def listen() -> None:
            async for text in client.stream(ASK, meter):
                pieces.append(text)

        with pytest.raises(CallFailed) as raised:
            await listen()
    assert isinstance(raised.value.error, failed)
    assert pieces == heard
    assert [usage.completion_tokens for usage in meter.calls] == [booked]
    assert len(server.asked) == 1


async def test_a_stream_that_falls_silent_ends_at_its_deadline() -> None:
    meter = Booked()

    async def stalls(writer: asyncio.StreamWriter) -> None:
        await streamed(piece("Be"), whole=False)(writer)
        await silent(writer)

    async with endpoint(stalls) as server, client_at(server.url, timeout=0.4) as client:
        with pytest.raises(CallFailed) as raised:
            [_ async for _ in client.stream(ASK, meter)]
    assert isinstance(raised.value.error, EngineTooSlow)
    assert [usage.completion_tokens for usage in meter.calls] == [WORST]


async def test_a_reader_who_stops_listening_has_the_most_booked() -> None:
    meter = Booked()
    async with (
        endpoint(streamed(*WHOLE)) as server,
        client_at(server.url) as client,
        aclosing(client.stream(ASK, meter)) as pieces,
    ):
        await anext(pieces)
    assert [usage.completion_tokens for usage in meter.calls] == [WORST]
