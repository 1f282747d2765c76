"""Composing without feeds: what is told is written by the test."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from bot.models.digest import Digest, Told


class Composer:
    """Stands for `Composing`. stories: what each digest tells; asked: for what it was asked."""

    def __init__(self, stories: int = 1) -> None:
        self.stories, self.asked = stories, list[tuple[int, datetime, datetime, bool]]()
        self.failures: list[Exception] = []
        self.before: Callable[[], None] = lambda: None

    async def compose(
        self, guild_id: int, channel_id: int, *, day: date | None, since: datetime, until: datetime,
        is_late: bool = False,
    ) -> Digest:  # fmt: skip
        self.before()
        self.asked.append((channel_id, since, until, is_late))
        if self.failures:
            raise self.failures.pop(0)
        told = tuple(Told(story_id=0, title=f"Story {n}", sources=(), entry_ids=(n + 1,)) for n in range(self.stories))
        return Digest(day=day, stories=told, since=since, until=until, is_late=is_late)
