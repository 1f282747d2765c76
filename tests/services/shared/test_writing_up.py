"""From an article to a summary that is kept: paid once, checked, and answered even without a budget."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.analysis.engine import SummaryAsk
from bot.errors import EngineBusy, EngineNonsense
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.money import Usage
from bot.models.summary import Draft, Fallback, Length, Options, Quote, Signature, Stage, Summary, unwatched
from bot.services.shared.budget import Budget
from bot.services.shared.shelves import SummaryShelf
from bot.services.shared.writing_up import WritingUp, Written
from bot.store.database import Store
from bot.store.summaries import CacheKey
from bot.store.usage import Spent
from tests.cancelling import When, at_every_await
from tests.clocks import ManualClock, turn
from tests.nouns import COLUMN, KEY_SENTENCES, MODEL, column, draft_of, summary_ask
from tests.services.doubles import PRICED, SPENT, Gate, Summaries, first_answer_held, summaries

HERE = Asker(guild_id=1, channel_id=10, user_id=100)
TODAY = "2026-11-24"


@pytest.fixture
def model() -> Summaries:
    return summaries(own=MODEL, estimated=PRICED, spends=(SPENT,))


@pytest.fixture
def free() -> Summaries:
    return summaries(own=KEY_SENTENCES)


@pytest.fixture
def writing_up(model: Summaries, free: Summaries, store: Store, clock: ManualClock) -> Writer:
    return writing(model, free, store, Budget(store, clock, process_cap=None, server_cap=None))


@pytest.fixture
def poor(model: Summaries, free: Summaries, store: Store, clock: ManualClock) -> Writer:
    """Enough for one ask of a server."""
    return writing(model, free, store, Budget(store, clock, process_cap=None, server_cap=0.25))


Writer = WritingUp[SummaryAsk, Draft, Summary]


def writing(model: Summaries, free: Summaries, store: Store, budget: Budget) -> Writer:
    return WritingUp(model, free, SummaryShelf(store), budget, store)


async def ask(
    writing_up: Writer, article: Article = COLUMN, options: Options | None = None, asker: Asker = HERE
) -> Written[Summary]:
    return await writing_up.run(summary_ask(article, options or Options()), asker, "summarize", unwatched)


async def day(store: Store) -> Spent:
    return await store.usage.on(TODAY)


def kept_under(signature: Signature) -> CacheKey:
    return CacheKey.of(COLUMN.content_hash, signature, Length.STANDARD, "en")


# --- written once --------------------------------------------------------------------------------------------------


async def test_a_summary_is_drafted_checked_paid_and_kept(writing_up: Writer, model: Summaries, store: Store) -> None:
    stages = list[Stage]()
    written = await writing_up.run(summary_ask(), HERE, "summarize", stages.append)
    assert (written.usage, written.cached, written.checked.signature) == (SPENT, False, MODEL)
    assert written.checked.thesis == COLUMN.paragraphs[0]
    assert await store.summaries.find(kept_under(MODEL)) == written.checked
    assert await day(store) == Spent(usage=SPENT, asks=1, unpriced=0)
    assert (model.asked, stages) == ([summary_ask()], [Stage.THINKING, Stage.CHECKING])


async def test_what_the_article_does_not_hold_is_not_kept(writing_up: Writer, model: Summaries) -> None:
    invented = Quote(text="Sell it all by Friday", speaker="The mayor", paragraph=1)
    model.make = lambda ask, signature: draft_of(ask.article, signature, quotes=(invented,))
    summary = (await ask(writing_up)).checked
    assert (summary.quotes, summary.grounding.quotes_offered, summary.grounding.quotes_kept) == ((), 1, 0)


async def test_the_second_who_asks_gets_it_for_nothing(writing_up: Writer, model: Summaries, store: Store) -> None:
    first = await ask(writing_up)
    second = await ask(writing_up, column(url="https://mirror.test/", bio=""), asker=Asker(guild_id=2))
    assert second == Written(checked=first.checked, usage=Usage(), cached=True)
    assert (len(model.asked), (await day(store)).asks) == (1, 1)


@pytest.mark.parametrize(
    ("article", "options"),
    [
        pytest.param(column(title="Another edition"), Options(), id="another edition"),
        pytest.param(COLUMN, Options(length=Length.SHORT), id="another length"),
        pytest.param(COLUMN, Options(language="de"), id="another language"),
    ],
)
async def test_something_else_is_written_anew(
    writing_up: Writer, model: Summaries, article: Article, options: Options
) -> None:
    await ask(writing_up)
    assert not (await ask(writing_up, article, options)).cached
    assert len(model.asked) == 2


async def test_the_articles_own_language_is_the_same_whether_it_was_asked_for_or_not(writing_up: Writer) -> None:
    await ask(writing_up)
    assert (await ask(writing_up, options=Options(language="en"))).cached


async def test_another_model_writes_anew(writing_up: Writer, model: Summaries) -> None:
    await ask(writing_up)
    model.own = replace(MODEL, model="gpt-7")
    assert not (await ask(writing_up)).cached


# --- several at once -----------------------------------------------------------------------------------------------


async def test_two_who_ask_at_one_moment_pay_once(writing_up: Writer, model: Summaries, store: Store) -> None:
    model.gate.open.clear()
    both = asyncio.gather(ask(writing_up), ask(writing_up, asker=Asker(guild_id=2)))
    await model.gate.until_waiting()
    model.gate.open.set()
    first, second = await both
    assert first.checked == second.checked
    assert (len(model.asked), await day(store)) == (1, Spent(usage=SPENT, asks=1, unpriced=0))


async def test_who_looked_before_it_was_kept_does_not_pay_again_when_it_is(
    writing_up: Writer, model: Summaries, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    gate.open.clear()
    monkeypatch.setattr(store.summaries, "find", first_answer_held(store.summaries.find, gate))
    early = asyncio.create_task(ask(writing_up))
    await gate.until_waiting()
    late = asyncio.create_task(ask(writing_up))
    await asyncio.wait([late], timeout=0.2)  # time enough to be done, if it does not wait for the early one
    gate.open.set()
    assert (await early).checked == (await late).checked
    assert (len(model.asked), (await day(store)).asks) == (1, 1)


async def test_when_both_are_cancelled_what_was_spent_is_booked(
    writing_up: Writer, model: Summaries, store: Store
) -> None:
    model.gate.open.clear()
    tasks = [asyncio.create_task(ask(writing_up)) for _ in range(2)]
    await model.gate.until_waiting()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    async with asyncio.timeout(10):
        while await store._reader.number("SELECT count(*) FROM usage WHERE NOT settled"):
            await turn()
    assert await day(store) == Spent(usage=SPENT, asks=1, unpriced=0)
    assert await store.summaries.find(kept_under(MODEL)) is None
    model.gate.open.set()
    assert (await ask(writing_up)).checked.signature == MODEL


@pytest.mark.parametrize("when", When, ids=lambda when: when.value)
async def test_wherever_it_is_cancelled_a_summary_is_kept_with_its_price_or_not_at_all(
    writing_up: Writer, store: Store, when: When
) -> None:
    number = 0

    async def work() -> None:
        nonlocal number
        number += 1
        await ask(writing_up, column(title=f"Column {number}"))

    await at_every_await(work, when, twice=False)
    spent = await day(store)
    summaries = (await store.stats())["summary"]
    assert 1 <= summaries <= spent.asks
    assert spent.usage.cost_usd is not None
    assert spent.usage.cost_usd >= 0.125 * summaries


# --- failures and budgets ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("failure", [EngineBusy(endpoint="x"), EngineNonsense()], ids=["busy", "nonsense"])
async def test_a_failure_is_told_and_what_it_cost_is_booked(
    writing_up: Writer, model: Summaries, store: Store, failure: Exception
) -> None:
    model.failure = failure
    with pytest.raises(type(failure)):
        await ask(writing_up)
    assert await day(store) == Spent(usage=SPENT, asks=1, unpriced=0)
    assert (await store.stats())["summary"] == 0
    model.failure = None
    assert (await ask(writing_up)).cached is False


async def test_over_budget_the_free_engine_answers_and_says_why(
    poor: Writer, model: Summaries, free: Summaries, store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    await ask(poor, column(title="The first of the day"))
    model.spends = ()
    written = await ask(poor)
    fallback = written.checked.fallback
    assert fallback
    assert (fallback.kind, dict(fallback.facts)) == (
        "over-budget",
        {"scope": "server", "renews": "2026-11-25T00:00:00+00:00"},
    )
    assert fallback.incident in caplog.text, "the operator finds the id that the reader was told"
    assert (written.checked.signature, written.usage) == (KEY_SENTENCES, Usage())
    assert (len(model.asked), len(free.asked), (await day(store)).asks) == (1, 1, 1)


async def test_what_the_free_engine_said_does_not_stand_for_the_models_answer(
    poor: Writer, clock: ManualClock, store: Store
) -> None:
    await ask(poor, column(title="The first of the day"))
    over = await ask(poor)
    assert await store.summaries.find(kept_under(MODEL)) is None
    assert await store.summaries.find(kept_under(KEY_SENTENCES)) == replace(over.checked, fallback=None)
    await clock.advance(24 * 3600)
    assert (await ask(poor)).checked.signature == MODEL


async def test_a_budget_that_is_used_up_does_not_hide_what_is_cached(poor: Writer) -> None:
    first = await ask(poor)
    assert await ask(poor) == Written(checked=first.checked, usage=Usage(), cached=True)


async def test_a_draft_that_another_engine_made_is_kept_under_that_ones_signature(
    writing_up: Writer, model: Summaries, store: Store
) -> None:
    why = Fallback(kind="engine-too-slow", incident="a1b2c3", facts={"seconds": 60})
    model.make = lambda ask, _: draft_of(ask.article, KEY_SENTENCES, fallback=why)
    written = await ask(writing_up)
    assert (written.checked.fallback, written.checked.signature) == (why, KEY_SENTENCES)
    assert await store.summaries.find(kept_under(MODEL)) is None
    assert await store.summaries.find(kept_under(KEY_SENTENCES)) == replace(written.checked, fallback=None)
    assert not (await ask(writing_up)).cached, "the model is asked again"


@pytest.mark.parametrize("cap", [0.25, 0.5, 1.0])
async def test_many_at_once_never_pass_the_cap(
    model: Summaries, free: Summaries, store: Store, clock: ManualClock, cap: float
) -> None:
    model.spends = (PRICED,)
    poor = writing(model, free, store, Budget(store, clock, process_cap=cap, server_cap=None))
    written = await asyncio.gather(*(ask(poor, column(title=str(n))) for n in range(8)))
    assert (await day(store)).usage.cost_usd == cap == 0.25 * len(model.asked)
    assert sum(one.checked.fallback is not None for one in written) == len(free.asked) == 8 - len(model.asked)
