"""When a channel gets its digest, what stands in it, and the parts in which it is sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum, auto

from bot.models.brief import Brief

EVERY_DAY = frozenset(range(7))


class WhenEmpty(StrEnum):
    """What a channel gets on a day on which there is nothing to tell."""

    NOTHING = auto()
    LINE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One channel's. at: its local time, in `zone` (IANA). days: 0 is Monday. next_at: in UTC, None when it is paused.

    paused: why, a key of `ui/sentences.py`; "" when it is not.
    """

    guild_id: int
    channel_id: int
    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY
    when_empty: WhenEmpty = WhenEmpty.LINE
    next_at: datetime | None = None
    paused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry that a digest names. n: as its brief cites it, 0 where the article was not read."""

    n: int
    title: str
    url: str
    outlet: str
    authors: tuple[str, ...] = ()
    is_commentary: bool = False
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One story as a digest tells it. `brief`: None where it is told by its titles alone.

    story_id: 0 for an entry that is in none. entry_ids: all entries that are told with it, also those not named.
    """

    story_id: int
    title: str
    sources: tuple[Source, ...]
    entry_ids: tuple[int, ...] = ()
    brief: Brief | None = None
    is_update: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All that one digest says. day: the channel's local date; None for one that was asked for by `/digest now`.

    stories: the weightiest first. since, until: of which time it tells. is_late: it was due before the bot was there.
    left_out: how many stories more there were.
    """

    day: date | None
    stories: tuple[Told, ...]
    since: datetime
    until: datetime
    is_late: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one message holds of a digest. n counts from 1, of `of`. No stories: there was nothing to tell.

    `ui/cards` shows any part that `services/digest` makes within Discord's limits.
    """

    n: int
    of: int
    day: date | None
    stories: tuple[Told, ...]
    since: datetime
    until: datetime
    is_late: bool = False
    left_out: int = 0


class SlotState(StrEnum):
    """`PLANNED` → `COMPOSED` → `SENT`, or one of the others for good."""

    PLANNED = auto()
    COMPOSED = auto()
    SENT = auto()  # its last part was; of one that may be there or not, nobody can tell more
    SKIPPED = auto()  # due while the bot was away, for too long to be made up for
    EMPTY = auto()
    DROPPED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One digest of a channel, as it is planned and recorded. day: None for one of `/digest now`.

    since, until: of which time it tells. reason: why it was not sent, a key of `ui/sentences.py`; "" where it was.
    """

    id: int
    guild_id: int
    channel_id: int
    day: date | None
    due_at: datetime
    since: datetime
    until: datetime
    state: SlotState = SlotState.PLANNED
    is_late: bool = False
    reason: str = ""
