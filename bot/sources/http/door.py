"""The fourth layer: the walk along redirects, each step of it through the gate again."""

from __future__ import annotations

import asyncio
import logging
from importlib.metadata import version
from types import TracebackType
from typing import Self

import aiohttp
from yarl import URL

from bot.clock import Clock, SystemClock
from bot.config import Settings
from bot.errors import BadStatus, Busy, TooSlow
from bot.models.page import Page
from bot.sources.http import content
from bot.sources.http.answers import BoundedResponse, CutOff, asks_to_wait, leads_to, read_body, refuse_failure
from bot.sources.http.failures import told
from bot.sources.http.gate import Gate, Reason, Target, refusal
from bot.sources.http.network import GuardedResolver, socket_maker
from bot.sources.http.politeness import Politeness
from bot.sources.http.unpack import ACCEPT_ENCODING

log = logging.getLogger(__name__)

_REDIRECTS = 10  # as many as honest chains need; browsers stop at 20
_IDLE_SECONDS = 10.0  # without a byte
_CONNECTIONS = 50  # at once, to all hosts
_PATIENCE = 5.0  # seconds that a host's wish to be left alone is waited for
_BREATH = 0.5  # seconds before the second try
_HICCUPS = frozenset({502, 503, 504})
_LINE_BYTES = 8_190  # of a status line or a header
_HEADER_LINES = 128


class Http:
    """Fetches pages from addresses that nobody vouches for; an async context manager."""

    def __init__(self, settings: Settings, clock: Clock | None = None) -> None:
        self._private_too = settings.fetch_allow_private_networks
        # Intranets and test servers listen anywhere; ports that the operator names hold all the same.
        any_port = self._private_too and "fetch_ports" not in settings.model_fields_set
        self._gate = Gate(ports=None if any_port else settings.fetch_ports, private_too=self._private_too)
        self._deadline = settings.fetch_timeout
        self._idle = min(_IDLE_SECONDS, settings.fetch_timeout)
        self._max_bytes = settings.fetch_max_bytes
        self._clock = clock or SystemClock()
        self._politeness = Politeness(self._clock)
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        if self._private_too:
            log.warning("FETCH_ALLOW_PRIVATE_NETWORKS is on: users of this bot can read from this machine's network")
        connector = aiohttp.TCPConnector(
            resolver=GuardedResolver(private_too=self._private_too),
            socket_factory=socket_maker(private_too=self._private_too),
            use_dns_cache=False,  # a failed lookup there is shared as one exception object
            limit=_CONNECTIONS,
            force_close=True,  # strangers keep no connection to us; one article is all we want of most
        )
        self._session = aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            trust_env=False,
            auto_decompress=False,
            response_class=BoundedResponse,
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=self._idle, sock_read=self._idle),
            max_line_size=_LINE_BYTES,
            max_field_size=_LINE_BYTES,
            max_headers=_HEADER_LINES,
            headers={
                "User-Agent": f"commentary-bot/{version('commentary-bot')} (reads an article when a person asks)",
                "Accept": content.ACCEPT,
                "Accept-Encoding": ACCEPT_ENCODING,
            },
        )
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._session:
            await self._session.close()

    async def get(self, url: str) -> Page:
        """The page at an address that somebody gave us, redirects followed; within the settings' time and size.

        Raises Refused, Unreachable, TooSlow, TooBig, WrongType, BadStatus, Gone, Busy and BlockedPage.
        """
        target = self._gate.admit(url)
        until = asyncio.get_running_loop().time() + self._deadline
        try:
            async with asyncio.timeout_at(until):
                return await self._walk(url, target, until)
        except TimeoutError as error:
            raise TooSlow(site=target.host, seconds=round(self._deadline)) from error

    async def _walk(self, asked: str, target: Target, until: float) -> Page:
        for _ in range(_REDIRECTS + 1):
            reached = await self._visit(asked, target, until)
            if isinstance(reached, Page):
                return reached
            target = reached
        raise refusal(asked, Reason.REDIRECTS)

    async def _visit(self, asked: str, target: Target, until: float) -> Page | Target:
        """One step, tried twice where that can help: a second time a host that is away is only told of."""
        try:
            return await self._ask(asked, target, until)
        except (CutOff, Busy, BadStatus) as failure:
            if isinstance(failure, BadStatus) and failure.facts["status"] not in _HICCUPS:
                raise
            if not isinstance(failure, Busy):
                await self._clock.sleep(_BREATH)
        return await self._ask(asked, target, until)

    async def _ask(self, asked: str, target: Target, until: float) -> Page | Target:
        assert self._session, "the door is entered first"
        patience = min(_PATIENCE, until - asyncio.get_running_loop().time())
        async with self._politeness.turn(target.host, patience):
            with told(target, self._idle):
                # encoded: the gate has quoted it, and a second quoting could change what it means.
                request = self._session.get(URL(target.url, encoded=True), allow_redirects=False)
                async with request as response:
                    return await self._taken(asked, target, response)

    async def _taken(self, asked: str, target: Target, response: aiohttp.ClientResponse) -> Page | Target:
        if (location := leads_to(response)) is not None:
            return self._gate.follow(target, location)
        wait = asks_to_wait(response, self._clock.now())
        if wait is not None:
            self._politeness.leave_alone(target.host, wait)
        refuse_failure(response, target.host, wait)
        media_type, charset = content.declared(response.headers.get("Content-Type", ""))
        content.refuse_unless_page(target.host, media_type)
        body = await read_body(response, target.host, self._max_bytes)
        content.refuse_binary(target.host, body, charset)
        return Page(asked=asked, url=target.url, content_type=media_type, charset=charset, body=body)
