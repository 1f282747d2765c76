"""What each signal is worth: set by logistic regression over labelled commentaries, by leaving texts out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.extractive.signals import Signals

THESIS: Mapping[str, float] = {
    "states": 1.2,
    "defines_first": 1.2,
    "central": 0.8,
    "contrasts": 0.7,
    "judges": 0.7,
    "opens": 0.6,
    "length": 0.5,
    "titled": 0.5,
    "we": 0.5,
    "colon": 0.4,
    "last_paragraph": 0.4,
    "middling": 0.4,
    "must": 0.4,
    "sweeps": 0.4,
    "late_middle": 0.3,
    "restated": 0.3,
    "turns_first": -0.2,
    "foretells": -0.3,
    "own": -0.3,
    "reasons": -0.3,
    "says": -0.3,
    "conceded": -0.5,
    "figure": -0.5,
    "first_paragraph": -0.5,
    "short": -0.8,
    "middle": -0.6,
    "question": -1.0,
    "quoted": -1.0,
    "very_short": -1.0,
    "ironic": -2.0,
    "reported": -2.0,
}

POINT: Mapping[str, float] = {
    "heavy": 1.2,
    "reasons": 0.9,
    "late_middle": 0.8,
    "claims": 0.7,
    "measures": 0.7,
    "numbers": 0.7,
    "body": 0.6,
    "commas": 0.5,
    "near_thesis": 0.4,
    "answers": -0.5,
    "bids_first": -0.6,
    "quoted": -0.6,
    "restated": -0.6,
    "must": -0.7,
    "opens": -0.7,
    "very_short": -0.7,
    "first_paragraph": -0.8,
    "last_paragraph": -0.9,
    "conceded": -1.0,
    "question": -1.0,
    "ironic": -3.0,
    "reported": -3.0,
}
# What a sentence with no signal at all is worth; with POINT it makes a probability.
POINT_BASE = -3.9


def score(signals: Signals, weights: Mapping[str, float]) -> float:
    """The weighted sum of a sentence's signals."""
    return sum(weights[name] * value for name, value in signals.items() if name in weights)
