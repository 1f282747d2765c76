"""What a server, or one of its channels, wants where an ask says nothing."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models.summary import Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Preference:
    """length: None for nothing said; language: BCP 47 tag, "" likewise; prompt: "summarize@1", "" likewise.

    alerts: the channel for notices to moderators, of a server; 0 for where each thing was asked for.
    """

    alerts: int = 0
    length: Length | None = None
    language: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """The server's, this channel's own (None when it has none), and what holds here."""

    server: Preference
    channel: Preference | None
    effective: Preference
