"""What an engine is given in tests: a clock that does not wait, a meter that remembers, an engine that is ready."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from openai import AsyncOpenAI

from bot.analysis.engine import Engine
from bot.analysis.llm.client import ChatClient
from bot.analysis.llm.failures import Endpoint
from bot.analysis.llm.opening import open_llm_engine
from bot.analysis.prompts import Prompts
from bot.analysis.tokens import Tokens
from bot.clock import SystemClock
from bot.config import Settings
from bot.models.money import Price, Usage, total

MODEL = "some-model"
KEY = "sk-secret-0123456789-abcdefgh-tail42"
PRICES = {MODEL: Price(prompt=1.0, cached=0.1, completion=4.0)}
PROMPTS = Path(__file__).parents[3] / "prompts"


class HastyClock(SystemClock):
    """Does not wait; `waits` are the seconds that it was asked to."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)


class Booked:
    """A meter: `calls` in their order."""

    def __init__(self) -> None:
        self.calls: list[Usage] = []

    def book(self, usage: Usage) -> None:
        self.calls.append(usage)

    @property
    def total(self) -> Usage:
        return total(self.calls)


def settings_for(url: str, **changes: Any) -> Settings:
    values: dict[str, Any] = {"openai_base_url": url, "openai_api_key": KEY, "openai_model": MODEL, "prices": PRICES,
                              "openai_timeout": 10.0}  # fmt: skip
    return Settings(**(values | changes))


@asynccontextmanager
async def engine_at(
    url: str, *, tokens: Tokens | None = None, clock: HastyClock | None = None, prompts: Path = PROMPTS, **changes: Any
) -> AsyncIterator[Engine]:
    """The engine as it is opened for use."""
    settings = settings_for(url, **changes)
    async with open_llm_engine(settings, Prompts.load(prompts), tokens or Tokens(), clock or HastyClock()) as engine:
        yield engine


@asynccontextmanager
async def client_at(
    url: str, *, timeout: float = 10.0, key: str = KEY, clock: HastyClock | None = None
) -> AsyncIterator[ChatClient]:
    """The client alone."""
    async with AsyncOpenAI(base_url=url, api_key=key, max_retries=0, timeout=timeout) as api:
        endpoint = Endpoint(base_url=url, model=MODEL, key=key, timeout=timeout)
        yield ChatClient(api, endpoint, Tokens(), clock or HastyClock(), PRICES)
