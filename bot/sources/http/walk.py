"""The fourth layer: the walk along redirects, each step of it through the gate again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from aiohttp import ClientResponse, ClientSession
from yarl import URL

from bot.clock import Clock
from bot.errors import BadStatus, Busy, TooSlow
from bot.sources.http.answers import CutOff, holds_for_good, leads_to
from bot.sources.http.failures import told
from bot.sources.http.gate import Gate, Reason, Target, refusal
from bot.sources.http.politeness import Politeness

_REDIRECTS = 10  # as many as honest chains need; browsers stop at 20
_PATIENCE = 5.0  # seconds that a host's wish to be left alone is waited for
_BREATH = 0.5  # seconds before the second try
_HICCUPS = frozenset({502, 503, 504})

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand(Generic[T]):
    """What one goes for. take: makes something of the answer at the end, and raises where it is none.

    headers: sent at every step. deadline: seconds for the whole walk; may_queue: those that pass until a host has a
    place for us do not count. tries: how often one step is tried, where a second time can help.
    """

    asked: str
    take: Callable[[Way, ClientResponse], Awaitable[T]]
    headers: Mapping[str, str]
    deadline: float
    may_queue: bool
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Where a walk has come to. for_good: each redirect so far holds for good."""

    target: Target
    limit: asyncio.Timeout
    redirects: int = 0
    for_good: bool = True

    @property
    def moved_to(self) -> str:
        """Where that which was asked for is from now on; "" where it has always been."""
        return self.target.url if self.redirects and self.for_good else ""


class Walker:
    """Goes to addresses that nobody vouches for.

    idle: seconds without a byte, as the session has them. by_port: each port of a host has its own places.
    """

    def __init__(
        self,
        session: ClientSession,
        gate: Gate,
        politeness: Politeness,
        clock: Clock,
        *,
        idle: float,
        by_port: bool,
    ) -> None:
        self._session, self._gate, self._politeness, self._clock = session, gate, politeness, clock
        self._idle, self._by_port = idle, by_port

    async def walk(self, errand: Errand[T]) -> T:
        """What the errand takes where redirects end. Raises Refused, Unreachable, TooSlow, and what `take` raises."""
        target = self._gate.admit(errand.asked)
        try:
            async with asyncio.timeout(errand.deadline) as limit:
                return await self._follow(errand, Way(target=target, limit=limit))
        except TimeoutError as error:
            raise TooSlow(site=target.host, seconds=round(errand.deadline)) from error

    async def _follow(self, errand: Errand[T], way: Way) -> T:
        while way.redirects <= _REDIRECTS:
            reached = await self._visit(errand, way)
            if not isinstance(reached, Way):
                return reached
            way = reached
        raise refusal(errand.asked, Reason.REDIRECTS)

    async def _visit(self, errand: Errand[T], way: Way) -> T | Way:
        """One step, tried twice where that can help: a second time a host that is away is only told of."""
        for _ in range(errand.tries - 1):
            try:
                return await self._ask(errand, way)
            except (CutOff, Busy, BadStatus) as failure:
                if isinstance(failure, BadStatus) and failure.facts["status"] not in _HICCUPS:
                    raise
                if not isinstance(failure, Busy):
                    await self._clock.sleep(_BREATH)
        return await self._ask(errand, way)

    async def _ask(self, errand: Errand[T], way: Way) -> T | Way:
        async with self._place(errand, way):
            with told(way.target, self._idle):
                # encoded: the gate has quoted it, and a second quoting could change what it means.
                url = URL(way.target.url, encoded=True)
                async with self._session.get(url, headers=errand.headers, allow_redirects=False) as response:
                    if (location := leads_to(response)) is not None:
                        return self._led(way, location, response.status)
                    return await errand.take(way, response)

    @asynccontextmanager
    async def _place(self, errand: Errand[T], way: Way) -> AsyncIterator[None]:
        host = way.target.authority if self._by_port else way.target.host
        left = _left(way.limit)
        if errand.may_queue and not way.limit.expired():
            way.limit.reschedule(None)
        async with self._politeness.turn(host, min(_PATIENCE, left)):
            if errand.may_queue and not way.limit.expired():
                way.limit.reschedule(asyncio.get_running_loop().time() + left)
            yield

    def _led(self, way: Way, location: str, status: int) -> Way:
        target = self._gate.follow(way.target, location)
        for_good = way.for_good and holds_for_good(status)
        return replace(way, target=target, redirects=way.redirects + 1, for_good=for_good)


def _left(limit: asyncio.Timeout) -> float:
    """Seconds."""
    when = limit.when()
    assert when is not None, "it is set while a step is taken"
    return when - asyncio.get_running_loop().time()
