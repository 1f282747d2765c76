"""Entries of different outlets about the same event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntry:
    """An entry as it is grouped, ranked and told. All texts are plain.

    id: the store's. at: when it was published, as far as that can be believed, else first seen; in UTC.
    outlet: the feed's title. text: its summary, "" where there is none. is_commentary: an opinion, not a report.
    story_id: 0 while it is in no story.
    """

    id: int
    feed_id: int
    url: str
    title: str
    outlet: str
    at: datetime
    authors: tuple[str, ...] = ()
    text: str = ""
    language: str = ""
    is_commentary: bool = False
    story_id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One event. entries: the earliest first, at least one. is_update: it was told before, and these are new."""

    id: int
    entries: tuple[StoryEntry, ...]
    is_update: bool = False

    @property
    def outlets(self) -> int:
        """How many speak of it."""
        return len({entry.outlet or entry.feed_id for entry in self.entries})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """What becomes of a story. story_id: 0 for a new one. entries: those that come in, new ones or from other stories.

    absorbs: stories that are no more; whatever is left of them comes along.
    """

    story_id: int
    entries: tuple[StoryEntry, ...]
    absorbs: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two entries that may be about the same event."""

    first: StoryEntry
    second: StoryEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What a judge says of pairs, in their order; None where it said nothing that can be used."""

    same: tuple[bool | None, ...]
