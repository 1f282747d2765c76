"""The sentence that states what the author claims."""

from __future__ import annotations

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.weights import THESIS, score


def candidates(passage: Passage) -> list[int]:
    """Indices of all lines, the likeliest thesis first."""
    return sorted(range(len(passage.lines)), key=lambda i: -score(passage.signals[i], THESIS))
