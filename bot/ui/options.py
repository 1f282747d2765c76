"""From the words of an ask to the options of a use case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import discord

from bot.models.preference import Preference
from bot.models.summary import Length, Options
from bot.services.preferences import Preferences
from bot.ui.calls import Call
from bot.ui.languages import as_tag


async def wished(call: Call, args: Mapping[str, str], preferences: Preferences) -> Options:
    """What was asked for; where nothing was said, what the channel or the server wants."""
    here = await preferences.effective(call.asker, parent_channel_id=parent_of(call.seat))
    return _options({**args, "language": as_tag(args.get("language", ""))}, here)


def given(args: Mapping[str, str]) -> Options:
    """As a card was made, whatever the server has come to want since."""
    return _options(args, Preference())


class _Somewhere(Protocol):
    @property
    def channel(self) -> object: ...


def parent_of(here: _Somewhere) -> int | None:
    """The channel of a thread."""
    return here.channel.parent_id if isinstance(here.channel, discord.Thread) else None


def _options(args: Mapping[str, str], default: Preference) -> Options:
    length = Length(args["length"]) if args.get("length") else default.length or Length.STANDARD
    return Options(
        length=length, language=args.get("language") or default.language, prompt=args.get("prompt") or default.prompt
    )
