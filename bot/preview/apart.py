"""What the simulated Discord does not see: work on real sockets, processes and files, by the machine's own clock.

The simulator owns whatever the client starts. It moves the time of those tasks by hand, and a task that waits for a
real answer is to it one that never comes to rest: no timeout would ever fire. It knows its own by a context variable,
so what is started from an empty context is none of its business.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from contextvars import Context, copy_context
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

import simcord

T = TypeVar("T")

# What answers within it appears in the page at once; what takes longer leaves the page free meanwhile, and the member
# with "is thinking", as in Discord.
AT_ONCE = 1.0  # seconds


class Apart:
    """Runs coroutines out of the simulator's sight, for tasks within it. `env` is set while the simulation runs."""

    def __init__(self, at_once: float = AT_ONCE) -> None:
        self.env: simcord.Env | None = None
        self._at_once = at_once

    @asynccontextmanager
    async def opened(self, services: AbstractAsyncContextManager[T]) -> AsyncIterator[T]:
        """Open a dataclass of services, and hand out the same with each service's coroutines running apart."""
        async with self._held(services) as opened:
            assert is_dataclass(opened)
            across = {field.name: _Across(getattr(opened, field.name), self) for field in fields(opened)}
            yield cast(T, replace(cast(Any, opened), **across))

    @asynccontextmanager
    async def _held(self, resource: AbstractAsyncContextManager[T]) -> AsyncIterator[T]:
        """Entered and left in one task, which lives apart."""
        opened: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        done_with = asyncio.Event()

        async def hold() -> None:
            async with resource as thing:
                opened.set_result(thing)
                await done_with.wait()

        holder = _started_apart(hold())
        try:
            await asyncio.wait((opened, holder), return_when=asyncio.FIRST_COMPLETED)
            if holder.done():
                holder.result()  # it failed to open
            yield opened.result()
        finally:
            done_with.set()
            if not opened.done():
                holder.cancel()
            await asyncio.wait({holder})
        holder.result()

    async def run(self, work: Coroutine[Any, Any, T], *, at_once: float | None = None) -> T:
        """Do it apart; cancelled with the caller. at_once: seconds for which the page waits too."""
        if not self._is_within():
            return await work
        task = _started_apart(work)
        try:
            await _started_apart(asyncio.wait({task}, timeout=self._at_once if at_once is None else at_once))
            if self.env is None or task.done():
                return await task
            result: T = await self.env.external_wait(task, reason="work of the services")
            return result
        finally:
            task.cancel()

    def _is_within(self) -> bool:
        """Whether the caller is the simulator's: the bot's own workers are not."""
        return self.env is None or asyncio.current_task() in self.env._work.tasks


def _started_apart(work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
    # Within the empty context, and not with it as an argument: the simulator would mark that one as its own.
    return Context().run(asyncio.get_running_loop().create_task, work)


class _Across:
    """A service as the simulated side sees it: its coroutines run apart, and call back within the caller's context."""

    def __init__(self, service: object, apart: Apart) -> None:
        self._service, self._apart = service, apart

    def __getattr__(self, name: str) -> Any:
        member = getattr(self._service, name)
        if not inspect.iscoroutinefunction(member):
            return member

        async def run(*args: Any, **kwargs: Any) -> Any:
            kept = {key: _called_back(value) for key, value in kwargs.items()}
            return await self._apart.run(member(*map(_called_back, args), **kept))

        return run


def _called_back(argument: Any) -> Any:
    if not inspect.isroutine(argument):
        return argument
    context = copy_context()

    def call(*args: Any) -> Any:
        return context.run(cast(Callable[..., Any], argument), *args)

    return call
