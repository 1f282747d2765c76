"""`/settings`: what a server wants where an ask says nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import discord
from discord import app_commands
from discord.app_commands import Choice
from discord.ext import commands

from bot.errors import NotAllowed
from bot.services.preferences import Name, Preferences
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.autocomplete import CHOICES, languages
from bot.ui.calls import Call, Use
from bot.ui.channels import postable
from bot.ui.cogs.digest import Channel as PostChannel
from bot.ui.desk import Desk
from bot.ui.languages import as_tag
from bot.ui.moderators import seen_by
from bot.ui.options import parent_of

DEFAULT = "default"  # what a moderator gives to take a setting back


class ChannelOption(app_commands.Transformer[discord.Client]):
    """The id of a channel in which people write; a category is none, and a thread has its channel's wishes."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """So that Discord offers channels and none of their names is typed."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """All that hold messages of their own, forums among them."""
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.forum, kinds.voice, kinds.stage_voice]

    async def transform(self, interaction: discord.Interaction, value: app_commands.AppCommandChannel, /) -> str:
        """As text, since an ask holds nothing but texts."""
        return str(value.id)


Channel = app_commands.Transform[str, ChannelOption]


class SettingsAnswers:
    """Changes and shows what a server and its channels want."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def uses(self) -> Mapping[str, Use]:
        """Quick: settings are in our own file."""
        return {"settings": Use(answer=self.answer, quick=True)}

    async def answer(self, call: Call, args: Mapping[str, str]) -> discord.ui.LayoutView:
        """Set what is named, if anything is; then show what holds. Raises CannotPost, NoSuchChannel, NotAllowed.

        Discord checks who calls a command; who asks again by a button comes past that.
        """
        if not call.interaction.permissions.manage_guild:
            raise NotAllowed(permissions="Manage Server")
        channel_id = int(args["channel"]) if args.get("channel") else None
        if name := args.get("name"):
            if name == Name.ALERTS and args["value"] != DEFAULT:
                postable(call.interaction, int(args["value"]))
            await self._preferences.set(call.asker, Name(name), _value(name, args["value"]), channel_id)
        here = channel_id or parent_of(call.interaction)
        shown = await self._preferences.show(call.asker, channel_id=here)
        alerts = shown.server.alerts
        hidden = bool(alerts) and not seen_by(call.interaction)(alerts)
        return cards.settings(shown, channel_id=channel_id, hides_alerts=hidden)


def _value(name: str, given: str) -> str:
    if given.strip().lower() == DEFAULT:
        return ""
    return as_tag(given) if name == Name.LANGUAGE else given.strip()


class SettingsCog(commands.Cog):
    """`prompts`: those that can be pinned, as "summarize@1"."""

    settings = app_commands.Group(
        name="settings",
        description="What this server wants where nobody says otherwise",
        default_permissions=discord.Permissions(manage_guild=True),
        guild_only=True,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
        allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    )

    def __init__(self, desk: Desk, prompts: Sequence[str]) -> None:
        self._desk, self._prompts = desk, tuple(prompts)

    @settings.command(extras={"ephemeral": True})
    @app_commands.describe(channel="another channel than this one")
    async def show(self, interaction: discord.Interaction, channel: Channel = "") -> None:
        """Show what holds for this server and this channel"""
        await self._desk.answer(interaction, _ask(channel))

    @settings.command(extras={"ephemeral": True})
    @app_commands.describe(language="its name or tag; default: each article's own", channel="for this channel only")
    async def language(
        self, interaction: discord.Interaction, language: app_commands.Range[str, 1, 35], channel: Channel = ""
    ) -> None:
        """Choose the language of what I write"""
        await self._desk.answer(interaction, _ask(channel, Name.LANGUAGE, language))

    @settings.command(extras={"ephemeral": True})
    @app_commands.describe(length="how much to say; default: standard", channel="for this channel only")
    async def length(
        self,
        interaction: discord.Interaction,
        length: Literal["short", "standard", "deep", "default"],
        channel: Channel = "",
    ) -> None:
        """Choose how much I say about an article"""
        await self._desk.answer(interaction, _ask(channel, Name.LENGTH, length))

    @settings.command(extras={"ephemeral": True})
    @app_commands.describe(prompt="a released version; default: the newest", channel="for this channel only")
    async def prompt(
        self, interaction: discord.Interaction, prompt: app_commands.Range[str, 1, 60], channel: Channel = ""
    ) -> None:
        """Pin the version of the prompt that summaries are written by"""
        await self._desk.answer(interaction, _ask(channel, Name.PROMPT, prompt))

    @settings.command(extras={"ephemeral": True})
    @app_commands.describe(channel="where moderators are told; where a feed or digest was asked for, when empty")
    async def alerts(self, interaction: discord.Interaction, channel: PostChannel = "") -> None:
        """Choose where I tell moderators that a feed fails, or that a digest does not come"""
        await self._desk.answer(interaction, _ask("", Name.ALERTS, channel or DEFAULT))

    @language.autocomplete("language")
    async def _languages(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        return [_default("each article's own language"), *languages(typed)][:CHOICES] if not typed else languages(typed)

    @prompt.autocomplete("prompt")
    async def _prompts_offered(self, interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
        offered = [Choice(name=ref, value=ref) for ref in reversed(self._prompts) if typed.strip().lower() in ref]
        return [_default("the newest version"), *offered][:CHOICES]


def _default(meaning: str) -> Choice[str]:
    return Choice(name=f"Default: {meaning}", value=DEFAULT)


def _ask(channel_id: str, name: Name | None = None, value: str = "") -> Ask:
    return Ask("settings").but(name=name or "", value=value, channel=channel_id)
