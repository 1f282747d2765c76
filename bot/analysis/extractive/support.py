"""What is offered for a claim: the sentence that follows it, where it supports."""

from __future__ import annotations

from bot.analysis.extractive.reading import Reading
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.signals import Signals

_SUPPORTS = ("reasons", "figure", "shows", "sourced")


def supports(reading: Reading, signals: list[Signals], voices: list[Voice], index: int) -> bool:
    """Whether the line at `index` supports the one before it: evidence, a reason, a figure or an example."""
    line = reading.lines[index]
    if (
        line.first
        or voices[index] is not Voice.AUTHOR
        or signals[index].get("question")
        or signals[index].get("turns_first")
    ):
        return False
    return any(signals[index].get(name) for name in _SUPPORTS)
