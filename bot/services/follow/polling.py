"""Feeds are asked again and again, each once for all who follow it; what is new in them is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
from bot.models.feed import Feed, FeedLinks, Fetched, Validators
from bot.models.page import Page
from bot.store.database import Store


class FeedDoor(Protocol):
    """The way to feeds (`sources.http.Http`)."""

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        """What stands there, or that nothing changed. Raises what `Http.get_feed` raises."""
        ...


class FeedReader(Protocol):
    """From a page to a feed (`sources.feed_parsing.FeedParsers`)."""

    async def feed(self, page: Page) -> Feed | FeedLinks:
        """Raises NotAFeed and Unreadable."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """One round. entries: those that were not known; ok, failed: feeds."""

    seconds: float
    entries: int
    ok: int
    failed: int


class Polling:
    """connections: feeds that are fetched at once."""

    def __init__(self, store: Store, door: FeedDoor, reader: FeedReader, clock: Clock, *, connections: int) -> None:
        self._store, self._door, self._reader, self._clock = store, door, reader, clock
        self._connections = connections

    async def step(self, now: datetime) -> datetime:
        """Begin what is due, keep what has come; never waits for a feed. Returns when to come back."""
        raise NotImplementedError

    async def once(self, urls: Sequence[str] | None = None) -> Polled:
        """Poll all that somebody follows, or what stands at these addresses, whatever is due."""
        raise NotImplementedError

    async def poll(self, feed_id: int) -> None:
        """Poll one feed at once; that it fails is noted like at any poll."""
        raise NotImplementedError

    async def close(self) -> None:
        """Let go of what is under way; nothing of it is lost, it is due again."""
