"""Cancelling a piece of work at each of its awaits, one after the other, without any luck in the timing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Generator
from dataclasses import dataclass
from enum import Enum
from typing import Any


class When(Enum):
    """Where in an await the cancellation comes."""

    BEFORE_THE_ANSWER = "what was asked for is under way, and nobody will hear its answer"
    AFTER_THE_ANSWER = "it is done already, and its answer is lost"


@dataclass(frozen=True, slots=True)
class CancelledAt:
    """Awaits `work` and cancels it at its await number `point`, counted from 0; `twice`: at the next one again.

    Gives True when the work was over before it came to that point.
    """

    work: Coroutine[Any, Any, object]
    point: int
    when: When
    twice: bool = False

    def __await__(self) -> Generator[Any, Any, bool]:
        cancelled, point = 0, 0
        try:
            asked = self.work.send(None)
            while True:
                due = point >= self.point and cancelled <= self.twice
                if not due or self.when is When.AFTER_THE_ANSWER:
                    yield asked
                cancelled += due
                asked = self.work.throw(asyncio.CancelledError()) if due else self.work.send(None)
                point += 1
        except (StopIteration, asyncio.CancelledError):
            return not cancelled


async def at_every_await(work: Callable[[], Coroutine[Any, Any, object]], when: When, *, twice: bool) -> int:
    """Run `work` again and again, cancelled one await later each time, until it comes to its end; returns how often."""
    point = 0
    while not await CancelledAt(work(), point, when, twice):
        point += 1
    return point
