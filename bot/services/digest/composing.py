"""What a channel's digest says: chosen from what it may be told, read, written and checked."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from bot.clock import Clock
from bot.models.asker import Asker
from bot.models.digest import Digest
from bot.models.feed import Followed
from bot.models.story import Story, StoryEntry
from bot.models.summary import Options
from bot.services.digest.choosing import allowed, stories_of
from bot.services.digest.ranking import ranked
from bot.services.digest.recent import Recent
from bot.services.digest.telling import Telling
from bot.services.digest.words import having
from bot.services.shared.grouping import Grouping
from bot.services.shared.together import Together
from bot.store.database import Store
from bot.store.preferences import OF_THE_SERVER

log = logging.getLogger(__name__)

_ENTRIES = 2_000  # of one digest, the latest
_GROUPED_FOR = timedelta(minutes=1)
_GROUPING_SECONDS = 120.0
_ALL = "all entries"
_LANGUAGE = "language"  # as `/settings language` keeps it


class Composing:
    """Digests of channels; the same story is written up once for all who are told it in the same language."""

    def __init__(self, store: Store, telling: Telling, grouping: Grouping, clock: Clock) -> None:
        self._store, self._telling, self._grouping, self._clock = store, telling, grouping, clock
        self._are_grouped = Recent[str, bool](clock, keep=_GROUPED_FOR, most=1)
        self._sorting = Together[None]()

    async def compose(
        self, guild_id: int, channel_id: int, *, day: date | None, since: datetime, until: datetime,
        is_late: bool = False,
    ) -> Digest:  # fmt: skip
        """What the channel is told of that time; without stories when there is nothing to tell. Raises store errors.

        What cannot be read, or written up in time, is told by its titles.
        """
        if not self._are_grouped.get(_ALL):
            await self._sorting.run(_ALL, self._group)
        entries = await self._store.entries.tellable(guild_id, channel_id, since, until, _ENTRIES)
        follows = await self._store.follows.effective(guild_id, channel_id) if entries else ()
        told = await self._store.told.stories(guild_id, channel_id, {entry.story_id for entry in entries})
        stories = await asyncio.to_thread(_chosen, entries, follows, told, until)
        asker = Asker(guild_id=guild_id, channel_id=channel_id)
        options = Options(language=await self._language(guild_id, channel_id) if stories else "")
        telling = await self._telling.told(stories, options, asker)
        return Digest(
            day=day,
            stories=telling,
            since=since,
            until=until,
            is_late=is_late,
            left_out=len(stories) - len(telling),
        )

    async def _group(self) -> None:
        """Once for all channels of a minute; what is not sorted in time, or came since, is told by itself."""
        try:
            async with asyncio.timeout(_GROUPING_SECONDS):
                await self._grouping.run(self._clock.now())
        except TimeoutError:
            log.warning("new entries took too long to be sorted into stories: digests go without")
        self._are_grouped.put(_ALL, value=True)

    async def _language(self, guild_id: int, channel_id: int) -> str:
        """The channel's, else the server's; "" for the articles' own."""
        for place in (channel_id, OF_THE_SERVER):
            if language := (await self._store.preferences.of(guild_id, place)).get(_LANGUAGE):
                return language
        return ""


def _chosen(
    entries: Sequence[StoryEntry], follows: Sequence[Followed], told: frozenset[int], until: datetime
) -> tuple[Story, ...]:
    wanted = having(word for follow in follows for word in follow.include)
    return ranked(stories_of(allowed(entries, follows), told), until=until, is_wanted=wanted)
