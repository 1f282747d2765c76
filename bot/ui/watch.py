"""Shows who waits how far the work is, by edits of the deferred reply; quick work is shown by nothing."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import aiohttp
import discord

from bot.clock import Clock
from bot.models.summary import Stage
from bot.ui import cards

log = logging.getLogger(__name__)

FIRST = 2.0  # seconds before the first sign; most answers are there by then
NEXT = 2.0  # seconds between two edits at least

Edit = Callable[[discord.ui.LayoutView], Awaitable[object]]


class Watch:
    """Is told the stages; shows the latest."""

    def __init__(self, edit: Edit, clock: Clock) -> None:
        self._edit, self._clock = edit, clock
        self._stage: Stage | None = None
        self._ahead = 0
        self._editing = asyncio.Lock()

    def in_line(self, ahead: int) -> None:
        """`ahead`: asks that are answered before this one; 0 shows nothing."""
        self._ahead = ahead

    def stage(self, stage: Stage) -> None:
        """Takes the place of a wait in line; shown at the next edit, if no later one comes first."""
        self._stage, self._ahead = stage, 0

    @asynccontextmanager
    async def open(self, *, shows: bool) -> AsyncIterator[None]:
        """Show stages while the block runs; after it no edit of ours is on its way any more."""
        if not shows:
            yield
            return
        showing = asyncio.create_task(self._show())
        try:
            yield
        finally:
            async with self._editing:
                showing.cancel()

    async def _show(self) -> None:
        await self._clock.sleep(FIRST)
        shown: object = None
        while True:
            if (now := (self._stage, self._ahead)) != shown and any(now):
                async with self._editing:
                    await self._sent(cards.progress(*now))
                shown = now
            await self._clock.sleep(NEXT)

    async def _sent(self, view: discord.ui.LayoutView) -> None:
        try:
            await self._edit(view)
        except (discord.HTTPException, aiohttp.ClientError) as error:  # the answer itself may still get through
            log.info("a sign of progress could not be shown: %s", error)
