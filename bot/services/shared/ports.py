"""What services ask of the outside: implemented by a door above them."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from bot.models.post import Delivered, Post, Seen


class Courier(Protocol):
    """Brings posts to their channels. Whatever Discord does becomes a value; nothing is raised for it."""

    async def send(self, post: Post) -> Delivered:
        """Send it under its nonce; comes to its end within `moves.TRY`."""
        ...

    async def find(self, post: Post, since: datetime) -> Seen:
        """Look for it in its channel, for at most `moves.LOOKING`; it cannot have been sent before `since`."""
        ...
