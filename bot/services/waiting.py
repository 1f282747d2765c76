"""Who waits for an answer: noted when it is asked, so that a crash or a failure leaves nobody without a word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.clock import Clock
from bot.models.asker import Asker
from bot.services.shared.gathered import Gathered
from bot.store.asks import KeptAsk, NewAsk, OpenAsk
from bot.store.database import Store

TOKEN_LIVES = timedelta(minutes=15)  # an interaction's token: Discord's documentation, August 2026
MESSAGES_WAIT = timedelta(days=1)  # for a reply; later nobody remembers the question
ASKS_LIVE = timedelta(days=7)  # for which a failed ask can be asked again by its button


class Waiting:
    """Asks under way, and those that can be asked again."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._notes = Gathered(self._note)

    async def note(
        self, asker: Asker, *, application_id: int, token: str, use: str = "", args: Mapping[str, str] | None = None
    ) -> int:
        """Somebody waits from now on, for what is known so far; returns the ask's id."""
        new = NewAsk(
            channel_id=asker.channel_id or 0,
            user_id=asker.user_id or 0,
            application_id=application_id,
            token=token,
            use=use,
            args=args or {},
        )
        return await self._notes.add((asker.server, new))

    async def note_message(
        self, asker: Asker, *, message_id: int, use: str = "", args: Mapping[str, str] | None = None
    ) -> int:
        """The same of somebody who asks by a message; `replied` says where our reply to it stands."""
        new = NewAsk(
            channel_id=asker.channel_id or 0,
            user_id=asker.user_id or 0,
            question_message_id=message_id,
            use=use,
            args=args or {},
        )
        return await self._notes.add((asker.server, new))

    async def replied(self, asker: Asker, ask_id: int, message_id: int) -> None:
        """Our reply stands there, and is not whole yet."""
        async with self._store.write() as tx:
            await tx.guild(asker.server).asks.replied(ask_id, message_id)

    async def _note(self, waiting: Sequence[tuple[int, NewAsk]]) -> list[int]:
        """A burst in one statement a server: whoever is not noted yet when the process dies is never told."""
        ids: dict[int, int] = {}
        async with self._store.at_once() as tx:
            for guild_id in dict.fromkeys(guild_id for guild_id, _ in waiting):
                here = [at for at, (place, _) in enumerate(waiting) if place == guild_id]
                noted = await tx.guild(guild_id).asks.note([waiting[at][1] for at in here])
                ids |= zip(here, noted, strict=True)
        return [ids[at] for at in range(len(waiting))]

    async def tell(self, asker: Asker, ask_id: int, use: str, args: Mapping[str, str]) -> None:
        """What it is that is asked, so that it can be asked again."""
        async with self._store.write() as tx:
            await tx.guild(asker.server).asks.tell(ask_id, use, args)

    async def answered(self, ask_id: int) -> None:
        """Nobody waits for it any more."""
        async with self._store.write() as tx:
            await tx.asks.answer(ask_id)

    async def find(self, asker: Asker, ask_id: int) -> KeptAsk | None:
        """An ask of this server, or of this direct message."""
        kept = await self._store.asks.find(asker.server, ask_id)
        here = kept is not None and (bool(asker.guild_id) or kept.channel_id == asker.channel_id)
        return kept if here else None

    async def left_open(self) -> list[OpenAsk]:
        """Those that a process which died did not answer and that still can be; the others are closed."""
        now, found = self._clock.now(), await self._store.asks.open()
        alive = [ask for ask in found if now - ask.asked_at < (TOKEN_LIVES if ask.token else MESSAGES_WAIT)]
        async with self._store.write() as tx:
            for ask in found:
                if ask not in alive:
                    await tx.asks.answer(ask.id)
            await tx.asks.forget(self._clock.now() - ASKS_LIVE)
        return alive
