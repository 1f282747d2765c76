"""Who waits for something is told when anything has happened."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class News:
    """Of this process; the waiting is done where things happen, so that no test has to poll."""

    def __init__(self) -> None:
        self._condition = asyncio.Condition()

    async def changed(self) -> None:
        """Something is not as it was."""
        async with self._condition:
            self._condition.notify_all()

    async def until(self, come: Callable[[], bool], seconds: float) -> bool:
        """Whether it has come, now or within `seconds`."""
        try:
            async with asyncio.timeout(seconds), self._condition:
                await self._condition.wait_for(come)
        except TimeoutError:
            pass
        return come()
