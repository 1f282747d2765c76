"""How likely a sentence tells somebody else's view, by many weak signals and by the sentence before it.

The rules of `regions` are one signal of many here: they know where a view that they recognise begins and ends, and most
writers announce it in words that no rule foresees.
"""

from __future__ import annotations

import math

from bot.analysis.extractive.around import Signals
from bot.analysis.extractive.reading import Line
from bot.analysis.extractive.weights import FOREIGN, FOREIGN_ABOVE, FOREIGN_BASE, FOREIGN_BEFORE, score


def foreign(lines: list[Line], seen: list[Signals]) -> list[float]:
    """0 to 1 for every line; a line leans on the one before, less across the border of a paragraph."""
    found: list[float] = []
    for line, signals in zip(lines, seen, strict=True):
        before = found[-1] if found else 0.0
        carried = before * (FOREIGN_ABOVE if line.first else FOREIGN_BEFORE)
        found.append(1 / (1 + math.exp(-(FOREIGN_BASE + score(signals, FOREIGN) + carried))))
    return found
