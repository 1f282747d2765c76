"""Gives Discord our commands, when they are not the ones that it has."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from typing import Any

import discord
from discord import app_commands

from bot.services.installation import Installation

log = logging.getLogger(__name__)

Tree = app_commands.CommandTree[Any]


class Mentions:
    """Commands as one can press them in a text, `</summarize:12>`; just their names until Discord has told the ids."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}

    def learn(self, given: Sequence[app_commands.AppCommand]) -> None:
        """In place of what was known; commands by their top-level names."""
        self._ids = {command.name: command.id for command in given}

    def of(self, name: str) -> str:
        """`name` is qualified: "settings show"."""
        command_id = self._ids.get(name.split(" ")[0])
        return f"</{name}:{command_id}>" if command_id else f"`/{name}`"


async def give_commands(
    tree: Tree, installation: Installation, mentions: Mentions, dev_guild: discord.abc.Snowflake | None
) -> None:
    """Sync what changed since the last time; looked up at Discord too, where somebody may have removed them."""
    if dev_guild:
        tree.copy_global_to(guild=dev_guild)
    scope = f"{tree.client.application_id}:{dev_guild.id if dev_guild else 'everywhere'}"
    digest = _digest(tree, dev_guild)
    given = await tree.fetch_commands(guild=dev_guild)
    ours = {command.name for command in tree.get_commands(guild=dev_guild)}
    if await installation.has_commands(scope, digest) and {command.name for command in given} == ours:
        log.info("%d commands are as Discord has them", len(given))
    else:
        given = await tree.sync(guild=dev_guild)
        await installation.gave_commands(scope, digest)
        log.info("%d commands are given to Discord", len(given))
    mentions.learn(given)


def _digest(tree: Tree, guild: discord.abc.Snowflake | None) -> str:
    definitions = sorted(
        json.dumps(command.to_dict(tree), sort_keys=True) for command in tree.get_commands(guild=guild)
    )
    return hashlib.sha256("\n".join(definitions).encode()).hexdigest()
