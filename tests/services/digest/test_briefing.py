"""The brief of a story: read, written up once for all who are told, and nothing that fails is a failure."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from bot.errors import BotError, DatabaseBusy, EngineBusy, NoSuchPrompt, Paywalled, TooSlow, Unreadable
from bot.models.article import Kind, Verdict
from bot.models.asker import Asker
from bot.models.summary import Options
from bot.services.digest import briefing as subject
from bot.services.digest.briefing import Briefed, Briefing
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.digest_nouns import brief_draft_of
from tests.nouns import KEY_SENTENCES, MODEL, column
from tests.services.digest.composed import KEEP, SELL, a_briefing, an_entry, model, pages
from tests.services.doubles import AWeb

FIRST, SECOND, REPORT = an_entry(1, "keep"), an_entry(2, "sell"), an_entry(3, "wire")
HERE, ELSEWHERE = Asker(guild_id=1, channel_id=10), Asker(guild_id=2, channel_id=20)
PLAIN = Options()


@pytest.fixture
def web() -> AWeb:
    return pages()


def ids(briefed: Briefed) -> list[int]:
    return [entry.id for entry in briefed.read]


async def test_articles_become_a_checked_brief_with_the_entries_that_it_cites(
    web: AWeb, store: Store, clock: ManualClock
) -> None:
    writes = model()
    briefed = await a_briefing(web, store, clock, writes=writes).brief([FIRST, SECOND, REPORT], PLAIN, HERE)
    assert briefed.brief
    assert briefed.brief.event == KEEP.paragraphs[0]
    assert [view.claim for view in briefed.brief.views] == [KEEP.paragraphs[1], SELL.paragraphs[1]], (
        "none of the report"
    )
    assert ids(briefed) == [1, 2, 3]
    assert [article.title for article in writes.asked[0].articles] == ["Keep it", "Sell it", "Harbour sold"]
    assert briefed.read[0].authors == KEEP.authors, "as the article names them"


async def test_what_the_articles_do_not_hold_is_dropped(web: AWeb, store: Store, clock: ManualClock) -> None:
    writes = model(
        make=lambda ask, own: brief_draft_of(ask.articles, own, event="Mayor Iris Bolt sold it for 7 million.")
    )
    briefed = await a_briefing(web, store, clock, writes=writes).brief([FIRST], PLAIN, HERE)
    assert briefed.brief
    assert (briefed.brief.event, len(briefed.brief.views)) == ("", 1)


async def test_a_brief_of_which_nothing_stands_is_none(web: AWeb, store: Store, clock: ManualClock) -> None:
    writes = model(make=lambda ask, own: brief_draft_of(ask.articles, own, event="", views=()))
    assert await a_briefing(web, store, clock, writes=writes).brief([FIRST], PLAIN, HERE) == Briefed()


@pytest.mark.parametrize(
    ("kind", "flagged", "seen_as", "shown"),
    [
        pytest.param(Kind.UNKNOWN, True, Kind.OP_ED, True, id="the feed calls it a commentary"),
        pytest.param(Kind.EDITORIAL, False, Kind.EDITORIAL, True, id="the page does"),
        pytest.param(Kind.REPORT, True, Kind.REPORT, False, id="the page calls it a report"),
        pytest.param(Kind.UNKNOWN, False, Kind.UNKNOWN, False, id="neither says so"),
    ],
)
async def test_feed_and_page_say_together_what_argues(
    kind: Kind, *, flagged: bool, seen_as: Kind, shown: bool, store: Store, clock: ManualClock
) -> None:
    writes = model()
    briefing = a_briefing(pages(told=replace(KEEP, kind=kind)), store, clock, writes=writes)
    briefed = await briefing.brief([an_entry(1, "told", is_commentary=flagged)], PLAIN, HERE)
    assert [article.kind for article in writes.asked[0].articles] == [seen_as]
    assert [entry.is_commentary for entry in briefed.read] == [shown]


# --- articles that cannot be read


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(TooSlow(site="x", seconds=9.0), id="a site that is too slow"),
        pytest.param(Unreadable(site="x", reason="deadline"), id="a page that cannot be read"),
        pytest.param(Paywalled(site="x"), id="a paywall at the door"),
    ],
)
async def test_nothing_that_can_be_read_leaves_the_titles(
    failure: BotError, web: AWeb, store: Store, clock: ManualClock
) -> None:
    web.failure = failure
    writes = model()
    assert await a_briefing(web, store, clock, writes=writes).brief([FIRST, SECOND], PLAIN, HERE) == Briefed()
    assert writes.asked == []


async def test_another_article_takes_the_place_of_one_that_cannot_be_read(store: Store, clock: ManualClock) -> None:
    web = pages(walled=column(verdict=Verdict.PAYWALL), lease=column(title="Lease", paragraphs=("Lease it.", "Do.")))
    entries = [an_entry(9, "walled"), FIRST, SECOND, an_entry(4, "lease"), REPORT]
    briefed = await a_briefing(web, store, clock).brief(entries, PLAIN, HERE)
    assert ids(briefed) == [1, 2, 4]


async def test_the_same_article_under_two_addresses_is_read_once(store: Store, clock: ManualClock) -> None:
    briefed = await a_briefing(pages(again=KEEP), store, clock).brief(
        [FIRST, an_entry(7, "again"), SECOND], PLAIN, HERE
    )
    assert ids(briefed) == [1, 2]


async def test_an_address_that_failed_is_not_asked_again_at_once(web: AWeb, store: Store, clock: ManualClock) -> None:
    web.failure = TooSlow(site="x", seconds=9.0)
    briefing = a_briefing(web, store, clock)
    await briefing.brief([FIRST], PLAIN, HERE)
    await briefing.brief([FIRST, SECOND], PLAIN, ELSEWHERE)
    assert web.fetched.count(FIRST.url) == 1
    await clock.advance(3600)
    web.failure = None
    assert ids(await briefing.brief([FIRST, REPORT], PLAIN, HERE)) == [1, 3]


async def test_one_that_hangs_is_let_go(
    web: AWeb, store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "ARTICLE_SECONDS", 0.01)
    web.gate.open.clear()
    assert await a_briefing(web, store, clock).brief([FIRST], PLAIN, HERE) == Briefed()
    assert web.gate.left == 1, "its connection is closed"


# --- engines that fail


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(EngineBusy(endpoint="x"), id="an engine, and there is no other"),
        pytest.param(NoSuchPrompt(prompt="digest", known="summarize@1"), id="no prompt"),
    ],
)
async def test_an_engine_that_fails_leaves_the_titles(
    failure: BotError, web: AWeb, store: Store, clock: ManualClock, caplog: pytest.LogCaptureFixture
) -> None:
    briefed = await a_briefing(web, store, clock, writes=model(failure=failure)).brief([FIRST], PLAIN, HERE)
    assert briefed == Briefed()
    assert "no brief of a story" in caplog.text


async def test_one_that_never_answers_is_let_go_and_nobody_waits_for_it_again(
    web: AWeb, store: Store, clock: ManualClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subject, "STORY_SECONDS", 0.05)
    writes = model()
    writes.gate.open.clear()
    briefing = a_briefing(web, store, clock, writes=writes)
    assert await briefing.brief([FIRST], PLAIN, HERE) == Briefed()
    assert await briefing.brief([FIRST], PLAIN, ELSEWHERE) == Briefed()
    assert len(writes.asked) == 1


async def test_a_file_that_is_held_is_told(web: AWeb, store: Store, clock: ManualClock) -> None:
    web.failure = DatabaseBusy(path="x")
    with pytest.raises(DatabaseBusy):
        await a_briefing(web, store, clock).brief([FIRST], PLAIN, HERE)


# --- once for all


async def test_a_hundred_channels_of_one_minute_share_one_piece_of_work(
    web: AWeb, store: Store, clock: ManualClock
) -> None:
    writes = model()
    briefing = a_briefing(web, store, clock, writes=writes)
    askers = [Asker(guild_id=n, channel_id=n) for n in range(1, 101)]
    made = await asyncio.gather(*(briefing.brief([FIRST, SECOND], PLAIN, asker) for asker in askers))
    assert len(set(map(id, made))) == 1
    assert (len(writes.asked), sorted(web.fetched)) == (1, sorted([FIRST.url, SECOND.url]))


async def test_another_language_is_another_brief(web: AWeb, store: Store, clock: ManualClock) -> None:
    writes = model()
    briefing = a_briefing(web, store, clock, writes=writes)
    await briefing.brief([FIRST], PLAIN, HERE)
    await briefing.brief([FIRST], Options(language="de"), HERE)
    assert [ask.options.language for ask in writes.asked] == ["", "de"]


async def test_after_a_while_the_store_has_it(web: AWeb, store: Store, clock: ManualClock) -> None:
    writes = model()
    briefing = a_briefing(web, store, clock, writes=writes)
    first = await briefing.brief([FIRST], PLAIN, HERE)
    await clock.advance(3600)
    assert await briefing.brief([FIRST], PLAIN, ELSEWHERE) == first
    assert len(writes.asked) == 1


async def test_over_the_budget_of_all_the_free_engine_answers_all(web: AWeb, store: Store, clock: ManualClock) -> None:
    briefing = a_briefing(web, store, clock, cap=0.1)
    made = [await briefing.brief([FIRST], PLAIN, asker) for asker in (HERE, ELSEWHERE)]
    assert [each.brief and each.brief.signature for each in made] == [KEY_SENTENCES] * 2
    assert made[0] is made[1]


async def test_a_server_without_budget_does_not_take_it_from_others(
    web: AWeb, store: Store, clock: ManualClock
) -> None:
    briefing: Briefing = a_briefing(web, store, clock, server_cap=0.3)
    spent = replace(HERE, user_id=1)
    for name in ("sell", "wire"):
        await briefing.brief([an_entry(5, name)], PLAIN, spent)
    poor = await briefing.brief([FIRST], PLAIN, HERE)
    rich = await briefing.brief([FIRST], PLAIN, ELSEWHERE)
    assert poor.brief
    assert poor.brief.fallback
    assert (poor.brief.signature, poor.brief.fallback.facts["scope"]) == (KEY_SENTENCES, "server")
    assert rich.brief
    assert (rich.brief.signature, rich.brief.fallback) == (MODEL, None)
