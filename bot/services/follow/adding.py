"""Following a feed, or the feed of a site; trying one out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from bot.clock import Clock
from bot.errors import AlreadyFollowed, NotHere, TooManyFeeds
from bot.models.asker import Asker
from bot.models.feed import Entry, Feed, FeedLinks, Followed
from bot.services.follow.listing import Listing, Sees
from bot.services.follow.words import words_of
from bot.store.database import Store
from bot.store.follows import FOR_ALL, NewFollow

LATEST = 3  # entries that are shown of a feed
# So that a first digest is not empty, and nothing older floods it.
TOLD_BEFORE = timedelta(hours=24)


class Finder(Protocol):
    """From what somebody typed to a feed (`sources.feeds.discovery.Discovery`)."""

    async def find(self, source: str) -> Feed | FeedLinks:
        """The feed at an address or of a site; the feeds of a site that names several. Raises the door's errors."""
        ...


class Polls(Protocol):
    """Reads a feed that is followed (`services.follow.polling.Polling`)."""

    async def poll(self, feed_id: int) -> None:
        """At once; that it fails is noted like at any poll."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What of a feed is wanted, and where. include, exclude: as they were typed, with commas between.

    channel_id: for its digest only, one that who asks and the bot can see; 0 for all channels without own feeds.
    """

    include: str = ""
    exclude: str = ""
    channel_id: int = FOR_ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What is followed now, and its latest entries, the latest first."""

    followed: Followed
    latest: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a feed said, in how many seconds. followed: None when this server does not follow it.

    links: the feeds of a site, when it names several and none of them was read.
    """

    feed: Feed | FeedLinks
    seconds: float
    followed: Followed | None = None

    @property
    def latest(self) -> tuple[Entry, ...]:
        """Its latest entries."""
        return latest_of(self.feed.entries) if isinstance(self.feed, Feed) else ()


class Adding:
    """limit: how many feeds a server may follow."""

    def __init__(
        self, store: Store, finder: Finder, polls: Polls, listing: Listing, clock: Clock, *, limit: int
    ) -> None:
        self._store, self._finder, self._polls, self._listing = store, finder, polls, listing
        self._clock, self._limit = clock, limit

    async def add(self, asker: Asker, source: str, wanted: Wanted) -> Added | FeedLinks:
        """Follow the feed at an address or of a site; the choice when there are several.

        Raises AlreadyFollowed, TooManyFeeds, BadOption, NotAFeed, Unreadable and the door's errors.
        """
        include, exclude = words_of("include", wanted.include), words_of("exclude", wanted.exclude)
        await self._check_room(asker)
        found = await self._finder.find(source)
        if isinstance(found, FeedLinks):
            return found
        new = NewFollow(
            url=found.url,
            title=found.title,
            site=found.site,
            kind=found.kind.value,
            channel_id=wanted.channel_id,
            include=include,
            exclude=exclude,
            since=self._clock.now() - TOLD_BEFORE,
            asked_in=asker.channel_id or 0,
        )
        followed = await self._kept(asker, new)
        if followed.polled_at is None:
            await self._polls.poll(followed.feed_id)
        return Added(followed=followed, latest=latest_of(found.entries))

    async def test(self, asker: Asker, reference: str, sees: Sees) -> Tried:
        """Read a feed of this server, by its number, title or address, or any other by its address.

        One that was given up as gone is followed again when it is there. Raises NotHere, NotAFeed, Unreadable and the
        door's errors.
        """
        followed = await self._followed(asker, reference, sees)
        began = self._clock.monotonic()
        found = await self._finder.find(followed.url if followed else reference)
        seconds = self._clock.monotonic() - began
        if followed and isinstance(found, Feed):
            await self._polls.poll(followed.feed_id)
        return Tried(feed=found, seconds=seconds, followed=followed)

    async def _followed(self, asker: Asker, reference: str, sees: Sees) -> Followed | None:
        """An address may be one that nobody follows; a number or a title may not."""
        try:
            return await self._listing.one(asker, reference, sees)
        except NotHere:
            if "." not in reference:
                raise
            return None

    async def _check_room(self, asker: Asker) -> None:
        if len(await self._store.follows.of(asker.server)) >= self._limit:
            raise TooManyFeeds(limit=self._limit)

    async def _kept(self, asker: Asker, new: NewFollow) -> Followed:
        async with self._store.write() as tx:
            follows = tx.guild(asker.server).follows
            if await follows.count() >= self._limit:
                raise TooManyFeeds(limit=self._limit)
            follow_id = await follows.add(new)
            if follow_id is None:
                raise AlreadyFollowed(title=new.title or new.url)
        followed = await self._store.follows.find(asker.server, follow_id)
        if followed is None:
            raise NotHere(thing="feed")  # removed in this very moment
        return followed


def latest_of(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By date where all have one, else as they stand."""
    standing = list(entries)
    dated = [(entry.published, entry) for entry in standing if entry.published]
    if len(dated) == len(standing):
        standing = [entry for _, entry in sorted(dated, key=lambda pair: pair[0], reverse=True)]
    return tuple(standing[:LATEST])
