"""Answers that come as they are written: what is asked for again, with how much, and what is never shown."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.analysis.engine import AnswerAsk, StartOver
from bot.analysis.extractive import extractive_engine
from bot.analysis.fallback import with_fallback
from bot.errors import (
    EngineBusy,
    EngineCutShort,
    EngineDeclined,
    EngineError,
    EngineNonsense,
    EngineRefusedKey,
    EngineTooLong,
    EngineTooSlow,
)
from bot.models.money import Usage
from bot.models.summary import Options
from tests.analysis.llm.doubles import Booked, HastyClock, engine_at
from tests.analysis.llm.endpoint import Endpoint, Step, completion, endpoint, error, reset, silent, streamed
from tests.analysis.llm.test_stream import LAST, WHOLE, piece
from tests.analysis.talks import ask, bare, context, standing, turn

TOLD = "Because it floats."
TOO_LONG = error("400 Bad Request", "too long", code="context_length_exceeded")
LIMIT = 800  # tokens of the answer
EMPTY = streamed(piece("", "stop"), LAST, "[DONE]")


def pieces_of(*texts: str, finish: str = "stop") -> Step:
    return streamed(*map(piece, texts), piece(None, finish), LAST, "[DONE]")


async def heard(llm: Any, asked: AnswerAsk, meter: Booked | None = None) -> list[str | StartOver]:
    return [piece async for piece in llm.answers.stream(asked, meter or Booked())]


async def failing(llm: Any, asked: AnswerAsk, meter: Booked | None = None) -> tuple[list[str | StartOver], EngineError]:
    """What came, and what ended it."""
    came = list[str | StartOver]()

    async def listen() -> None:
        async for each in llm.answers.stream(asked, meter or Booked()):
            came.append(each)

    with pytest.raises(EngineError) as raised:
        await listen()
    return came, raised.value


@pytest.fixture
async def told() -> AsyncIterator[Endpoint]:
    async with endpoint(streamed(*WHOLE)) as server:
        yield server


async def test_an_answer_comes_piece_by_piece_and_its_usage_is_booked() -> None:
    usage = {"prompt_tokens": 900, "completion_tokens": 5, "prompt_tokens_details": {"cached_tokens": 800}}
    last, meter = json.dumps({"choices": [], "usage": usage}), Booked()
    async with endpoint(streamed(*WHOLE[:3], last, "[DONE]")) as server, engine_at(server.url) as llm:
        assert await heard(llm, ask(), meter) == ["Because ", "it floats."]
    assert [(one.prompt_tokens, one.completion_tokens, one.cached_tokens) for one in meter.calls] == [(900, 5, 800)]
    assert meter.total.cost_usd == pytest.approx((100 * 1.0 + 800 * 0.1 + 5 * 4.0) / 1_000_000)


async def test_it_is_prose_that_is_asked_for_with_the_prompts_own_parameters(told: Endpoint) -> None:
    async with engine_at(told.url) as llm:
        await heard(llm, ask())
        signature = llm.answers.signature(ask())
    body = told.bodies[0]
    assert body["stream"] is True
    assert body["max_completion_tokens"] == LIMIT
    assert "response_format" not in body
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert str(signature.prompt) == "discuss@1"
    assert signature.parameters == {"temperature": 0.2, "seed": 7, "reasoning_effort": "none",
                                    "max_completion_tokens": LIMIT}  # fmt: skip


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(reset, id="a reset"),
        pytest.param(error("429 Too Many", "slow down", retry_after="3"), id="429"),
        pytest.param(error("500 Oops", "boom"), id="500"),
        pytest.param(EMPTY, id="an empty answer"),
        pytest.param(streamed(piece("  \n"), piece("", "stop"), LAST, "[DONE]"), id="nothing but blanks"),
        pytest.param(streamed(piece("<think>Hm."), piece("", "stop"), LAST, "[DONE]"), id="nothing but thoughts"),
        pytest.param(streamed("7", "[DONE]"), id="chunks that are none"),
        pytest.param(completion(), id="an answer that is no stream"),
    ],
)
async def test_what_fails_before_the_first_word_is_asked_for_once_more(first: Step) -> None:
    meter = Booked()
    async with endpoint(first, streamed(*WHOLE)) as server, engine_at(server.url) as llm:
        estimate = llm.answers.estimate(ask())
        assert "".join(map(str, await heard(llm, ask(), meter))) == TOLD
    assert len(meter.calls) == len(server.asked) == 2
    assert meter.total.completion_tokens <= estimate.completion_tokens
    assert meter.total.prompt_tokens <= estimate.prompt_tokens


async def test_it_waits_as_long_as_it_is_told() -> None:
    clock = HastyClock()
    busy = error("429 Too Many", "slow down", retry_after="3")
    async with endpoint(busy, streamed(*WHOLE)) as server, engine_at(server.url, clock=clock) as llm:
        await heard(llm, ask())
    assert clock.waits == [3.0]


async def test_thoughts_that_took_all_the_room_are_given_twice_as_much() -> None:
    thinking = streamed(piece("<think>Hm, "), piece("so"), piece("", "length"), "[DONE]")
    async with endpoint(thinking, streamed(*WHOLE)) as server, engine_at(server.url) as llm:
        await heard(llm, ask())
    assert [body["max_completion_tokens"] for body in server.bodies] == [LIMIT, 2 * LIMIT]


@pytest.mark.parametrize(
    ("step", "failed", "calls"),
    [
        pytest.param(error("401 Unauthorized", "bad key"), EngineRefusedKey, 1, id="a wrong key"),
        pytest.param(error("503 Unavailable", "loading"), EngineBusy, 2, id="always busy"),
        pytest.param(EMPTY, EngineNonsense, 2, id="always empty"),
        pytest.param(streamed(piece(None, "content_filter"), "[DONE]"), EngineDeclined, 1, id="a content filter"),
        pytest.param(
            streamed(json.dumps({"choices": [{"delta": {"refusal": "I will not."}}]}), piece(None, "stop"), "[DONE]"),
            EngineDeclined, 1, id="a refusal",
        ),
    ],
)  # fmt: skip
async def test_what_does_not_pass_is_told(step: Step, failed: type[EngineError], calls: int) -> None:
    meter = Booked()
    async with endpoint(step) as server, engine_at(server.url) as llm:
        came, error = await failing(llm, ask(), meter)
    assert came == []
    assert type(error) is failed
    assert len(server.asked) == len(meter.calls) == calls


@pytest.mark.parametrize(
    ("step", "failed"),
    [
        pytest.param(streamed(piece("Be"), whole=False), EngineError, id="the connection ends early"),
        pytest.param(streamed(piece("Be"), "[DONE]"), EngineNonsense, id="it ends without saying so"),
        pytest.param(streamed(piece("Be"), "{bad"), EngineError, id="a chunk that is no JSON"),
        pytest.param(streamed(piece("Be"), json.dumps({"error": {"message": "x"}})), EngineError, id="a failure"),
        pytest.param(streamed(piece("Be"), piece("", "content_filter"), LAST), EngineDeclined, id="a content filter"),
        pytest.param(streamed(piece("Be"), piece("", "length"), LAST), EngineCutShort, id="cut short"),
    ],
)
async def test_what_has_begun_is_not_asked_for_again(step: Step, failed: type[EngineError]) -> None:
    async with endpoint(step) as server, engine_at(server.url) as llm:
        came, error = await failing(llm, ask())
    assert came == ["Be"]
    assert isinstance(error, failed)
    assert len(server.asked) == 1


async def test_silence_ends_at_the_deadline_and_both_tries_share_it() -> None:
    meter = Booked()
    async with endpoint(error("500 Oops", "boom"), silent) as server, engine_at(server.url, openai_timeout=0.4) as llm:
        _, failed = await failing(llm, ask(), meter)
    assert isinstance(failed, EngineTooSlow)
    assert len(server.asked) == len(meter.calls) == 2


async def test_who_leaves_in_the_middle_has_it_booked() -> None:
    meter = Booked()

    async def stalls(writer: asyncio.StreamWriter) -> None:
        await streamed(piece("Be"), whole=False)(writer)
        await silent(writer)

    async with endpoint(stalls) as server, engine_at(server.url) as llm:
        stream = llm.answers.stream(ask(), meter)
        assert await anext(stream) == "Be"
        await stream.aclose()
    assert [usage.completion_tokens for usage in meter.calls] == [LIMIT]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (("<think>The member wants", " a trick.</think>\n\nBecause", " it floats."), TOLD),
        (("<thi", "nk>x</th", "ink>Because it", " floats."), TOLD),
        (("<", "3 it floats."), "<3 it floats."),
        (("Because it floats.", " <think>no</think>"), "Because it floats. <think>no</think>"),
    ],
    ids=["in front", "in pieces", "not a thought", "in the middle it is text"],
)
async def test_thoughts_are_never_said(texts: tuple[str, ...], told: str) -> None:
    async with endpoint(pieces_of(*texts)) as server, engine_at(server.url) as llm:
        assert "".join(map(str, await heard(llm, ask()))) == told


async def test_reasoning_beside_the_content_is_never_said() -> None:
    hidden = json.dumps({"choices": [{"delta": {"reasoning_content": "They want a trick.", "content": None}}]})
    async with endpoint(streamed(hidden, *WHOLE)) as server, engine_at(server.url) as llm:
        assert "".join(map(str, await heard(llm, ask()))) == TOLD


async def test_an_endpoint_without_a_system_role_is_asked_in_one_message() -> None:
    refusal = error("400 Bad Request", "System role not supported")
    async with endpoint(refusal, streamed(*WHOLE)) as server, engine_at(server.url) as llm:
        await heard(llm, ask())
        await heard(llm, ask())
    assert [[one["role"] for one in body["messages"]] for body in server.bodies] == [["system", "user"]] + 2 * [
        ["user"]
    ]


# --- prompts that are too long ------------------------------------------------------------------------------------


async def test_a_prompt_that_is_too_long_is_sent_with_less_of_the_discussion() -> None:
    long = context(
        recalled=tuple(turn(at, f"Old {at}. " + "Well. " * 100, "Yes.") for at in range(1, 8)),
        window=tuple(turn(at, f"New {at}. " + "Well. " * 30, "Yes.") for at in range(8, 14)),
    )
    asked, meter = AnswerAsk(context=long, options=Options()), Booked()
    async with endpoint(TOO_LONG, streamed(*WHOLE)) as server, engine_at(server.url) as llm:
        assert "".join(map(str, await heard(llm, asked, meter))) == TOLD
        first, second = (body["messages"][1]["content"] for body in server.bodies)
        await heard(llm, asked)
    assert len(second) < 0.7 * len(first)
    assert ("Old 1." in first, "Old 1." in second, "Old 7." in second) == (True, False, True)
    assert "New 13." in second
    assert "Why keep it?" in second
    assert meter.calls[0] == Usage()
    third = server.bodies[2]["messages"][1]["content"]
    assert third == second  # what was learnt from a refusal is remembered


async def test_a_context_that_ends_before_the_first_word_is_given_less_to_read() -> None:
    usage = {"prompt_tokens": 900, "completion_tokens": 2}
    no_room = streamed(piece("", "length"), json.dumps({"choices": [], "usage": usage}), "[DONE]")
    recalled = tuple(turn(at, f"Old {at}. " + "Well. " * 100, "Yes.") for at in range(1, 8))
    asked, meter = AnswerAsk(context=context(recalled=recalled), options=Options()), Booked()
    async with endpoint(no_room, streamed(*WHOLE)) as server, engine_at(server.url) as llm:
        assert "".join(map(str, await heard(llm, asked, meter))) == TOLD
        estimate = llm.answers.estimate(asked)
    first, second = (body["messages"][1]["content"] for body in server.bodies)
    assert len(second) < len(first)
    assert [one.completion_tokens for one in meter.calls] == [2, 5]
    assert meter.total.prompt_tokens <= estimate.prompt_tokens


async def test_when_nothing_can_be_left_out_another_engine_has_to_answer() -> None:
    asked = AnswerAsk(context=bare(articles=(standing(1),)), options=Options())
    async with endpoint(TOO_LONG) as server, engine_at(server.url) as llm:
        came, failed = await failing(llm, asked)
    assert came == []
    assert isinstance(failed, EngineTooLong)
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(streamed(piece("Be"), whole=False), id="in the middle"),
        pytest.param(error("401 Unauthorized", "bad key"), id="at once"),
    ],
)
async def test_where_the_model_fails_the_free_engine_starts_over(step: Step) -> None:
    async with endpoint(step) as server, engine_at(server.url) as llm:
        came = await heard(with_fallback(llm, extractive_engine()), ask())
    at = next(at for at, each in enumerate(came) if isinstance(each, StartOver))
    assert [over.signature.engine for over in came if isinstance(over, StartOver)] == ["extractive"]
    assert came[:at] in ([], ["Be"])
    assert "[1¶2]" in "".join(map(str, came[at + 1 :]))
