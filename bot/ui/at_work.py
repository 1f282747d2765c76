"""What runs at this moment, so that closing can wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

DRAIN = 10.0  # seconds that running asks have to end when the process is asked to


class AtWork:
    """is_closing: whoever asks from now on is told so."""

    def __init__(self) -> None:
        self.is_closing = False
        self._working: set[asyncio.Task[Any]] = set()
        self._beside: set[asyncio.Task[Any]] = set()

    @contextmanager
    def working(self) -> Iterator[None]:
        """`close` waits for the task that runs this."""
        task = asyncio.current_task()
        assert task is not None, "a coroutine runs in a task"
        is_outermost = task not in self._working
        self._working.add(task)
        try:
            yield
        finally:
            if is_outermost:
                self._working.discard(task)

    def beside(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run beside what goes on; `close` waits for it."""
        task = asyncio.create_task(work)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
        return task

    async def close(self) -> None:
        """Let what runs come to its end for a while; then end it, with a sentence."""
        self.is_closing = True
        if self._working:
            await asyncio.wait(set(self._working), timeout=DRAIN)
        for task in (late := set(self._working)):
            task.cancel()
        if ending := late | self._beside:
            await asyncio.wait(ending)
