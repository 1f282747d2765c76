"""What each signal is worth: logistic regression over 29 labelled commentaries by two writers, texts left out in turn.

Set by hand: what a reported, ironic, conceded, quoted or asking sentence is worth, and `says`, `turns_first` and
`sourced` for the thesis: evidence and answers are seldom the claim itself, and the sets are too small to tell.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.extractive.signals import Signals

THESIS: Mapping[str, float] = {
    "central": 1.5,
    "states": 1.0,
    "contrasts": 0.9,
    "defines_first": 0.9,
    "heavy": 0.9,
    "length": 0.9,
    "opens": 0.8,
    "colon": 0.5,
    "middling": 0.5,
    "we": 0.5,
    "last_paragraph": 0.4,
    "late_middle": 0.4,
    "titled": 0.4,
    "before_last": 0.3,
    "judges": 0.3,
    "restated": 0.3,
    "general": 0.2,
    "past": -0.2,
    "first_paragraph": -0.4,
    "he": -0.4,
    "own": -0.4,
    "she": -0.4,
    "conceded": -0.5,
    "foretells": -0.6,
    "short": -0.6,
    "middle": -0.7,
    "figure": -0.9,
    "says": -0.3,
    "turns_first": -0.2,
    "sourced": -0.6,
    "numbers": -1.0,
    "question": -1.0,
    "quoted": -1.0,
    "ironic": -2.0,
    "reported": -2.0,
}

POINT: Mapping[str, float] = {
    "late_middle": 1.3,
    "length": 0.8,
    "heavy": 0.7,
    "middle": 0.7,
    "commas": 0.6,
    "reasons": 0.5,
    "turns_first": 0.5,
    "after_view": 0.3,
    "before_last": 0.3,
    "central": 0.3,
    "general": 0.3,
    "middling": 0.3,
    "numbers": 0.3,
    "shows": 0.3,
    "sourced": 0.3,
    "bids_first": 0.2,
    "figure": 0.2,
    "she": 0.2,
    "states": 0.2,
    "answers": -0.2,
    "claims": -0.2,
    "contrasts": -0.2,
    "last_line": -0.2,
    "short": -0.5,
    "first_paragraph": -0.8,
    "own": -0.8,
    "last_paragraph": -0.9,
    "conceded": -1.0,
    "must": -1.0,
    "question": -1.0,
    "quoted": -1.2,
    "ironic": -3.0,
    "reported": -3.0,
}
# What a sentence with no signal at all is worth; with POINT it makes a probability.
POINT_BASE = -4.0


def score(signals: Signals, weights: Mapping[str, float]) -> float:
    """The weighted sum of a sentence's signals."""
    return sum(weights[name] * value for name, value in signals.items() if name in weights)
