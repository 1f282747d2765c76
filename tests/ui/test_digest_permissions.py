"""Whatever somebody asks of `/digest` for a channel that is not theirs to name: refused, and nothing is told of it.

Discord lets nobody choose such a channel. What is tried here is what a forged command, or a button from before
somebody lost a right, would come to: buttons with our own signature, pressed by whoever sees them.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.ui.asks import Ask
from bot.ui.keys import Signer
from tests.ui.simulated import member_of, rows, running, shown
from tests.web import Web

NO_CHANNEL = "I know no such channel here"
NO_RIGHT = "You need the permission Manage Server"
USES = ("digest schedule", "digest off", "digest show", "digest preview", "digest now")
ZONE = "Pacific/Chatham"  # of a schedule that nobody else may learn of
MUTED = "where the bot may not write"
HIDDEN = discord.PermissionOverwrite(view_channel=False)
MUTE = discord.PermissionOverwrite(send_messages=False)


@dataclass
class Scene:
    env: simcord.Env
    moderator: Any
    member: Any
    channel: Any
    channels: dict[str, int] = field(default_factory=dict)
    tmp_path: Path = Path()

    async def pressed(self, by: Any, use: str, channel_id: int) -> str:
        """What somebody is shown who presses a button that asks this of that channel."""
        args = {"time": "8:00", "timezone": "UTC"} if use == "digest schedule" else {}
        [(secret,)] = rows(self.tmp_path, "SELECT value FROM installation WHERE name = 'secret'")
        ids = Signer(bytes.fromhex(secret)).at(self.channel.guild.id)
        view = discord.ui.View(timeout=None)
        view.add_item(discord.ui.Button(label="Do", custom_id=ids(Ask(use, {**args, "channel": str(channel_id)}))))
        view.stop()
        place = self.env.bot.get_channel(self.channel.id)
        assert isinstance(place, discord.TextChannel)
        return shown((await by.click(await place.send("bait", view=view), label="Do")).response)

    def kept(self) -> list[tuple[Any, ...]]:
        """All that `/digest` could have changed."""
        tables = ("schedule", "digest", "post")
        return [row for table in tables for row in rows(self.tmp_path, f"SELECT * FROM {table}")]


@asynccontextmanager
async def scene(tmp_path: Path, web: Web) -> AsyncIterator[Scene]:
    """A server with channels of every kind; digests where nobody of it may look, and in another server."""
    async with running(tmp_path, web) as env:
        moderator, channel = member_of(env, "moderator", manage_guild=True)
        guild, me = channel.guild, env.bot.user
        member = guild.add_member(env.create_user("member"))
        stranger, elsewhere = member_of(env, "stranger", manage_guild=True)
        role = guild.create_role("another", permissions=discord.Permissions(manage_guild=True))
        second = guild.add_member(env.create_user("second moderator"), roles=[role])
        unseen = guild.create_text_channel("hidden-from-moderator", overwrites={moderator: HIDDEN})
        for by, where in ((stranger, elsewhere), (second, unseen)):
            made = await by.slash(where, "digest schedule", time="8:00", timezone=ZONE)
            assert ZONE in shown(made.response)
        here = Scene(env, moderator, member, channel, tmp_path=tmp_path)
        here.channels = {
            "another server's": elsewhere.id,
            "one that never was": 42,
            "hidden from the moderator": unseen.id,
            "hidden from the bot": guild.create_text_channel("hidden-from-bot", overwrites={me: HIDDEN}).id,
            "a category": guild.create_category("category").id,
            MUTED: guild.create_text_channel("mute", overwrites={me: MUTE}).id,
        }
        yield here


async def test_nobody_is_answered_about_a_channel_that_is_not_theirs_to_name(tmp_path: Path, web: Web) -> None:
    async with scene(tmp_path, web) as here:
        before = here.kept()
        for name, channel_id in here.channels.items():
            for use in USES:
                text = await here.pressed(here.moderator, use, channel_id)
                assert _expected(name, use) in text, (name, use, text)
                assert ZONE not in text, (name, use)
                assert NO_RIGHT in await here.pressed(here.member, use, channel_id), (name, use)
        assert here.kept() == before
        assert not here.env.errors


def _expected(name: str, use: str) -> str:
    """A channel that one may see, and in which the bot cannot post, may be looked at."""
    if name != MUTED or use in ("digest off", "digest show"):
        return NO_CHANNEL if name != MUTED else "This channel has no digest"
    return "follows no feeds" if use == "digest preview" else "I lack Send Messages"
