"""What Discord is like at the moment, below /control: its limits, its nonces, its history, who may do what."""

from __future__ import annotations

import asyncio
import time

from aiohttp import web

from tests.false_discord.gateway import Gateway
from tests.false_discord.limits import Limits
from tests.false_discord.news import News
from tests.false_discord.posting import Posting
from tests.false_discord.rest import answer
from tests.false_discord.world import World

LOOK = 0.01  # seconds of the machine


class Moods:
    """Each of it lasts until it is changed."""

    def __init__(self, world: World, gateway: Gateway, news: News, posting: Posting, limits: Limits) -> None:
        self._world, self._gateway, self._news = world, gateway, news
        self._posting, self._limits = posting, limits

    def add_to(self, app: web.Application) -> None:
        for path, handler in {
            "memory": self._memory, "limits": self._limit, "deny": self._deny, "calm": self._calm,
            "struck": self._struck, "quiet": self._quiet,
        }.items():  # fmt: skip
            app.router.add_post(f"/control/{path}", handler)

    async def _memory(self, request: web.Request) -> web.Response:
        """How long nonces count, and how late the history is; in seconds."""
        told = await request.json()
        self._posting.nonces_live, self._posting.history_late = told["nonces"], told["history"]
        return answer({})

    async def _limit(self, request: web.Request) -> web.Response:
        self._limits.is_on = (await request.json())["on"]
        return answer({})

    async def _deny(self, request: web.Request) -> web.Response:
        """Nobody has these permissions in this channel any more; 0 gives all back."""
        told = await request.json()
        channel = self._world.channel(told["channel"])
        self._world.deny(channel, told["permissions"])
        self._gateway.dispatch("CHANNEL_UPDATE", channel)
        return answer({})

    async def _calm(self, _: web.Request) -> web.Response:
        """Whatever was to go wrong does not any more."""
        self._world.faults.clear()
        return answer({})

    async def _struck(self, request: web.Request) -> web.Response:
        """Until so many requests in all have met a fault, or the time is over; returns how many have."""
        told = await request.json()
        await self._news.until(lambda: self._world.struck >= told["times"], told["seconds"])
        return answer({"times": self._world.struck, "refused": self._limits.refused})

    async def _quiet(self, request: web.Request) -> web.Response:
        """Until no request has been under way for so long from now on, or the time is over; the machine's seconds."""
        told, begun = await request.json(), time.monotonic()
        end = begun + told["seconds"]
        while (now := time.monotonic()) < end:
            if not self._world.under_way and now - max(self._world.rested, begun) >= told["rest"]:
                break
            await asyncio.sleep(LOOK)  # noqa: TID251 - the machine's time, whatever Discord's clock says
        return answer({"quiet": now < end})
