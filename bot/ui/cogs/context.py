"""`/context`: what is remembered of the discussion here, and forgetting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import NotAllowed
from bot.models.summary import Options
from bot.services.discuss import Discuss, RoomShown
from bot.services.preferences import Preferences
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Reply, Use
from bot.ui.cogs.summarize import page_number
from bot.ui.desk import Desk
from bot.ui.options import wished
from bot.ui.usable import PERMISSIONS

MODERATORS = discord.Permissions(manage_messages=True)


class ContextAnswers:
    """days: for which what is said is kept."""

    def __init__(self, discuss: Discuss, preferences: Preferences, *, days: int) -> None:
        self._discuss, self._preferences, self._days = discuss, preferences, days

    def uses(self) -> Mapping[str, Use]:
        """Quick: all of it is in our own file. What was asked about is answered where the question stood."""
        return {
            "context": Use(answer=self.show, quick=True),
            "clear": Use(answer=self.ask, quick=True),
            "cleared": Use(answer=self.clear, reply=Reply.IN_PLACE, quick=True),
        }

    async def show(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """A page of what is remembered here."""
        room = await self._room(call)
        return cards.context(room, call.ids, days=self._days, may_clear=_may_clear(call), page=page_number(args))

    async def ask(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What would be forgotten, and whether it shall. Raises NotAllowed."""
        _check(call)
        return cards.clearing(await self._room(call), call.ids)

    async def clear(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Forget it. Raises NotAllowed: who was asked may have lost the permission since."""
        _check(call)
        before = await self._room(call)
        await self._discuss.clear(call.asker)
        return cards.cleared(before)

    async def _room(self, call: Call) -> RoomShown:
        options: Options = await wished(call, {}, self._preferences)
        return await self._discuss.show(call.asker, replace(options, prompt=""))  # what a server pins is for summaries


def _may_clear(call: Call) -> bool:
    """In a direct message, whoever is in it."""
    may = call.interaction.permissions
    return call.interaction.guild_id is None or may.administrator or may >= MODERATORS


def _check(call: Call) -> None:
    if not _may_clear(call):
        raise NotAllowed(permissions="Manage Messages")


class ContextCog(commands.Cog):
    context = app_commands.Group(
        name="context",
        description="What I remember of the discussion here",
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @context.command(extras={"ephemeral": True})
    async def show(self, interaction: discord.Interaction) -> None:
        """Show what I remember of the discussion here"""
        await self._desk.answer(interaction, Ask("context"))

    @context.command(extras={"ephemeral": True, PERMISSIONS: MODERATORS})
    async def clear(self, interaction: discord.Interaction) -> None:
        """Have me forget the discussion here"""
        await self._desk.answer(interaction, Ask("clear"))
