"""When the first engine fails, the second one's answer says so, and the log says why."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator

import pytest

from bot.analysis.engine import AnswerAsk, BriefAsk, ComparisonAsk, Engine, Meter, StartOver, SummaryAsk, Talk, Task
from bot.analysis.extractive import extractive_engine
from bot.analysis.fallback import FallbackTalk, FallbackTask, with_fallback
from bot.errors import BotError, EngineBusy, EngineCutShort, EngineError, EngineTooSlow, NoSuchPrompt, OverBudget
from bot.models.brief import BriefDraft
from bot.models.money import Usage
from bot.models.summary import Draft, Options, Signature
from tests.analysis.talks import ask
from tests.digest_nouns import brief_draft_of
from tests.nouns import COLUMN, KEY_SENTENCES, MODEL, draft_of, summary_ask
from tests.services.doubles import ATask, comparisons, summaries


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
    briefed = await both.briefs.draft(BriefAsk(articles=(COLUMN,), options=Options()), Booked())
    for draft in (summary, compared, briefed):
        assert draft.signature == KEY_SENTENCES
        assert draft.fallback
        assert draft.fallback.kind == "engine-busy"


def engine(signature: Signature, error: Exception | None = None) -> Engine:
    free = extractive_engine()
    briefs: ATask[BriefAsk, BriefDraft] = ATask(
        lambda ask, own: brief_draft_of(ask.articles, own), own=signature, failure=error
    )
    return Engine(
        summaries=summaries(own=signature, failure=error),
        comparisons=comparisons(own=signature, failure=error),
        answers=free.answers,
        memories=free.memories,
        briefs=briefs,
    )


# --- answers, piece by piece ---------------------------------------------------------------------------------------


class Speaking:
    """A talk that says its pieces, then fails if it is told to."""

    def __init__(self, own: Signature, *pieces: str, error: BaseException | None = None, frame: int = 0) -> None:
        self._own, self._pieces, self._error, self._frame = own, pieces, error, frame
        self.left = False

    def signature(self, ask: AnswerAsk) -> Signature:
        return self._own

    def estimate(self, ask: AnswerAsk) -> Usage:
        return SPENT

    def frame(self, options: Options) -> int:
        return self._frame

    async def stream(self, ask: AnswerAsk, meter: Meter) -> AsyncGenerator[str | StartOver, None]:
        try:
            meter.book(SPENT)
            for piece in self._pieces:
                yield piece
            if self._error:
                raise self._error
        finally:
            self.left = True


SECOND = Speaking(KEY_SENTENCES, "Key ", "sentences.")
BUSY = EngineBusy(endpoint="x")
CUT = EngineCutShort(tokens=800)


async def spoken(talk: Talk, meter: Booked) -> list[str | StartOver]:
    return [piece async for piece in talk.stream(ask(), meter)]


async def test_a_talk_that_goes_well_is_left_alone() -> None:
    meter = Booked()
    assert await spoken(FallbackTalk(Speaking(MODEL, "Because ", "it floats."), SECOND), meter) == [
        "Because ", "it floats."
    ]  # fmt: skip
    assert meter.calls == [SPENT]


@pytest.mark.parametrize("pieces", [(), ("Be",), ("Be", "cause")], ids=["at once", "after a piece", "after two"])
@pytest.mark.parametrize("error", [BUSY, EngineTooSlow(seconds=60)], ids=["busy", "too slow"])
async def test_where_the_first_fails_the_second_starts_over(pieces: tuple[str, ...], error: EngineError) -> None:
    meter = Booked()
    heard = await spoken(FallbackTalk(Speaking(MODEL, *pieces, error=error), SECOND), meter)
    *before, over, one, other = heard
    assert tuple(before) == pieces
    assert isinstance(over, StartOver)
    assert over.signature == KEY_SENTENCES
    assert (over.fallback.kind, over.fallback.facts) == (error.kind, error.facts)
    assert over.fallback.incident
    assert (one, other) == ("Key ", "sentences.")
    assert meter.calls == [SPENT, SPENT]


async def test_what_was_cut_short_stands_as_it_came() -> None:
    came, both = list[str | StartOver](), FallbackTalk(Speaking(MODEL, "Because ", error=CUT), SECOND)

    async def listen() -> None:
        async for piece in both.stream(ask(), Booked()):
            came.append(piece)

    with pytest.raises(EngineCutShort):
        await listen()
    assert came == ["Because "]


async def test_what_was_cut_short_before_its_first_word_is_started_over() -> None:
    over, *said = await spoken(FallbackTalk(Speaking(MODEL, error=CUT), SECOND), Booked())
    assert isinstance(over, StartOver)
    assert said == ["Key ", "sentences."]


@pytest.mark.parametrize("error", [NoSuchPrompt(prompt="x", known=""), asyncio.CancelledError(), KeyError("bug")])
async def test_what_no_engine_can_help_with_is_not_hidden_in_a_talk(error: BaseException) -> None:
    with pytest.raises(type(error)):
        await spoken(FallbackTalk(Speaking(MODEL, "Be", error=error), SECOND), Booked())


async def test_when_both_talks_fail_the_second_failure_is_told() -> None:
    with pytest.raises(EngineTooSlow):
        await spoken(
            FallbackTalk(Speaking(MODEL, error=BUSY), Speaking(KEY_SENTENCES, error=EngineTooSlow(seconds=1))), Booked()
        )


async def test_a_reader_who_leaves_closes_the_talk_that_speaks() -> None:
    first = Speaking(MODEL, "Because ", "it floats.")
    stream = FallbackTalk(first, SECOND).stream(ask(), Booked())
    await anext(stream)
    await stream.aclose()
    assert first.left


def test_both_talks_are_reserved_for_and_the_first_has_the_frame() -> None:
    both = FallbackTalk(Speaking(MODEL, frame=391), SECOND)
    assert both.estimate(ask()) == SPENT + SPENT
    assert both.signature(ask()) == MODEL
    assert both.frame(Options()) == 391
