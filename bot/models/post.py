"""What is to be posted in a channel exactly once: a part of a digest, or a notice to moderators."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto

from bot.models.digest import Part


class PostState(StrEnum):
    """`READY` → `SENDING`, written before the request goes out → `SENT`, or one of the others for good."""

    READY = auto()
    SENDING = auto()
    SENT = auto()
    UNSURE = auto()  # it may stand there or not, and nobody can tell
    DROPPED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A sentence to the moderators of a server. kind, facts: as those of a failure; see `ui/sentences.py`."""

    kind: str
    facts: Mapping[str, str | int | float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """nonce: at most 25 characters, computed, the same at each try. mark: visible in the message, by which it is found.

    tried_at: when the present run of tries began, None before it. tries: how often it was tried in all.
    """

    id: int
    guild_id: int
    channel_id: int
    body: Part | Notice
    nonce: str
    mark: str
    state: PostState
    tries: int = 0
    tried_at: datetime | None = None


class Delivery(StrEnum):
    """How a try ended, where it is known."""

    SENT = auto()
    BUSY = auto()  # certainly not sent, and may be tried again
    UNSURE = auto()  # the answer did not come
    CHANNEL_GONE = auto()
    FORBIDDEN = auto()
    ARCHIVED = auto()
    SERVER_GONE = auto()
    REFUSED = auto()  # Discord does not take it, and never will


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """message_id: 0 where there is none. wait: seconds to wait before another try."""

    how: Delivery
    message_id: int = 0
    wait: float = 0.0


class Sight(StrEnum):
    """What a look for a post in its channel found."""

    THERE = auto()
    NOT_THERE = auto()
    UNREADABLE = auto()  # no Read Message History
    UNKNOWN = auto()  # Discord did not answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """message_id: 0 unless it is there."""

    sight: Sight
    message_id: int = 0
