"""OPML, in which readers exchange what is followed: files of others come in, what a server follows goes out."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum, auto

from bot.clock import Clock
from bot.errors import BadOption, NotOpml
from bot.models.asker import Asker
from bot.models.feed import Followed, OpmlFeed
from bot.services.follow.adding import TOLD_BEFORE
from bot.services.follow.listing import Listing, Sees
from bot.services.follow.words import BETWEEN, words_of
from bot.sources.feeds.opml import read_opml, write_opml
from bot.store.database import Store
from bot.store.follows import FOR_ALL, GuildFollows, NewFollow

LARGEST = 1_000_000  # bytes of a file; 5,000 feeds are half of that
_INCLUDE, _EXCLUDE, _CHANNEL, _PAUSED = "include", "exclude", "channel", "paused"


class Outcome(StrEnum):
    """What became of a line."""

    FOLLOWED = auto()
    FOR_ALL = auto()  # followed for all channels, since the one that it names is not here
    ALREADY = auto()
    FULL = auto()  # the server's cap was reached before it
    BAD = auto()  # see `Line.reason`


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an OPML file. name: its title, or its address. reason: of a bad one, as in `BadLine`."""

    number: int
    outcome: Outcome
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What became of a file, line by line. limit: how many feeds the server may follow. left_out: lines not told."""

    lines: tuple[Line, ...]
    limit: int
    left_out: int = 0


class Exchange:
    """limit: how many feeds a server may follow."""

    def __init__(self, store: Store, listing: Listing, clock: Clock, *, limit: int) -> None:
        self._store, self._listing, self._clock, self._limit = store, listing, clock, limit

    async def bring(self, asker: Asker, opml: bytes, sees: Sees) -> Brought:
        """Follow each feed of a file, all or, when that breaks, none. None is read before: how it fares shows later.

        A channel that is not here, or that who asks cannot see, gives way to all channels. Raises NotOpml.
        """
        if len(opml) > LARGEST:
            raise NotOpml(line=0, reason="too-big")
        feeds, bad = await asyncio.to_thread(read_opml, opml)
        lines = [Line(number=one.line, outcome=Outcome.BAD, name=one.text, reason=one.reason) for one in bad]
        known = {(one.url, one.channel_id) for one in await self._store.follows.of(asker.server)}
        async with self._store.write() as tx:
            follows = tx.guild(asker.server).follows
            room = self._limit - await follows.count()
            for feed in feeds:
                outcome, reason = await self._outcome(follows, feed, asker, sees, known, room=room)
                room -= outcome in (Outcome.FOLLOWED, Outcome.FOR_ALL)
                lines.append(Line(number=feed.line, outcome=outcome, name=feed.title or feed.url, reason=reason))
        return Brought(lines=tuple(sorted(lines, key=lambda line: line.number)), limit=self._limit)

    async def export(self, asker: Asker, sees: Sees) -> bytes:
        """All that who asks can see of it."""
        return write_opml(map(_line_of, await self._listing.all(asker, sees)), "Feeds")

    async def _outcome(
        self, follows: GuildFollows, feed: OpmlFeed, asker: Asker, sees: Sees, known: set[tuple[str, int]], *, room: int
    ) -> tuple[Outcome, str]:
        """What becomes of a feed, and the reason when it is bad. known: addresses that are followed, and for where."""
        named = _number(feed.facts.get(_CHANNEL, ""))
        channel_id = named if named and sees(named) else FOR_ALL
        try:
            include, exclude = (words_of(name, feed.facts.get(name, "")) for name in (_INCLUDE, _EXCLUDE))
        except BadOption:
            return Outcome.BAD, "words"
        if (feed.url, channel_id) in known:
            return Outcome.ALREADY, ""
        if room <= 0:
            return Outcome.FULL, ""
        known.add((feed.url, channel_id))
        new = NewFollow(
            url=feed.url,
            site=feed.site,
            own_title=feed.title,
            channel_id=channel_id,
            include=include,
            exclude=exclude,
            folders=feed.folders,
            is_paused=feed.facts.get(_PAUSED) == "true",
            since=self._clock.now() - TOLD_BEFORE,
            asked_in=asker.channel_id or 0,
        )
        if await follows.add(new) is None:
            return Outcome.ALREADY, ""  # at the address to which it moved
        return (Outcome.FOR_ALL if named and channel_id == FOR_ALL else Outcome.FOLLOWED), ""


def _line_of(one: Followed) -> OpmlFeed:
    return OpmlFeed(url=one.url, title=one.title, site=one.site, folders=one.folders, facts=dict(_facts(one)))


def _facts(one: Followed) -> Iterable[tuple[str, str]]:
    if one.include:
        yield _INCLUDE, BETWEEN.join(one.include)
    if one.exclude:
        yield _EXCLUDE, BETWEEN.join(one.exclude)
    if one.channel_id != FOR_ALL:
        yield _CHANNEL, str(one.channel_id)
    if one.is_paused:
        yield _PAUSED, "true"


def _number(digits: str) -> int:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0
