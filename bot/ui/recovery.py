"""After a process that died: whoever it left waiting is told, and can ask again by a button."""

from __future__ import annotations

import logging

import discord
from discord.http import Route

from bot.errors import Restarting
from bot.store.asks import OpenAsk
from bot.ui.asks import Ask
from bot.ui.at_work import AtWork
from bot.ui.failing import told
from bot.ui.notes import Notes
from bot.ui.seats import NOT_SENT
from bot.ui.worker import RETRY, Worker, failed_card

log = logging.getLogger(__name__)


async def recover(client: discord.Client, notes: Notes, worker: Worker, at_work: AtWork) -> None:
    """Before the first event: what is asked from now on is none of this. They are told beside, so that nobody waits."""
    for left in await notes.left_open():
        at_work.beside(_tell(client, notes, worker, left))


async def _tell(client: discord.Client, notes: Notes, worker: Worker, left: OpenAsk) -> None:
    failure = told(Restarting(), f"ask {left.id} of an earlier process")
    again = left.args.get("ask", "") if left.use == RETRY else str(left.id)
    known = left.use == RETRY or worker.use_of(Ask(left.use)) is not None
    retry = worker.retry(left.guild_id or left.channel_id, int(again)) if known else None
    view = failed_card(failure, retry)
    try:
        if left.question_message_id:
            await _in_reply(client, left, view)
        else:
            await _by_token(client, left, view)
    except NOT_SENT as error:
        log.warning("[%s] the member could not be told: %s", failure.incident, error)
    else:
        await notes.close(left.id)


async def _in_reply(client: discord.Client, left: OpenAsk, view: discord.ui.LayoutView) -> None:
    """In the reply that is there, else in one of its own."""
    channel = client.get_partial_messageable(left.channel_id, guild_id=left.guild_id or None)
    if left.message_id:
        try:
            await channel.get_partial_message(left.message_id).edit(view=view)
        except discord.NotFound:
            pass
        else:
            return
    reference = discord.MessageReference(
        message_id=left.question_message_id, channel_id=left.channel_id, fail_if_not_exists=False
    )
    # The nonce of the first reply: one that was sent and not noted any more comes back, and is written over.
    sent = await channel.send(view=view, reference=reference, nonce=f"{left.question_message_id}1")
    if not left.message_id:
        await sent.edit(view=view)


async def _by_token(client: discord.Client, left: OpenAsk, view: discord.ui.LayoutView) -> None:
    """What `Interaction.edit_original_response` does, long after the interaction."""
    route = Route(
        "PATCH",
        "/webhooks/{webhook_id}/{webhook_token}/messages/@original",
        webhook_id=left.application_id,
        webhook_token=left.token,
    )
    body = {
        "components": view.to_components(),  # type: ignore[no-untyped-call]
        "flags": discord.MessageFlags(components_v2=True).value,
        "allowed_mentions": discord.AllowedMentions.none().to_dict(),
    }
    await client.http.request(route, json=body)
