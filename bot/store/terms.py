"""Terms as the index holds them: hashes under a key of the installation, so that no text stands in it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from bot.store.connection import Connection

HASH_BYTES = 6  # of 10^5 terms in a room one is mistaken for a given other with a chance of 4e-10
TYPICAL = 40  # terms of a question or an answer; what is longer is less about each of its terms
FULL = 127  # the greatest weight: it fits a byte

_K1, _B = 1.2, 0.75  # the usual ones of BM25


class TermHashes:
    """Terms in, hashes out."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    async def of(cls, db: Connection) -> TermHashes:
        """Under the key that the file was made with."""
        row = await db.row("SELECT value FROM installation WHERE name = 'key of terms'")
        assert row is not None, "a migration put it there"
        return cls(bytes.fromhex(row[0]))

    def one(self, term: str) -> int:
        """Of 48 bits."""
        said = term.encode("utf-8", "surrogatepass")
        return int.from_bytes(hashlib.blake2b(said, key=self._key, digest_size=HASH_BYTES).digest(), signed=True)

    def weighed(self, terms: Sequence[str]) -> dict[int, int]:
        """Each term's hash, and how much a text of just these terms is about it: BM25's saturation, of `FULL`."""
        length = _K1 * (1 - _B + _B * len(terms) / TYPICAL)
        return {
            self.one(term): max(1, round(FULL * times / (times + length))) for term, times in Counter(terms).items()
        }


def packed(hashes: Sequence[int]) -> bytes:
    """One after the other."""
    return b"".join(value.to_bytes(HASH_BYTES, signed=True) for value in hashes)


def unpacked(column: bytes) -> Iterator[int]:
    """The inverse of `packed`."""
    return (int.from_bytes(column[at : at + HASH_BYTES], signed=True) for at in range(0, len(column), HASH_BYTES))
