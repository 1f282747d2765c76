"""Opens the engine over an endpoint, and closes its connections."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import httpx2
from openai import AsyncOpenAI

from bot.analysis.engine import Engine
from bot.analysis.llm.briefs import LlmBriefs
from bot.analysis.llm.client import ChatClient
from bot.analysis.llm.comparisons import LlmComparisons
from bot.analysis.llm.desk import Desk
from bot.analysis.llm.discussing import LlmTalk
from bot.analysis.llm.failures import Endpoint
from bot.analysis.llm.judging import LlmJudge
from bot.analysis.llm.remembering import LlmMemories
from bot.analysis.llm.summaries import LlmSummaries
from bot.analysis.prompts import Prompts
from bot.analysis.tokens import Tokens
from bot.clock import Clock
from bot.config import Settings
from bot.errors import BadSettings

OPENAI_URL = "https://api.openai.com/v1"
CONNECT_TIMEOUT = 10.0  # seconds
NO_KEY = "none"  # the client insists on one; an endpoint of one's own may need none


@asynccontextmanager
async def open_llm_engine(settings: Settings, prompts: Prompts, tokens: Tokens, clock: Clock) -> AsyncIterator[Engine]:
    """The engine that the settings describe. Raises BadSettings for an address that cannot be read."""
    endpoint = endpoint_of(settings)
    timeout = httpx2.Timeout(endpoint.timeout, connect=min(endpoint.timeout, CONNECT_TIMEOUT))
    async with AsyncOpenAI(
        api_key=endpoint.key or NO_KEY,
        base_url=endpoint.base_url,
        timeout=timeout,
        max_retries=0,  # ours are booked, and wait by our clock
    ) as api:
        desk = Desk(
            ChatClient(api, endpoint, tokens, clock, settings.price_table),
            prompts,
            tokens,
            model=endpoint.model,
            context_tokens=settings.context_tokens,
            reasoning_effort=settings.openai_reasoning_effort,
        )
        yield Engine(
            summaries=LlmSummaries(desk),
            comparisons=LlmComparisons(desk),
            answers=LlmTalk(desk),
            memories=LlmMemories(desk),
            briefs=LlmBriefs(desk),
            judge=LlmJudge(desk),
        )


def endpoint_of(settings: Settings) -> Endpoint:
    """Where to ask, and how. Raises BadSettings."""
    return Endpoint(
        base_url=_readable(settings.openai_base_url or OPENAI_URL),
        model=settings.openai_model,
        key=settings.openai_api_key.get_secret_value() if settings.openai_api_key else "",
        timeout=settings.openai_timeout,
    )


def _readable(url: str) -> str:
    """The address, unless its host or port cannot be read: the client would raise an error of its own."""
    try:
        parts = urlsplit(url)
        if parts.hostname and parts.port != 0:
            return url
    except ValueError:
        pass
    raise BadSettings(variable="OPENAI_BASE_URL", accepts="an address such as http://127.0.0.1:8080/v1, or nothing")
