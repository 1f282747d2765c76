"""All that there is around a bot that lives and dies: Discord, sites, a clock, channels, and what happened so far."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.services.shared.moves import TRY
from bot.services.shared.outbox import LEASE
from tests.end_to_end.digest_channels import Place, Slot
from tests.end_to_end.digest_checks import Record
from tests.end_to_end.digest_journal import Journal
from tests.end_to_end.newsroom import Newsroom
from tests.end_to_end.nursery import Nursery
from tests.false_discord.driver import FalseDiscord
from tests.false_discord.payloads import Payload
from tests.false_discord.shared_clock import SharedTime
from tests.store.files import rows

JUST_NOW = timedelta(seconds=6)  # a jump between taking a post up and sending it would be a machine that stood still
_TAKEN_UP = "SELECT 1 FROM post WHERE state = 'sending' AND not_before BETWEEN ? AND ? LIMIT 1"


@dataclass(frozen=True, slots=True)
class Stage:
    """moderator: a member who may do everything."""

    discord: FalseDiscord
    time: SharedTime
    room: Newsroom
    home: Nursery
    folder: Path
    places: Sequence[Place]
    moderator: Payload
    chance: random.Random
    journal: Journal
    record: Record

    @property
    def database(self) -> Path:
        return self.folder / "bot.sqlite3"

    def place(self, slot: Slot) -> Place:
        return next(place for place in self.places if place.channel == slot.channel)

    async def calm_down(self) -> None:
        """Until nobody asks Discord or the sites for anything, and no post was taken up just now to be sent."""
        await self.room.rest(0.15, 3.0)
        await self.discord.ask("quiet", rest=0.12, seconds=3.0)
        while self._has_taken_up():
            await self.discord.ask("quiet", rest=0.12, seconds=0.2)

    def _has_taken_up(self) -> bool:
        lease = self.time.now() + TRY + LEASE
        return bool(rows(self.database, _TAKEN_UP, (lease - JUST_NOW).isoformat(), lease.isoformat()))
