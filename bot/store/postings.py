"""In which turns a term stands: written with a turn, and taken out with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from bot.store.connection import Connection
from bot.store.terms import TermHashes, packed, unpacked


class Postings:
    """Statements inside a transaction."""

    def __init__(self, db: Connection, hashes: TermHashes) -> None:
        self._db, self._hashes = db, hashes

    async def put(self, room_id: int, turn_id: int, terms: Sequence[str], *, is_answer: bool) -> bytes:
        """From now on the turn is found by these; returns what `drop` needs to take them out again."""
        weights = self._hashes.weighed(terms)
        await self._db.run(
            """INSERT INTO posting (room_id, term, turn_id, is_answer, weight)
               SELECT ?, value ->> 0, ?, ?, value ->> 1 FROM json_each(?)""",
            room_id, turn_id, is_answer, json.dumps(list(weights.items())),
        )  # fmt: skip
        return packed(list(weights))

    async def drop(self, room_id: int, kept: Iterable[tuple[int, bool, bytes]]) -> None:
        """Turns, whether it is their answers, and what `put` returned for them."""
        gone = [(term, turn_id, is_answer) for turn_id, is_answer, column in kept for term in unpacked(column)]
        await self._db.run(
            """DELETE FROM posting WHERE (room_id, term, turn_id, is_answer) IN
               (SELECT ?, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))""",
            room_id, json.dumps(gone),
        )  # fmt: skip
