"""One visit of a feed: asked, and read where something changed."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Protocol

from bot.clock import Clock
from bot.errors import BotError, NotAFeed
from bot.models.feed import Feed, FeedLinks, Fetched, Validators
from bot.models.page import Page
from bot.services.follow.lanes import host_of
from bot.store.feed_rows import FeedState

BODY_BYTES = 8  # of a body's hash
_BODIES = 4  # that are remembered: some sites answer from several caches in turn


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
class Visit:
    """What a visit brought. began, ended: on the clock's monotonic scale.

    feed: None when nothing changed, or when there is a failure. bodies, validators, moved_to, fresh_for: for the next
    visit, see `FeedState` and `Fetched`.
    """

    state: FeedState
    began: float
    ended: float
    feed: Feed | None = None
    bodies: bytes = b""
    validators: Validators
    moved_to: str = ""
    fresh_for: float | None = None
    failure: BotError | None = None


class Visiting:
    def __init__(self, door: FeedDoor, reader: FeedReader, clock: Clock) -> None:
        self._door, self._reader, self._clock = door, reader, clock

    async def visit(self, state: FeedState) -> Visit:
        """Raises nothing that is a BotError: that is what the visit brought."""
        began = self._clock.monotonic()
        try:
            fetched = await self._door.get_feed(state.url, state.validators)
            feed, bodies = await self._read(fetched.page, state)
        except BotError as failure:
            ended = self._clock.monotonic()
            return Visit(state=state, began=began, ended=ended, validators=state.validators, failure=failure)
        return Visit(
            state=state,
            began=began,
            ended=self._clock.monotonic(),
            feed=feed,
            bodies=bodies,
            validators=fetched.validators,
            moved_to=fetched.moved_to,
            fresh_for=fetched.fresh_for,
        )

    async def _read(self, page: Page | None, state: FeedState) -> tuple[Feed | None, bytes]:
        """A body that was read before says nothing new, whatever its headers are."""
        if page is None:
            return None, state.bodies
        body = blake2b(page.body, digest_size=BODY_BYTES).digest()
        known = [state.bodies[n : n + BODY_BYTES] for n in range(0, len(state.bodies), BODY_BYTES)]
        if body in known:
            return None, state.bodies
        read = await self._reader.feed(page)
        if isinstance(read, FeedLinks):
            raise NotAFeed(site=host_of(page.url))
        return read, b"".join([body, *known][:_BODIES])
