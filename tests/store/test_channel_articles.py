"""What a channel has met: found by its words, listed by its titles, unknown to every other channel."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models.article import Article
from bot.models.found import MARK_OFF, MARK_ON, Found
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.nouns import COLUMN, column
from tests.store.files import change, rows

shared_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)

GUILD, CHANNEL = 1, 10
SHELF = (
    column(title="The harbour is not for sale", authors=("Ada Example",), paragraphs=("Nobody sells a door twice.",)),
    column(title="On lighthouses", authors=("José Núñez",), site="Le Phare", paragraphs=("The harbour needs light.",)),
    column(title="Grünkohl", authors=("Jörg Weiß",), site="Der Küstenbote", paragraphs=("Über die Straße.",)),
    column(
        title="港は売り物ではない",
        site="港新聞",
        paragraphs=("市議会は港を売りたがっている。", "港の灯台は町の誇りだ。"),
    ),
)


async def meet(store: Store, article: Article, guild_id: int = GUILD, channel_id: int = CHANNEL) -> int:
    async with store.write() as tx:
        article_id = await tx.articles.keep(article, article.url)
        await tx.guild(guild_id).articles.remember(channel_id, article.content_hash)
    return article_id


@pytest.fixture
async def shelf(store: Store, clock: ManualClock) -> Store:
    """The channel has met these, each a minute after the one before."""
    for article in SHELF:
        await meet(store, article)
        await clock.advance(60)
    return store


async def find(store: Store, query: str, *, limit: int = 5, offset: int = 0) -> Found:
    return await store.channel_articles.find(GUILD, CHANNEL, query, limit=limit, offset=offset)


def titles(found: Found) -> list[str]:
    return [hit.article.title for hit in found.hits]


def visible(snippet: str) -> str:
    return snippet.replace(MARK_ON, "[").replace(MARK_OFF, "]")


# --- by words ------------------------------------------------------------------------------------------------------


async def test_without_a_query_the_latest_come_first_with_their_beginnings(shelf: Store) -> None:
    found = await find(shelf, "")
    assert titles(found) == [article.title for article in reversed(SHELF)]
    assert [hit.snippet for hit in found.hits][1:3] == ["Über die Straße.", "The harbour needs light."]
    assert [hit.asked_at for hit in found.hits] == [START + timedelta(minutes=n) for n in (3, 2, 1, 0)]
    assert (found.query, found.total, found.offset) == ("", 4, 0)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("lighthouses", ["On lighthouses"], id="a word of the title"),
        pytest.param("NUNEZ", ["On lighthouses"], id="an author, in capitals and without accents"),
        pytest.param("küstenbote", ["Grünkohl"], id="the outlet"),
        pytest.param("door nobody", ["The harbour is not for sale"], id="words of the body in any order"),
        pytest.param("harbour", ["The harbour is not for sale", "On lighthouses"], id="the title counts most"),
        pytest.param("harb", ["The harbour is not for sale", "On lighthouses"], id="the last word may go on"),
        pytest.param(
            "ha", ["On lighthouses", "The harbour is not for sale"], id="a short one within any word, latest first"
        ),
        pytest.param("harbour grünkohl", [], id="all the words, not any"),
        pytest.param("港", ["港は売り物ではない"], id="one ideograph within a phrase"),
        pytest.param("灯台", ["港は売り物ではない"], id="a word within a Japanese sentence"),
        pytest.param("灯台 市議会", ["港は売り物ではない"], id="two of them"),
        pytest.param("灯台 harbour", [], id="all the words in two scripts"),
        pytest.param("arbou", ["On lighthouses", "The harbour is not for sale"], id="the middle of a word, as no word"),
        pytest.param("—!?", [], id="punctuation alone"),
        pytest.param("   ", [article.title for article in reversed(SHELF)], id="blanks are no query"),
    ],
)
async def test_articles_are_found_by_their_words(shelf: Store, query: str, expected: list[str]) -> None:
    found = await find(shelf, query)
    assert titles(found) == expected
    assert found.total == len(expected)


@pytest.mark.parametrize(
    ("query", "snippet"),
    [
        pytest.param("door twice", "Nobody sells a [door] [twice].", id="each word of the query"),
        pytest.param("needs lig", "The harbour [needs] [light].", id="the whole word of an open one"),
        pytest.param("STRASSE uber", "", id="ß is not ss"),
        pytest.param("straße uber", "[Über] die [Straße].", id="as it is written, whatever was typed"),
        pytest.param("grünkohl", "Über die Straße.", id="a word of the title alone: the beginning"),
        pytest.param(
            "灯台", "市議会は港を売りたがっている。 港の[灯台]は町の誇りだ。", id="within a Japanese sentence"
        ),
        pytest.param("arbou", "The h[arbou]r needs light.", id="the middle of a word"),
    ],
)
async def test_the_words_of_the_query_are_marked(shelf: Store, query: str, snippet: str) -> None:
    hits = (await find(shelf, query)).hits
    assert (visible(hits[0].snippet) if hits else "") == snippet


async def test_a_snippet_shows_the_best_place_of_a_long_text(store: Store) -> None:
    filler = " ".join(["and so on"] * 100)
    await meet(store, column(paragraphs=(f"{filler} harbour {filler}.", f"{filler} harbour master {filler}.")))
    [hit] = (await find(store, "harbour master")).hits
    assert "[harbour] [master]" in visible(hit.snippet)
    assert hit.snippet[0] == hit.snippet[-1] == "…"
    assert len(hit.snippet.split()) <= 24
    assert "\n" not in hit.snippet


# --- pages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["", "harbour", "新聞"])
async def test_pages_follow_each_other_and_the_last_one_stays(store: Store, clock: ManualClock, query: str) -> None:
    for number in range(7):
        await meet(store, column(title=f"Harbour {number} 新聞"))
        await clock.advance(60)
    pages = [await find(store, query, limit=3, offset=offset) for offset in (0, 3, 6)]
    assert [titles(page) for page in pages] == [
        [f"Harbour {number} 新聞" for number in numbers] for numbers in ((6, 5, 4), (3, 2, 1), (0,))
    ]
    assert {page.total for page in pages} == {7}
    assert await find(store, query, limit=3, offset=90) == pages[-1]
    assert await find(store, query, limit=3, offset=-1) == pages[0]


async def test_a_channel_that_met_nothing_has_an_empty_page(store: Store) -> None:
    assert await find(store, "", offset=5) == Found(query="", total=0, offset=0, hits=())


# --- any query -----------------------------------------------------------------------------------------------------


@shared_file
@given(
    query=st.text(st.characters(codec="utf-8"), max_size=80) | st.text("\"*^(){}:-+ ANDORNEAR\x00_'%港", max_size=40)
)
async def test_any_text_is_a_valid_query(shelf: Store, query: str) -> None:
    found = await find(shelf, query)
    assert len(found.hits) == found.total <= len(SHELF)


async def test_a_very_long_query_is_valid_too(shelf: Store) -> None:
    assert titles(await find(shelf, "harbour " * 3_000 + "door")) == ["The harbour is not for sale"]
    assert titles(await find(shelf, " ".join(f"word{n}" for n in range(3_000)))) == []
    assert titles(await find(shelf, " ".join(f"港{n}" for n in range(3_000)))) == []


# --- whose they are ------------------------------------------------------------------------------------------------

PLACES = [
    pytest.param(2, CHANNEL, id="the same channel's number in another server"),
    pytest.param(GUILD, 11, id="another channel of the server"),
    pytest.param(0, CHANNEL, id="a direct message"),
]


@pytest.mark.parametrize(("guild_id", "channel_id"), PLACES)
@pytest.mark.parametrize("query", ["", "harbour", "港", "arbou"])
async def test_another_place_finds_nothing(shelf: Store, guild_id: int, channel_id: int, query: str) -> None:
    assert (await shelf.channel_articles.find(guild_id, channel_id, query, limit=5)).total == 0
    assert await shelf.channel_articles.titles(guild_id, channel_id, limit=25) == []


@pytest.mark.parametrize(
    ("guild_id", "channel_id", "knows"),
    [
        pytest.param(1, 10, True, id="where it was met"),
        pytest.param(1, 11, True, id="elsewhere in the same server"),
        pytest.param(2, 10, False, id="in another server"),
        pytest.param(0, 20, True, id="in the direct message where it was met"),
        pytest.param(0, 10, False, id="in another direct message"),
    ],
)
async def test_a_server_knows_what_it_has_met(store: Store, guild_id: int, channel_id: int, knows: bool) -> None:
    article_id = await meet(store, COLUMN, 1, 10)
    await meet(store, COLUMN, 0, 20)
    assert await store.channel_articles.has(guild_id, channel_id, article_id) is knows
    assert not await store.channel_articles.has(guild_id, channel_id, article_id + 1)


async def test_a_deleted_article_never_shows(shelf: Store, path: Path) -> None:
    change(path, "DELETE FROM article WHERE title = 'On lighthouses'")
    assert titles(await find(shelf, "harbour")) == ["The harbour is not for sale"]
    assert "On lighthouses" not in titles(await find(shelf, ""))
    assert "On lighthouses" not in [t.title for t in await shelf.channel_articles.titles(GUILD, CHANNEL, limit=25)]


# --- titles --------------------------------------------------------------------------------------------------------


async def test_titles_are_the_latest_ones(shelf: Store, path: Path) -> None:
    first, second = await shelf.channel_articles.titles(GUILD, CHANNEL, limit=2)
    assert [first.title, second.title] == ["港は売り物ではない", "Grünkohl"]
    assert (second.authors, second.site, second.published) == (("Jörg Weiß",), "Der Küstenbote", COLUMN.published)
    assert rows(path, "SELECT title FROM article WHERE id = ?", second.article_id) == [("Grünkohl",)]


async def test_a_title_without_a_day(store: Store) -> None:
    await meet(store, column(published=None))
    [title] = await store.channel_articles.titles(GUILD, CHANNEL, limit=2)
    assert title.published is None


# --- by id ---------------------------------------------------------------------------------------------------------


async def test_an_article_comes_back_by_its_id(store: Store, clock: ManualClock) -> None:
    article_id = await meet(store, COLUMN)
    known = await store.articles.by_id(article_id)
    assert known == await store.articles.at(COLUMN.url)
    assert known
    assert known.id == article_id
    assert await store.articles.by_id(article_id + 1) is None


async def test_an_earlier_edition_is_still_there_by_its_id(store: Store, clock: ManualClock) -> None:
    first = await meet(store, COLUMN)
    await clock.advance(60)
    second = await meet(store, column(title="Sold"))
    known, later = await store.articles.by_id(first), await store.articles.by_id(second)
    assert known
    assert later
    assert (known.article.title, known.fetched_at, known.earlier) == (COLUMN.title, START, None)
    assert (later.article.title, later.earlier) == ("Sold", START)


# --- numbers ---------------------------------------------------------------------------------------------------------


async def test_articles_are_numbered_as_they_arrive_and_keep_their_numbers(store: Store, clock: ManualClock) -> None:
    async with store.write() as tx:
        ids = [await tx.articles.keep(column(title=f"Column {n}"), f"https://gazette.test/{n}") for n in range(3)]
        for channel_id, n in ((10, 2), (10, 0), (11, 0), (11, 2), (10, 1)):
            await tx.guild(1).articles.met(channel_id, ids[n])
    await clock.advance(60)
    async with store.write() as tx:
        await tx.guild(1).articles.met(10, ids[2])
        await tx.guild(1).articles.remember(10, column(title="Column 0").content_hash)
    numbered = await store.channel_articles.numbered(1, 10)
    assert [(n, article_id) for n, article_id, _ in numbered] == [(1, ids[2]), (2, ids[0]), (3, ids[1])]
    assert [at - START for _, _, at in numbered] == [timedelta(seconds=60), timedelta(seconds=60), timedelta()]
    other = [(n, article_id) for n, article_id, _ in await store.channel_articles.numbered(1, 11)]
    assert other == [(1, ids[0]), (2, ids[2])]
    assert await store.channel_articles.numbered(2, 10) == []


async def test_a_channel_that_is_gone_has_met_nothing(store: Store) -> None:
    async with store.write() as tx:
        article_id = await tx.articles.keep(column(), column().url)
        for channel_id in (10, 11):
            await tx.guild(1).articles.met(channel_id, article_id)
        await tx.guild(2).articles.forget(10)
        await tx.guild(1).articles.forget(11)
    assert len(await store.channel_articles.numbered(1, 10)) == 1
    assert await store.channel_articles.numbered(1, 11) == []


async def test_several_articles_are_read_at_once(store: Store) -> None:
    async with store.write() as tx:
        ids = [await tx.articles.keep(column(title=f"Column {n}"), f"https://gazette.test/{n}") for n in range(3)]
    articles = await store.articles.by_ids([ids[2], 999, ids[0]])
    assert {article_id: article.title for article_id, article in articles.items()} == {
        ids[0]: "Column 0",
        ids[2]: "Column 2",
    }
