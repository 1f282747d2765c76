"""Articles by content, by address, and by their words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.models.article import Article
from bot.store.database import Store
from tests.clocks import START, ManualClock
from tests.nouns import COLUMN, articles, column
from tests.store.files import change, rows

shared_file = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)


async def keep(store: Store, article: Article, *addresses: str) -> int:
    async with store.write() as tx:
        return await tx.articles.keep(article, *(addresses or (article.url,)))


async def found(store: Store, words: str) -> list[str]:
    return [article.title for article in await store.articles.search(words)]


# --- by address ----------------------------------------------------------------------------------------------------


async def test_an_article_comes_back_from_each_of_its_addresses(store: Store) -> None:
    await keep(store, COLUMN, "https://short.test/1", "https://gazette.test/opinion/harbour?from=feed", COLUMN.url)
    for url in ("https://short.test/1", "https://gazette.test/opinion/harbour?from=feed", COLUMN.url):
        known = await store.articles.at(url)
        assert known
        assert (known.article, known.fetched_at, known.earlier) == (column(url=url), START, None)
    assert await store.articles.at("https://gazette.test/opinion") is None


async def test_one_content_under_many_addresses_is_one_row(store: Store, path: Path) -> None:
    ids = {await keep(store, COLUMN, f"https://mirror{n}.test/") for n in range(4)}
    assert len(ids) == 1
    assert rows(path, "SELECT count(*) FROM article") == [(1,)]
    assert rows(path, "SELECT count(*) FROM address") == [(4,)]


async def test_an_address_given_twice_or_empty_is_kept_once_or_not(store: Store, path: Path) -> None:
    await keep(store, COLUMN, COLUMN.url, "", COLUMN.url)
    assert rows(path, "SELECT url FROM address") == [(COLUMN.url,)]


async def test_a_later_edition_is_a_new_article_and_the_earlier_one_is_told(
    store: Store, clock: ManualClock, path: Path
) -> None:
    await keep(store, COLUMN)
    await clock.advance(3600)
    corrected = column(paragraphs=(*COLUMN.paragraphs, "Correction: twice."))
    await keep(store, corrected)
    known = await store.articles.at(COLUMN.url)
    assert known
    assert (known.article, known.fetched_at, known.earlier) == (corrected, START + timedelta(hours=1), START)
    assert rows(path, "SELECT count(*) FROM article") == [(2,)], "the earlier edition is kept as well"


async def test_fetching_the_same_edition_again_keeps_what_is_known_of_the_one_before(
    store: Store, clock: ManualClock
) -> None:
    corrected = column(title="The harbour is still not for sale")
    for edition in (COLUMN, corrected, corrected):
        await keep(store, edition)
        await clock.advance(60)
    known = await store.articles.at(COLUMN.url)
    assert known
    assert (known.earlier, known.fetched_at) == (START, START + timedelta(seconds=120))


async def test_an_edition_that_comes_back_tells_of_the_one_between(store: Store, clock: ManualClock) -> None:
    for edition in (COLUMN, column(title="Sold"), COLUMN):
        await keep(store, edition)
        await clock.advance(60)
    known = await store.articles.at(COLUMN.url)
    assert known
    assert (known.article.title, known.earlier) == (COLUMN.title, START + timedelta(seconds=60))


async def test_another_address_of_a_later_edition_has_no_earlier_one(store: Store) -> None:
    await keep(store, COLUMN, "https://one.test/")
    await keep(store, column(title="Later"), "https://two.test/")
    known = await store.articles.at("https://two.test/")
    assert known
    assert known.earlier is None


async def test_what_we_read_better_the_second_time_replaces_the_first_reading(store: Store) -> None:
    await keep(store, column(site="", bio="", published=None, language=""))
    await keep(store, COLUMN)
    known = await store.articles.at(COLUMN.url)
    assert known
    assert known.article == COLUMN


@shared_file
@given(article=articles())
async def test_any_article_is_found_again_by_its_content(store: Store, article: Article) -> None:
    """Its hash is that of the row, or the row would never be found by it (`GuildArticles.remember`)."""
    await keep(store, article, "https://any.test/")
    known = await store.articles.at("https://any.test/")
    assert known
    row = await store._reader.row(
        "SELECT a.content_hash FROM address JOIN article a ON a.id = article_id WHERE url = 'https://any.test/'"
    )
    assert row == (known.article.content_hash,)
    assert known.article.text == article.text
    assert (known.article.title, known.article.authors) == (article.title, article.authors)
    assert known.article.comments == article.comments


@shared_file
@given(paragraphs=st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1), min_size=1))
async def test_paragraphs_keep_their_numbers(store: Store, paragraphs: list[str]) -> None:
    await keep(store, column(paragraphs=tuple(paragraphs)), "https://any.test/")
    known = await store.articles.at("https://any.test/")
    assert known
    assert known.article.paragraphs == tuple(paragraphs)


# --- by words ------------------------------------------------------------------------------------------------------

SHELF = (
    column(title="The harbour is not for sale", authors=("Ada Example",), site="The Gazette"),
    column(title="Résumé of a crisis", authors=("José Núñez",), site="Le Phare", paragraphs=("Tout est dit.",)),
    column(title="On lighthouses", authors=("Bo Berg",), site="Kuriren", paragraphs=("The U.S. sold its harbours.",)),
    column(title="Grünkohl", authors=("Jörg Weiß",), site="Der Küstenbote", paragraphs=("Über die Straße.",)),
)


@pytest.fixture
async def shelf(store: Store) -> Store:
    for number, article in enumerate(SHELF):
        await keep(store, article, f"https://shelf.test/{number}")
    return store


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        pytest.param("lighthouses", ["On lighthouses"], id="a word of the title"),
        pytest.param("nunez", ["Résumé of a crisis"], id="an author, without the accents"),
        pytest.param("kuriren", ["On lighthouses"], id="the outlet, in lower case"),
        pytest.param("sells a door", ["The harbour is not for sale"], id="words of the body"),
        pytest.param("harbour", ["The harbour is not for sale", "On lighthouses"], id="the title counts most"),
        pytest.param("harb", ["The harbour is not for sale", "On lighthouses"], id="the last word while it is typed"),
        pytest.param("harb sale", [], id="an earlier word is whole"),
        pytest.param("gazette lighthouses", [], id="all the words, not any"),
        pytest.param("RÉSUMÉ", ["Résumé of a crisis"], id="accents and capitals"),
        pytest.param("re\u0301sume\u0301", ["Résumé of a crisis"], id="accents as characters of their own"),
        pytest.param("uber strasse", [], id="ß is not ss"),
        pytest.param("uber straße", ["Grünkohl"], id="umlauts without their dots"),
        pytest.param("U.S.", ["On lighthouses"], id="an abbreviation"),
        pytest.param("harbour — sale!", ["The harbour is not for sale"], id="punctuation does not count"),
        pytest.param('"not for sale"', ["The harbour is not for sale"], id="quotation marks"),
        pytest.param("harbour OR lighthouses", [], id="no operators"),
        pytest.param("title:harbour", [], id="no columns"),
        pytest.param("", [], id="nothing"),
        pytest.param("—!?", [], id="punctuation alone"),
    ],
)
async def test_articles_are_found_by_their_words(shelf: Store, words: str, titles: list[str]) -> None:
    assert await found(shelf, words) == titles


async def test_no_more_are_found_than_wanted(store: Store) -> None:
    for number in range(5):
        await keep(store, column(title=f"Harbour {number}"), f"https://shelf.test/{number}")
    assert len(await store.articles.search("harbour", limit=3)) == 3


@shared_file
@given(words=st.text(st.characters(codec="utf-8"), max_size=80) | st.text("\"*^():{}-+ ANDORNEAR\x00_'", max_size=40))
async def test_any_text_is_a_valid_query(shelf: Store, words: str) -> None:
    assert len(await shelf.articles.search(words)) <= len(SHELF)


async def test_a_very_long_query_is_valid_too(shelf: Store) -> None:
    assert await found(shelf, "harbour " * 3_000) == ["The harbour is not for sale"]
    assert await found(shelf, " ".join(f"word{n}" for n in range(3_000))) == []


# --- the index -----------------------------------------------------------------------------------------------------


def index_is_right(path: Path) -> bool:
    """Whether the index holds the words of the articles, no more and no less."""
    with closing(sqlite3.connect(path)) as db:
        try:
            db.execute("INSERT INTO article_search (article_search, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError:
            return False
        return True


def test_the_check_of_the_index_can_fail(shelf: Store, path: Path) -> None:
    change(path, "DROP TRIGGER article_changed")
    change(path, "UPDATE article SET site = 'Another'")
    assert not index_is_right(path)


_SITES = st.sampled_from(["The Gazette", "Gazette", "", "Küste"])


@shared_file
@given(kept=st.lists(st.tuples(st.sampled_from(["A", "B", "C"]), _SITES), max_size=8))
async def test_the_index_stays_right_when_outlets_change_their_names(
    store: Store, path: Path, kept: list[tuple[str, str]]
) -> None:
    for title, site in kept:
        await keep(store, column(title=title, site=site), f"https://shelf.test/{title}")
    assert index_is_right(path)


async def test_a_changed_outlet_is_found_by_its_new_name_only(store: Store) -> None:
    await keep(store, column(site="Harbourmaster"))
    await keep(store, column(site="Lighthouse"))
    assert await found(store, "lighthouse") == [COLUMN.title]
    assert await found(store, "harbourmaster") == []


async def test_a_deleted_article_is_gone_from_the_index_and_the_addresses(shelf: Store, path: Path) -> None:
    change(path, "DELETE FROM article WHERE title = 'On lighthouses'")
    assert index_is_right(path)
    assert await found(shelf, "lighthouses") == []
    assert rows(path, "SELECT count(*) FROM address") == [(len(SHELF) - 1,)]


# --- servers -------------------------------------------------------------------------------------------------------


async def test_what_a_channel_has_met_belongs_to_its_server(store: Store, clock: ManualClock, path: Path) -> None:
    await keep(store, COLUMN)
    for guild_id, channel_id in ((1, 10), (2, 10), (1, 11), (1, 10)):
        async with store.write() as tx:
            await tx.guild(guild_id).articles.remember(channel_id, COLUMN.content_hash)
        await clock.advance(60)
    met = rows(path, "SELECT guild_id, channel_id, asked_at FROM channel_article ORDER BY 1, 2")
    assert met == [
        (1, 10, (START + timedelta(seconds=180)).isoformat()),
        (1, 11, (START + timedelta(seconds=120)).isoformat()),
        (2, 10, (START + timedelta(seconds=60)).isoformat()),
    ], "once per channel, at its last time"


async def test_an_article_that_is_not_kept_cannot_be_met(store: Store, path: Path) -> None:
    async with store.write() as tx:
        await tx.guild(1).articles.remember(10, "no such hash")
    assert rows(path, "SELECT * FROM channel_article") == []


async def test_ids_as_large_as_discords_are_kept(store: Store, path: Path) -> None:
    await keep(store, COLUMN)
    async with store.write() as tx:
        await tx.guild(2**63 - 1).articles.remember(2**63 - 2, COLUMN.content_hash)
    assert rows(path, "SELECT guild_id, channel_id FROM channel_article") == [(2**63 - 1, 2**63 - 2)]
