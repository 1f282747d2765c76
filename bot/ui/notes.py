"""Who waits, as it is kept; a file that cannot be written costs nobody their answer."""

from __future__ import annotations

import logging

import discord

from bot.errors import BotError
from bot.models.asker import Asker
from bot.services.waiting import Waiting
from bot.store.asks import OpenAsk
from bot.ui.asks import Ask
from bot.ui.calls import asker_of

log = logging.getLogger(__name__)


class Notes:
    """Each answers 0 or nothing where it failed."""

    def __init__(self, waiting: Waiting) -> None:
        self._waiting = waiting

    async def interaction(self, interaction: discord.Interaction, ask: Ask | None) -> int:
        """Somebody waits from now on; returns the id of their ask. ask: what it is, where that is known yet."""
        try:
            return await self._waiting.note(
                asker_of(interaction),
                application_id=interaction.application_id,
                token=interaction.token,
                use=ask.use if ask else "",
                args=ask.args if ask else None,
            )
        except BotError as error:  # the answer does not hang on it
            log.warning("an ask could not be noted: %s", error)
            return 0

    async def message(self, asker: Asker, message_id: int, ask: Ask) -> int:
        """Somebody waits who asked by a message."""
        try:
            return await self._waiting.note_message(asker, message_id=message_id, use=ask.use, args=ask.args)
        except BotError as error:
            log.warning("a question could not be noted: %s", error)
            return 0

    async def replied(self, asker: Asker, ask_id: int, message_id: int) -> None:
        """Our reply stands there, where whoever starts next finds it."""
        if ask_id:
            try:
                await self._waiting.replied(asker, ask_id, message_id)
            except BotError as error:
                log.warning("the reply to ask %d could not be noted: %s", ask_id, error)

    async def tell(self, asker: Asker, ask_id: int, ask: Ask) -> None:
        """What it is that is asked."""
        if ask_id:
            try:
                await self._waiting.tell(asker, ask_id, ask.use, ask.args)
            except BotError as error:
                log.warning("ask %d cannot be asked again: %s", ask_id, error)

    async def close(self, ask_id: int) -> None:
        """Nobody waits for it any more."""
        if ask_id:
            try:
                await self._waiting.answered(ask_id)
            except BotError as error:  # it is told again after a restart
                log.warning("ask %d could not be closed: %s", ask_id, error)

    async def find(self, asker: Asker, ask_id: int) -> Ask | None:
        """An ask of this place, as it is asked again: the same question, no second turn of a discussion."""
        kept = await self._waiting.find(asker, ask_id)
        return Ask(kept.use, {"key": f"ask:{kept.id}", **kept.args}) if kept else None

    async def left_open(self) -> list[OpenAsk]:
        """Those whom a process that died left waiting."""
        return await self._waiting.left_open()
