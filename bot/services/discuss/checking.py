"""The check of an answer while it is written, in a thread of its own: what stands is told at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING, Self, TypeVar

from bot.analysis.engine import AnswerAsk
from bot.models.discussion import Answer
from bot.models.summary import Fallback, Signature

if TYPE_CHECKING:
    from bot.analysis.grounding import AnswerCheck

Told = Callable[[str], None]
T = TypeVar("T")


def unheard(text: str) -> None:
    """The answer that nobody reads while it is written."""


class Checking:
    """Around one answer. A sentence beside long articles takes a tenth of a second, which no event loop has to spare.

    The thread is not the pool's, where a sentence would wait behind whole pages.
    """

    def __init__(self, check: AnswerCheck, thread: ThreadPoolExecutor, told: Told) -> None:
        self._check, self._thread, self._told, self._last = check, thread, told, ""

    @classmethod
    async def of(cls, ask: AnswerAsk, instructions: Sequence[str], told: Told) -> Self:
        """Reads all of the articles; to be closed."""
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="checking")
        return cls(await _in(thread, partial(_check_of, ask, instructions)), thread, told)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        self._thread.shutdown(wait=False, cancel_futures=True)

    async def feed(self, piece: str | None) -> bool:
        """The next piece, None for silence; False when nothing more is read."""
        if piece is None:
            self._tell(await _in(self._thread, self._check.pause))
        elif await _in(self._thread, partial(self._check.feed, piece)):
            self._tell(self._check.text)
        return not self._check.is_full

    def start_over(self) -> None:
        """What was fed so far is void."""
        self._check.start_over()

    async def finish(self, signature: Signature, fallback: Fallback | None, *, is_cut: bool) -> Answer:
        """The answer, when no more comes."""
        return await _in(self._thread, partial(self._check.finish, signature, fallback, is_cut=is_cut))

    def _tell(self, text: str) -> None:
        """Silence for what was told already, and for nothing."""
        if text not in ("", self._last):
            self._last = text
            self._told(text)


async def _in(thread: ThreadPoolExecutor, work: Callable[[], T]) -> T:
    return await asyncio.get_running_loop().run_in_executor(thread, work)


def _check_of(ask: AnswerAsk, instructions: Sequence[str]) -> AnswerCheck:
    from bot.analysis.grounding import AnswerCheck  # whoever wants a summary should not wait for it

    return AnswerCheck(ask, instructions)
