"""Turns by the terms that stand in them: BM25 over postings, in one room."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.models.discussion import Room
from bot.store import rooms
from bot.store.connection import Connection
from bot.store.terms import FULL, TermHashes

DEEPEST = 1_000  # postings of a term that are read, the latest ones: what stands in every other turn costs nothing
MOST_TERMS = 32  # of a query that are looked up

_LATEST = """SELECT * FROM (SELECT term, turn_id, weight FROM posting
                            WHERE room_id = ?1 AND turn_id < ?2 AND term = {} ORDER BY turn_id DESC LIMIT ?3)"""

_Posting = tuple[int, int]  # a turn's id, and its weight


class TurnSearch:
    """Of a question and its answer each counts by itself, and both for their turn."""

    def __init__(self, db: Connection, hashes: TermHashes) -> None:
        self._db, self._hashes = db, hashes

    async def best(self, room: Room, terms: Sequence[str], limit: int, before: int) -> list[tuple[int, float]]:
        """Ids and scores of the turns before `before` that hold some of the terms, the best first, then the latest."""
        if not (room_id := await rooms.found(self._db, room)):
            return []
        postings = await self._postings(room_id, terms, before)
        rarity = await self._rarity(room_id, postings, before)
        scores = defaultdict[int, float](float)
        for term, found in postings.items():
            of_one = rarity[term] / FULL
            for turn_id, weight in found:
                scores[turn_id] += of_one * weight
        return sorted(scores.items(), key=lambda scored: (-scored[1], -scored[0]))[:limit]

    async def _postings(self, room_id: int, terms: Sequence[str], before: int) -> Mapping[int, list[_Posting]]:
        """By the hash of their term, the latest first."""
        hashes = list(dict.fromkeys(map(self._hashes.one, terms)))[:MOST_TERMS]
        query = " UNION ALL ".join(_LATEST.format(number) for number in hashes)  # integers of our own
        found = defaultdict[int, list[_Posting]](list)
        for term, turn_id, weight in await self._db.rows(query, room_id, before, DEEPEST) if hashes else ():
            found[term].append((turn_id, weight))
        return found

    async def _rarity(self, room_id: int, postings: Mapping[int, list[_Posting]], before: int) -> dict[int, float]:
        """BM25's weight of each term; of one that has more postings than were read, by how dense the latest are."""
        ends = {term: found[-1][0] for term, found in postings.items() if len(found) == DEEPEST}
        first, last = await self._numbers(room_id, before)
        numbers = dict(
            await self._db.rows(
                "SELECT id, number FROM turn WHERE id IN (SELECT value FROM json_each(?))",
                json.dumps(list(ends.values())),
            )
            if ends
            else ()
        )
        turns, rarity = last - first + 1, dict[int, float]()
        for term, found in postings.items():
            seen = last - numbers.get(ends.get(term, 0), first) + 1
            holding = min(len(found) * turns / seen, turns)
            rarity[term] = math.log(1 + (turns - holding + 0.5) / (holding + 0.5))
        return rarity

    async def _numbers(self, room_id: int, before: int) -> tuple[int, int]:
        """Those of the room's first turn and of its last one before `before`."""
        row = await self._db.row(
            """SELECT (SELECT number FROM turn WHERE room_id = ?1 ORDER BY id LIMIT 1),
                      (SELECT number FROM turn WHERE room_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1)""",
            room_id, before,
        )  # fmt: skip
        return row if row and row[1] is not None else (1, 1)
