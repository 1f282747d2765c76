"""`/privacy`: what is kept about the caller, and forgetting it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import discord
from discord import app_commands
from discord.ext import commands

from bot.errors import DatabaseBusy
from bot.models.summary import Stage
from bot.services.privacy import Privacy
from bot.store.people import AboutPerson
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Reply, Use
from bot.ui.desk import Desk
from bot.ui.sentences import NOTES


class PrivacyAnswers:
    """Speaks to each about themselves alone."""

    def __init__(self, privacy: Privacy, terms: cards.Terms) -> None:
        self._privacy, self._terms = privacy, terms

    def uses(self) -> Mapping[str, Use]:
        """Forgetting takes its time: memories that named somebody are folded anew. The answer takes its place."""
        return {
            "privacy": Use(answer=self.show, quick=True),
            "forget": Use(answer=self.ask, quick=True),
            "forgotten": Use(answer=self.forget, reply=Reply.IN_PLACE),
        }

    async def show(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What is kept about who asks."""
        return cards.privacy(await self._about(call), call.ids, self._terms)

    async def ask(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """What would be forgotten, and whether it shall."""
        return cards.forgetting(await self._about(call), call.ids)

    async def forget(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Forget who presses, by whatever name they go. Raises DatabaseBusy when nothing was forgotten."""
        call.progress(Stage.THINKING)
        user = call.interaction.user
        names = {name for name in (user.name, user.global_name, user.display_name) if name}
        try:
            return cards.forgotten(await self._privacy.forget(user.id, sorted(names)))
        except DatabaseBusy:
            if await self._privacy.show(user.id) != AboutPerson():
                raise
            return cards.note(NOTES["erased-later"])

    async def _about(self, call: Call) -> AboutPerson:
        """Without the ask that is being answered, which is noted like any other."""
        about = await self._privacy.show(call.interaction.user.id)
        return replace(about, asks=about.asks - (1 if call.ask_id else 0))


class PrivacyCog(commands.Cog):
    privacy = app_commands.Group(
        name="privacy",
        description="What I keep about you",
        allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True),
    )

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @privacy.command(extras={"ephemeral": True})
    async def show(self, interaction: discord.Interaction) -> None:
        """Show what I keep about you"""
        await self._desk.answer(interaction, Ask("privacy"))

    @privacy.command(name="forget-me", extras={"ephemeral": True})
    async def forget_me(self, interaction: discord.Interaction) -> None:
        """Have me forget you, everywhere"""
        await self._desk.answer(interaction, Ask("forget"))
