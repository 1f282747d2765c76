"""Words that mean nearly the same: "machinery" finds what was said of the equipment.

Out of a table of the commonest words of four languages, which `bench.near_words` makes of the multilingual sentence
encoder that comparisons use; the encoder itself takes a second to start and a millisecond a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

TABLE = Path(__file__).with_name("near_words.npz")
LEVELS = 7  # a coordinate is a whole number from -7 to 7, two of them in a byte

LEAST = 0.45  # cosine of two words from which on they are near
MOST = 32  # near words of one word
WEIGHT = 0.8  # of a word of the same meaning, against the word itself
REMEMBERED = 4_096  # words whose near ones are kept
LONGEST = 12  # terms; what says more needs no other words


class NearWords:
    """Loads its table when it is first asked, in some hundredths of a second."""

    def __init__(self) -> None:
        self._near = lru_cache(REMEMBERED)(self._found)

    def weighted(self, terms: Sequence[str]) -> dict[str, float]:
        """The terms, each with weight 1, and words near to them with weights below, the nearest first."""
        sought = dict.fromkeys(terms, 1.0)
        if len(sought) > LONGEST:
            return sought
        near: dict[str, float] = {}
        for term in sought:
            for other, weight in self._near(term).items():
                near[other] = max(weight, near.get(other, 0.0))
        return sought | {each: near[each] for each in sorted(near, key=lambda each: -near[each]) if each not in sought}

    def _found(self, term: str) -> Mapping[str, float]:
        at = self._places.get(term)
        if at is None:
            return {}
        cosines = self._vectors @ self._vectors[at]
        near = np.flatnonzero(cosines > LEAST)
        near = near[
            (self._languages[near] & self._languages[at]) != 0
        ]  # a translation stands in no text of the language
        nearest = near[np.argsort(-cosines[near], kind="stable")][: MOST + 1]
        return {
            self._words[other]: WEIGHT * (float(cosines[other]) - LEAST) / (1 - LEAST)
            for other in nearest.tolist()
            if other != at
        }

    @cached_property
    def _table(self) -> Mapping[str, npt.NDArray[np.generic]]:
        with np.load(TABLE) as table:
            return {name: table[name] for name in table.files}

    @cached_property
    def _words(self) -> list[str]:
        return bytes(self._table["words"]).decode().split()

    @cached_property
    def _places(self) -> dict[str, int]:
        return {word: at for at, word in enumerate(self._words)}

    @cached_property
    def _languages(self) -> npt.NDArray[np.uint8]:
        """A bit for each."""
        return self._table["languages"].astype(np.uint8)

    @cached_property
    def _vectors(self) -> npt.NDArray[np.float32]:
        """A row of unit length for every word."""
        packed = self._table["vectors"].astype(np.uint8)
        levels = np.stack([packed >> 4, packed & 15], axis=-1).reshape(len(packed), -1).astype(np.float32) - LEVELS
        rows = levels * self._table["spread"].astype(np.float32)
        unit: npt.NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return unit
