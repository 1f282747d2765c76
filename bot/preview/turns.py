"""Who acts in the simulation when: the page's reader, and the clock that goes on."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from typing import Any

import simcord
from simcord.preview import Preview

from bot.clock import Clock
from bot.preview.beyond import Beyond
from bot.preview.place import Place

log = logging.getLogger(__name__)

TICK = 0.25  # seconds between two looks at whether there is something new to show

# What the reader types stays what it is when something new has appeared meanwhile; a click might hit another button.
TYPED = {"autocomplete_command", "run_command", "send_message", "modal_submit"}


class Turns:
    """One acts at a time.

    The simulator refuses whatever begins while something else is at work in it, and the page takes such a refusal
    for an action of unknown outcome; nothing public of it waits.
    """

    def __init__(self, env: simcord.Env, place: Place, beyond: Beyond, clock: Clock) -> None:
        self._env, self._place, self._beyond, self._clock = env, place, beyond, clock
        self._turn = asyncio.Lock()
        self._shown = 0  # requests of the bot whose effect the page shows

    def take_over(self, preview: Preview) -> None:
        """From here on the page's actions wait for their turn."""
        act = preview._action
        self._shown = len(self._env.http_requests)

        async def act_in_turn(context_id: str | None, body: Mapping[str, Any]) -> dict[str, Any]:
            async with self._turn:
                preview.capture_time = self._clock.now()  # by which it says how long ago something was
                kind = body.get("kind") if isinstance(body, Mapping) else None
                revision = _revision(preview, context_id)
                if kind == "send_message":
                    body = self._with_pings(body)
                sent = len(self._env.http_requests)
                done = await act(context_id, {**body, "published_revision": revision} if kind in TYPED else body)
                if kind == "autocomplete_command":  # its answer is shown by the page itself
                    self._shown += len(self._env.http_requests) - sent
                elif done["revision"] > revision:  # the page shows all that there is
                    self._shown = len(self._env.http_requests)
                if kind == "send_message" and (said := self._place.channel.last_message):
                    await self._beyond.heard(said)
                    self._shown = -1
                await self._show_what_is_new(preview)
                return done

        preview._action = act_in_turn  # type: ignore[method-assign]

    def _with_pings(self, body: Mapping[str, Any]) -> Mapping[str, Any]:
        words, reply_to = body.get("content"), body.get("reply_to_id")
        if not isinstance(words, str):
            return body
        return {**body, "content": self._beyond.with_pings(words, int(reply_to) if reply_to else None)}

    async def keep_current(self, preview: Preview) -> None:
        """For ever: moves the simulated time with the real one, and shows what came of it."""
        while True:
            await self._clock.sleep(TICK)
            async with self._turn:
                try:
                    # Simulated time stands still unless it is moved.
                    await self._env.advance_time(max(0.0, (self._clock.now() - self._env.now()).total_seconds()))
                    await self._show_what_is_new(preview)
                except TimeoutError as stuck:
                    log.warning("the simulated Discord waits: %s", stuck)

    async def _show_what_is_new(self, preview: Preview) -> None:
        forwarded = await self._beyond.look_around()
        # Each showing makes what the reader does at this moment a thing of the past: not more of them than needed.
        if forwarded or self._shown != len(self._env.http_requests):
            self._shown = len(self._env.http_requests)
            await preview.refresh()


def _revision(preview: Preview, context_id: str | None) -> int:
    """What the page would show by now."""
    page = preview._pages.get(context_id or "")
    return page.revision if page else 0
