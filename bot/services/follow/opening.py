"""Opens what following stands on: the processes that read feeds, what polls them, the use case."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import Clock
from bot.config import Settings
from bot.services.follow import Follow
from bot.services.follow.adding import Adding
from bot.services.follow.changing import Changing
from bot.services.follow.exchange import Exchange
from bot.services.follow.listing import Listing
from bot.services.follow.polling import Polling
from bot.services.shared.reading import Web
from bot.sources.feed_parsing import FeedParsers
from bot.sources.feeds.discovery import Discovery
from bot.store.database import Store


@asynccontextmanager
async def open_follow(
    settings: Settings, clock: Clock, store: Store, door: Web
) -> AsyncIterator[tuple[Follow, Polling]]:
    """No process runs before a feed is to be read; what is being polled is let go of at the end."""
    async with FeedParsers() as reader:
        polling = Polling(store, door, reader, clock, connections=settings.poll_connections)
        listing, limit = Listing(store), settings.feeds_per_server
        adding = Adding(store, Discovery(door, reader), polling, listing, clock, limit=limit)
        changing = Changing(store, listing, clock, limit=limit)
        try:
            yield Follow(adding, changing, listing, Exchange(store, listing, clock, limit=limit)), polling
        finally:
            await polling.close()
