"""Who waits for an answer: noted when it is asked, so that a crash or a failure leaves nobody without a word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bot.clock import Clock
from bot.models.asker import Asker
from bot.store.asks import KeptAsk, OpenAsk
from bot.store.database import Store

TOKEN_LIVES = timedelta(minutes=15)  # an interaction's token: Discord's documentation, August 2026
ASKS_LIVE = timedelta(days=7)  # for which a failed ask can be asked again by its button


class Waiting:
    """Asks under way, and those that can be asked again."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock

    async def note(self, asker: Asker, *, application_id: int, token: str) -> int:
        """Somebody waits from now on; returns the ask's id."""
        async with self._store.write() as tx:
            return await tx.guild(asker.guild_id or 0).asks.note(
                channel_id=asker.channel_id or 0,
                user_id=asker.user_id or 0,
                application_id=application_id,
                token=token,
            )

    async def tell(self, asker: Asker, ask_id: int, use: str, args: Mapping[str, str]) -> None:
        """What it is that is asked, so that it can be asked again."""
        async with self._store.write() as tx:
            await tx.guild(asker.guild_id or 0).asks.tell(ask_id, use, args)

    async def answered(self, ask_id: int) -> None:
        """Nobody waits for it any more."""
        async with self._store.write() as tx:
            await tx.asks.answer(ask_id)

    async def find(self, asker: Asker, ask_id: int) -> KeptAsk | None:
        """An ask of this server, or of this direct message."""
        kept = await self._store.asks.find(asker.guild_id or 0, ask_id)
        here = kept is not None and (bool(asker.guild_id) or kept.channel_id == asker.channel_id)
        return kept if here else None

    async def left_open(self) -> list[OpenAsk]:
        """Those that a process which died did not answer, while their tokens live; the others are closed."""
        found = await self._store.asks.open()
        alive = [ask for ask in found if self._clock.now() - ask.asked_at < TOKEN_LIVES]
        async with self._store.write() as tx:
            for ask in found:
                if ask not in alive:
                    await tx.asks.answer(ask.id)
            await tx.asks.forget(self._clock.now() - ASKS_LIVE)
        return alive
