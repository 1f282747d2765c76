"""One request, one answer: what discord.py would wait for or send again by itself is told to who asked for it.

Its own way is right for commands. A post that is to stand in its channel once must not be sent again minutes later by a
library that knows nothing of nonces, nor be cut off while it holds a lock that all requests wait for.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from types import SimpleNamespace

import aiohttp

TOO_MANY, BROKEN = 429, 500


class Answered(Exception):
    """Discord did not take the request. wait: seconds, of a 429; everywhere: it counts for all requests."""

    def __init__(self, status: int, wait: float = 0.0, *, everywhere: bool = False) -> None:
        super().__init__(f"answered {status}")
        self.status, self.wait, self.everywhere = status, wait, everywhere


class Attempt:
    """is_out: bytes of the request have left; whether Discord has acted on it, only an answer tells."""

    is_out = False


_attempt: ContextVar[Attempt | None] = ContextVar("attempt", default=None)


@contextmanager
def one_attempt() -> Iterator[Attempt]:
    """Requests inside raise Answered for 429 and for 5xx, instead of being made again."""
    attempt = Attempt()
    token = _attempt.set(attempt)
    try:
        yield attempt
    finally:
        _attempt.reset(token)


def trace() -> aiohttp.TraceConfig:
    """For the client's `http_trace`; whatever is asked for outside of `one_attempt` goes as ever."""
    config = aiohttp.TraceConfig()
    config.on_request_headers_sent.append(_sent)
    config.on_request_end.append(_answered)
    return config


async def _sent(_: aiohttp.ClientSession, __: SimpleNamespace, ___: aiohttp.TraceRequestHeadersSentParams) -> None:
    if attempt := _attempt.get():
        attempt.is_out = True


async def _answered(_: aiohttp.ClientSession, __: SimpleNamespace, end: aiohttp.TraceRequestEndParams) -> None:
    status, headers = end.response.status, end.response.headers
    if _attempt.get() is None or (status != TOO_MANY and status < BROKEN):
        return
    wait = headers.get("Retry-After", "")
    raise Answered(
        status, float(wait) if wait.replace(".", "", 1).isdecimal() else 0.0, everywhere="X-RateLimit-Global" in headers
    )
