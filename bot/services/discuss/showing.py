"""What is kept for a room: shown to whoever asks, and forgotten."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.clock import Clock
from bot.errors import DatabaseBusy, NotHere
from bot.models.article import Article
from bot.models.asker import Asker
from bot.models.discussion import Memory, Room
from bot.models.summary import Options
from bot.services.discuss.asking import Asked, kept
from bot.services.discuss.prompting import Prompting
from bot.services.discuss.rooms import ids_of, read_articles, room_of
from bot.store.database import Store

log = logging.getLogger(__name__)


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
    def __init__(self, store: Store, prompting: Prompting, clock: Clock) -> None:
        self._store, self._prompting, self._clock = store, prompting, clock

    async def show(self, asker: Asker, options: Options) -> RoomShown:
        """The asker's room, as it is now. Raises NoSuchPrompt."""
        room = room_of(asker)
        context = await self._prompting.standing(room, self._clock.now(), options)
        span = await self._store.turns.span(room)
        return RoomShown(
            room=room,
            articles=await read_articles(self._store, await ids_of(self._store, room)),
            turns=await self._store.turns.count(room),
            first_at=span[0] if span else None,
            last_at=span[1] if span else None,
            memory=await self._store.memories.of(room),
            tokens={part: count for part, count in context.tokens.items() if part != "question"},
            budget=self._prompting.tokens,
            is_exact=self._prompting.is_exact,
        )

    async def clear(self, asker: Asker) -> None:
        """Turns and memory go, with their bytes."""
        room = room_of(asker)
        async with self._store.write() as tx:
            await tx.guild(room.guild_id).turns.clear(room.channel_id)
        try:
            await self._store.erase()
        except DatabaseBusy as error:
            log.warning("the bytes of room %d go with the next sweep: %s", room.channel_id, error)

    async def again(self, asker: Asker, turn_id: int) -> Asked:
        """The answer that was kept. Raises NotHere."""
        room = room_of(asker)
        turn = await self._store.turns.get(room, turn_id)
        if turn is None:
            raise NotHere(thing="answer")
        return await kept(self._store, room, turn)
