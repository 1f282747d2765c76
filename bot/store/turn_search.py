"""Turns by the terms that stand in them: BM25 over postings, in one room."""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.models.discussion import Room
from bot.store import rooms
from bot.store.connection import Connection
from bot.store.terms import FULL, TermHashes

DEEPEST = 300  # postings of a term that are read, the latest ones
OF_A_COMMON_ONE = 100  # of a term that has more: what stands in every other turn costs nothing
BEST = 50  # turns that are scored by all their postings
DEEP_ENOUGH = 24  # postings of a term that weighs less than one that was asked for
MOST_TERMS = 32  # of a query, and as many
MOST_OTHERS = 48  # that weigh less

_POSTINGS = "SELECT {} FROM posting WHERE room_id = ?1 AND turn_id < ?2 AND term = {} ORDER BY turn_id DESC LIMIT {}"

_Scores = list[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class _Reach:
    """How many postings of a term were seen, at most `deepest`, and the turn of the earliest."""

    seen: int
    earliest: int
    deepest: int

    @property
    def is_common(self) -> bool:
        return self.seen == self.deepest

    @property
    def deep(self) -> int:
        """How many are added up."""
        return min(self.deepest, OF_A_COMMON_ONE) if self.is_common else self.deepest


class TurnSearch:
    """Of a question and its answer each counts by itself, and both for their turn."""

    def __init__(self, db: Connection, hashes: TermHashes) -> None:
        self._db, self._hashes = db, hashes

    async def best(self, room: Room, terms: Mapping[str, float] | Sequence[str], limit: int, before: int) -> _Scores:
        """Ids and scores of the turns before `before` that hold some of the terms, the best first, then the latest.

        terms: each with a weight, of 1 where there is none; of those that weigh less few postings are read.
        """
        room_id = await rooms.found(self._db, room)
        weights = self._weights(terms)
        if not (room_id and weights):
            return []
        reach = await self._reach(room_id, weights, before)
        rarity = await self._rarity(room_id, reach, before)
        rarity = {term: weights[term] * value for term, value in rarity.items()}
        again = {term for term, one in reach.items() if one.is_common and weights[term] >= 1}
        found = await self._found(room_id, before, reach, rarity, again, max(limit, BEST) if again else limit)
        more = await self._more(room_id, [turn_id for turn_id, _, _ in found], {term: rarity[term] for term in again})
        scores = [(turn_id, rest + more[turn_id] if again else score) for turn_id, score, rest in found]
        return sorted(scores, key=lambda scored: (-scored[1], -scored[0]))[:limit]

    def _weights(self, terms: Mapping[str, float] | Sequence[str]) -> dict[int, float]:
        """By the hash of the term."""
        given = terms if isinstance(terms, Mapping) else dict.fromkeys(terms, 1.0)
        asked = [term for term, weight in given.items() if weight >= 1][:MOST_TERMS]
        others = [term for term, weight in given.items() if weight < 1][:MOST_OTHERS]
        return {self._hashes.one(term): given[term] for term in (*asked, *others)}

    async def _reach(self, room_id: int, weights: Mapping[int, float], before: int) -> Mapping[int, _Reach]:
        deepest = {term: DEEPEST if weight >= 1 else DEEP_ENOUGH for term, weight in weights.items()}
        query = " UNION ALL ".join(
            f"SELECT {term}, count(*), min(turn_id) FROM ({_POSTINGS.format('turn_id', term, deepest[term])})"  # noqa: S608
            for term in weights
        )
        rows = await self._db.rows(query, room_id, before)
        return {term: _Reach(seen, earliest, deepest[term]) for term, seen, earliest in rows if seen}

    async def _rarity(self, room_id: int, reach: Mapping[int, _Reach], before: int) -> dict[int, float]:
        """BM25's weight of each term; that of a common one by how close together the latest turns are that hold it."""
        ends = json.dumps([one.earliest for one in reach.values() if one.is_common])
        numbers: dict[Any, Any] = dict(
            await self._db.rows(
                """SELECT 'first', (SELECT number FROM turn WHERE room_id = ?1 ORDER BY id LIMIT 1) UNION ALL
                   SELECT 'last', (SELECT number FROM turn WHERE room_id = ?1 AND id < ?2 ORDER BY id DESC LIMIT 1)
                   UNION ALL SELECT id, number FROM turn WHERE id IN (SELECT value FROM json_each(?3))""",
                room_id, before, ends,
            )
        )  # fmt: skip
        first, last = numbers["first"] or 0, numbers["last"] or 0
        turns = max(1, last - first + 1)  # a turn may have gone since the postings were read
        rarity = dict[int, float]()
        for term, one in reach.items():
            among = last - numbers.get(one.earliest, first) + 1 if one.is_common else turns
            holding = min(one.seen * turns / max(1, among), turns)
            rarity[term] = math.log(1 + (turns - holding + 0.5) / (holding + 0.5)) / FULL
        return rarity

    async def _found(
        self, room_id: int, before: int, reach: Mapping[int, _Reach], rarity: Mapping[int, float],
        again: Collection[int], limit: int,
    ) -> list[tuple[int, float, float]]:  # fmt: skip
        """The best turns by the postings that are read: scores, and what of them is not of the terms in `again`."""
        columns = {
            term: f"turn_id, weight * {rarity[term]!r} AS score, {int(term not in again)} AS is_rest" for term in reach
        }
        postings = " UNION ALL ".join(
            f"SELECT * FROM ({_POSTINGS.format(columns[term], term, one.deep)})"  # noqa: S608
            for term, one in reach.items()
        )
        query = f"""SELECT turn_id, sum(score), sum(score * is_rest) FROM ({postings})
                    GROUP BY turn_id ORDER BY 2 DESC, 1 DESC LIMIT ?3"""  # noqa: S608 - numbers of our own
        return list(await self._db.rows(query, room_id, before, limit)) if reach else []

    async def _more(self, room_id: int, turn_ids: Sequence[int], rarity: Mapping[int, float]) -> Mapping[int, float]:
        """What these terms add to these turns, by all the postings that they have."""
        added = defaultdict[int, float](float)
        if rarity:
            added.update(
                await self._db.rows(
                    """SELECT p.turn_id, sum(p.weight * (term.value ->> 1))
                       FROM json_each(?2) term CROSS JOIN json_each(?3) turn CROSS JOIN posting p
                           ON p.room_id = ?1 AND p.term = term.value ->> 0 AND p.turn_id = turn.value
                       GROUP BY p.turn_id""",
                    room_id, json.dumps(list(rarity.items())), json.dumps(list(turn_ids)),
                )
            )  # fmt: skip
        return added
