"""Channels as Discord keeps them, without Discord: nonces that expire, answers that get lost, history that is late."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.models.post import Delivered, Delivery, Post, Seen, Sight
from tests.clocks import ManualClock

NONCES_LIVE = timedelta(minutes=2)

POSTED_UNHEARD = "posted, but the answer is lost"
UNHEARD = "neither posted nor answered"


@dataclass(frozen=True, slots=True)
class Message:
    id: int
    channel_id: int
    nonce: str
    mark: str
    at: datetime


@dataclass
class FalseChannels:
    """A courier. moods: what happens at the next tries, one after the other; a Delivery, or one of the above."""

    clock: ManualClock
    moods: list[Delivery | str] = field(default_factory=list)
    history_late: timedelta = timedelta()
    sight: Sight | None = None
    messages: list[Message] = field(default_factory=list)
    tries: list[str] = field(default_factory=list)
    looks: int = 0

    async def send(self, post: Post) -> Delivered:
        self.tries.append(post.mark)
        mood = self.moods.pop(0) if self.moods else Delivery.SENT
        if isinstance(mood, Delivery) and mood is not Delivery.SENT:
            return Delivered(how=mood, wait=30.0 if mood is Delivery.BUSY else 0.0)
        if mood != UNHEARD:
            self._post(post)
        if mood != Delivery.SENT:
            return Delivered(how=Delivery.UNSURE)
        return Delivered(how=Delivery.SENT, message_id=self._under(post.nonce)[-1].id)

    async def find(self, post: Post, since: datetime) -> Seen:
        self.looks += 1
        if self.sight:
            return Seen(sight=self.sight)
        listed = [m for m in self._under(post.nonce) if m.at + self.history_late <= self.clock.now()]
        return Seen(sight=Sight.THERE, message_id=listed[0].id) if listed else Seen(sight=Sight.NOT_THERE)

    def _under(self, nonce: str) -> list[Message]:
        return [message for message in self.messages if message.nonce == nonce]

    def _post(self, post: Post) -> None:
        now = self.clock.now()
        if not any(now - message.at < NONCES_LIVE for message in self._under(post.nonce)):
            self.messages.append(Message(len(self.messages) + 1, post.channel_id, post.nonce, post.mark, now))

    def marks(self, channel_id: int) -> list[str]:
        """Of what stands in a channel, in its order."""
        return [message.mark for message in self.messages if message.channel_id == channel_id]


def twice(marks: Iterable[str]) -> bool:
    found = list(marks)
    return len(set(found)) < len(found)
