"""What a question needs from the store: read in few queries, handed to `context` as one value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.models.article import Article
from bot.models.discussion import Memory, Passage, Question, Room, Turn
from bot.store.database import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All of one room.

    articles: by their number there. window: the turns behind `memory.through`, in their order. chain: what the
    question replies to, the nearest last. recalled and passages: what the question calls for, the best first.
    """

    articles: Mapping[int, Article]
    memory: Memory | None
    window: tuple[Turn, ...]
    chain: tuple[Turn, ...] = ()
    recalled: tuple[Turn, ...] = ()
    passages: tuple[Passage, ...] = ()


class Finding:
    def __init__(self, store: Store) -> None:
        self._store = store

    async def material(self, room: Room, question: Question, *, before: int, reply_to: int | None) -> Material:
        """For a question that is the turn `before` itself and replies to the turn `reply_to`."""
        raise NotImplementedError

    async def standing(self, room: Room) -> Material:
        """What every prompt of the room holds, whatever is asked."""
        raise NotImplementedError
