"""The one place where messages to the bot are taken up: noted, answered by a reply, followed while that is written."""

from __future__ import annotations

import asyncio
import logging

import discord

from bot.ui.asks import Ask
from bot.ui.at_work import AtWork
from bot.ui.jobs import Job
from bot.ui.notes import Notes
from bot.ui.seats import NOT_SENT, Said
from bot.ui.worker import Worker

log = logging.getLogger(__name__)


class Listening:
    """Questions that came as messages, by the messages' ids as long as they are at work."""

    def __init__(self, worker: Worker, notes: Notes, at_work: AtWork) -> None:
        self._worker, self._notes, self._at_work = worker, notes, at_work
        self._jobs: dict[int, tuple[Job, asyncio.Event]] = {}

    async def answer(self, message: discord.Message, ask: Ask) -> None:
        """Note it, then answer it by a reply."""
        with self._at_work.working():
            seat = Said(message, lambda reply_id: self._replied(job, reply_id))
            job, ended = Job(seat, ask), asyncio.Event()
            self._jobs[message.id] = job, ended
            try:
                self._at_work.beside(_typing(message))
                job.ask_id = await self._notes.message(seat.asker, message.id, job.ask)
                await self._worker.work(job)
            finally:
                del self._jobs[message.id]
                ended.set()

    async def change(self, message_id: int, ask: Ask) -> None:
        """A question that is at work reads otherwise: it is answered anew, in the same reply."""
        job, _ = self._jobs.get(message_id, (None, None))
        if job and job.ask != ask:
            job.change(ask)
            await self._notes.tell(job.seat.asker, job.ask_id, ask)

    async def withdraw(self, message_id: int) -> None:
        """The question was deleted. Returns when nothing is written for it any more."""
        if at_work := self._jobs.get(message_id):
            job, ended = at_work
            job.withdraw()
            await ended.wait()

    def _replied(self, job: Job, reply_id: int) -> None:
        self._at_work.beside(self._notes.replied(job.seat.asker, job.ask_id, reply_id))


async def _typing(message: discord.Message) -> None:
    try:
        await message.channel.typing()
    except NOT_SENT as error:
        log.info("no sign of typing could be given: %s", error)
