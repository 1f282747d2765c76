"""Whether the endpoint answers, for those who set it up; asks nothing that costs."""

from __future__ import annotations

from typing import Any

from openai import AsyncOpenAI

from bot.analysis.llm.failures import VENDOR_ERRORS
from bot.analysis.llm.opening import NO_KEY, endpoint_of
from bot.analysis.llm.reading import models_in, parsed
from bot.config import Settings

PROBE_TIMEOUT = 10.0  # seconds


async def offered_models(settings: Settings) -> list[str]:
    """The models that the endpoint lists, if it lists any. Raises EngineError and BadSettings."""
    endpoint = endpoint_of(settings)
    async with AsyncOpenAI(
        api_key=endpoint.key or NO_KEY, base_url=endpoint.base_url, timeout=PROBE_TIMEOUT, max_retries=0
    ) as api:
        try:
            answer: Any = await api.models.with_raw_response.list()
            return models_in(parsed(answer.http_response.content))
        except VENDOR_ERRORS as error:
            failed = endpoint.failed(error)
        raise failed.error
