"""Which sentences are shown: the thesis, one more that tells most of the rest, and the key points, in few words."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.analysis.extractive.reading import Reading
from bot.analysis.extractive.signals import Signals
from bot.analysis.extractive.weights import POINT, THESIS, score
from bot.models.summary import Length

# Words of thesis, tl;dr, claims and supports together. 150 is what a reader of a card takes in.
BUDGET = {Length.SHORT: 75, Length.STANDARD: 150, Length.DEEP: 300}
# A long sentence costs its words, a short one at least this much: both cost the reader a line.
_LINE = 30


@dataclass(frozen=True, slots=True)
class Choice:
    """Indices of lines; -1 for none."""

    thesis: int
    tldr: int
    points: tuple[int, ...]


def choose(reading: Reading, signals: list[Signals], length: Length) -> Choice:
    """The best sentences within the budget of words."""
    if not reading.lines:
        return Choice(-1, -1, ())
    thesis = max(range(len(signals)), key=lambda i: score(signals[i], THESIS))
    points = [1 / (1 + math.exp(2 - score(s, POINT))) for s in signals]
    left = BUDGET[length] - reading.lines[thesis].words
    taken = _fill(reading, points, left, thesis)
    if not taken:
        return Choice(thesis, -1, ())
    tldr = max(taken, key=points.__getitem__)
    return Choice(thesis, tldr, tuple(sorted(index for index in taken if index != tldr)))


def _fill(reading: Reading, points: list[float], left: int, thesis: int) -> list[int]:
    taken: list[int] = []
    order = sorted(range(len(points)), key=lambda i: -points[i] / (reading.lines[i].words + _LINE))
    for index in order:
        count = reading.lines[index].words
        if index != thesis and count <= left and count >= 4:
            taken.append(index)
            left -= count
    return taken
