"""What the end of a post means: for its digest, for what was told with it, for the moderators."""

from __future__ import annotations

import logging

from bot.models.digest import Part, SlotState
from bot.models.post import Delivery, Notice, PostState
from bot.store.database import GuildWriting, Writing
from bot.store.posts import OpenPost
from bot.store.schedules import SERVER_GONE

log = logging.getLogger(__name__)

# Why nothing can be posted there; keys of `ui/sentences.py`.
REASONS = {
    Delivery.CHANNEL_GONE: "channel-gone",
    Delivery.FORBIDDEN: "forbidden",
    Delivery.ARCHIVED: "archived",
    Delivery.SERVER_GONE: SERVER_GONE,
}


class Outcomes:
    """Statements inside the transaction in which a post ends."""

    async def ended(
        self, tx: Writing, kept: OpenPost, state: PostState, *, message_id: int = 0, reason: str = ""
    ) -> None:
        """It has ended for good, and with the last part its digest."""
        server, post = tx.guild(kept.post.guild_id), kept.post
        if not await server.posts.end(post.id, state, message_id=message_id, reason=reason) or kept.digest_id is None:
            return
        if state is PostState.DROPPED and isinstance(post.body, Part):
            await server.told.take_back(kept.digest_id, post.body.stories)
        if state is PostState.UNSURE:
            await self._tell_unsure(server, kept)
        await _close(server, kept.digest_id)

    async def shut(self, tx: Writing, kept: OpenPost, how: Delivery, state: PostState) -> None:
        """Nothing can be posted there any more: what waits for it is dropped, and its schedule is paused."""
        reason, post = REASONS[how], kept.post
        log.warning("nothing can be posted in channel %d of server %d: %s", post.channel_id, post.guild_id, reason)
        await self.ended(tx, kept, state, reason=reason)
        if kept.digest_id is None:
            return
        server = tx.guild(post.guild_id)
        for waiting in await server.posts.open_in(post.channel_id):
            await self.ended(tx, waiting, PostState.DROPPED, reason=reason)
        await server.digests.drop_planned(post.channel_id, reason)
        asked_in = await _asked_in(server, post.channel_id)
        if await server.schedules.pause(post.channel_id, reason) and how is not Delivery.SERVER_GONE:
            await _tell(server, asked_in, post.channel_id, "digest-paused", reason, f"paused.{post.nonce}")

    async def _tell_unsure(self, server: GuildWriting, kept: OpenPost) -> None:
        channel_id, key = kept.post.channel_id, f"unsure.{kept.post.nonce}"
        asked_in = await _asked_in(server, channel_id) or channel_id
        await server.posts.notice(asked_in, Notice(kind="digest-unsure", facts=_facts(kept, channel_id)), key)


def _facts(kept: OpenPost, channel_id: int) -> dict[str, str | int | float]:
    part = kept.post.body
    assert isinstance(part, Part), "it is of a digest"
    return {"channel": str(channel_id), "part": part.n, "of": part.of, "day": part.day.isoformat() if part.day else ""}


async def _tell(server: GuildWriting, asked_in: int, about: int, kind: str, reason: str, key: str) -> None:
    """Not in the channel that it is about: nothing can be posted there."""
    if await server.posts.alerts(asked_in) != about:
        await server.posts.notice(asked_in, Notice(kind=kind, facts={"channel": str(about), "reason": reason}), key)


async def _asked_in(server: GuildWriting, channel_id: int) -> int:
    kept = await server.schedules.kept(channel_id)
    return kept.asked_in if kept else 0


async def _close(server: GuildWriting, digest_id: int) -> None:
    states = await server.posts.states(digest_id)
    if PostState.READY in states or PostState.SENDING in states:
        return
    to = SlotState.DROPPED if PostState.DROPPED in states else SlotState.SENT
    await server.digests.moved(digest_id, to, of=SlotState.COMPOSED, reason=states.get(PostState.DROPPED, ""))
