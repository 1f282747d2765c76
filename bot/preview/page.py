"""The page: the client in a simulated server, in time with the machine's clock, until somebody ends it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit

import discord
import simcord
from discord.ext import commands
from simcord.backend.errors import SetupError
from simcord.preview import Preview

from bot.clock import Clock
from bot.preview.apart import Apart
from bot.preview.beyond import Beyond
from bot.preview.place import Place, furnish
from bot.preview.turns import Turns

PATIENCE = 120.0  # seconds for which the simulator lets one command work within its sight


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is being served. Whoever has its address may use it."""

    preview: Preview
    keeping: asyncio.Task[None]

    @property
    def url(self) -> str:
        return self.preview.url

    @property
    def port(self) -> int:
        return urlsplit(self.url).port or 0

    async def ended(self) -> None:
        """Until somebody ends the session in the page."""
        closed = asyncio.ensure_future(self.preview.wait_closed())
        try:
            await asyncio.wait((closed, self.keeping), return_when=asyncio.FIRST_COMPLETED)
        finally:
            closed.cancel()
        if self.keeping.done():
            self.keeping.result()


@asynccontextmanager
async def open_page(
    client: discord.Client, apart: Apart, clock: Clock, *, banner: str, port: int
) -> AsyncIterator[Page]:
    """Serve the page on loopback; another port is taken when `port` is not free."""
    assert isinstance(client, commands.AutoShardedBot)
    tells_failures = client.tree.on_error
    async with client, _simulated(client, clock) as env, AsyncExitStack() as end:
        apart.env = env
        end.callback(setattr, apart, "env", None)
        client.tree.error(tells_failures)  # the simulator's own would call each failure card an action that failed
        place = await furnish(env)
        await place.host.send(place.channel, banner)
        preview = await end.enter_async_context(_listening(env, place, port))
        turns = Turns(env, place, Beyond(client, place), clock)
        turns.take_over(preview)
        keeping = asyncio.create_task(turns.keep_current(preview))
        end.callback(keeping.cancel)
        yield Page(preview, keeping)


@asynccontextmanager
async def _simulated(client: discord.Client, clock: Clock) -> AsyncIterator[simcord.Env]:
    """`simcord.run`, with today's date from the start: moved later, the months between would all be lived through."""
    env = simcord.Env(client, settle_timeout=PATIENCE, check_errors=False)
    env.backend.clock.advance(max(0.0, (clock.now() - env.now()).total_seconds()))
    await env.start()
    try:
        with env.time_context():
            yield env
    finally:
        await env.shutdown()


@asynccontextmanager
async def _listening(env: simcord.Env, place: Place, port: int) -> AsyncIterator[Preview]:
    async with AsyncExitStack() as end:
        try:
            preview = await end.enter_async_context(_preview(env, place, port))
        except SetupError:  # the port is taken
            preview = await end.enter_async_context(_preview(env, place, 0))
        yield preview


def _preview(env: simcord.Env, place: Place, port: int) -> Preview:
    return env.preview(place.channel, viewers=[place.you], layout="channel", port=port)
