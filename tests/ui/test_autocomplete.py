"""What is offered to whoever types."""

from __future__ import annotations

import logging
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from discord.app_commands import Choice
from hypothesis import given
from hypothesis import strategies as st

from bot.models.article import Article
from bot.models.asker import Asker
from bot.services.browse import Browse
from bot.store.database import Store
from bot.ui.autocomplete import CHOICES, NAME, Timezones, articles, days, languages
from bot.ui.escape import length
from bot.ui.languages import LANGUAGES, as_tag
from bot.ui.times import DAYS
from tests.clocks import ManualClock
from tests.nouns import COLUMN, column
from tests.store.files import change

CHANNEL = Asker(guild_id=1, channel_id=10, user_id=100)
SUMMER, WINTER = datetime(2026, 7, 1, tzinfo=UTC), datetime(2026, 11, 24, tzinfo=UTC)


def values(choices: list[Choice[str]]) -> list[str]:
    return [choice.value for choice in choices]


def fits(choices: list[Choice[str]]) -> bool:
    return len(choices) <= CHOICES and all(
        1 <= length(choice.name) <= NAME and 1 <= length(choice.value) <= NAME for choice in choices
    )


# --- languages -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("german", "de", id="the English name"),
        pytest.param("Deut", "de", id="the beginning of the own name"),
        pytest.param("espanol", "es", id="the own name without accents"),
        pytest.param("es", "es", id="a tag before names that begin with it"),
        pytest.param("PT-br", "pt-BR", id="a longer tag"),
        pytest.param("日本", "ja", id="another script"),
        pytest.param("brazil", "pt-BR", id="a word within the name"),
        pytest.param("traditional", "zh-Hant", id="which script"),
    ],
)
def test_a_language_is_found_by_any_of_its_names(typed: str, first: str) -> None:
    assert values(languages(typed))[0] == first


def test_languages_are_offered_under_both_their_names() -> None:
    assert [choice.name for choice in languages("german")] == ["German · Deutsch"]
    assert languages("english")[0].name == "English"
    assert languages("klingon") == []


def test_the_table_of_languages_has_each_once_in_order() -> None:
    assert len({language.tag for language in LANGUAGES}) == len(LANGUAGES) >= 60
    assert [language.english for language in LANGUAGES] == sorted(language.english for language in LANGUAGES)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("German", "de"),
        ("deutsch ", "de"),
        ("PT-br", "pt-BR"),
        ("fr", "fr"),
        ("de-AT", "de-AT"),
        ("Klingon", "Klingon"),
    ],
)
def test_a_language_called_by_a_name_has_its_tag(text: str, tag: str) -> None:
    assert as_tag(text) == tag


# --- timezones -----------------------------------------------------------------------------------------------------

ZONES = frozenset(available_timezones())


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("berl", ["Europe/Berlin"], id="a city"),
        pytest.param("new y", ["America/New_York"], id="two words of a city"),
        pytest.param("sao paulo", ["America/Sao_Paulo"], id="without accents and lines"),
        pytest.param("europe/mad", ["Europe/Madrid"], id="a whole name"),
        pytest.param("los", ["America/Los_Angeles"], id="a city before a part of one"),
        pytest.param("utc", ["UTC"], id="no city"),
        pytest.param("atlantis", [], id="no zone"),
    ],
)
def test_a_zone_is_found_by_its_city(typed: str, expected: list[str], clock: ManualClock) -> None:
    assert values(Timezones(ZONES, clock)(typed))[: max(1, len(expected))] == expected


@pytest.mark.parametrize(
    ("zone", "moment", "label"),
    [
        (("Europe/Berlin"), SUMMER, "Europe/Berlin · UTC+02:00"),
        (("Europe/Berlin"), WINTER, "Europe/Berlin · UTC+01:00"),
        (("Asia/Kolkata"), WINTER, "Asia/Kolkata · UTC+05:30"),
        (("America/New_York"), SUMMER, "America/New_York · UTC-04:00"),
    ],
)
def test_a_zone_shows_what_its_clocks_show_now(zone: str, moment: datetime, label: str) -> None:
    assert Timezones(ZONES, ManualClock(moment))(zone)[0].name == label


