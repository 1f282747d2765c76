"""OPML, in which readers exchange what is followed: files of others come in, what a server follows goes out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum, auto

from bot.clock import Clock
from bot.models.asker import Asker
from bot.services.follow.listing import Listing, Sees
from bot.store.database import Store


class Outcome(StrEnum):
    """What became of a line."""

    FOLLOWED = auto()
    FOR_ALL = auto()  # followed for all channels, since the channel that it names is not here
    ALREADY = auto()
    FULL = auto()  # the server's cap was reached before it
    BAD = auto()  # see `Line.reason`


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of an OPML file. reason: of a bad one, as in `BadLine`. name: its title, or its address."""

    number: int
    outcome: Outcome
    name: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What became of a file, line by line. limit: how many feeds the server may follow."""

    lines: tuple[Line, ...]
    limit: int


class Exchange:
    """limit: how many feeds a server may follow."""

    def __init__(self, store: Store, listing: Listing, clock: Clock, *, limit: int) -> None:
        self._store, self._listing, self._clock, self._limit = store, listing, clock, limit

    async def bring(self, asker: Asker, opml: bytes, sees: Sees) -> Brought:
        """Follow each feed of a file; none is read for that. Raises NotOpml."""
        return Brought(lines=(), limit=self._limit)

    async def export(self, asker: Asker, sees: Sees) -> bytes:
        """All that who asks can see of it."""
        return b""
