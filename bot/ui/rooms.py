"""One answer at a time in a room, in the order of the questions; rooms do not wait for each other."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from bot.ui.queue import FairQueue


class Rooms:
    """waiting: how many may be in line in one room."""

    def __init__(self, *, waiting: int) -> None:
        self._waiting = waiting
        self._lines: dict[int, FairQueue] = {}

    @property
    def open(self) -> int:
        """In how many rooms somebody is answered."""
        return len(self._lines)

    @asynccontextmanager
    async def turn(self, room: int, on_wait: Callable[[], None], *, came: int = 0) -> AsyncIterator[None]:
        """Held while the block runs. `on_wait` is called when another holds it. Raises Crowded.

        came: Discord's id of what was asked, which grows with time: a command is acknowledged before it gets in line,
        and a message that was written after it is not.
        """
        line = self._lines.setdefault(room, FairQueue(running=1, waiting=self._waiting))
        try:
            async with line.place(room, lambda _: on_wait(), came=came):
                yield
        finally:
            if line.is_idle:
                self._lines.pop(room, None)
