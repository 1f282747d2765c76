"""Which entries are about the same event, and what a judge said of pairs of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.clock import Clock
from bot.models.story import Pair, StoryEntry
from bot.models.summary import Signature
from bot.store.connection import Connection


class StoryReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def recent(self, since: datetime) -> tuple[StoryEntry, ...]:
        """Entries that were grouped and are of that moment or later, with the story of each; the earliest first."""
        return ()

    async def judged(self, pairs: Sequence[Pair], signature: Signature) -> Mapping[tuple[int, int], bool]:
        """What a judge with this signature said before, by the ids of the two, the smaller first."""
        return {}


class StoryWrites:
    def __init__(self, db: Connection, clock: Clock) -> None:
        self._db, self._clock = db, clock

    async def put(self, entry_ids: Sequence[int], story_id: int | None) -> int:
        """These entries are one story from now on, a new one when `story_id` is None; returns its id."""
        return story_id or 0

    async def judge(self, judged: Mapping[tuple[int, int], bool], signature: Signature) -> None:
        """Keep what was said of pairs, by the ids of the two, the smaller first."""
