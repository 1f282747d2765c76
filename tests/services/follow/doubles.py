"""A finder over feeds that are there already, polls that are counted, and who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.models.asker import Asker
from bot.models.feed import Entry, Feed, FeedKind, FeedLinks
from bot.services.follow import Follow
from bot.services.follow.adding import Adding
from bot.services.follow.changing import Changing
from bot.services.follow.exchange import Exchange
from bot.services.follow.listing import Listing
from bot.store.database import Store
from tests.clocks import START, ManualClock

HERE = Asker(guild_id=1, channel_id=10, user_id=100)
ELSEWHERE = Asker(guild_id=2, channel_id=20, user_id=100)
URL = "https://gazette.test/feed.xml"


def sees_all(channel_id: int) -> bool:
    return True


def sees_none(channel_id: int) -> bool:
    return False


def a_feed(url: str = URL, title: str = "The Gazette", entries: int = 4, **changes: Any) -> Feed:
    """The entries are an hour apart, the oldest first."""
    items = tuple(
        Entry(id=str(n), url=f"{url}/{n}", title=f"Entry {n}", published=START - timedelta(hours=entries - n))
        for n in range(entries)
    )
    return Feed(url=url, title=title, site="https://gazette.test/", kind=FeedKind.RSS, entries=items, **changes)


@dataclass
class AFinder:
    """found: by what is typed. Counts what it was asked, and is slow by a moment of the clock."""

    clock: ManualClock
    found: Mapping[str, Feed | FeedLinks | Exception] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    async def find(self, source: str) -> Feed | FeedLinks:
        self.asked.append(source)
        await self.clock.advance(0.25)
        answer = self.found[source]
        if isinstance(answer, Exception):
            raise answer
        return answer


@dataclass
class Polls:
    polled: list[int] = field(default_factory=list)

    async def poll(self, feed_id: int) -> None:
        self.polled.append(feed_id)


@dataclass
class Following:
    """The use case over one store."""

    store: Store
    clock: ManualClock
    limit: int = 100

    def __post_init__(self) -> None:
        self.finder, self.polls = AFinder(self.clock), Polls()
        listing, limit = Listing(self.store), self.limit
        self.follow = Follow(
            Adding(self.store, self.finder, self.polls, listing, self.clock, limit=limit),
            Changing(self.store, listing, self.clock, limit=limit),
            listing,
            Exchange(self.store, listing, self.clock, limit=limit),
        )

    def at(self, *feeds: Feed, **more: Feed | FeedLinks | Exception) -> None:
        """From now on these stand at their addresses, `more` at https://NAME.test/."""
        others = {f"https://{name}.test/": answer for name, answer in more.items()}
        self.finder.found = {**self.finder.found, **{feed.url: feed for feed in feeds}, **others}
