"""The one place where what Discord sends is acknowledged, worked off and answered, whatever happens.

A command, a press and a message command all become an `Ask` here. It is acknowledged first; then it is noted, waits its
turn, is answered by its `Use`, and shown by one edit.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import aiohttp
import discord
from discord.http import Route

from bot.clock import Clock
from bot.errors import BotError, NotHere, Restarting
from bot.models.asker import Asker
from bot.services.waiting import Waiting
from bot.store.asks import OpenAsk
from bot.ui import cards
from bot.ui.asks import Ask
from bot.ui.calls import Call, Reply, Use, asker_of, place_of
from bot.ui.failing import Told, told
from bot.ui.keys import Signer
from bot.ui.queue import FairQueue
from bot.ui.watch import Watch

log = logging.getLogger(__name__)

DRAIN = 10.0  # seconds that running asks have to end when the process is asked to
NOT_SENT = (discord.HTTPException, aiohttp.ClientError)
_NOTED, _ASKED, _RETRY = "noted", "asked", "retry"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """An ask at work.

    ask_id: as it was noted, 0 when it is not. keeps_card: a failure must not take the place of the card.
    """

    interaction: discord.Interaction
    asker: Asker
    ask: Ask
    ask_id: int
    keeps_card: bool


class Desk:
    """uses: how each kind of ask is answered, by its name."""

    def __init__(
        self, waiting: Waiting, signer: Signer, queue: FairQueue, clock: Clock, uses: Mapping[str, Use]
    ) -> None:
        self._waiting, self._signer, self._queue, self._clock, self._uses = waiting, signer, queue, clock, uses
        self._at_work: set[asyncio.Task[Any]] = set()
        self._writing: set[asyncio.Task[Any]] = set()
        self._pressed: set[tuple[int, str, int]] = set()
        self._closing = False

    async def acknowledge(
        self, interaction: discord.Interaction, reply: Reply, ask: Ask | None = None, *, noted: bool = True
    ) -> bool:
        """Defer: nothing of ours is awaited before. False when nobody waits for an answer any more.

        ask: what is asked, where that is known yet; it is noted beside, so that a crash loses nobody.
        """
        noting = self._aside(self._note(interaction, ask)) if noted else None
        with self._working():
            try:
                if reply is Reply.IN_PLACE:
                    await interaction.response.defer()
                else:
                    await interaction.response.defer(thinking=True, ephemeral=reply is Reply.PRIVATE)
            except (*NOT_SENT, discord.InteractionResponded) as error:
                log.warning("an interaction could not be acknowledged: %s", error)
                if noting:
                    await self._close_ask(await noting)
                return False
            interaction.extras.update({_NOTED: await noting if noting else 0, _ASKED: ask})
        return True

    async def answer(self, interaction: discord.Interaction, ask: Ask, *, keeps_card: bool = False) -> None:
        """Answer what was acknowledged."""
        with self._working():
            await self._answer(_job(interaction, ask, keeps_card=keeps_card))

    async def press(self, interaction: discord.Interaction) -> None:
        """A button or a choice on one of our cards. A second press while the first is at work does nothing more."""
        data: Mapping[str, Any] = interaction.data or {}
        custom_id, values = str(data.get("custom_id", "")), data.get("values")
        ask = self._signer.read(custom_id, place_of(asker_of(interaction)))
        if ask is None or (ask.use not in self._uses and ask.use != _RETRY):
            if await self.acknowledge(interaction, Reply.PRIVATE):
                await self.refuse(interaction, NotHere(thing="card"))
            return
        key = (interaction.message.id if interaction.message else 0, custom_id, interaction.user.id)
        if key in self._pressed:
            await self.acknowledge(interaction, Reply.IN_PLACE, noted=False)
            return
        self._pressed.add(key)
        try:
            await self._press(interaction, ask.but(link=str(values[0])) if values else ask)
        finally:
            self._pressed.discard(key)

    async def refuse(self, interaction: discord.Interaction, error: BaseException) -> None:
        """What was acknowledged cannot be answered: it is not allowed, or not understood."""
        command = interaction.command.qualified_name if interaction.command else "press"
        await self._fail(_job(interaction, Ask(command), keeps_card=False), error)

    async def recover(self, client: discord.Client) -> None:
        """Tell those whom a process that died left waiting; a button asks again."""
        for left in await self._waiting.left_open():
            failure = told(Restarting(), f"ask {left.id} of an earlier process")
            retry = self._retry(left.guild_id or left.channel_id, left.id) if left.use in self._uses else None
            if await _is_sent(_edited(client, left, _card(failure, retry)), failure.incident):
                await self._close_ask(left.id)

    async def close(self) -> None:
        """Let what runs come to its end for a while; then end it, with a sentence."""
        self._closing = True
        if self._at_work:
            await asyncio.wait(set(self._at_work), timeout=DRAIN)
        for task in (late := set(self._at_work)):
            task.cancel()
        if ending := late | self._writing:
            await asyncio.wait(ending)

    @contextmanager
    def _working(self) -> Iterator[None]:
        """`close` waits for the task that runs this."""
        task = asyncio.current_task()
        assert task is not None, "a coroutine runs in a task"
        self._at_work.add(task)
        try:
            yield
        finally:
            self._at_work.discard(task)

    async def _press(self, interaction: discord.Interaction, ask: Ask) -> None:
        turns_page = "page" in ask.args
        in_place = turns_page or ask.use == _RETRY
        reply = Reply.IN_PLACE if in_place else self._uses[ask.use].reply
        if await self.acknowledge(interaction, reply, ask, noted=not turns_page):
            await self.answer(interaction, ask, keeps_card=turns_page)

    async def _answer(self, job: _Job) -> None:
        try:
            if self._closing:
                raise Restarting
            if job.ask.use == _RETRY:
                job = await self._as_kept(job)
            if job.ask_id and job.ask != job.interaction.extras.get(_ASKED):
                self._aside(self._tell(job))
            view = await self._worked_out(job)
        except asyncio.CancelledError:
            await self._fail(job, Restarting())
            raise
        except Exception as error:  # noqa: BLE001 - the one place: whatever an answer raises, the member gets a sentence
            await self._fail(job, error)
        else:
            if await _is_sent(job.interaction.edit_original_response(view=view), str(job.ask_id)):
                await self._close_ask(job.ask_id)

    async def _as_kept(self, job: _Job) -> _Job:
        kept = await self._waiting.find(job.asker, int(job.ask.args["ask"]))
        if kept is None or kept.use not in self._uses:
            raise NotHere(thing="ask")
        return replace(job, ask=Ask(kept.use, kept.args))

    async def _worked_out(self, job: _Job) -> discord.ui.LayoutView:
        use = self._uses[job.ask.use]
        watch = Watch(lambda view: job.interaction.edit_original_response(view=view), self._clock)
        ids = self._signer.at(place_of(job.asker))
        call = Call(interaction=job.interaction, asker=job.asker, ids=ids, ask_id=job.ask_id, progress=watch.stage)
        if use.quick:
            return await use.answer(call, job.ask.args)
        owner = job.asker.guild_id or job.asker.user_id or 0
        async with watch.open(shows=not job.keeps_card), self._queue.place(owner, watch.in_line):
            return await use.answer(call, job.ask.args)

    async def _fail(self, job: _Job, error: BaseException) -> None:
        """One sentence for the member, the cause for the log, an id that ties them; a button that asks again."""
        failure = told(error, job.ask.use)
        can_retry = failure.may_pass and job.ask_id and job.ask.use in self._uses
        retry = self._retry(place_of(job.asker), job.ask_id) if can_retry else None
        view = _card(failure, retry)
        if job.keeps_card:
            telling: Coroutine[Any, Any, object] = job.interaction.followup.send(view=view, ephemeral=True)
        else:
            telling = job.interaction.edit_original_response(view=view)
        if await _is_sent(telling, failure.incident):
            await self._close_ask(job.ask_id)

    def _retry(self, place: int, ask_id: int) -> str:
        return self._signer.at(place)(Ask(_RETRY, {"ask": str(ask_id)}))

    async def _note(self, interaction: discord.Interaction, ask: Ask | None) -> int:
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

    async def _tell(self, job: _Job) -> None:
        try:
            await self._waiting.tell(job.asker, job.ask_id, job.ask.use, job.ask.args)
        except BotError as error:
            log.warning("ask %d cannot be asked again: %s", job.ask_id, error)

    async def _close_ask(self, ask_id: int) -> None:
        if ask_id:
            try:
                await self._waiting.answered(ask_id)
            except BotError as error:  # it is told again after a restart
                log.warning("ask %d could not be closed: %s", ask_id, error)

    def _aside(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """Run beside what goes on; `close` waits for it."""
        task = asyncio.create_task(work)
        self._writing.add(task)
        task.add_done_callback(self._writing.discard)
        return task


def _card(failure: Told, retry: str | None) -> discord.ui.LayoutView:
    return cards.failure(failure.words, failure.incident, retry)


def _job(interaction: discord.Interaction, ask: Ask, *, keeps_card: bool) -> _Job:
    return _Job(
        interaction=interaction,
        asker=asker_of(interaction),
        ask=ask,
        ask_id=interaction.extras.get(_NOTED, 0),
        keeps_card=keeps_card,
    )


async def _edited(client: discord.Client, ask: OpenAsk, view: discord.ui.LayoutView) -> None:
    """What `Interaction.edit_original_response` does, long after the interaction."""
    await client.http.request(
        Route(
            "PATCH",
            "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
            webhook_id=ask.application_id,
            webhook_token=ask.token,
        ),
        json={
            "components": view.to_components(),  # type: ignore[no-untyped-call]
            "flags": discord.MessageFlags(components_v2=True).value,
            "allowed_mentions": discord.AllowedMentions.none().to_dict(),
        },
    )


async def _is_sent(sending: Coroutine[Any, Any, object], what: str) -> bool:
    try:
        await sending
    except NOT_SENT as error:
        log.warning("[%s] the member could not be told: %s", what, error)
        return False
    return True
