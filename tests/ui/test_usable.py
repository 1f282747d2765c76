"""Which commands somebody can use where they are."""

from __future__ import annotations

from dataclasses import replace

import discord
import pytest
from discord import app_commands

from bot.ui.usable import PERMISSIONS, Here, Root, usable

PLAIN = discord.Permissions(send_messages=True)
MODERATOR = discord.Permissions(manage_guild=True)
ADMINISTRATOR = discord.Permissions(administrator=True)

MEMBER = Here(in_server=True, with_bot=False, by_server=True, by_caller=False, permissions=PLAIN)
GUEST = replace(MEMBER, by_server=False, by_caller=True)
DIRECT = Here(in_server=False, with_bot=True, by_server=False, by_caller=False, permissions=discord.Permissions.none())
FRIENDS = replace(DIRECT, with_bot=False, by_caller=True)


def command(name: str, **facts: object) -> Root:
    @app_commands.command(name=name, description="Something")
    async def callback(interaction: discord.Interaction) -> None: ...

    for fact, value in facts.items():
        setattr(callback, fact, value)
    return callback


def group(name: str, *names: str, **facts: object) -> Root:
    made = app_commands.Group(name=name, description="Some things")
    for one in names:
        child = command(one)
        assert isinstance(child, app_commands.Command)
        made.add_command(child)
    for fact, value in facts.items():
        setattr(made, fact, value)
    return made


def menu(name: str, **facts: object) -> Root:
    @app_commands.context_menu(name=name)
    async def callback(interaction: discord.Interaction, message: discord.Message) -> None: ...

    for fact, value in facts.items():
        setattr(callback, fact, value)
    return callback


EVERYWHERE = {
    "allowed_installs": app_commands.AppInstallationType(guild=True, user=True),
    "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
}
IN_SERVERS = {
    "allowed_installs": app_commands.AppInstallationType(guild=True, user=False),
    "allowed_contexts": app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
}
COMMANDS = (
    command("summarize", **EVERYWHERE),
    menu("Summarize article", **EVERYWHERE),
    command("plain"),
    group("settings", "show", "language", **IN_SERVERS, default_permissions=MODERATOR),
    command("gather", **IN_SERVERS),
)


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        pytest.param(MEMBER, "summarize|Summarize article|plain|gather", id="a member of a server"),
        pytest.param(
            replace(MEMBER, permissions=MODERATOR | PLAIN),
            "summarize|Summarize article|plain|settings show|settings language|gather",
            id="a moderator",
        ),
        pytest.param(
            replace(MEMBER, permissions=ADMINISTRATOR),
            "summarize|Summarize article|plain|settings show|settings language|gather",
            id="an administrator, who may do everything",
        ),
        pytest.param(GUEST, "summarize|Summarize article", id="who brought the bot to a server that has it not"),
        pytest.param(
            replace(GUEST, permissions=MODERATOR), "summarize|Summarize article", id="a moderator who brought the bot"
        ),
        pytest.param(
            replace(GUEST, by_server=True),
            "summarize|Summarize article|plain|gather",
            id="who has the bot in a server that has it too",
        ),
        pytest.param(DIRECT, "summarize|Summarize article|plain", id="in a direct message with the bot"),
        pytest.param(FRIENDS, "summarize|Summarize article", id="in a direct message with somebody else"),
    ],
)
def test_one_is_shown_what_one_can_use(here: Here, expected: str) -> None:
    assert "|".join(one.qualified_name for one in usable(COMMANDS, here)) == expected


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        pytest.param(MEMBER, "context show", id="a member of a server"),
        pytest.param(replace(MEMBER, permissions=MODERATOR), "context show|context clear", id="a moderator"),
        pytest.param(
            replace(MEMBER, permissions=ADMINISTRATOR), "context show|context clear", id="who may do everything"
        ),
        pytest.param(DIRECT, "context show|context clear", id="in a direct message with the bot"),
    ],
)
def test_one_command_of_a_group_may_demand_more_than_the_others(here: Here, expected: str) -> None:
    both = group("context", "show", "clear", **EVERYWHERE)
    assert isinstance(both, app_commands.Group)
    clear = both.get_command("clear")
    assert isinstance(clear, app_commands.Command)
    clear.extras[PERMISSIONS] = MODERATOR
    assert "|".join(one.qualified_name for one in usable([both], here)) == expected
