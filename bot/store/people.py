"""Persons: what is kept of one, and forgetting it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.models.discussion import Room
from bot.store.connection import Connection
from bot.store.postings import Postings

Terms = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPerson:
    """Counts of what is kept of a person, in all servers.

    names: under which they spoke. remarks: messages of theirs that others asked about. memos: what is remembered of
    their positions and questions. asks: kept so that they can be asked again. usage: asks of a model that are booked
    under their id. since: when the first of their turns was asked.
    """

    names: tuple[str, ...] = ()
    rooms: int = 0
    turns: int = 0
    remarks: int = 0
    memos: int = 0
    asks: int = 0
    usage: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was forgotten with a person.

    answers: to others, in which they were named or repeated. rooms: where the memory is to be folded anew.
    """

    turns: int = 0
    remarks: int = 0
    memos: int = 0
    answers: int = 0
    asks: int = 0
    usage: int = 0
    rooms: tuple[Room, ...] = ()


class PeopleReads:
    def __init__(self, db: Connection) -> None:
        self._db = db

    async def about(self, user_id: int) -> AboutPerson:
        """What is kept of them now."""
        raise NotImplementedError


class PeopleWrites:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, postings: Postings) -> None:
        self._db, self._postings = db, postings

    async def forget(self, user_id: int, terms: Terms, names: Iterable[str] = ()) -> Forgotten:
        """In all servers. `names`: those of today, besides the ones that are kept; `terms` indexes anew what changes.

        Bytes go with `Store.erase`.
        """
        raise NotImplementedError
