"""`/compare`: two or three addresses or pages in, a checked comparison out."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.errors import BadOption, BotError, EngineBusy, NotHere, Paywalled, Refused, Thin, Unreachable
from bot.models.article import Article, Verdict
from bot.models.asker import Asker
from bot.models.comparison import Only
from bot.models.money import Usage
from bot.models.page import Page
from bot.models.summary import Options, Stage
from bot.services.compare import Compare
from bot.services.shared.asked_articles import AskedArticles
from bot.services.shared.budget import Budget
from bot.services.shared.library import Library
from bot.services.shared.shelves import ComparisonShelf
from bot.services.shared.writing_up import WritingUp
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.nouns import KEY_SENTENCES, MODEL, column, comparison_draft_of
from tests.services.doubles import PRICED, SPENT, AWeb, Comparisons, a_web, comparisons
from tests.store.files import rows

KEEP = column(title="Keep it", paragraphs=("The harbour belongs to those who fish in it.", "Nobody sells a door."))
SELL = column(title="Sell it", site="The Post", paragraphs=("An empty quay earns nothing, and taxes must.", "Sell."))
LEASE = column(title="Lease it", paragraphs=("Ten years of rent would pay for a roof.", "Then one may see."))
FIRST, SECOND, THIRD = "https://keep.test/", "https://sell.test/", "https://lease.test/"
CHANNEL = Asker(guild_id=1, channel_id=10, user_id=100)
ELSEWHERE = Asker(guild_id=2, channel_id=20, user_id=200)


@pytest.fixture
def web() -> AWeb:
    return a_web(keep=KEEP, sell=SELL, lease=LEASE)


@pytest.fixture
def model() -> Comparisons:
    return comparisons(own=MODEL, estimated=PRICED, spends=(SPENT,))


@pytest.fixture
def free() -> Comparisons:
    return comparisons(own=KEY_SENTENCES)


def compare_with(
    web: AWeb, model: Comparisons, free: Comparisons, store: Store, clock: ManualClock, cap: float | None = None
) -> Compare:
    library = Library(web, web, store, clock, fetch_again_after=600)
    budget = Budget(store, clock, process_cap=cap, server_cap=None)
    return Compare(AskedArticles(library, store), WritingUp(model, free, ComparisonShelf(store), budget, store))


@pytest.fixture
def compare(web: AWeb, model: Comparisons, free: Comparisons, store: Store, clock: ManualClock) -> Compare:
    return compare_with(web, model, free, store, clock)


@pytest.fixture
def path(tmp_path: Path, store: Store) -> Path:
    return tmp_path / "commentary.sqlite3"


def met(path: Path) -> list[tuple[int, int, str]]:
    """What the channels have met."""
    query = """SELECT guild_id, channel_id, title FROM channel_article JOIN article ON id = article_id
               ORDER BY guild_id, channel_id, title"""
    return [(guild, channel, title) for guild, channel, title in rows(path, query)]


async def test_two_addresses_become_a_comparison_with_its_articles_in_order(compare: Compare) -> None:
    stages = list[Stage]()
    answer = await compare.run([SECOND, FIRST], Options(language="en"), CHANNEL, progress=stages.append)
    assert [article.title for article in answer.articles] == ["Sell it", "Keep it"]
    assert answer.comparison.comparable
    assert [side.claim for side in answer.comparison.conflicts[0].sides] == [SELL.paragraphs[0], KEEP.paragraphs[0]]
    assert (answer.comparison.signature, answer.usage, answer.cached) == (MODEL, SPENT, False)
    assert stages == [Stage.FETCHING, Stage.READING, Stage.THINKING, Stage.CHECKING], "each once, in order"


async def test_three_are_compared_too(compare: Compare) -> None:
    answer = await compare.run([FIRST, SECOND, THIRD], Options(), CHANNEL)
    assert [side.n for side in answer.comparison.conflicts[0].sides] == [1, 2, 3]


async def test_pages_and_articles_that_we_have_need_no_door(compare: Compare, web: AWeb) -> None:
    pages = [Page(asked="keep.html", url=FIRST), Page(asked="sell.html", url=SECOND)]
    known = await compare.run(pages, Options(), Asker())
    again = await compare.run(list(known.article_ids), Options(), Asker())
    assert ([article.title for article in again.articles], again.cached, web.fetched) == (
        ["Keep it", "Sell it"],
        True,
        [],
    )


async def test_the_articles_are_fetched_side_by_side(compare: Compare, web: AWeb) -> None:
    web.gate.open.clear()
    task = asyncio.create_task(compare.run([FIRST, SECOND, THIRD], Options(), CHANNEL))
    async with asyncio.timeout(10):
        while web.gate.waiting < 3:
            await web.gate.until_waiting()
    web.gate.open.set()
    assert len((await task).articles) == 3


async def test_what_the_articles_do_not_hold_is_dropped(compare: Compare, model: Comparisons) -> None:
    swapped = Only(n=1, point=SELL.paragraphs[0], paragraphs=(1,))
    model.make = lambda ask, signature: comparison_draft_of(ask.articles, signature, only=(swapped,))
    comparison = (await compare.run([FIRST, SECOND], Options(), CHANNEL)).comparison
    assert (comparison.only, comparison.dropped) == ((), 1)


# --- paid once


async def test_the_second_ask_costs_nothing_and_another_order_is_another_question(
    compare: Compare, model: Comparisons
) -> None:
    first = await compare.run([FIRST, SECOND], Options(), CHANNEL)
    second = await compare.run([FIRST, SECOND], Options(), ELSEWHERE)
    turned = await compare.run([SECOND, FIRST], Options(), CHANNEL)
    assert (second.comparison, second.cached, second.usage) == (first.comparison, True, Usage())
    assert (turned.cached, len(model.asked)) == (False, 2)


async def test_over_budget_the_free_engine_answers_and_says_why(
    web: AWeb, model: Comparisons, free: Comparisons, store: Store, clock: ManualClock
) -> None:
    poor = compare_with(web, model, free, store, clock, cap=0.1)
    comparison = (await poor.run([FIRST, SECOND], Options(), CHANNEL)).comparison
    assert comparison.signature == KEY_SENTENCES
    assert comparison.fallback
    assert (comparison.fallback.kind, model.asked) == ("over-budget", [])


# --- what a channel remembers


async def test_all_of_them_are_remembered_where_they_were_asked_about(compare: Compare, path: Path) -> None:
    await compare.run([FIRST, SECOND], Options(), CHANNEL)
    await compare.run([FIRST, SECOND], Options(), ELSEWHERE, private=True)
    await compare.run([FIRST, SECOND], Options(), Asker())
    assert met(path) == [(1, 10, "Keep it"), (1, 10, "Sell it")]


# --- failures


@pytest.mark.parametrize(
    ("verdict", "failure"), [(Verdict.PAYWALL, Paywalled), (Verdict.THIN, Thin)], ids=["paywall", "thin"]
)
async def test_what_is_no_article_is_told_with_its_number_and_costs_nothing(
    compare: Compare, web: AWeb, model: Comparisons, path: Path, verdict: Verdict, failure: type[BotError]
) -> None:
    web.pages[SECOND] = column(site="The Post", verdict=verdict)
    with pytest.raises(failure) as told:
        await compare.run([FIRST, SECOND], Options(), CHANNEL)
    assert told.value.facts["site"] == "The Post (article 2)"
    assert (model.asked, met(path)) == ([], [])


async def test_a_failure_of_the_door_is_told_with_its_number(compare: Compare, web: AWeb) -> None:
    web.failure = Unreachable("no route", site="keep.test")
    with pytest.raises(Unreachable) as told:
        await compare.run([FIRST, "https://keep.test/other"], Options(), CHANNEL)
    assert told.value.facts["site"] in ("keep.test (article 1)", "keep.test (article 2)")
    assert told.value.detail == "no route"
    assert told.value.__cause__ is web.failure


async def test_a_failure_that_names_its_address_is_told_as_it_is(compare: Compare, web: AWeb) -> None:
    web.failure = Refused(url="ftp://x", reason="scheme")
    with pytest.raises(Refused) as told:
        await compare.run([FIRST, SECOND], Options(), CHANNEL)
    assert told.value is web.failure


@pytest.mark.parametrize(
    ("sources", "accepts"),
    [
        pytest.param([], "0 were given", id="none"),
        pytest.param([FIRST], "1 were given", id="one"),
        pytest.param([FIRST, SECOND, THIRD, "https://fourth.test/"], "4 were given", id="four"),
        pytest.param([FIRST, FIRST], "1 and 2 are one and the same", id="one address twice"),
        pytest.param([FIRST, SECOND, "https://mirror.test/"], "1 and 3 are one and the same", id="one article twice"),
    ],
)
async def test_two_or_three_different_articles_are_needed(
    compare: Compare, web: AWeb, model: Comparisons, sources: list[str], accepts: str
) -> None:
    web.pages["https://mirror.test/"] = KEEP
    with pytest.raises(BadOption) as told:
        await compare.run(sources, Options(), CHANNEL)
    assert told.value.facts["accepts"] == f"two or three different articles; {accepts}"
    assert model.asked == []


async def test_an_id_without_an_article_is_not_here(compare: Compare) -> None:
    with pytest.raises(NotHere):
        await compare.run([FIRST, 99], Options(), CHANNEL)


async def test_a_failure_of_the_engine_is_told_and_nothing_is_remembered(
    compare: Compare, model: Comparisons, path: Path
) -> None:
    model.failure = EngineBusy(endpoint="x")
    with pytest.raises(EngineBusy):
        await compare.run([FIRST, SECOND], Options(), CHANNEL)
    assert met(path) == []


def test_the_articles_of_these_tests_differ() -> None:
    articles: list[Article] = [KEEP, SELL, LEASE]
    assert len({article.content_hash for article in articles}) == 3