def test_who_types_nothing_is_offered_frequent_zones_of_every_part_of_the_world(clock: ManualClock) -> None:
    offered = values(Timezones(ZONES, clock)(""))
    assert len(offered) == CHOICES
    assert {zone.partition("/")[0] for zone in offered} >= {"UTC", "Europe", "America", "Africa", "Asia", "Australia"}


def test_zones_without_a_place_are_not_offered(clock: ManualClock) -> None:
    offered = Timezones({"Etc/GMT+5", "EST5EDT", "localtime", "Factory", "Europe/Berlin"}, clock)
    assert sorted(values(offered(""))) == ["Europe/Berlin", "UTC"]


# --- days ----------------------------------------------------------------------------------------------------------


def test_who_types_nothing_is_offered_the_usual_days() -> None:
    offered = values(days(""))
    assert offered[:3] == ["Every day", "Weekdays", "Weekends"]
    assert offered[3:] == [f"{day}s" for day in DAYS]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        pytest.param("mon, wed", "Monday and Wednesday", id="as it is understood"),
        pytest.param("mon-thu", "Monday, Tuesday, Wednesday and Thursday", id="a range"),
        pytest.param("week", "Weekdays", id="the beginning of a usual one"),
        pytest.param("t", "Tuesdays", id="not clear yet"),
    ],
)
def test_what_is_typed_is_offered_as_it_will_be_understood(typed: str, first: str) -> None:
    assert values(days(typed))[0] == first
    assert fits(days(typed))


def test_what_are_no_days_offers_none() -> None:
    assert days("someday") == []


# --- articles ------------------------------------------------------------------------------------------------------


async def meet(store: Store, article: Article) -> int:
    async with store.write() as tx:
        article_id = await tx.articles.keep(article, "https://a.test/")
        await tx.guild(1).articles.remember(10, article.content_hash)
    return article_id


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(COLUMN, "The harbour is not for sale · The Gazette · 20 Nov 2026", id="all that is known"),
        pytest.param(column(site="", published=None), "The harbour is not for sale", id="a title alone"),
        pytest.param(
            column(title="", published=date(2026, 3, 1)), "Untitled · The Gazette · 1 Mar 2026", id="no title"
        ),
        pytest.param(column(title="a\n\u202eb\u200b c", site="", published=None), "a b c", id="nothing invisible"),
        pytest.param(
            column(title="word " * 50, site="outlet " * 20),
            f"{'word ' * 10}word… · outlet outlet outlet outlet… · 20 Nov 2026",
            id="outlet and day have room beside a long title",
        ),
    ],
)
async def test_an_article_is_offered_by_title_outlet_and_day(store: Store, article: Article, name: str) -> None:
    article_id = await meet(store, article)
    [choice] = await articles(Browse(store), CHANNEL, "")
    assert (choice.name, choice.value) == (name, f"#{article_id}")
    assert fits([choice])


async def test_no_more_articles_than_discord_shows(store: Store) -> None:
    for number in range(30):
        await meet(store, column(title=f"𝕳arbour {number} {'𝖑' * 200}"))
    choices = await articles(Browse(store), CHANNEL, "arbour")
    assert len(choices) == CHOICES
    assert fits(choices)


async def test_what_fails_offers_nothing_and_tells_the_log(
    store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    change(tmp_path / "commentary.sqlite3", "DROP TABLE channel_article")
    with caplog.at_level(logging.WARNING):
        assert await articles(Browse(store), CHANNEL, "harbour") == []
    assert "database-unusable" in caplog.text


# --- anything ------------------------------------------------------------------------------------------------------


@given(st.text(max_size=100))
def test_whatever_is_typed_the_choices_fit(typed: str) -> None:
    assert fits(languages(typed))
    assert fits(days(typed))
    assert fits(Timezones(ZONES, ManualClock())(typed))
