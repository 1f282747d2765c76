"""An ask at work: what is asked may be changed under way, or taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.ui.asks import Ask
from bot.ui.calls import Seat

T = TypeVar("T")


class Job:
    """ask_id: as it was noted, 0 when it is not. keeps_card: a failure must not take the place of the card."""

    def __init__(self, seat: Seat, ask: Ask, *, ask_id: int = 0, keeps_card: bool = False) -> None:
        self.seat, self.ask, self.ask_id, self.keeps_card = seat, ask, ask_id, keeps_card
        self.is_withdrawn = False
        self._making: asyncio.Task[Any] | None = None
        self._trying: asyncio.Future[Any] | None = None

    def change(self, ask: Ask) -> None:
        """What is being made is thrown away and made anew; what waits or is made already, does not notice."""
        self.ask = ask
        if self._trying:
            self._trying.cancel()

    def withdraw(self) -> None:
        """Nobody wants it any more."""
        self.is_withdrawn = True
        if self._making:
            self._making.cancel()

    async def made(self, make: Callable[[], Awaitable[T]]) -> T:
        """What `make` makes. Raises CancelledError when it is withdrawn meanwhile."""
        self._making = asyncio.current_task()
        try:
            if self.is_withdrawn:
                raise asyncio.CancelledError
            return await make()
        finally:
            self._making = None

    async def tried(self, answer: Callable[[Ask], Awaitable[T]]) -> T:
        """The answer to what is asked at last."""
        while True:
            ask = self.ask
            trying: asyncio.Future[T] = asyncio.ensure_future(_awaited(answer, ask))
            self._trying = trying
            try:
                return await trying
            except asyncio.CancelledError:
                if self.ask is ask or _is_cancelled():
                    raise
            finally:
                self._trying = None


async def _awaited(answer: Callable[[Ask], Awaitable[T]], ask: Ask) -> T:
    return await answer(ask)


def _is_cancelled() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0
