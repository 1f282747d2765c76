"""`/articles`, `/settings` and `/help` by the real client, in a simulated Discord."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import simcord

from bot.models.article import Article
from bot.store.database import open_store
from tests.clocks import ManualClock
from tests.nouns import COLUMN, column
from tests.ui.simulated import member_of, rows, running, shown
from tests.web import Web


async def met(tmp_path: Path, channel: Any, *articles: Article) -> None:
    """The channel has met these, each a minute after the one before."""
    clock = ManualClock()
    async with open_store(tmp_path / "commentary.sqlite3", clock) as store:
        for article in articles:
            async with store.write() as tx:
                await tx.articles.keep(article, article.url)
                await tx.guild(channel.guild.id).articles.remember(channel.id, article.content_hash)
            await clock.advance(60)


def plain(result: Any) -> str:
    """The text of an answer as members see it."""
    return shown(result.response).replace("\\", "").replace("\u200b", "")


# --- /articles -----------------------------------------------------------------------------------------------------


async def test_a_channels_articles_are_searched_and_turned_page_by_page(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        await met(tmp_path, channel, *(column(title=f"Harbour number {n}") for n in range(7)), column(title="Bees"))
        first = await alice.slash(channel, "articles", query="harbour")
        assert first.ephemeral
        text = shown(first.response)
        assert "Harbour number 6" in text
        assert "Harbour number 1" not in text
        assert "Bees" not in text
        assert "**harbour**" in text, "the words of the query are marked"
        await alice.click(first.response, label="▶")
        text = shown(first.response)
        assert "Harbour number 1" in text
        assert "Harbour number 6" not in text


async def test_what_was_found_is_summarized_by_its_button(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        await met(tmp_path, channel, COLUMN)
        found = await alice.slash(channel, "articles")
        card = await alice.click(found.response, label="Summarize")
        assert "nobody sells a door twice" in plain(card)
        assert not env.errors


async def test_another_channel_and_another_server_find_nothing(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        bob, elsewhere = member_of(env, "bob")
        beside = channel.guild.create_text_channel("beside")
        await met(tmp_path, channel, COLUMN)
        for member, place in ((alice, beside), (bob, elsewhere)):
            assert COLUMN.title not in shown((await member.slash(place, "articles", query="harbour")).response)
        assert COLUMN.title in shown((await alice.slash(channel, "articles", query="harbour")).response)


async def test_a_direct_message_has_its_own_articles(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        _, channel = member_of(env)
        await met(tmp_path, channel, COLUMN)
        result = await env.create_user("carol").slash("articles")
        assert COLUMN.title not in shown(result.response)
        assert not env.errors


# --- /settings -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "given", "kept"),
    [
        pytest.param("language", "German", ("language", "de"), id="a language by its name"),
        pytest.param("language", "pt-BR", ("language", "pt-BR"), id="a language by its tag"),
        pytest.param("length", "deep", ("length", "deep"), id="a length"),
        pytest.param("prompt", "summarize@1", ("prompt", "summarize@1"), id="a version of the prompt"),
    ],
)
async def test_a_moderator_sets_what_the_server_wants(
    tmp_path: Path, web: Web, command: str, given: str, kept: tuple[str, str]
) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        result = await alice.slash(channel, f"settings {command}", **{command: given})
        assert result.ephemeral
        assert kept[1] in plain(result)
        query = "SELECT guild_id, channel_id, name, value FROM preference"
        assert rows(tmp_path, query) == [(channel.guild.id, 0, *kept)]
        await alice.slash(channel, f"settings {command}", **{command: "default"})
        assert rows(tmp_path, query) == []


async def test_a_channel_can_want_something_else(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        await alice.slash(channel, "settings length", length="deep")
        beside = channel.guild.create_text_channel("beside")
        set_beside = await alice.slash(beside, "settings length", length="short", channel=channel)
        assert f"What holds in <#{channel.id}>" in shown(set_beside.response)
        assert "deep" in shown(set_beside.response), "what the server wants is told beside it"
        assert rows(tmp_path, "SELECT channel_id, value FROM preference ORDER BY channel_id") == [
            (0, "deep"),
            (channel.id, "short"),
        ]
        assert "**Length** short" in shown((await alice.slash(channel, "settings show")).response)
        assert "**Length** deep" in shown((await alice.slash(beside, "settings show")).response)


async def test_what_a_setting_does_not_take_is_a_sentence(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        result = await alice.slash(channel, "settings prompt", prompt="summarize@99")
        assert "There is no prompt" in shown(result.response)
        result = await alice.slash(channel, "settings language", language="Klingon")
        assert "a language tag" in shown(result.response)
        assert rows(tmp_path, "SELECT * FROM preference") == []


async def test_discord_lets_no_member_set_anything(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        with pytest.raises(simcord.SetupError):
            await alice.slash(channel, "settings length", length="deep")
        assert rows(tmp_path, "SELECT * FROM preference") == []


# --- autocomplete --------------------------------------------------------------------------------------------------


async def test_languages_and_prompts_are_offered(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        offered = await alice.autocomplete(channel, "settings language", "language", "deut")
        assert [choice["value"] for choice in offered] == ["de"]
        offered = await alice.autocomplete(channel, "settings prompt", "prompt", "")
        assert [choice["value"] for choice in offered][:1] == ["default"]
        assert "summarize@1" in [choice["value"] for choice in offered]


# --- /help ---------------------------------------------------------------------------------------------------------


async def test_help_shows_what_the_caller_can_do(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        member, channel = member_of(env)
        moderator, place = member_of(env, "bob", manage_guild=True)
        texts = {
            "member": shown((await member.slash(channel, "help")).response),
            "moderator": shown((await moderator.slash(place, "help")).response),
            "direct": shown((await env.create_user("carol").slash("help")).response),
        }
        for text in texts.values():
            assert "</summarize:" in text
            assert "</articles:" in text
            assert "**Summarize article**" in text
        assert "</settings show:" in texts["moderator"]
        assert "settings" not in texts["member"]
        assert "settings" not in texts["direct"]
