"""Nothing of ours stands before an acknowledgement, whatever holds the file."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import discord

from bot.ui.asks import Ask
from bot.ui.at_work import AtWork
from bot.ui.calls import Reply
from bot.ui.desk import Desk
from bot.ui.keys import Signer
from bot.ui.notes import Notes
from bot.ui.worker import Worker


class Held:
    """A file that can be written to once the interaction was deferred; `done` is what came when."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.extras: dict[str, Any] = {}
        self.message, self.response = None, SimpleNamespace(defer=self._defer)
        self._is_free = asyncio.Event()

    async def interaction(self, *_: object) -> int:
        await self._is_free.wait()
        self.done.append("noted")
        return 7

    async def _defer(self, **_: object) -> None:
        self.done.append("acknowledged")
        self._is_free.set()


async def test_who_asks_is_acknowledged_though_the_file_is_held() -> None:
    held = Held()
    desk = Desk(cast(Worker, None), cast(Notes, held), Signer(b"secret"), AtWork())
    async with asyncio.timeout(10.0):
        assert await desk.acknowledge(cast(discord.Interaction, held), Reply.PUBLIC, Ask("help"))
    assert held.done == ["acknowledged", "noted"]
