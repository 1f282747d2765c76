"""A stream that falls silent says so."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import TypeVar

T = TypeVar("T")


async def with_silences(stream: AsyncGenerator[T, None], seconds: float) -> AsyncGenerator[T | None, None]:
    """What comes, and None each time that nothing has come for so long; closes the stream."""
    async with aclosing(stream):
        while True:
            coming = asyncio.ensure_future(anext(stream, _END))
            try:
                while not (await asyncio.wait({coming}, timeout=seconds))[0]:
                    yield None
                piece = coming.result()
            finally:
                coming.cancel()
                await asyncio.gather(coming, return_exceptions=True)  # a stream at work cannot be closed
            if piece is _END:
                return
            yield piece  # type: ignore[misc]  # not the end


_END = object()
