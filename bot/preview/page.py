"""The page: the client in a simulated server, in time with the machine's clock, until somebody ends it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any
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

log = logging.getLogger(__name__)

PATIENCE = 120.0  # seconds for which the simulator lets one command work within its sight
TICK = 0.25  # seconds between two looks at whether there is something new to show


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
    async with client, simcord.run(client, settle_timeout=PATIENCE, check_errors=False) as env, AsyncExitStack() as end:
        apart.env = env
        end.callback(setattr, apart, "env", None)
        client.tree.error(tells_failures)  # the simulator's own would call each failure card an action that failed
        await _catch_up(env, clock)
        place = await furnish(env)
        await place.host.send(place.channel, banner)
        preview = await end.enter_async_context(_listening(env, place, port))
        beyond = Beyond(client, place)
        turn = _one_at_a_time(preview, place, beyond)
        keeping = asyncio.create_task(_keep_current(env, preview, turn, beyond, clock))
        end.callback(keeping.cancel)
        yield Page(preview, keeping)


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


def _one_at_a_time(preview: Preview, place: Place, beyond: Beyond) -> asyncio.Lock:
    """The turn that each action of the page takes.

    The simulator refuses whatever begins while something else is at work in it, and the page takes such a refusal
    for an action of unknown outcome; nothing public of it waits.
    """
    turn = asyncio.Lock()
    act = preview._action

    async def act_in_turn(context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
        async with turn:
            done = await act(context_id, body)
            if body.get("kind") == "send_message" and (said := place.channel.last_message):
                await beyond.heard(said)
            return done

    preview._action = act_in_turn  # type: ignore[method-assign]
    return turn


async def _keep_current(env: simcord.Env, preview: Preview, turn: asyncio.Lock, beyond: Beyond, clock: Clock) -> None:
    shown = 0
    while True:
        await clock.sleep(TICK)
        async with turn:
            try:
                await _catch_up(env, clock)
                if (sent := len(env.http_requests)) != shown:
                    await beyond.look_around()
                    await preview.refresh()
                    shown = sent
            except TimeoutError as stuck:
                log.warning("the simulated Discord waits: %s", stuck)


async def _catch_up(env: simcord.Env, clock: Clock) -> None:
    """Simulated time stands still unless it is moved."""
    await env.advance_time(max(0.0, (clock.now() - env.now()).total_seconds()))
