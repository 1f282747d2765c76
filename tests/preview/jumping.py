"""The page in this process, by a clock that a test moves ahead: nobody waits for a digest's time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from pathlib import Path

from bot.cli.preview import create_page_client
from bot.clock import SystemClock
from bot.config import Settings
from bot.preview.apart import Apart
from bot.preview.page import Page, open_page

LOOK = 0.05  # seconds of the machine's between two looks of who sleeps until a moment


class JumpingClock(SystemClock):
    """Keeps `bot.clock.Clock`. Goes on as the machine's does, and may be moved ahead."""

    def __init__(self) -> None:
        self._ahead = timedelta()

    def now(self) -> datetime:
        return super().now() + self._ahead

    def jump_to(self, moment: datetime) -> None:
        """Whoever sleeps until an earlier moment wakes; whoever sleeps for some seconds sleeps on."""
        self._ahead += max(timedelta(), moment - self.now())

    async def sleep_until(self, moment: datetime) -> None:
        while (left := (moment - self.now()).total_seconds()) > 0:
            await self.sleep(min(LOOK, left))


@asynccontextmanager
async def jumping_page(folder: Path) -> AsyncIterator[tuple[Page, JumpingClock]]:
    """With nothing configured."""
    apart, clock = Apart(), JumpingClock()
    client = create_page_client(Settings(database_path=folder / "commentary.sqlite3"), apart, clock)
    async with open_page(client, apart, clock, banner="what this is", port=0) as page:
        yield page, clock
