"""Who asks, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """Discord's ids; all None on the command line, `guild_id` None in a direct message."""

    guild_id: int | None = None
    channel_id: int | None = None
    user_id: int | None = None

    @property
    def server(self) -> int:
        """The key of what is kept for this place: the server's id, 0 for what is no server."""
        return self.guild_id or 0
