"""An article by its address: recalled, fetched, kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import BadStatus, BotError, Busy, Gone, Refused, TooSlow, Unreachable, Unreadable
from bot.models.article import Verdict
from bot.models.page import Page
from bot.models.summary import Stage, unwatched
from bot.services.shared.library import Library
from bot.store.articles import Kept
from bot.store.database import Store
from tests.clocks import START, ManualClock, turn
from tests.nouns import COLUMN, column
from tests.services.doubles import AWeb, Gate, a_web, first_answer_held
from tests.store.files import rows

FRESH_FOR = 600.0
GAZETTE = "https://gazette.test/"


@pytest.fixture
def web() -> AWeb:
    return a_web(gazette=column(canonical_url=""))


@pytest.fixture
def library(web: AWeb, store: Store, clock: ManualClock) -> Library:
    return Library(web, web, store, clock, fetch_again_after=FRESH_FOR)


async def ask(library: Library, url: str = GAZETTE) -> Kept:
    return await library.article(url, unwatched)


# --- recalled, or fetched ------------------------------------------------------------------------------------------


async def test_an_article_is_fetched_read_and_kept(library: Library, web: AWeb, store: Store) -> None:
    stages = list[Stage]()
    kept = await library.article(GAZETTE, stages.append)
    assert kept == Kept(id=1, article=column(url=GAZETTE, canonical_url=""), fetched_at=START)
    assert await store.articles.at(GAZETTE) == kept
    assert (web.fetched, stages) == ([GAZETTE], [Stage.FETCHING, Stage.READING])


@pytest.mark.parametrize(
    ("later", "fetched"),
    [
        pytest.param(0, 1, id="at once"),
        pytest.param(FRESH_FOR - 1, 1, id="while it is fresh"),
        pytest.param(FRESH_FOR, 2, id="when it is not fresh any more"),
    ],
)
async def test_an_article_is_recalled_while_it_is_fresh(
    library: Library, web: AWeb, clock: ManualClock, later: float, fetched: int
) -> None:
    first = await ask(library)
    await clock.advance(later)
    second = await ask(library)
    assert len(web.fetched) == fetched
    assert second.article == first.article
    assert second.fetched_at == START + timedelta(seconds=later if fetched == 2 else 0)


async def test_nothing_is_recalled_when_it_is_never_fresh(web: AWeb, store: Store, clock: ManualClock) -> None:
    library = Library(web, web, store, clock, fetch_again_after=0)
    await ask(library)
    await ask(library)
    assert len(web.fetched) == 2


async def test_a_later_edition_is_told_with_the_time_of_the_earlier(
    library: Library, web: AWeb, clock: ManualClock
) -> None:
    await ask(library)
    await clock.advance(FRESH_FOR)
    web.pages[GAZETTE] = column(title="The harbour is sold", canonical_url="")
    kept = await ask(library)
    assert (kept.article.title, kept.earlier) == ("The harbour is sold", START)


# --- when something is wrong ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(Unreachable(site="gazette.test"), id="unreachable"),
        pytest.param(TooSlow(site="gazette.test", seconds=20), id="too slow"),
        pytest.param(BadStatus(site="gazette.test", status=502), id="out of order"),
        pytest.param(Busy(site="gazette.test", seconds=60), id="busy"),
    ],
)
async def test_an_article_that_we_have_is_recalled_when_its_site_is_down(
    library: Library, web: AWeb, clock: ManualClock, failure: BotError
) -> None:
    await ask(library)
    await clock.advance(FRESH_FOR * 100)
    web.failure = failure
    kept = await ask(library)
    assert (kept.article.title, kept.fetched_at) == (COLUMN.title, START)
    assert len(web.fetched) == 2, "the site was asked"


@pytest.mark.parametrize(
    "failure",
    [
        pytest.param(Gone(site="gazette.test", status=410), id="taken back by its outlet"),
        pytest.param(Refused(url=GAZETTE, reason="no"), id="not to be opened any more"),
        pytest.param(Unreadable(site="gazette.test", reason="nesting"), id="unreadable"),
    ],
)
async def test_what_is_no_passing_trouble_is_told_although_we_have_the_article(
    library: Library, web: AWeb, clock: ManualClock, failure: BotError
) -> None:
    await ask(library)
    await clock.advance(FRESH_FOR)
    web.failure = failure
    with pytest.raises(type(failure)):
        await ask(library)


async def test_a_site_that_is_down_from_the_start_is_told(library: Library, web: AWeb) -> None:
    web.failure = Unreachable(site="gazette.test")
    with pytest.raises(Unreachable):
        await ask(library)
    web.failure = None
    assert (await ask(library)).article.title == COLUMN.title, "and asked again at once"


@pytest.mark.parametrize("verdict", [v for v in Verdict if v is not Verdict.OK])
async def test_what_is_no_article_comes_with_its_verdict_and_is_not_kept(
    library: Library, web: AWeb, store: Store, verdict: Verdict
) -> None:
    web.pages[GAZETTE] = column(verdict=verdict)
    assert (await ask(library)).article.verdict is verdict
    assert await store.articles.at(GAZETTE) is None
    await ask(library)
    assert len(web.fetched) == 2, "it may be one the next time"


# --- addresses -----------------------------------------------------------------------------------------------------


async def test_an_article_is_kept_under_the_address_asked_for_the_one_that_answered_and_its_own(
    library: Library, web: AWeb, store: Store
) -> None:
    short, final, own = "https://short.test/1", "https://www.gazette.test/a?from=short", "https://gazette.test/a"
    web.redirects[short] = final
    web.pages[final] = column(canonical_url=own)
    kept = await ask(library, short)
    assert kept.article == column(url=short, canonical_url=own)
    for url in (short, final, own):
        assert (await ask(library, url)).article == column(url=url, canonical_url=own)
    assert web.fetched == [short]


@pytest.mark.parametrize(
    "claimed",
    [
        pytest.param("https://victim.test/column", id="another site"),
        pytest.param("https://gazette.test.evil.test/", id="a site whose name begins alike"),
        pytest.param("https://notgazette.test/", id="a site whose name ends alike"),
        pytest.param("https://gazette.test:8443/", id="another port"),
        pytest.param("https://gazette.test:99999/", id="a port that does not exist"),
        pytest.param("https://[gazette.test/", id="an address only in name"),
    ],
)
async def test_a_page_cannot_take_the_place_of_another_sites_article(
    library: Library, web: AWeb, store: Store, claimed: str
) -> None:
    web.pages[GAZETTE] = column(canonical_url=claimed)
    await ask(library)
    assert await store.articles.at(claimed) is None


@pytest.mark.parametrize(
    ("answered", "own"),
    [
        pytest.param("https://www.gazette.test/a", "https://gazette.test/a", id="without www"),
        pytest.param("https://gazette.test/a", "https://www.gazette.test/a", id="with www"),
        pytest.param("https://amp.gazette.test/a", "https://www.gazette.test/a", id="from the AMP page"),
        pytest.param("https://m.gazette.test/a", "https://gazette.test/a", id="from the mobile page"),
        pytest.param("http://gazette.test/a", "https://gazette.test/a", id="from http"),
    ],
)
async def test_a_page_may_name_its_own_site_in_the_usual_ways(
    library: Library, web: AWeb, store: Store, answered: str, own: str
) -> None:
    web.pages[answered] = column(canonical_url=own)
    await ask(library, answered)
    assert await store.articles.at(own)


# --- pages that are here already -----------------------------------------------------------------------------------


async def test_a_file_with_a_known_origin_is_kept_there_and_not_under_its_path(
    library: Library, web: AWeb, tmp_path: Path
) -> None:
    kept = await library.read(Page(asked="notes/column.html", url=GAZETTE), unwatched)
    assert kept.article.url == GAZETTE
    assert rows(tmp_path / "commentary.sqlite3", "SELECT url FROM address") == [(GAZETTE,)]
    assert (await ask(library)).article == kept.article
    assert web.fetched == []


async def test_a_file_of_unknown_origin_is_kept_without_an_address(library: Library, web: AWeb, tmp_path: Path) -> None:
    """Whoever made the file also wrote the address that it calls its own."""
    web.pages["column.html"] = column(url="", canonical_url=GAZETTE)
    kept = await library.read(Page(asked="column.html"), unwatched)
    assert kept == Kept(id=1, article=column(url="", canonical_url=GAZETTE), fetched_at=START)
    assert rows(tmp_path / "commentary.sqlite3", "SELECT url FROM address") == []
    assert rows(tmp_path / "commentary.sqlite3", "SELECT content_hash FROM article") == [(kept.article.content_hash,)]


# --- several at once -----------------------------------------------------------------------------------------------


@pytest.fixture
def slow(web: AWeb) -> AWeb:
    web.gate.open.clear()
    return web


async def test_two_who_ask_at_one_moment_fetch_once(library: Library, slow: AWeb, tmp_path: Path) -> None:
    both = asyncio.gather(ask(library), ask(library))
    await slow.gate.until_waiting()
    slow.gate.open.set()
    first, second = await both
    assert (first, slow.fetched) == (second, [GAZETTE])


async def test_who_looked_before_it_was_kept_does_not_fetch_it_again_when_it_is(
    library: Library, web: AWeb, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    gate.open.clear()
    monkeypatch.setattr(store.articles, "at", first_answer_held(store.articles.at, gate))
    early = asyncio.create_task(ask(library))
    await gate.until_waiting()
    late = asyncio.create_task(ask(library))
    await asyncio.wait([late], timeout=0.2)  # time enough to be done, if it does not wait for the early one
    gate.open.set()
    assert await early == await late
    assert web.fetched == [GAZETTE]


@pytest.mark.parametrize("leaver", [0, 1], ids=["the first to come", "the last to come"])
async def test_one_of_two_is_cancelled_and_the_other_gets_the_article(
    library: Library, slow: AWeb, leaver: int
) -> None:
    tasks = [asyncio.create_task(ask(library)) for _ in range(2)]
    await slow.gate.until_waiting()
    tasks[leaver].cancel()
    await turn(3)
    slow.gate.open.set()
    assert (await tasks[1 - leaver]).article.title == COLUMN.title
    assert tasks[leaver].cancelled()
    assert len(slow.fetched) == 1


async def test_when_both_are_cancelled_the_fetch_is_too(library: Library, slow: AWeb, store: Store) -> None:
    tasks = [asyncio.create_task(ask(library)) for _ in range(2)]
    await slow.gate.until_waiting()
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    await turn(3)
    assert (slow.gate.waiting, slow.gate.left) == (0, 1), "nobody fetches any more"
    assert await store.articles.at(GAZETTE) is None


async def test_all_who_wait_for_a_site_that_is_down_get_what_we_have(
    library: Library, slow: AWeb, clock: ManualClock
) -> None:
    slow.gate.open.set()
    await ask(library)
    slow.gate.open.clear()
    await clock.advance(FRESH_FOR)
    slow.failure = Unreachable(site="gazette.test")
    both = asyncio.gather(ask(library), ask(library))
    await slow.gate.until_waiting()
    slow.gate.open.set()
    assert [kept.article.title for kept in await both] == [COLUMN.title] * 2
    assert len(slow.fetched) == 2


def test_the_doubles_article_is_the_page_that_was_asked_for(web: AWeb) -> None:
    assert asyncio.run(web.article(Page(asked="x", url=GAZETTE))) == replace(web.pages[GAZETTE], url=GAZETTE)
