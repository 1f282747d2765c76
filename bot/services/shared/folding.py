"""Turns that leave a room's window are folded into its memory: in the background, once, whoever does it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from itertools import dropwhile

from bot.analysis import grounding
from bot.analysis.engine import MemoryAsk, Task
from bot.errors import BotError
from bot.models.asker import Asker
from bot.models.discussion import Memory, MemoryDraft, Room, Turn
from bot.models.summary import Options, Signature, unwatched
from bot.services.shared.budget import Budget
from bot.services.shared.writing_up import WritingUp
from bot.store.database import Store, Writing

log = logging.getLogger(__name__)

# The window grows from LEAST to MOST turns and is then cut at once: one that moves on with each turn would give every
# prompt a beginning of its own, which no prefix cache has.
MOST, LEAST = 16, 5
AT_ONCE = 4  # rooms; the others wait, so that folding never takes the model from those who ask
STEP = 24  # turns at most in one go, where more than a window has gathered
_READ = STEP + MOST
ENDING = 5.0  # seconds for which closing waits; what is not folded by then is folded after a later turn


class FoldShelf:
    """Keeps `writing_up.Shelf`, for one step of one room. changes: of the room, read before the turns were."""

    def __init__(self, store: Store, room: Room, changes: int) -> None:
        self._store, self._room, self._changes = store, room, changes
        self.is_kept = False

    def key(self, ask: MemoryAsk, signature: Signature) -> tuple[Room, int]:
        """Each step is one of its kind."""
        return self._room, ask.turns[-1].id

    def check(self, ask: MemoryAsk, draft: MemoryDraft) -> Memory:
        """Against the turns and the memory before them. Never raises."""
        return grounding.check_memory(ask, draft, ask.turns[-1].id)

    async def find(self, ask: MemoryAsk, signature: Signature) -> Memory | None:
        """Nobody has done it: a memory that is kept has moved on from these turns."""
        return None

    async def keep(self, tx: Writing, ask: MemoryAsk, checked: Memory) -> None:
        """Unless somebody else has folded meanwhile, or something of what was said was taken back."""
        ids = [turn.id for turn in ask.turns]
        if len(await self._store.turns.by_ids(self._room, ids)) < len(ids):
            return  # the room was cleared, and counts its changes anew
        after = ask.memory.through if ask.memory else 0
        memories = tx.guild(self._room.guild_id).memories
        self.is_kept = await memories.fold(self._room.channel_id, after, checked, self._changes)


class Folding:
    """Owns its tasks: at most one for a room. tokens: gives the most that a memory may take in a prompt.

    `free` is the same task of the engine that costs nothing: it folds when the budget is used up.
    """

    def __init__(
        self,
        task: Task[MemoryAsk, MemoryDraft],
        free: Task[MemoryAsk, MemoryDraft],
        store: Store,
        budget: Budget,
        *,
        tokens: Callable[[], int],
    ) -> None:
        self._task, self._free, self._store, self._budget, self._tokens = task, free, store, budget, tokens
        self._going: dict[Room, asyncio.Task[None]] = {}
        self._again = set[Room]()
        self._places = asyncio.Semaphore(AT_ONCE)

    def schedule(self, room: Room) -> None:
        """Fold what is due there, soon."""
        if room in self._going:
            self._again.add(room)
            return
        task = self._going[room] = asyncio.create_task(self._fold_all(room))
        task.add_done_callback(lambda done: self._ended(room, done))

    async def refold(self, room: Room) -> None:
        """What was forgotten there took memories of others along: they are made anew, in the background."""
        self.schedule(room)

    async def drain(self, seconds: float | None = ENDING) -> None:
        """Wait for what is under way, `seconds` at most (None: until it is done), and end the rest."""
        waiting = set(self._going.values())
        while waiting and seconds is None:
            await asyncio.wait(waiting)
            waiting = set(self._going.values())
        if waiting:
            _, late = await asyncio.wait(waiting, timeout=seconds)
            for task in late:
                task.cancel()
            await asyncio.gather(*late, return_exceptions=True)

    async def fold(self, room: Room) -> bool:
        """One step, if one is due; whether something was folded. The cost is the server's, and no person's.

        Raises EngineErrors and the store's errors.
        """
        changes = await self._store.memories.changes(room)
        ask = await self._due(room)
        if ask is None:
            return False
        shelf = FoldShelf(self._store, room, changes)
        writing = WritingUp(self._task, self._free, shelf, self._budget, self._store)
        payer = Asker(guild_id=room.guild_id or None, channel_id=room.channel_id)
        await writing.run(ask, payer, "remember", unwatched)
        return shelf.is_kept

    async def _due(self, room: Room) -> MemoryAsk | None:
        memory = await self._store.memories.of(room)
        window = await self._store.turns.after(room, memory.through if memory else 0, limit=_READ)
        leaving = _leaving(window)
        if not leaving:
            return None
        tokens = await asyncio.to_thread(self._tokens)  # renders a prompt
        return MemoryAsk(memory=memory, turns=leaving, tokens=tokens, options=Options())

    async def _fold_all(self, room: Room) -> None:
        async with self._places:
            try:
                while await self.fold(room):
                    pass
            except BotError as error:
                log.warning("room %d is folded later: %s", room.channel_id, error, exc_info=error)

    def _ended(self, room: Room, done: asyncio.Task[None]) -> None:
        del self._going[room]
        if room in self._again:
            self._again.discard(room)
            if not done.cancelled():
                self.schedule(room)


def _leaving(window: Sequence[Turn]) -> tuple[Turn, ...]:
    """The oldest turns, where more than `MOST` are there; those at the end whose answers may be on their way stay."""
    on_its_way = len(window) < _READ
    ended = tuple(dropwhile(lambda turn: on_its_way and turn.answer is None, reversed(window)))[::-1]
    return ended[:-LEAST][:STEP] if len(ended) > MOST else ()
