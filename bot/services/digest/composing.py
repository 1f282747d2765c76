"""What a channel's digest says: chosen from what it may be told, read, written and checked."""

from __future__ import annotations

from datetime import date, datetime

from bot.analysis.engine import BriefAsk
from bot.clock import Clock
from bot.models.brief import Brief, BriefDraft
from bot.models.digest import Digest
from bot.services.shared.grouping import Grouping
from bot.services.shared.library import Library
from bot.services.shared.writing_up import WritingUp
from bot.store.database import Store


class Composing:
    """Digests of channels; the same story is written up once for all who are told it in the same language."""

    def __init__(
        self,
        store: Store,
        library: Library,
        briefs: WritingUp[BriefAsk, BriefDraft, Brief],
        grouping: Grouping,
        clock: Clock,
    ) -> None:
        self._store, self._library, self._briefs = store, library, briefs
        self._grouping, self._clock = grouping, clock

    async def compose(
        self, guild_id: int, channel_id: int, *, day: date | None, since: datetime, until: datetime,
        is_late: bool = False,
    ) -> Digest:  # fmt: skip
        """What the channel is told of that time; without stories when there is nothing to tell. Raises store errors.

        What cannot be read, or written up in time, is told by its titles.
        """
        return Digest(day=day, stories=(), since=since, until=until, is_late=is_late)
