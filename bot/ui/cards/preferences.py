"""The card of what a server and its channel want."""

from __future__ import annotations

from collections.abc import Iterator

import discord

from bot.models.preference import Preference, Preferences
from bot.ui.cards.layout import Card
from bot.ui.escape import escaped, shortened

_UNSET = {"Length": "standard", "Language": "each article's own", "Prompt": "the newest version"}


def settings(
    settings: Preferences, *, channel_id: int | None = None, hides_alerts: bool = False
) -> discord.ui.LayoutView:
    """What holds in the channel, this one when none is given, and where each of it comes from.

    hides_alerts: who reads it cannot see the channel for notices, and is not to learn which it is.
    """
    where = f"<#{channel_id}>" if channel_id else "this channel"
    lines = (*_lines(settings), _alerts(settings.server.alerts, hidden=hides_alerts))
    return Card(
        [f"### What holds in {where}\n" + "\n".join(lines), "-# An ask that says otherwise comes first."],
        colour=discord.Colour(0x99AAB5),
    )


def _alerts(channel_id: int, *, hidden: bool) -> str:
    if not channel_id:
        return "- **Alerts** where a feed or digest was asked for"
    return "- **Alerts** in a channel that you cannot see" if hidden else f"- **Alerts** in <#{channel_id}>"


def _lines(settings: Preferences) -> Iterator[str]:
    channel = _values(settings.channel) if settings.channel else {}
    server = _values(settings.server)
    for name, value in _values(settings.effective).items():
        if channel.get(name):
            origin = "the channel's own" + (f"; the server's is {_shown(server[name])}" if server[name] else "")
        else:
            origin = "the server's" if server[name] else ""
        yield f"- **{name}** {_shown(value or _UNSET[name])}" + (f"\n-# {origin}" if origin else "")


def _values(preference: Preference) -> dict[str, str]:
    return {
        "Length": preference.length.value if preference.length else "",
        "Language": preference.language,
        "Prompt": preference.prompt,
    }


def _shown(value: str) -> str:
    return shortened(escaped(value), 120)
