"""What an endpoint does not understand is found out by one refusal each, and never sent again."""

from __future__ import annotations

import json
from collections.abc import Awaitable
from typing import Any

import pytest

from bot.errors import EngineError
from bot.models.money import Usage
from tests.analysis.llm.doubles import Booked, engine_at
from tests.analysis.llm.endpoint import Endpoint, Step, completion, endpoint, error
from tests.nouns import column, summary_ask

Body = dict[str, Any]
REFINEMENTS = ("seed", "temperature", "reasoning_effort", "response_format")


def form(body: Body) -> str:
    """How the shape of the answer was asked for."""
    wanted = body.get("response_format", {"type": "text"})
    if wanted["type"] != "json_schema":
        return str(wanted["type"])
    return "bounded schema" if "maxLength" in json.dumps(wanted) else "schema"


def refusing(*names: str) -> Any:
    """A server that refuses whatever request holds one of these parameters, and says which."""

    def step(body: Body) -> Step:
        for name in names:
            if name in body:
                return error("400 Bad Request", f"Unsupported parameter: '{name}' is not supported.", param=name)
        return completion()

    return step


def no_schema(body: Body) -> Step:
    if form(body) in ("bounded schema", "schema"):
        return error("400 Bad Request", "Invalid parameter: 'response_format' of type 'json_schema' is not supported.")
    return completion()


def only_text(body: Body) -> Step:
    if form(body) == "text":
        return completion("Here it is:\n```json\n" + json.dumps({"thesis": "It stays.", "tldr": "It stays."}) + "\n```")
    return error("400 Bad Request", "response_format.type must be text", param="response_format")


def no_bounds(body: Body) -> Step:
    if form(body) == "bounded schema":
        return error("400 Bad Request", "Invalid schema for response_format: 'maxLength' is not permitted.")
    return completion()


def no_grammar(body: Body) -> Step:
    return completion() if form(body) == "json_object" else error("500 Oops", "failed to parse grammar")


def no_system(body: Body) -> Step:
    if body["messages"][0]["role"] == "system":
        return error("400 Bad Request", "System role not supported")
    return completion()


def low_effort_only(body: Body) -> Step:
    if body.get("reasoning_effort") in ("none", "minimal"):
        says = f"Unsupported value: 'reasoning_effort' does not support '{body['reasoning_effort']}' with this model."
        return error("400 Bad Request", says, param="reasoning_effort", code="unsupported_value")
    return completion()


def strict_validator(body: Body) -> Step:
    """As FastAPI refuses: 422, a list, and the input repeated."""
    if "seed" in body:
        detail = [{"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "Extra inputs are not permitted"}]
        return error("422 Unprocessable Entity", json.dumps(detail))
    return completion()


class Server:
    """Decides by the body of each request."""

    def __init__(self, decide: Any) -> None:
        self._decide = decide
        self.endpoint: Endpoint | None = None

    def __call__(self, writer: Any) -> Awaitable[None]:
        assert self.endpoint
        step: Step = self._decide(self.endpoint.bodies[-1])
        return step(writer)


async def bodies_of_two_asks(decide: Any) -> tuple[list[Body], list[Body], Booked]:
    """What is sent for a first summary, and for a second one by the same engine."""
    server, meter = Server(decide), Booked()
    async with endpoint(server) as told, engine_at(told.url) as llm:
        server.endpoint = told
        first = await llm.summaries.draft(summary_ask(column()), meter)
        asked = len(told.bodies)
        second = await llm.summaries.draft(summary_ask(column()), meter)
        assert first == second
        return told.bodies[:asked], told.bodies[asked:], meter


@pytest.mark.parametrize(
    ("decide", "refusals", "sent", "left_out"),
    [
        pytest.param(refusing(), 0, {"seed": 7, "temperature": 0.2, "reasoning_effort": "none"}, (), id="takes all"),
        pytest.param(refusing("seed"), 1, {"temperature": 0.2}, ("seed",), id="no seed"),
        pytest.param(refusing("temperature"), 1, {"seed": 7}, ("temperature",), id="no temperature"),
        pytest.param(refusing("reasoning_effort"), 1, {"seed": 7}, ("reasoning_effort",), id="no reasoning effort"),
        pytest.param(
            refusing("max_completion_tokens"), 1, {"max_tokens": 3600}, ("max_completion_tokens",), id="the older limit"
        ),
        pytest.param(
            refusing("max_completion_tokens", *REFINEMENTS), 7, {"max_tokens": 3600}, REFINEMENTS, id="next to nothing"
        ),
        pytest.param(low_effort_only, 2, {"reasoning_effort": "low"}, (), id="no effort below low"),
        pytest.param(strict_validator, 1, {"temperature": 0.2}, ("seed",), id="422 from a strict validator"),
    ],
)  # fmt: skip
async def test_a_parameter_that_is_refused_is_left_out_from_then_on(
    decide: Any, refusals: int, sent: Body, left_out: tuple[str, ...]
) -> None:
    first, second, meter = await bodies_of_two_asks(decide)
    assert len(first) == refusals + 1
    assert len(second) == 1
    assert second[0] == first[-1]
    assert second[0].items() >= sent.items()
    assert not set(left_out) & set(second[0])
    assert [usage == Usage() for usage in meter.calls] == [True] * refusals + [False, False]


@pytest.mark.parametrize(
    ("decide", "forms"),
    [
        pytest.param(refusing(), ["bounded schema"], id="a server that knows bounds"),
        pytest.param(no_bounds, ["bounded schema", "schema"], id="a strict mode without bounds"),
        pytest.param(no_schema, ["bounded schema", "schema", "json_object"], id="JSON mode only"),
        pytest.param(no_grammar, ["bounded schema", "schema", "json_object"], id="a grammar that fails with 500"),
        pytest.param(only_text, ["bounded schema", "schema", "json_object", "text"], id="plain text, fenced"),
    ],
)
async def test_the_shape_is_asked_for_as_the_server_can(decide: Any, forms: list[str]) -> None:
    first, second, meter = await bodies_of_two_asks(decide)
    assert [form(body) for body in first] == forms
    assert [form(body) for body in second] == forms[-1:]
    assert meter.total == meter.calls[-1] + meter.calls[-1]  # a refusal costs nothing, also one that calls itself 500


async def test_a_model_without_a_system_role_is_told_in_the_users_message() -> None:
    first, second, _ = await bodies_of_two_asks(no_system)
    apart, together = first[0]["messages"], second[0]["messages"]
    assert [message["role"] for message in together] == ["user"]
    assert together[0]["content"] == f"{apart[0]['content']}\n\n{apart[1]['content']}"


async def test_the_signature_is_of_what_was_wanted_and_outlives_what_was_learnt() -> None:
    """Else a restart, which forgets what was learnt, would pay again for every answer that is kept."""
    async with endpoint(error("400 Bad Request", "no 'seed'"), completion()) as server, engine_at(server.url) as llm:
        before = llm.summaries.signature(summary_ask(column()))
        draft = await llm.summaries.draft(summary_ask(column()), Booked())
        assert before == llm.summaries.signature(summary_ask(column())) == draft.signature


async def test_words_of_an_article_that_an_error_repeats_are_not_taken_for_a_lesson_twice() -> None:
    """A server that refuses everything, for a reason that is none, is not asked for ever."""
    refusal = error("400 Bad Request", "seed temperature top_p reasoning_effort system role response_format no value")
    async with endpoint(refusal) as server, engine_at(server.url) as llm:
        with pytest.raises(EngineError):
            await llm.summaries.draft(summary_ask(column()), Booked())
    assert len(server.bodies) <= 10
