"""Several who want the same thing at the same moment get it from one piece of work."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class _Work(Generic[T]):
    task: asyncio.Task[T]
    waiting: int = 0


class Together(Generic[T]):
    """`run` with an equal key joins the work that is under way.

    One who is cancelled leaves the others' work alone; when nobody waits any more, it is cancelled as well.
    """

    def __init__(self) -> None:
        self._under_way: dict[Hashable, _Work[T]] = {}

    async def run(self, key: Hashable, make: Callable[[], Awaitable[T]]) -> T:
        """`make` is called only when nothing is under way for `key`; what it raises, all who wait get."""
        work = self._under_way.get(key)
        if work is None:
            work = self._under_way[key] = _Work(asyncio.ensure_future(_awaited(make)))
            work.task.add_done_callback(lambda _: self._forget(key, work))
        work.waiting += 1
        try:
            return await asyncio.shield(work.task)
        finally:
            work.waiting -= 1
            if not work.waiting:
                self._forget(key, work)  # being cancelled takes a while; who comes now must not join that
                work.task.cancel()  # nothing happens to what is done

    def _forget(self, key: Hashable, work: _Work[T]) -> None:
        if self._under_way.get(key) is work:
            del self._under_way[key]


async def _awaited(make: Callable[[], Awaitable[T]]) -> T:
    return await make()
