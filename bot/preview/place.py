"""The simulated server: one channel, its reader, and whoever speaks for the page."""

from __future__ import annotations

from dataclasses import dataclass

import simcord
from simcord.actors import MemberActor
from simcord.builders import ChannelHandle

from bot.preview import words


@dataclass(frozen=True, slots=True)
class Place:
    """you: who reads the page, and owns the server; host: the page itself, where it has to say something."""

    channel: ChannelHandle
    you: MemberActor
    host: MemberActor


async def furnish(env: simcord.Env) -> Place:
    """Give the bot its name, and a server to be in."""
    assert env.bot.user is not None
    await env.bot.user.edit(username="Commentary")
    reader = env.create_user("you", global_name="You")
    guild = env.create_guild("Your machine", owner=reader)
    host = guild.add_member(env.create_user("page", global_name="This page", bot=True))
    return Place(guild.create_text_channel("opinion", topic=words.TOPIC), guild.add_member(reader), host)
