"""What is offered for a claim: the sentence that follows it, where it supports."""

from __future__ import annotations

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice

_SUPPORTS = ("reasons", "figure", "shows", "sourced")
_NOT = ("question", "turns_first", "must", "bids_first")


def supports(passage: Passage, index: int) -> bool:
    """Whether the line at `index` supports the one before it: evidence, a reason, a figure or an example."""
    line, seen = passage.lines[index], passage.signals[index]
    if line.first or passage.voices[index] is not Voice.AUTHOR or any(seen.get(name) for name in _NOT):
        return False
    return any(seen.get(name) for name in _SUPPORTS)
