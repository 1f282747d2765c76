"""What goes on by itself while the bot is in Discord: from the login to the end, each at its own pace."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextvars import Context

from bot.clock import Clock
from bot.workers import Health, Step, supervise


class Running:
    """steps: each worker's, by its name. landed: waits for what the workers have begun beside."""

    def __init__(self, steps: Mapping[str, Step], clock: Clock, landed: Callable[[], Awaitable[None]]) -> None:
        self._steps, self._clock, self._landed = steps, clock, landed
        self.health = Health()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Once; they run until `close`, on behalf of nobody: what their starter's context says is not true of them."""
        loop = asyncio.get_running_loop()
        self._tasks = [
            Context().run(loop.create_task, supervise(name, step, self._clock, self.health), name=name)
            for name, step in self._steps.items()
        ]

    async def close(self) -> None:
        """No step begins any more; a step at work ends where it is, which loses nothing that was written."""
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        await self._landed()
