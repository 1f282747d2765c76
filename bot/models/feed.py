"""A feed and its entries, as they were read; what is followed, by whom, and how it fares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum, auto

from bot.models.page import Page


class FeedKind(StrEnum):
    """RSS of any version and RDF are "rss"."""

    RSS = auto()
    ATOM = auto()
    JSON = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. All texts are plain and of bounded length.

    id: the same at each poll and no other entry's, whatever the feed's own ids are worth. url: absolute, "" for none.
    published: in UTC; None when the feed does not say it in a way that can be read. summary: "" for none.
    labels: its categories. is_commentary: it argues rather than reports, by what its outlet calls it.
    """

    id: str
    url: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    published: datetime | None = None
    summary: str = ""
    labels: tuple[str, ...] = ()
    is_commentary: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What stood at an address. `url`: where it was found; `site`: the address of the site that it belongs to.

    entries: in the feed's order. ttl: seconds for which it asks not to be fetched again, None when it does not.
    skip_hours: hours of the day, in UTC, in which it asks not to be fetched.
    """

    url: str
    title: str = ""
    site: str = ""
    kind: FeedKind
    language: str = ""
    entries: tuple[Entry, ...] = ()
    ttl: float | None = None
    skip_hours: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that a page names. `title`: what the page calls it, "" for nothing."""

    url: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLinks:
    """A page that is no feed: the feeds that it names, the likeliest first."""

    links: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What makes a request conditional; "" for what the server did not give."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One successful answer to a poll.

    page: None when nothing changed (304). moved_to: where it is for good (301, 308 all along), "" when it did not move.
    fresh_for: seconds for which the server says that it stays as it is.
    """

    page: Page | None
    moved_to: str = ""
    validators: Validators = Validators()
    fresh_for: float | None = None


class Health(StrEnum):
    """How a feed that is followed fares."""

    NEW = auto()  # not polled yet
    WELL = auto()
    FAILING = auto()
    GONE = auto()  # 410: not asked again until a moderator does


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A feed that a server follows, as a moderator sees it.

    id: of the following, feed_id: of the feed, which other servers may follow too. channel_id: for the digest of that
    channel only; 0 for all that have no feeds of their own. include, exclude: words of which an entry must have one, or
    none. folders: as in `OpmlFeed`. failure: kind and facts of a BotError.
    """

    id: int
    feed_id: int
    url: str
    title: str
    site: str
    channel_id: int = 0
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    is_paused: bool = False
    health: Health = Health.NEW
    failing_since: datetime | None = None
    failure: tuple[str, Mapping[str, str | int | float]] | None = None
    last_entry_at: datetime | None = None
    polled_at: datetime | None = None
    next_poll_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlFeed:
    """One feed of an OPML file. `line`: where it stands; `folders`: the outlines around it, the outermost first."""

    url: str
    title: str = ""
    site: str = ""
    folders: tuple[str, ...] = ()
    line: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)  # attributes of our own: include, exclude, channel


@dataclass(frozen=True, slots=True, kw_only=True)
class BadLine:
    """A line of an OPML file that names no feed that we take. `reason`: a key, see `ui/sentences.py`."""

    line: int
    reason: str
    text: str = ""
