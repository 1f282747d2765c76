"""Which channels somebody may name, threads among them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.errors import BotError, CannotPost, NoSuchChannel
from bot.ui.channels import Channel, postable, visible
from tests.ui.simulated import member_of, running
from tests.web import Web


class Place:
    """A server as the client has it, and a moderator of it; `asking` is what comes of a command in a channel."""

    def __init__(self, guild: discord.Guild, moderator: discord.Member, channel: discord.TextChannel) -> None:
        self.guild, self.moderator, self.channel = guild, moderator, channel

    def asking(self, where: int) -> discord.Interaction:
        return cast(discord.Interaction, SimpleNamespace(guild=self.guild, user=self.moderator, channel_id=where))

    async def thread(self, kind: discord.ChannelType) -> discord.Thread:
        kinds: Any = kind  # its types know two literals
        return await self.channel.create_thread(name="a thread", type=kinds)


@asynccontextmanager
async def place(tmp_path: Path, web: Web, **permissions: bool) -> AsyncIterator[Place]:
    async with running(tmp_path, web) as env:
        moderator, channel = member_of(env, "moderator", manage_guild=True, **permissions)
        guild = env.bot.get_guild(channel.guild.id)
        assert guild
        opened = guild.get_channel(channel.id)
        assert isinstance(opened, discord.TextChannel)
        yield Place(guild, await guild.fetch_member(moderator.id), opened)


async def test_a_thread_that_all_can_see_may_be_named(tmp_path: Path, web: Web) -> None:
    async with place(tmp_path, web) as here:
        thread = await here.thread(discord.ChannelType.public_thread)
        assert postable(here.asking(here.channel.id), thread.id).id == thread.id


async def test_a_private_thread_may_be_named_from_within_it_only(tmp_path: Path, web: Web) -> None:
    async with place(tmp_path, web) as here:
        thread = await here.thread(discord.ChannelType.private_thread)
        assert visible(here.asking(thread.id), thread.id).id == thread.id
        with pytest.raises(NoSuchChannel):
            visible(here.asking(here.channel.id), thread.id)


async def test_who_manages_threads_sees_private_ones(tmp_path: Path, web: Web) -> None:
    async with place(tmp_path, web, manage_threads=True) as here:
        thread = await here.thread(discord.ChannelType.private_thread)
        assert visible(here.asking(here.channel.id), thread.id).id == thread.id


@pytest.mark.parametrize("look", [visible, postable])
async def test_outside_of_servers_there_are_no_channels(
    tmp_path: Path, web: Web, look: Callable[[discord.Interaction, int], Channel]
) -> None:
    async with place(tmp_path, web) as here:
        direct = cast(discord.Interaction, SimpleNamespace(guild=None, user=here.moderator, channel_id=1))
        with pytest.raises(NoSuchChannel):
            look(direct, here.channel.id)


@pytest.mark.parametrize(
    ("kind", "lacks"),
    [
        (None, "Send Messages"),
        (discord.ChannelType.public_thread, "Send Messages in Threads"),
    ],
    ids=["a channel", "a thread"],
)
async def test_where_the_bot_may_not_write_it_says_what_it_lacks(
    tmp_path: Path, web: Web, kind: discord.ChannelType | None, lacks: str
) -> None:
    async with place(tmp_path, web) as here:
        named = await here.thread(kind) if kind else here.channel
        silent = discord.PermissionOverwrite(send_messages=False, send_messages_in_threads=False)
        here.channel._overwrites = [
            discord.abc._Overwrites(
                {"id": here.guild.me.id, "type": 1, "allow": "0", "deny": str(silent.pair()[1].value)}
            )
        ]
        with pytest.raises(CannotPost) as refused:
            postable(here.asking(here.channel.id), named.id)
        assert refused.value.facts == {"permissions": lacks}
        assert isinstance(refused.value, BotError)
        assert visible(here.asking(here.channel.id), named.id).id == named.id
