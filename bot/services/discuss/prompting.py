"""What a prompt of a room holds: as much of what is kept as its tokens allow."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.analysis.engine import Talk
from bot.models.discussion import Context, Person, Question, Room, Turn
from bot.models.summary import Options
from bot.store.database import Store

if TYPE_CHECKING:  # loaded with the first question: whoever wants a summary should not wait for it
    from bot.services.discuss.finding import Finding, Material

Count = Callable[[str], int]

_COUNTED = 8_192  # lines whose tokens are remembered: most of a prompt was counted for the one before
_NOTHING_ASKED = Question(text="", person=Person(id=0, name=""))


class Prompting:
    """tokens: of a prompt at most. count: how many a text has; is_exact: whether that is counted, or estimated."""

    def __init__(self, store: Store, talk: Talk, count: Count, *, tokens: int, is_exact: bool) -> None:
        self._store, self._talk, self._count = store, talk, lru_cache(_COUNTED)(count)
        self._finding: Finding | None = None
        self.tokens, self.is_exact = tokens, is_exact

    def memory_tokens(self) -> int:
        """The most that a memory may take. Raises NoSuchPrompt."""
        from bot.services.discuss.context import memory_room

        return memory_room(self.tokens - self._talk.frame(Options()))

    async def context(self, room: Room, question: Question, turn: Turn, options: Options) -> Context:
        """For a question that is this turn. Raises NoSuchPrompt."""
        finding = await self._loaded()
        material = await finding.material(room, question, before=turn.id, reply_to=turn.reply_to, about=turn.articles)
        return await self._assembled(material, question, turn.asked_at, options)

    async def standing(self, room: Room, now: datetime, options: Options) -> Context:
        """For whatever will be asked next, with no question in it yet. Raises NoSuchPrompt."""
        material = await (await self._loaded()).standing(room)
        return await self._assembled(material, _NOTHING_ASKED, now, options)

    async def _loaded(self) -> Finding:
        if self._finding is None:
            self._finding = await asyncio.to_thread(_finding, self._store)
        return self._finding

    async def _assembled(self, material: Material, question: Question, asked_at: datetime, options: Options) -> Context:
        from bot.services.discuss.context import assemble

        frame = await asyncio.to_thread(self._talk.frame, options)
        context = await asyncio.to_thread(
            assemble, material, question, asked_at, budget=self.tokens - frame, count=self._count
        )
        return replace(context, tokens={"instructions": frame, **context.tokens})


def _finding(store: Store) -> Finding:
    from bot.services.discuss.finding import Finding

    return Finding(store)
