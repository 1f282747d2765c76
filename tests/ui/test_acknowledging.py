"""Whoever sees that the bot is at work is noted by then, unless the file takes too long."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from bot.ui.asks import Ask
from bot.ui.at_work import AtWork
from bot.ui.calls import Reply
from bot.ui.desk import Desk
from bot.ui.keys import Signer
from bot.ui.notes import Notes
from bot.ui.worker import Worker


class Slow:
    """Notes that take until `is_written`, and an interaction that is deferred at once; `done` is what came when."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.is_written = asyncio.Event()
        self.extras: dict[str, Any] = {}
        self.message, self.response = None, SimpleNamespace(defer=self._defer)

    async def interaction(self, *_: object) -> int:
        await self.is_written.wait()
        self.done.append("noted")
        return 7

    async def _defer(self, **_: object) -> None:
        self.done.append("acknowledged")
        self.is_written.set()


@pytest.mark.parametrize(
    ("is_written", "done"),
    [
        pytest.param(True, ["noted", "acknowledged"], id="the file is quick"),
        pytest.param(False, ["acknowledged", "noted"], id="the file is held by another"),
    ],
)
async def test_it_is_noted_first_and_acknowledged_in_time(is_written: bool, done: list[str]) -> None:
    slow = Slow()
    if is_written:
        slow.is_written.set()
    desk = Desk(cast(Worker, None), cast(Notes, slow), Signer(b"secret"), AtWork())
    async with asyncio.timeout(2.0):
        assert await desk.acknowledge(cast(discord.Interaction, slow), Reply.PUBLIC, Ask("help"))
    assert slow.done == done
