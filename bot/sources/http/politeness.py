"""How a guest behaves: few requests at a time per host, a small gap, and away for as long as the host asks."""

from __future__ import annotations

import asyncio
import math
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.clock import Clock
from bot.errors import Busy

GAP = 0.1  # seconds between two requests to a host
_LONGEST_AWAY = 86_400.0  # seconds; a host that asks for more is asked again after a day
_HOSTS = 2_000  # that are remembered


@dataclass(slots=True)
class _Host:
    turn: asyncio.Semaphore
    guests: int = 0  # those in the turn and those that wait for it
    next_request: float = -math.inf  # on the monotonic clock, as the next
    away_until: float = -math.inf


class Politeness:
    """Remembers hosts, those seen last; all times are on the clock's monotonic scale.

    places: requests to a host at once. gap: seconds between two of them.
    """

    def __init__(self, clock: Clock, *, places: int = 1, gap: float = GAP) -> None:
        self._clock, self._places, self._gap = clock, places, gap
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def turn(self, host: str, patience: float) -> AsyncIterator[None]:
        """Wait for a place at the host, then be its guest. Raises Busy.

        patience: seconds that may be waited for a host that asked to be left alone.
        """
        state = self._remembered(host)
        state.guests += 1
        try:
            async with state.turn:
                await self._pause(host, state, patience)
                yield
        finally:
            state.guests -= 1
            state.next_request = self._clock.monotonic() + self._gap

    def leave_alone(self, host: str, seconds: float) -> None:
        """Do not ask this host again before that many seconds are over."""
        self._remembered(host).away_until = self._clock.monotonic() + min(seconds, _LONGEST_AWAY)

    async def _pause(self, host: str, state: _Host, patience: float) -> None:
        now = self._clock.monotonic()
        if state.away_until - now > patience:
            raise Busy(site=host, seconds=math.ceil(state.away_until - now))
        wait = max(state.away_until, state.next_request) - now
        if wait > 0:
            await self._clock.sleep(wait)

    def _remembered(self, host: str) -> _Host:
        state = self._hosts.get(host) or self._hosts.setdefault(host, _Host(turn=asyncio.Semaphore(self._places)))
        self._hosts.move_to_end(host)
        if len(self._hosts) > _HOSTS:
            oldest = next((name for name, known in self._hosts.items() if not known.guests and name != host), None)
            if oldest:
                del self._hosts[oldest]
        return state


def seconds_asked_for(retry_after: str, now: datetime) -> float | None:
    """The seconds of a Retry-After header, which holds a count or a date; None when it holds neither."""
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), _LONGEST_AWAY)
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - now).total_seconds())
