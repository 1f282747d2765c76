"""Work waits its turn here: a bounded number at once, fair between servers."""

from __future__ import annotations

import asyncio
from bisect import insort_right
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.errors import Crowded


@dataclass(frozen=True, slots=True)
class _InLine:
    came: int
    turn: asyncio.Future[None]


class FairQueue:
    """At most `running` at once, `waiting` more in line; owners take turns: who asks much delays only itself."""

    def __init__(self, *, running: int, waiting: int) -> None:
        self._running, self._free, self._room = running, running, waiting
        self._lines: OrderedDict[int, deque[_InLine]] = OrderedDict()

    @asynccontextmanager
    async def place(self, owner: int, on_wait: Callable[[int], None], *, came: int = 0) -> AsyncIterator[None]:
        """Held while the block runs. `on_wait` is told how many are in line already. Raises Crowded.

        came: grows with the time of asking; of one owner's in line the earliest is next, of equals the first in line.
        """
        await self._enter(owner, on_wait, came)
        try:
            yield
        finally:
            self._leave()

    @property
    def waiting(self) -> int:
        """How many are in line; who gave up is not."""
        return sum(not waits.turn.cancelled() for line in self._lines.values() for waits in line)

    @property
    def is_idle(self) -> bool:
        """Whether nothing runs, and nobody is in line."""
        return self._free == self._running and not self.waiting

    async def _enter(self, owner: int, on_wait: Callable[[int], None], came: int) -> None:
        if self._free:
            self._free -= 1
            return
        if self.waiting >= self._room:
            raise Crowded
        on_wait(self.waiting)
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        insort_right(self._lines.setdefault(owner, deque()), _InLine(came, turn), key=lambda waits: waits.came)
        try:
            await turn
        except asyncio.CancelledError:
            if not turn.cancelled():  # the turn came at the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        """Hand the place to the next in line, who is still there."""
        while self._lines:
            owner, line = self._lines.popitem(last=False)
            turn = line.popleft().turn
            if line:
                self._lines[owner] = line  # to the end
            if not turn.cancelled():
                turn.set_result(None)
                return
        self._free += 1
