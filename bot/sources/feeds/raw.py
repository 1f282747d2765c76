"""A feed as it is written, whichever of the readers read it; `finishing` makes a Feed of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from bot.models.feed import FeedKind

ENTRIES = 500  # that are kept of a feed

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Text:
    """value: as it stands after the file's own escapes are undone. is_html: surely; else it may be, and is guessed."""

    value: str = ""
    is_html: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawEntry:
    """dates, summaries: candidates, the most telling first. base: what the link is relative to, "" for nothing."""

    guid: str = ""
    link: str = ""
    base: str = ""
    title: Text = Text()
    authors: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    summaries: tuple[Text, ...] = ()
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFeed:
    """ttl: seconds. entries: all of them; `finishing` takes as many as are wanted."""

    kind: FeedKind
    title: Text = Text()
    site: str = ""
    base: str = ""
    language: str = ""
    ttl: float | None = None
    skip_hours: frozenset[int] = frozenset()
    entries: Sequence[RawEntry] = ()


def both_ends(entries: Sequence[T]) -> Sequence[T]:
    """The first ones and the last ones, among which `finishing` finds the latest; the rest is not worth reading."""
    return entries if len(entries) <= 2 * ENTRIES else [*entries[:ENTRIES], *entries[-ENTRIES:]]
