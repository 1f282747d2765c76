"""What is kept for a room: shown to whoever asks, and forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.discussion import Memory, Room
from bot.models.summary import Options
from bot.services.discuss.asking import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomShown:
    """What is remembered in a room.

    articles: by their number there. turns: how many; first_at and last_at: when the first and the last was asked.
    tokens: of the next prompt by part, the question not yet in it; budget: the most that all of it may take.
    is_exact: whether the tokens were counted as the model does, or estimated.
    """

    room: Room
    articles: Mapping[int, Article]
    turns: int
    first_at: datetime | None
    last_at: datetime | None
    memory: Memory | None
    tokens: Mapping[str, int]
    budget: int
    is_exact: bool


class Showing:
    async def show(self, asker: Asker, options: Options) -> RoomShown:
        """The asker's room, as it is now."""
        raise NotImplementedError

    async def clear(self, asker: Asker) -> None:
        """Turns and memory go, with their bytes."""
        raise NotImplementedError

    async def again(self, asker: Asker, turn_id: int) -> Asked:
        """The answer that was kept. Raises NotHere."""
        raise NotImplementedError
