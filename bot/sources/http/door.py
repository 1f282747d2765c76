"""The one guarded door to the web: pages that a person asks for, feeds that are asked again and again."""

from __future__ import annotations

import logging
from contextlib import AsyncExitStack
from functools import partial
from types import TracebackType
from typing import Self

from aiohttp import ClientResponse

from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.models.feed import Fetched, Validators
from bot.models.page import Page
from bot.sources.http import conditions, content
from bot.sources.http.answers import asks_to_wait, read_page, refuse_failure
from bot.sources.http.gate import Gate
from bot.sources.http.politeness import Politeness
from bot.sources.http.session import guarded_session
from bot.sources.http.walk import Errand, Walker, Way

log = logging.getLogger(__name__)

_IDLE_SECONDS = 10.0  # without a byte
_CONNECTIONS = 50  # at once, to all hosts
_AT_ONCE = 4  # connections to a host for feeds
_NOT_MODIFIED = 304


class Http:
    """Fetches from addresses that nobody vouches for; an async context manager."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self._private_too = settings.fetch_allow_private_networks
        # Intranets and test servers listen anywhere; ports that the operator names hold all the same.
        any_port = self._private_too and "fetch_ports" not in settings.model_fields_set
        self._gate = Gate(ports=None if any_port else settings.fetch_ports, private_too=self._private_too)
        self._settings = settings
        self._clock = clock or SystemClock()
        self._politeness = Politeness(self._clock)
        self._open = AsyncExitStack()
        self._pages: Walker | None = None
        self._feeds: Walker | None = None

    async def __aenter__(self) -> Self:
        if self._private_too:
            log.warning("FETCH_ALLOW_PRIVATE_NETWORKS is on: users of this bot can read from this machine's network")
        self._pages = await self._walker(
            self._politeness,
            by_port=False,
            connections=_CONNECTIONS,
            idle=min(_IDLE_SECONDS, self._settings.fetch_timeout),
            accept=content.ACCEPT,
            purpose="reads an article when a person asks",
        )
        self._feeds = await self._walker(
            Politeness(self._clock, places=_AT_ONCE, gap=0.0),
            by_port=True,
            connections=self._settings.poll_connections,
            idle=min(_IDLE_SECONDS, self._settings.feed_timeout),
            accept=content.ACCEPT_FEED,
            purpose="reads feeds that its servers follow",
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._open.aclose()

    async def get(self, url: str) -> Page:
        """The page at an address that somebody gave us, redirects followed; within the settings' time and size.

        Raises Refused, Unreachable, TooSlow, TooBig, WrongType, BadStatus, Gone, Busy and BlockedPage.
        """
        assert self._pages, "the door is entered first"
        errand = Errand(
            asked=url,
            take=partial(self._page, url),
            headers={},
            deadline=self._settings.fetch_timeout,
            may_queue=False,
            tries=2,
        )
        return await self._pages.walk(errand)

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        """What stands at a feed's address, or that nothing changed there since it gave us `validators`.

        As `get`, but within bounds of its own: up to four connections to a host and no pause between them, one try,
        and nobody else waits because a host asks for a pause. Raises what `get` raises.
        """
        assert self._feeds, "the door is entered first"
        known = validators or Validators()
        errand = Errand(
            asked=url,
            take=partial(self._feed, url, known),
            headers=conditions.headers(known),
            deadline=self._settings.feed_timeout,
            may_queue=True,
            tries=1,
        )
        return await self._feeds.walk(errand)

    async def _walker(
        self, politeness: Politeness, *, by_port: bool, connections: int, idle: float, accept: str, purpose: str
    ) -> Walker:
        session = guarded_session(
            private_too=self._private_too, connections=connections, idle=idle, accept=accept, purpose=purpose
        )
        await self._open.enter_async_context(session)
        return Walker(session, self._gate, politeness, self._clock, idle=idle, by_port=by_port)

    async def _page(self, asked: str, way: Way, response: ClientResponse) -> Page:
        wait = asks_to_wait(response, self._clock.now())
        if wait is not None:
            self._politeness.leave_alone(way.target.host, wait)
        refuse_failure(response, way.target.host, wait)
        refuse_type = content.refuse_unless_page
        return await read_page(asked, way.target, response, refuse_type, limit=self._settings.fetch_max_bytes)

    async def _feed(self, asked: str, known: Validators, way: Way, response: ClientResponse) -> Fetched:
        now, page = self._clock.now(), None
        is_unchanged = response.status == _NOT_MODIFIED and known != Validators()
        if not is_unchanged:
            refuse_failure(response, way.target.host, asks_to_wait(response, now))
            refuse_type = content.refuse_unless_feed
            page = await read_page(asked, way.target, response, refuse_type, limit=self._settings.feed_max_bytes)
        return Fetched(
            page=page,
            moved_to=way.moved_to,
            validators=conditions.validators(response.headers, known if is_unchanged else Validators()),
            fresh_for=conditions.fresh_for(response.headers, now),
        )
