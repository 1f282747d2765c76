"""What each signal is worth. Plain weights, set by logistic regression over labelled commentaries and rounded."""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.extractive.signals import Signals

THESIS: Mapping[str, float] = {
    "states": 1.2, "defines_first": 1.2, "judges": 0.7, "central": 0.8, "contrasts": 0.7, "opens": 0.6, "we": 0.5,
    "length": 0.5, "middling": 0.4, "sweeps": 0.4, "titled": 0.5, "colon": 0.4, "must": 0.4, "last_paragraph": 0.4,
    "late_middle": 0.3, "restated": 0.3, "middle": -0.6, "reported": -2.0, "ironic": -2.0, "conceded": -0.5,
    "figure": -0.5, "short": -0.5, "very_short": -1.0, "quoted": -1.0, "question": -1.0, "reasons": -0.3,
    "foretells": -0.3, "own": -0.3, "says": -0.3, "turns_first": -0.2, "last_line": 0.0,
}  # fmt: skip

POINT: Mapping[str, float] = {
    "late_middle": 0.9, "length": 0.9, "states": 0.6, "commas": 0.5, "central": 0.5, "defines_first": 0.5,
    "contrasts": 0.4, "reasons": 0.3, "sweeps": 0.3, "shows": 0.3, "judges": 0.3, "after_view": 0.3, "general": 0.3,
    "past": 0.3, "sourced": 0.2, "titled": 0.2, "reported": -3.0, "ironic": -3.0, "first_paragraph": -0.7,
    "quoted": -0.7, "short": -0.5, "very_short": -1.0, "own": -0.5, "question": -1.0, "answers": -0.4,
    "bids_first": -0.4, "must": -0.2, "middle": -0.2, "conceded": -0.3, "last_paragraph": -0.3, "says": -0.2,
}  # fmt: skip


def score(signals: Signals, weights: Mapping[str, float]) -> float:
    """The weighted sum of a sentence's signals."""
    return sum(weights[name] * value for name, value in signals.items() if name in weights)
