"""What comes in a burst is done in a few goes: while one is under way, the next gathers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Gathered(Generic[T, R]):
    """do: handles several items at once and returns a result for each, in their order."""

    def __init__(self, do: Callable[[Sequence[T]], Awaitable[Sequence[R]]]) -> None:
        self._do = do
        self._next: list[tuple[T, asyncio.Future[R]]] = []
        self._going: asyncio.Task[None] | None = None

    async def add(self, item: T) -> R:
        """Its result. Raises what `do` raised for the go that it was in; cancelled, it is done all the same."""
        result: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._next.append((item, result))
        if self._going is None:
            self._going = asyncio.create_task(self._go_on())
        return await result

    async def _go_on(self) -> None:
        try:
            while self._next:
                gathered, self._next = self._next, []
                await self._go(gathered)
        finally:
            self._going = None

    async def _go(self, gathered: list[tuple[T, asyncio.Future[R]]]) -> None:
        [outcome] = await asyncio.gather(self._do([item for item, _ in gathered]), return_exceptions=True)
        for n, (_, result) in enumerate(gathered):
            if result.cancelled():
                continue
            if isinstance(outcome, BaseException):
                result.set_exception(outcome)
            else:
                result.set_result(outcome[n])
