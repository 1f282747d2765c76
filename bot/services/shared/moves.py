"""What is to be done with a post that has not ended: pure, of its state and the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.models.post import PostState
from bot.store.posts import OpenPost

TRY = timedelta(seconds=15)  # within which a try comes to its end, whatever Discord does
LOOKING = timedelta(seconds=60)  # the same of a look, which may take many requests
NONCE = timedelta(seconds=60)  # Discord takes a nonce for "the past few minutes"; rely on one
HISTORY = timedelta(minutes=10)  # after which a message that was posted can be found
MOST_TRIES = 60  # to send and to look, hours in all: whoever cannot be looked up till then stays unsure

SAME_NONCE = NONCE - TRY
LOOK = NONCE + HISTORY


@dataclass(frozen=True, slots=True)
class Send:
    """Try to send it. began: when this run of tries began, all of which end within the nonce's time."""

    began: datetime


@dataclass(frozen=True, slots=True)
class Look:
    """It may stand in the channel or not."""

    since: datetime


@dataclass(frozen=True, slots=True)
class Wait:
    """Not yet. began: as of `Send`."""

    until: datetime
    began: datetime


@dataclass(frozen=True, slots=True)
class End:
    """It is not worth sending any more, or nobody can tell whether it was sent."""

    state: PostState
    reason: str


Move = Send | Look | Wait | End


def move(kept: OpenPost, now: datetime) -> Move:
    """The order is never turned: what may have been sent is not sent again before it is known not to be there."""
    began = kept.post.tried_at
    if kept.post.state is PostState.READY or began is None:
        return End(PostState.DROPPED, "too-late") if now > kept.not_after else Send(now)
    if now < began:  # the clock was set back: how long ago it was, nobody knows
        return Wait(now + LOOK, now - NONCE)
    if now - began <= SAME_NONCE:
        return Send(began)
    if now - began < LOOK:
        return Wait(began + LOOK, began)
    if kept.post.tries > MOST_TRIES:
        return End(PostState.UNSURE, "unsure")
    return Look(began)
