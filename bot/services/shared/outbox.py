"""Posts go out exactly once: what is tried is written down before, and what came of it after.

What may have been sent or not is sent again under its nonce while Discord surely knows that, and looked for in the
channel later. Nobody else's post waits for it.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from bot.clock import Clock
from bot.models.post import Delivered, Delivery, Notice, Post, PostState, Seen, Sight
from bot.services.shared.flying import Flying
from bot.services.shared.moves import LOOKING, TRY, End, Look, Send, Wait, move
from bot.services.shared.outcomes import Outcomes
from bot.services.shared.ports import Courier
from bot.store.database import Store, Writing
from bot.store.posts import OpenPost

log = logging.getLogger(__name__)

EVERY = timedelta(seconds=1)
AT_ONCE = 25  # under way, and begun each second: half of Discord's 50 requests, so that commands keep their place
LEASE = timedelta(seconds=5)  # beyond its time nobody else touches what is under way, another process neither
AGAIN = timedelta(seconds=2)
LONGEST = timedelta(minutes=15)
DRAIN = 10.0  # seconds that posts under way have to land when the process is asked to end


class Outbox:
    """`step` is a worker's; it starts what is due and waits for none of it."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store, self._clock = store, clock
        self._flying = Flying("post", AT_ONCE)
        self._outcomes = Outcomes()

    async def step(self, now: datetime, courier: Courier) -> datetime:
        """Start what may be tried now; returns when to look again. Raises store errors, nothing is sent then."""
        self._flying.landed()
        if self._flying.room and await self._store.posts.are_due(now):
            for post, to in await self._taken(now):
                work = self._sent(post, courier) if isinstance(to, Send) else self._looked(post, to, courier)
                self._flying.start(post.post.id, work)
        return now + EVERY

    async def settled(self) -> None:
        """Wait until all that is under way has come to its end."""
        await self._flying.drain()

    async def close(self) -> None:
        """Let what is under way land; what does not is in doubt, as after a crash."""
        await self._flying.drain(DRAIN)

    async def _taken(self, now: datetime) -> list[tuple[OpenPost, Send | Look]]:
        """Written down, and on the disk, before anything goes out."""
        taken = list[tuple[OpenPost, Send | Look]]()
        async with self._store.write(durable=True) as tx:
            now = max(now, self._clock.now())  # whoever waited for the file may have waited past a nonce's time
            for kept in await tx.posts.due(now, self._flying.room):
                if kept.post.id in self._flying.under_way():  # the clock was set
                    continue
                to = move(kept, now)
                await self._noted(tx, kept, to, now)
                if isinstance(to, Send | Look):
                    taken.append((kept, to))
        return taken

    async def _noted(self, tx: Writing, kept: OpenPost, to: Send | Look | Wait | End, now: datetime) -> None:
        match to:
            case Send(began):
                await _wait(tx, kept.post, now + TRY + LEASE, began=began, tries=kept.post.tries + 1)
            case Look():
                await _wait(tx, kept.post, now + LOOKING + LEASE, began=kept.post.tried_at)
            case Wait(until, began):
                await _wait(tx, kept.post, until, began=began)
            case End(state, reason):
                await self._outcomes.ended(tx, kept, state, reason=reason)

    async def _sent(self, kept: OpenPost, courier: Courier) -> None:
        delivered = await courier.send(kept.post)
        if delivered.how is not Delivery.SENT:
            log.info("post %d to channel %d: %s", kept.post.id, kept.post.channel_id, delivered.how.value)
        async with self._store.write() as tx:
            await self._landed(tx, kept, delivered)

    async def _landed(self, tx: Writing, kept: OpenPost, delivered: Delivered) -> None:
        in_doubt, now = kept.post.state is PostState.SENDING, self._clock.now()
        match delivered.how:
            case Delivery.SENT:
                await self._outcomes.ended(tx, kept, PostState.SENT, message_id=delivered.message_id)
            case Delivery.UNSURE:
                await tx.posts.put_off(kept.post.id, now + AGAIN)
            case Delivery.BUSY:
                until = now + _back_off(kept.post.tries, delivered.wait)
                if in_doubt:  # by an earlier try
                    await tx.posts.put_off(kept.post.id, until)
                else:
                    await _wait(tx, kept.post, until, tries=kept.post.tries + 1)
            case Delivery.REFUSED:
                await self._outcomes.ended(tx, kept, _not_sent(in_doubt), reason="refused")
            case gone:
                await self._outcomes.shut(tx, kept, gone, _not_sent(in_doubt))

    async def _looked(self, kept: OpenPost, to: Look, courier: Courier) -> None:
        seen = await courier.find(kept.post, to.since)
        log.info("post %d in channel %d: %s", kept.post.id, kept.post.channel_id, seen.sight.value)
        async with self._store.write() as tx:
            await self._found(tx, kept, seen)

    async def _found(self, tx: Writing, kept: OpenPost, seen: Seen) -> None:
        now = self._clock.now()
        match seen.sight:
            case Sight.THERE:
                await self._outcomes.ended(tx, kept, PostState.SENT, message_id=seen.message_id)
            case Sight.NOT_THERE:
                await _wait(tx, kept.post, now)
            case Sight.UNREADABLE if isinstance(kept.post.body, Notice):  # told twice is better than not told
                await _wait(tx, kept.post, now)
            case Sight.UNREADABLE:
                await self._outcomes.ended(tx, kept, PostState.UNSURE, reason="unreadable")
            case Sight.UNKNOWN:
                tries = kept.post.tries + 1
                await _wait(tx, kept.post, now + _back_off(tries), began=kept.post.tried_at, tries=tries)


async def _wait(
    tx: Writing, post: Post, until: datetime, *, began: datetime | None = None, tries: int | None = None
) -> None:
    """began: None where it is certain that it was not sent."""
    state = PostState.SENDING if began else PostState.READY
    await tx.posts.wait(post.id, until, state, tried_at=began, tries=post.tries if tries is None else tries)


def _back_off(tries: int, wait: float = 0.0) -> timedelta:
    """As long as Discord says, and longer each time, within bounds."""
    return min(max(timedelta(seconds=wait), AGAIN * 2.0 ** min(tries, 10)), LONGEST)


def _not_sent(in_doubt: bool) -> PostState:
    return PostState.UNSURE if in_doubt else PostState.DROPPED
