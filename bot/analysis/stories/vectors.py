"""What entries mean, as rows of numbers; those of recent entries are kept, since each costs milliseconds."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bot.analysis.stories.traits import without_kicker
from bot.models.story import StoryEntry

Grid = npt.NDArray[np.float32]

REMEMBERED = 12_000  # entries, a kB each
_AT_ONCE = 64  # texts of about one length: half the time that they take one by one
_WORDS, _CHARACTERS = 32, 240  # of the text; the rest says what its beginning does


class Vectors:
    """By the entry's id; what has none (0) is not kept."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, npt.NDArray[np.float16]] = OrderedDict()
        self._lock = threading.Lock()  # a thread goes on when whoever waited for it was cancelled

    def of(self, entries: Sequence[StoryEntry]) -> Grid:
        """A row of unit length for each entry. The first call loads the encoder, in about a second."""
        with self._lock:
            return self._of(entries)

    def _of(self, entries: Sequence[StoryEntry]) -> Grid:
        rows = {at: self._kept[entry.id] for at, entry in enumerate(entries) if entry.id in self._kept}
        missing = [at for at in range(len(entries)) if at not in rows]
        rows |= zip(missing, _encoded([_said(entries[at]) for at in missing]), strict=True)
        for at, row in rows.items():
            if entries[at].id:
                self._kept[entries[at].id] = row
                self._kept.move_to_end(entries[at].id)
        while len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)
        if not rows:
            return np.zeros((0, 1), dtype=np.float32)
        return np.stack([rows[at] for at in range(len(entries))]).astype(np.float32)


def _said(entry: StoryEntry) -> str:
    """The title twice: the encoder takes the mean over all words, and these matter most."""
    title = without_kicker(entry.title)[:_CHARACTERS]
    return f"{title}. {' '.join(entry.text[:_CHARACTERS].split()[:_WORDS])} {title}"


def _encoded(texts: Sequence[str]) -> list[npt.NDArray[np.float16]]:
    from bot.analysis.extractive.comparing.meaning import vectors  # the encoder takes a second and 60 MB

    rows: dict[int, npt.NDArray[np.float16]] = {}
    by_length = sorted(range(len(texts)), key=lambda at: len(texts[at]))
    for first in range(0, len(by_length), _AT_ONCE):
        places = by_length[first : first + _AT_ONCE]
        rows |= zip(places, vectors([texts[at] for at in places]).astype(np.float16), strict=True)
    return [rows[at] for at in range(len(texts))]
