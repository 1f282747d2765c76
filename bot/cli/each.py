"""Several SOURCEs: worked on side by side, answered in their order."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from bot.errors import BotError
from bot.ui.sentences import sentence

T = TypeVar("T")

AT_ONCE = 4


async def each(
    sources: Sequence[str], work: Callable[[str], Awaitable[T]], show: Callable[[T], None], *, as_json: bool
) -> int:
    """Work on every source and show each answer as soon as those before it are shown; returns the exit status.

    A failure is a sentence on standard error, and `{"source", "error"}` among JSON answers; the others go on.
    """
    places = asyncio.Semaphore(AT_ONCE)

    async def one(source: str) -> T:
        """Waits for one of `AT_ONCE` places: a long list must not open a connection for each item."""
        async with places:
            return await work(source)

    status = 0
    tasks = [asyncio.ensure_future(_caught(one(source))) for source in sources]
    try:
        for source, task in zip(sources, tasks, strict=True):
            match await task:
                case BotError() as error:
                    status = 1
                    _failed(source, error, as_json=as_json, several=len(sources) > 1)
                case answer:
                    show(answer)
    finally:  # interrupted, or nobody reads on
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return status


async def _caught(work: Awaitable[T]) -> T | BotError:
    try:
        return await work
    except BotError as error:
        return error


def _failed(source: str, error: BotError, *, as_json: bool, several: bool) -> None:
    if as_json:
        print_json({"source": source, "error": sentence(error)})
    print(f"{source}: {sentence(error)}" if several else sentence(error), file=sys.stderr)


def print_json(answer: dict[str, Any]) -> None:
    """One object, one line."""
    print(json.dumps(answer, ensure_ascii=False), flush=True)
