"""`/articles`: what this channel has met, and nobody else's."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bot.errors import NotHere
from bot.models.article import Article
from bot.models.asker import Asker
from bot.services.browse import QUERY_LIMIT, Browse
from bot.store.database import Store
from tests.clocks import ManualClock
from tests.nouns import COLUMN, column
from tests.store.files import change

CHANNEL = Asker(guild_id=1, channel_id=10, user_id=100)
BESIDE = Asker(guild_id=1, channel_id=11, user_id=100)
ELSEWHERE = Asker(guild_id=2, channel_id=10, user_id=100)
DIRECT = Asker(guild_id=None, channel_id=50, user_id=100)
OTHER_DIRECT = Asker(guild_id=None, channel_id=51, user_id=100)


@pytest.fixture
def browse(store: Store) -> Browse:
    return Browse(store)


async def meet(store: Store, article: Article, asker: Asker = CHANNEL) -> int:
    async with store.write() as tx:
        article_id = await tx.articles.keep(article, article.url)
        await tx.guild(asker.guild_id or 0).articles.remember(asker.channel_id or 0, article.content_hash)
    return article_id


async def shown(browse: Browse, asker: Asker, query: str, page: int = 1) -> list[str]:
    return [hit.article.title for hit in (await browse.search(asker, query, page)).hits]


# --- search --------------------------------------------------------------------------------------------------------


async def test_a_channel_finds_what_it_has_met_in_pages_of_five(
    browse: Browse, store: Store, clock: ManualClock
) -> None:
    for number in range(6):
        await meet(store, column(title=f"Harbour {number}"))
        await clock.advance(60)
    for query in ("", "harbour"):
        assert await shown(browse, CHANNEL, query) == [f"Harbour {n}" for n in (5, 4, 3, 2, 1)]
        assert await shown(browse, CHANNEL, query, page=2) == ["Harbour 0"]
    assert (await browse.search(CHANNEL, "harbour", 2)).total == 6


@pytest.mark.parametrize("page", [-1, 0, 1, 2, 10**9])
async def test_a_page_that_there_is_not_is_the_nearest_one(browse: Browse, store: Store, page: int) -> None:
    await meet(store, COLUMN)
    assert await shown(browse, CHANNEL, "", page) == [COLUMN.title]


@pytest.mark.parametrize("asker", [BESIDE, ELSEWHERE, DIRECT, Asker()], ids=str)
async def test_nobody_else_finds_it(browse: Browse, store: Store, asker: Asker) -> None:
    await meet(store, COLUMN)
    assert await shown(browse, asker, "") == await shown(browse, asker, "harbour") == []
    assert await browse.suggest(asker, "") == await browse.suggest(asker, "harbour") == []


async def test_a_direct_message_has_articles_of_its_own(browse: Browse, store: Store) -> None:
    await meet(store, COLUMN, DIRECT)
    assert await shown(browse, DIRECT, "harbour") == [COLUMN.title]
    assert await shown(browse, OTHER_DIRECT, "harbour") == []


@pytest.mark.parametrize(
    ("query", "fitted"),
    [
        pytest.param(" harbour \n\x1f sale " + "x" * 200, "harbour sale " + "x" * (QUERY_LIMIT - 13), id="on one line"),
        pytest.param("🦀" * 60, "🦀" * (QUERY_LIMIT // 2), id="characters of two units"),
        pytest.param("x" + "🦀" * 60, "x" + "🦀" * 29, id="no half of a character"),
        pytest.param("\ud83e harbour", "? harbour", id="a half that came so"),
    ],
)
async def test_a_query_fits_a_button(browse: Browse, query: str, fitted: str) -> None:
    assert (await browse.search(CHANNEL, query)).query == fitted


# --- suggest -------------------------------------------------------------------------------------------------------


async def suggested(browse: Browse, typed: str) -> list[str]:
    return [title.title for title in await browse.suggest(CHANNEL, typed)]


async def test_who_types_nothing_is_offered_the_latest(browse: Browse, store: Store, clock: ManualClock) -> None:
    for number in range(30):
        await meet(store, column(title=f"Harbour {number}"))
        await clock.advance(60)
    assert await suggested(browse, "") == [f"Harbour {number}" for number in range(29, 4, -1)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(
            "har",
            ["Harbours we lost", "On harbours", "On lighthouses"],
            id="the title's beginning, then its words, then what holds it (Phare)",
        ),
        pytest.param("phare", ["On lighthouses"], id="the outlet"),
        pytest.param("núñ", ["On lighthouses"], id="the author"),
        pytest.param("keep it", [], id="no texts"),
    ],
)
async def test_who_types_is_offered_what_fits(
    browse: Browse, store: Store, clock: ManualClock, typed: str, expected: list[str]
) -> None:
    for article in (
        column(title="Harbours we lost"),
        column(title="On lighthouses", site="Le Phare", authors=("José Núñez",)),
        column(title="On harbours"),
    ):
        await meet(store, article)
        await clock.advance(60)
    assert await suggested(browse, typed) == expected


async def test_a_number_finds_its_article(browse: Browse, store: Store) -> None:
    ids = [await meet(store, column(title=f"Harbour {'x' * number}")) for number in range(3)]
    [title] = await browse.suggest(CHANNEL, f"#{ids[1]}")
    assert title.article_id == ids[1]


async def test_suggestions_are_quick_among_a_hundred_thousand_articles(
    browse: Browse, store: Store, tmp_path: Path
) -> None:
    change(
        tmp_path / "commentary.sqlite3",
        """WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
           INSERT INTO article SELECT i, i, '', 'Harbour ' || i || ' and its lighthouse', '["Ada Example"]', NULL,
               'The Gazette', 'en', 'op-ed', '', 'Text.', '[]', 'ok', '2026-01-01T00:00:00+00:00' FROM n""",
    )
    change(
        tmp_path / "commentary.sqlite3",
        """INSERT INTO channel_article (guild_id, channel_id, article_id, asked_at, n)
           SELECT 1, 10 + id % 100, id, '2026-01-01T00:00:00+00:00', id / 100 + 1 FROM article""",
    )
    took = []
    for typed in ("", "h", "lighth", "ada ex", "zzz", "bour 5", "gazette"):
        for channel_id in (10, 60, 109):
            started = time.process_time()
            await browse.suggest(Asker(guild_id=1, channel_id=channel_id), typed)
            took.append(time.process_time() - started)
    assert sorted(took)[int(len(took) * 0.95)] < 0.1


# --- article -------------------------------------------------------------------------------------------------------


async def test_an_article_that_the_server_has_met_is_given(browse: Browse, store: Store) -> None:
    reference = f" #{await meet(store, COLUMN)} "
    for asker in (CHANNEL, BESIDE):
        assert (await browse.article(asker, reference)).article == COLUMN


@pytest.mark.parametrize("asker", [ELSEWHERE, DIRECT, Asker()], ids=str)
async def test_another_servers_article_is_not_found(browse: Browse, store: Store, asker: Asker) -> None:
    article_id = await meet(store, COLUMN)
    with pytest.raises(NotHere):
        await browse.article(asker, f"#{article_id}")


async def test_another_direct_messages_article_is_not_found(browse: Browse, store: Store) -> None:
    article_id = await meet(store, COLUMN, DIRECT)
    assert (await browse.article(DIRECT, f"#{article_id}")).id == article_id
    with pytest.raises(NotHere):
        await browse.article(OTHER_DIRECT, f"#{article_id}")


@pytest.mark.parametrize("reference", ["", "#", "12", "#0", "#-1", "#1.5", "#" + "9" * 40, "#١", "#1; DROP", "harbour"])
async def test_what_is_no_reference_is_not_found(browse: Browse, store: Store, reference: str) -> None:
    await meet(store, COLUMN)
    with pytest.raises(NotHere) as told:
        await browse.article(CHANNEL, reference)
    assert told.value.facts == {"thing": "article"}
