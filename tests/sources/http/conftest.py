"""The door as in production, and a site that it takes for a public one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.clock import SystemClock
from bot.config import Settings
from bot.sources.http import Http
from tests.network_guard import NetworkGuard
from tests.web import Web

PUBLIC = "93.184.216.34"
DEADLINE = 0.6  # seconds, the settings' own


class HastyClock(SystemClock):
    """Waits for nothing, but remembers for how long it should have: gaps and breaths."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await super().sleep(0)


@pytest.fixture
def hasty() -> HastyClock:
    return HastyClock()


@pytest.fixture
async def http(hasty: HastyClock) -> AsyncIterator[Http]:
    """The switch for private networks is off, the ports are the usual ones."""
    async with Http(Settings(fetch_timeout=DEADLINE), hasty) as http:
        yield http


@pytest.fixture
def site(network: NetworkGuard, web: Web) -> Web:
    """A server at a public address, as far as the door can tell: http://news.example.com/."""
    network.name("news.example.com", PUBLIC)
    network.route(PUBLIC, web.port)
    return web
