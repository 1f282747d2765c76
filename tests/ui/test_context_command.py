"""`/context` by the real client, in a simulated Discord: what a room remembers, and who may have it forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import discord

from tests.cli.commands import SAMPLE
from tests.nouns import COLUMN
from tests.ui.simulated import buttons, member_of, rows, running, shown
from tests.ui.test_browsing_commands import met
from tests.web import Web

QUESTION = "Who would sell the harbour?"


async def asked(member: Any, channel: Any) -> None:
    answer = await member.slash(channel, "ask", question=QUESTION)
    assert QUESTION in shown(answer.response)


def turns(tmp_path: Path) -> int:
    [(count,)] = rows(tmp_path, "SELECT count(*) FROM turn")
    return int(count)


async def test_what_a_room_remembers_is_shown_to_who_asks_alone(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        await met(tmp_path, channel, COLUMN)
        await asked(alice, channel)
        result = await alice.slash(channel, "context show")
        assert result.ephemeral
        text = shown(result.response)
        assert "1 question with what I answered" in text
        assert COLUMN.title in text
        assert "tokens, before your question" in text
        assert "kept for 30 days" in text
        assert not env.errors


async def test_another_channel_remembers_nothing_of_it(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        await met(tmp_path, channel, COLUMN)
        await asked(alice, channel)
        beside = channel.guild.create_text_channel("beside")
        text = shown((await alice.slash(beside, "context show")).response)
        assert "Nobody has asked me anything here yet" in text
        assert COLUMN.title not in text


async def test_a_moderator_has_it_forgotten_after_being_asked(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_messages=True)
        await met(tmp_path, channel, COLUMN)
        await asked(alice, channel)
        question = await alice.slash(channel, "context clear")
        assert question.ephemeral
        assert "1 question with its answer" in shown(question.response)
        assert turns(tmp_path) == 1, "nothing goes before the button is pressed"
        await alice.click(question.response, label="Forget it")
        assert "**Forgotten:** 1 question with its answer" in shown(question.response)
        assert buttons(question.response) == {}
        assert turns(tmp_path) == 0
        assert COLUMN.title in shown((await alice.slash(channel, "articles")).response), "the articles stay"


async def test_it_is_offered_where_the_memory_is_shown_to_who_may(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_messages=True)
        bob = channel.guild.add_member(env.create_user("bob"))
        await met(tmp_path, channel, COLUMN)
        await asked(alice, channel)
        assert "Forget this discussion …" not in buttons((await bob.slash(channel, "context show")).response)
        shown_to_alice = await alice.slash(channel, "context show")
        question = await alice.click(shown_to_alice.response, label="Forget this discussion …")
        assert "Forget this discussion?" in shown(question.response)


async def test_who_lacks_the_permission_is_told_which(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        await met(tmp_path, channel, COLUMN)
        await asked(alice, channel)
        refused = await alice.slash(channel, "context clear")
        assert "You need the permission Manage Messages" in shown(refused.response)
        assert turns(tmp_path) == 1


async def test_who_lost_the_permission_before_the_button_changes_nothing(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_messages=True)
        await met(tmp_path, channel, COLUMN)
        await asked(alice, channel)
        question = await alice.slash(channel, "context clear")
        channel.guild.remove_member(alice)
        alice = channel.guild.add_member(alice.user)
        await alice.click(question.response, label="Forget it")
        assert "You need the permission Manage Messages" in shown(question.response)
        assert turns(tmp_path) == 1


async def test_in_a_direct_message_whoever_is_in_it_may(tmp_path: Path, web: Web) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    async with running(tmp_path, web) as env:
        carol = env.create_user("carol")
        await carol.slash("ask", question=QUESTION, article=web.url("/opinion/bus"))
        shown_to_carol = await carol.slash("context show")
        question = await carol.click(shown_to_carol.response, label="Forget this discussion …")
        await carol.click(question.response, label="Forget it")
        assert "**Forgotten:** 1 question" in shown(question.response)
        assert turns(tmp_path) == 0
        assert "no discussion here" in shown((await carol.slash("context clear")).response)


async def test_help_offers_it_to_moderators(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env)
        bob = channel.guild.add_member(
            env.create_user("bob"),
            roles=[channel.guild.create_role("mods", permissions=discord.Permissions(manage_messages=True))],
        )
        of_member, of_moderator = [shown((await one.slash(channel, "help")).response) for one in (alice, bob)]
        assert "</context show:" in of_member
        assert "context clear" not in of_member
        assert "</context clear:" in of_moderator
