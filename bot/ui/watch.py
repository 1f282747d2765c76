"""Shows who waits how far the work is, and the answer as it grows; quick work is shown by nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import discord

from bot.clock import Clock
from bot.models.summary import Stage
from bot.ui import cards
from bot.ui.seats import NOT_SENT
from bot.ui.sentences import NOTES

log = logging.getLogger(__name__)

FIRST = 2.0  # seconds before the first sign of progress; most answers are there by then
NEXT = 2.0  # seconds between two signs at least
GROWS = 1.02  # seconds between two edits at least when there is text to read: never two within one second
LOOK, SHORTEST = 0.1, 0.01  # seconds between two looks at what there is to show, at most and at least

Edit = Callable[[discord.ui.LayoutView], Awaitable[object]]


class Watch:
    """Is told the stages, and what there is of the answer; shows the latest."""

    def __init__(self, edit: Edit, clock: Clock) -> None:
        self._edit, self._clock = edit, clock
        self._stage: Stage | None = None
        self._ahead, self._is_behind = 0, False
        self._text: discord.ui.LayoutView | None = None
        self._shown: object = None
        self._is_shown = False
        self._began, self._slept = clock.monotonic(), 0.0  # the last edit, or the beginning, and the sleep since then
        self._editing = asyncio.Lock()

    def in_line(self, ahead: int) -> None:
        """`ahead`: asks that are answered before this one; 0 shows nothing."""
        self._ahead, self._is_behind = ahead, False

    def behind(self) -> None:
        """Another question of this room is answered first."""
        self._is_behind = True

    def stage(self, stage: Stage) -> None:
        """Takes the place of a wait in line; shown at the next edit, if no later one comes first."""
        self._stage, self._ahead, self._is_behind = stage, 0, False

    def show(self, text: discord.ui.LayoutView) -> None:
        """Takes the place of all signs of progress; what was not shown yet is passed over for it."""
        self._text = text

    @asynccontextmanager
    async def open(self, *, shows: bool) -> AsyncIterator[None]:
        """Show what comes while the block runs; after it no edit of ours is on its way any more."""
        if not shows:
            yield
            return
        showing = asyncio.create_task(self._show())
        try:
            yield
        finally:
            async with self._editing:
                showing.cancel()

    async def rest(self) -> None:
        """Until another edit may come after one that showed text."""
        if self._is_shown and self._text is not None:
            await self._clock.sleep(max(0.0, GROWS - self._since()))

    async def _show(self) -> None:
        """By looking now and then: a clock wakes it, nothing else does."""
        while True:
            left = GROWS - self._since()
            step = max(SHORTEST, min(LOOK, left)) if left > 0 else LOOK
            await self._clock.sleep(step)
            self._slept += step
            if (due := self._due()) is not None:
                async with self._editing:
                    self._began, self._slept, self._is_shown = self._clock.monotonic(), 0.0, True
                    await self._sent(due)

    def _since(self) -> float:
        """Seconds, by whichever has moved further: where time is simulated, a clock may stand still."""
        return max(self._clock.monotonic() - self._began, self._slept)

    def _due(self) -> discord.ui.LayoutView | None:
        """What there is to show, if it is new and its time has come."""
        signs = self._stage, self._ahead, self._is_behind
        if self._text is not None:
            is_time = not self._is_shown or self._since() >= GROWS
        else:
            is_time = any(signs) and self._since() >= (NEXT if self._is_shown else FIRST)
        new = self._text or signs
        if new == self._shown or not is_time:
            return None
        self._shown = new
        return self._text or self._sign()

    def _sign(self) -> discord.ui.LayoutView:
        return cards.progress(self._stage, self._ahead, NOTES["room-busy"] if self._is_behind else "")

    async def _sent(self, view: discord.ui.LayoutView) -> None:
        try:
            await self._edit(view)
        except NOT_SENT as error:  # the answer itself may still get through
            log.info("a sign of progress could not be shown: %s", error)
