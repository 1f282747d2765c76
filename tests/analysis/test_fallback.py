"""When the first engine fails, the second one's answer says so, and the log says why."""

from __future__ import annotations

import asyncio

import pytest

from bot.analysis.engine import ComparisonAsk, Engine, Meter, SummaryAsk, Task
from bot.analysis.extractive import extractive_engine
from bot.analysis.fallback import FallbackTask, with_fallback
from bot.errors import BotError, EngineBusy, EngineError, EngineTooSlow, NoSuchPrompt, OverBudget
from bot.models.money import Usage
from bot.models.summary import Draft, Options, Signature
from tests.nouns import COLUMN, KEY_SENTENCES, MODEL, draft_of, summary_ask
from tests.services.doubles import comparisons, summaries


class Scripted:
    """A task that fails as it is told, or says its signature's first words; books one call either way."""

    def __init__(self, signature: Signature, estimate: Usage = Usage(), error: BaseException | None = None) -> None:  # noqa: B008 - frozen
        self._signature, self._estimate, self._error = signature, estimate, error
        self.asked = 0

    def signature(self, ask: SummaryAsk) -> Signature:
        return self._signature

    def estimate(self, ask: SummaryAsk) -> Usage:
        return self._estimate

    async def draft(self, ask: SummaryAsk, meter: Meter) -> Draft:
        self.asked += 1
        meter.book(self._estimate)
        if self._error:
            raise self._error
        return draft_of(ask.article, self._signature)


class Booked:
    def __init__(self) -> None:
        self.calls: list[Usage] = []

    def book(self, usage: Usage) -> None:
        self.calls.append(usage)


SPENT = Usage(prompt_tokens=100, completion_tokens=10, cost_usd=0.5)


async def test_an_engine_that_answers_is_left_alone() -> None:
    second = Scripted(KEY_SENTENCES)
    draft = await FallbackTask(Scripted(MODEL), second).draft(summary_ask(), Booked())
    assert draft.signature == MODEL
    assert draft.fallback is None
    assert second.asked == 0


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(EngineError("why"), id="any failure"),
        pytest.param(EngineTooSlow(seconds=60.0), id="with facts"),
        pytest.param(OverBudget(scope="process", renews="2026-11-25T00:00:00+00:00"), id="no budget"),
    ],
)
async def test_a_failure_is_answered_by_the_second_with_the_reason(
    error: EngineError, caplog: pytest.LogCaptureFixture
) -> None:
    meter = Booked()
    error.__cause__ = ConnectionResetError("the wire was cut")
    engine = FallbackTask(Scripted(MODEL, SPENT, error), Scripted(KEY_SENTENCES))
    draft = await engine.draft(summary_ask(), meter)
    assert draft.signature == KEY_SENTENCES
    assert draft.fallback
    assert draft.fallback.kind == error.kind
    assert draft.fallback.facts == error.facts
    assert f"[{draft.fallback.incident}]" in caplog.text
    assert "the wire was cut" in caplog.text
    assert meter.calls[0] == SPENT


async def test_each_failure_has_an_incident_of_its_own() -> None:
    engine = FallbackTask(Scripted(MODEL, error=EngineBusy(endpoint="x")), Scripted(KEY_SENTENCES))
    drafts = [await engine.draft(summary_ask(), Booked()) for _ in range(3)]
    assert len({draft.fallback.incident for draft in drafts if draft.fallback}) == 3


async def test_what_is_wanted_is_the_first_engines_and_the_estimate_is_both() -> None:
    engine = FallbackTask(Scripted(MODEL, SPENT), Scripted(KEY_SENTENCES, SPENT))
    assert engine.signature(summary_ask()) == MODEL
    assert engine.estimate(summary_ask()) == SPENT + SPENT


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(NoSuchPrompt(prompt="summarize@9", known="summarize@1"), id="a prompt that is not there"),
        pytest.param(asyncio.CancelledError(), id="the asker left"),
        pytest.param(ZeroDivisionError(), id="a defect of ours"),
    ],
)
async def test_what_is_no_failure_of_an_engine_is_not_hidden(error: BaseException) -> None:
    second = Scripted(KEY_SENTENCES)
    with pytest.raises(type(error)):
        await FallbackTask(Scripted(MODEL, error=error), second).draft(summary_ask(), Booked())
    assert second.asked == 0


async def test_a_failure_of_the_last_engine_is_told() -> None:
    both = Scripted(MODEL, error=EngineBusy(endpoint="x")), Scripted(KEY_SENTENCES, error=EngineTooSlow(seconds=1.0))
    with pytest.raises(BotError, match="engine-too-slow"):
        await FallbackTask(*both).draft(summary_ask(), Booked())


async def test_fallbacks_can_be_nested() -> None:
    """It keeps the protocol that it is made of."""
    inner: Task[SummaryAsk, Draft] = FallbackTask(
        Scripted(MODEL, error=EngineError()), Scripted(MODEL, error=EngineError())
    )
    draft = await FallbackTask(inner, Scripted(KEY_SENTENCES)).draft(summary_ask(), Booked())
    assert draft.signature == KEY_SENTENCES


async def test_an_engine_with_a_fallback_has_one_for_every_task() -> None:
    first, second = engine(MODEL, EngineBusy(endpoint="x")), engine(KEY_SENTENCES)
    both = with_fallback(first, second)
    summary = await both.summaries.draft(summary_ask(), Booked())
    compared = await both.comparisons.draft(ComparisonAsk(articles=(COLUMN, COLUMN), options=Options()), Booked())
    for draft in (summary, compared):
        assert draft.signature == KEY_SENTENCES
        assert draft.fallback
        assert draft.fallback.kind == "engine-busy"


def engine(signature: Signature, error: Exception | None = None) -> Engine:
    free = extractive_engine()
    return Engine(
        summaries=summaries(own=signature, failure=error),
        comparisons=comparisons(own=signature, failure=error),
        answers=free.answers,
        memories=free.memories,
    )
