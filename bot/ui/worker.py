"""Works off one ask: it waits its turn, is answered by its use, and the answer is brought, whatever happens."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager

import discord

from bot.clock import Clock
from bot.errors import BotError, NotHere, Restarting
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.at_work import AtWork
from bot.ui.calls import Answered, Call, Seat, Use, place_of
from bot.ui.failing import Told, told
from bot.ui.jobs import Job
from bot.ui.keys import Signer
from bot.ui.notes import Notes
from bot.ui.queue import FairQueue
from bot.ui.rooms import Rooms
from bot.ui.seats import NOT_SENT
from bot.ui.sentences import NOTES
from bot.ui.watch import Watch

log = logging.getLogger(__name__)

RETRY = "retry"


class Worker:
    """uses: how each kind of ask is answered, by its name."""

    def __init__(
        self, notes: Notes, signer: Signer, queue: FairQueue, rooms: Rooms, clock: Clock, uses: Mapping[str, Use],
        at_work: AtWork,
    ) -> None:  # fmt: skip
        self._notes, self._signer, self._queue, self._rooms = notes, signer, queue, rooms
        self._clock, self._uses, self._at_work = clock, uses, at_work

    def use_of(self, ask: Ask) -> Use | None:
        """How it is answered; None for what we do not know."""
        return self._uses.get(ask.use)

    async def work(self, job: Job) -> None:
        """Answer it, or say why not. Its room is held until that stands there."""
        async with AsyncExitStack() as held:
            try:
                answered = await job.made(lambda: self._made(job, held))
            except asyncio.CancelledError:
                if not job.is_withdrawn:
                    await self.fail(job, Restarting())
                    raise
            except Exception as error:  # noqa: BLE001 - the one place: whatever an answer raises, the member gets a sentence
                await self.fail(job, error)
            else:
                await self._bring(job, answered)
            if job.is_withdrawn:
                await self._take_back(job)

    async def fail(self, job: Job, error: BaseException) -> None:
        """One sentence for the member, the cause for the log, an id that ties them; a button that asks again."""
        failure = told(error, job.ask.use)
        can_retry = failure.may_pass and job.ask_id and job.ask.use in self._uses
        retry = self.retry(place_of(job.seat.asker), job.ask_id) if can_retry else None
        failed = Answered(failed_card(failure, retry), elsewhere=(failed_card(failure, None),))
        if job.keeps_card:
            if await _is_told(job.seat, failed.view, failure.incident):
                await self._notes.close(job.ask_id)
        elif await delivered(job.seat, failed, failure.incident) is not None:
            await self._notes.close(job.ask_id)

    def retry(self, place: int, ask_id: int) -> str:
        """The custom id of a button that asks again."""
        return self._signer.at(place)(Ask(RETRY, {"ask": str(ask_id)}))

    async def _made(self, job: Job, held: AsyncExitStack) -> Answered:
        if self._at_work.is_closing:
            raise Restarting
        if job.ask.use == RETRY:
            kept = await self._notes.find(job.seat.asker, int(job.ask.args["ask"]))
            if kept is None or kept.use not in self._uses:
                raise NotHere(thing="ask")
            job.ask = kept
            self._at_work.beside(self._notes.tell(job.seat.asker, job.ask_id, kept))
        watch = Watch(job.seat.edit, self._clock)
        call = Call(
            seat=job.seat,
            ids=self._signer.at(place_of(job.seat.asker)),
            ask_id=job.ask_id,
            progress=watch.stage,
            show=watch.show,
        )
        async with self._turn(job, watch, held):
            made = await job.tried(lambda ask: self._uses[ask.use].answer(call, ask.args))
        await watch.rest()
        return made if isinstance(made, Answered) else Answered(made)

    @asynccontextmanager
    async def _turn(self, job: Job, watch: Watch, held: AsyncExitStack) -> AsyncIterator[None]:
        """Its place in the line, while it is answered; who waits for it is told so. The room is left to `held`."""
        use, asker, came = self._uses[job.ask.use], job.seat.asker, job.seat.came
        if use.quick:
            yield
            return
        async with watch.open(shows=not job.keeps_card):
            if use.in_order:
                await held.enter_async_context(self._rooms.turn(asker.channel_id or 0, watch.behind, came=came))
            async with self._queue.place(asker.guild_id or asker.user_id or 0, watch.in_line):
                yield

    async def _bring(self, job: Job, answered: Answered) -> None:
        if job.keeps_card:
            message_id = await _edited(job.seat, answered, job.ask.use)
        else:
            message_id = await delivered(job.seat, answered, job.ask.use)
        if message_id is None:
            return
        if message_id and answered.shown:
            try:
                await answered.shown(message_id)
            except BotError as error:  # a reply to it will not be known as one
                log.warning("where the answer of ask %d stands could not be kept: %s", job.ask_id, error)
        await self._notes.close(job.ask_id)

    async def _take_back(self, job: Job) -> None:
        """The question was deleted: what stands there of an answer says so."""
        try:
            await job.seat.take_back(cards.note(NOTES["question-gone"]))
        except NOT_SENT as error:
            log.warning("a question that was deleted: its answer could not be taken back: %s", error)
        await self._notes.close(job.ask_id)


async def delivered(seat: Seat, answered: Answered, what: str) -> int | None:
    """The id of the message in which it stands, 0 when that is elsewhere; None when there is no way to who asked."""
    message_id = await _edited(seat, answered, what)
    for way in () if message_id is not None else seat.ways():
        try:
            return await way(answered)
        except NOT_SENT as error:
            log.warning("[%s] nor that way: %s", what, error)
    if message_id is None:
        log.error("[%s] who asked could not be told at all", what)
    return message_id


def failed_card(failure: Told, retry: str | None) -> discord.ui.LayoutView:
    """retry: the custom id of the button that asks again."""
    return cards.failure(failure.words, failure.incident, retry)


async def _edited(seat: Seat, answered: Answered, what: str) -> int | None:
    try:
        return await seat.edit(answered.view, answered.files)
    except NOT_SENT as error:
        log.warning("[%s] an answer could not be shown: %s", what, error)
        return None


async def _is_told(seat: Seat, view: discord.ui.LayoutView, what: str) -> bool:
    try:
        await seat.tell(view)
    except NOT_SENT as error:
        log.warning("[%s] the member could not be told: %s", what, error)
        return False
    return True
