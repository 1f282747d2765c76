"""A digest of feeds that nobody follows: what `digest --feed` shows; nothing of it is posted or kept as told."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import count

from bot.analysis.stories import group
from bot.clock import Clock
from bot.models.asker import Asker
from bot.models.digest import Digest
from bot.models.feed import Entry, Feed
from bot.models.story import Story, StoryEntry
from bot.models.summary import Options
from bot.services.digest.ranking import ranked
from bot.services.digest.telling import Telling
from bot.services.digest.words import having

_AHEAD = timedelta(hours=1)  # by which clocks differ; an entry dated further ahead is dated wrongly
_ENTRIES = 2_000  # the latest


class Overview:
    """The same stories, ranked and told as in a channel's digest."""

    def __init__(self, telling: Telling, clock: Clock) -> None:
        self._telling, self._clock = telling, clock
        self._ids = count(-1, -1)  # the store's are above 0

    async def of(self, feeds: Iterable[Feed], since: timedelta, options: Options, asker: Asker) -> Digest:
        """What they published in that time; what they do not date counts as new. Raises store errors."""
        until = self._clock.now()
        entries = sorted(self._entries(feeds, until - since, until), key=lambda entry: entry.at, reverse=True)
        stories = await asyncio.to_thread(_stories, entries[:_ENTRIES], until)
        told = await self._telling.told(stories, options, asker)
        left_out = len(stories) - len(told)
        return Digest(day=None, stories=told, since=until - since, until=until, left_out=left_out)

    def _entries(self, feeds: Iterable[Feed], since: datetime, until: datetime) -> Iterator[StoryEntry]:
        """Each address once, whatever feeds it stands in."""
        seen = set[str]()
        for number, feed in enumerate(feeds, 1):
            for entry in feed.entries:
                at = _when(entry, until)
                if at >= since and not (entry.url and entry.url in seen):
                    seen.add(entry.url)
                    yield self._story_entry(number, feed, entry, at)

    def _story_entry(self, number: int, feed: Feed, entry: Entry, at: datetime) -> StoryEntry:
        return StoryEntry(
            id=next(self._ids),
            feed_id=number,
            url=entry.url,
            title=entry.title,
            outlet=feed.title,
            at=at,
            authors=entry.authors,
            text=entry.summary,
            language=feed.language,
            is_commentary=entry.is_commentary,
        )


def _when(entry: Entry, now: datetime) -> datetime:
    return entry.published if entry.published and entry.published <= now + _AHEAD else now


def _stories(entries: Sequence[StoryEntry], until: datetime) -> tuple[Story, ...]:
    return ranked(group(entries), until=until, is_wanted=having(()))
