"""What is offered for a claim: the sentence that follows it, where it supports."""

from __future__ import annotations

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice

_LEAST = 3
_SUPPORTS = ("reasons", "figure", "shows", "sourced")
_NOT = ("question", "turns_first", "must", "bids_first")


def supports(passage: Passage, index: int) -> bool:
    """Whether the line at `index` supports the one before it: evidence, a reason, a figure or an example."""
    line, seen = passage.lines[index], passage.signals[index]
    if line.first or passage.voices[index] is not Voice.AUTHOR or any(seen.get(name) for name in _NOT):
        return False
    return any(seen.get(name) for name in _SUPPORTS)


def paired(passage: Passage, points: tuple[int, ...]) -> list[tuple[int, int | None]]:
    """Chosen lines as claims, each with the chosen line right after it where that one supports it.

    Three claims are kept apart before any is made another's support: a summary of one argument says too little.
    """
    found: list[tuple[int, int | None]] = []
    spare = len(points) - _LEAST
    for index in points:
        if spare > 0 and found and found[-1] == (index - 1, None) and supports(passage, index):
            found[-1] = (index - 1, index)
            spare -= 1
        else:
            found.append((index, None))
    return found
