"""The one place where interactions are acknowledged: a command, a press, a form all become an `Ask` here.

Each is acknowledged first; then it is noted, and a worker answers it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import discord

from bot.errors import NotHere
from bot.ui.asks import Ask, Ids
from bot.ui.at_work import AtWork
from bot.ui.calls import Reply, Use, asker_of, place_of
from bot.ui.jobs import Job
from bot.ui.keys import Signer
from bot.ui.notes import Notes
from bot.ui.seats import NOT_SENT, Pressed
from bot.ui.worker import RETRY, Worker

log = logging.getLogger(__name__)

_NOTED, _ASKED, _PRIVATE = "noted", "asked", "private"


class Desk:
    """Whatever Discord sends us as an interaction comes by here."""

    def __init__(self, worker: Worker, notes: Notes, signer: Signer, at_work: AtWork) -> None:
        self._worker, self._notes, self._signer, self._at_work = worker, notes, signer, at_work
        self._pressed: set[tuple[int, str, int]] = set()

    async def acknowledge(
        self, interaction: discord.Interaction, reply: Reply, ask: Ask | None = None, *, noted: bool = True
    ) -> bool:
        """Defer: nothing of ours is awaited before. False when nobody waits for an answer any more.

        ask: what is asked, where that is known yet; it is noted beside, so that a crash loses nobody.
        """
        noting = self._at_work.beside(self._notes.interaction(interaction, ask)) if noted else None
        with self._at_work.working():
            try:
                if reply is Reply.IN_PLACE:
                    await interaction.response.defer()
                else:
                    await interaction.response.defer(thinking=True, ephemeral=reply is Reply.PRIVATE)
            except (*NOT_SENT, discord.InteractionResponded) as error:
                log.warning("an interaction could not be acknowledged: %s", error)
                if noting:
                    await self._notes.close(await noting)
                return False
            in_private = interaction.message is not None and interaction.message.flags.ephemeral
            private = reply is Reply.PRIVATE or (reply is Reply.IN_PLACE and in_private)
            interaction.extras.update({_NOTED: await noting if noting else 0, _ASKED: ask, _PRIVATE: private})
        return True

    async def answer(self, interaction: discord.Interaction, ask: Ask, *, keeps_card: bool = False) -> None:
        """Answer what was acknowledged."""
        with self._at_work.working():
            job = _job(interaction, ask, keeps_card=keeps_card)
            if ask.use != RETRY and ask != interaction.extras.get(_ASKED):
                self._at_work.beside(self._notes.tell(job.seat.asker, job.ask_id, ask))
            await self._worker.work(job)

    async def press(self, interaction: discord.Interaction) -> None:
        """A button or a choice on one of our cards. A second press while the first is at work does nothing more."""
        data: Mapping[str, Any] = interaction.data or {}
        custom_id, values = str(data.get("custom_id", "")), data.get("values")
        ask = self.asked_by(interaction)
        use = self._worker.use_of(ask) if ask else None
        if ask is None or (use is None and ask.use != RETRY):
            if await self.acknowledge(interaction, Reply.PRIVATE):
                await self.refuse(interaction, NotHere(thing="card"))
            return
        key = (interaction.message.id if interaction.message else 0, custom_id, interaction.user.id)
        if key in self._pressed:
            await self.acknowledge(interaction, Reply.IN_PLACE, noted=False)
            return
        self._pressed.add(key)
        try:
            await self._press(interaction, ask.but(link=str(values[0])) if values else ask, use)
        finally:
            self._pressed.discard(key)

    def asked_by(self, interaction: discord.Interaction) -> Ask | None:
        """What our button, menu or form stands for; None when it is not ours, or of another place."""
        data: Mapping[str, Any] = interaction.data or {}
        return self._signer.read(str(data.get("custom_id", "")), place_of(asker_of(interaction)))

    def ids_at(self, interaction: discord.Interaction) -> Ids:
        """Custom ids for where it was made."""
        return self._signer.at(place_of(asker_of(interaction)))

    async def send_form(self, interaction: discord.Interaction, form: discord.ui.Modal) -> None:
        """Ask back, as the acknowledgement: nothing of ours is awaited before."""
        with self._at_work.working():
            form.stop()  # what comes back says by its custom id what it is: nothing has to be kept for it
            try:
                await interaction.response.send_modal(form)
            except (*NOT_SENT, discord.InteractionResponded) as error:
                log.warning("a form could not be shown: %s", error)

    async def refuse(self, interaction: discord.Interaction, error: BaseException) -> None:
        """What was acknowledged cannot be answered: it is not allowed, or not understood."""
        command = interaction.command.qualified_name if interaction.command else "press"
        await self._worker.fail(_job(interaction, Ask(command)), error)

    async def _press(self, interaction: discord.Interaction, ask: Ask, use: Use | None) -> None:
        turns_page = "page" in ask.args
        reply = Reply.IN_PLACE if turns_page or use is None else use.reply
        if await self.acknowledge(interaction, reply, ask, noted=not turns_page):
            await self.answer(interaction, ask, keeps_card=turns_page)


def _job(interaction: discord.Interaction, ask: Ask, *, keeps_card: bool = False) -> Job:
    seat = Pressed(interaction, private=interaction.extras.get(_PRIVATE, True))
    return Job(seat, ask, ask_id=interaction.extras.get(_NOTED, 0), keeps_card=keeps_card)
