"""Fact, opinion, prediction or recommendation: what sort of sentence it is, by many weak signals."""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.weights import score
from bot.models.summary import Nature

_WEIGHTS: Mapping[Nature, Mapping[str, float]] = {
    Nature.FACT: {
        "figure": 1.3,
        "measures": 0.7,
        "numbers": 0.6,
        "past": 0.5,
        "names": 0.4,
        "sourced": 0.4,
        "shows": 0.3,
        "contrasts": -0.3,
        "states": -0.4,
        "must": -0.5,
        "defines_first": -0.5,
        "general": -0.6,
        "judges": -0.8,
        "foretells": -1.0,
        "bids_first": -1.4,
    },
    Nature.OPINION: {
        "judges": 1.1,
        "contrasts": 0.7,
        "defines_first": 0.7,
        "own": 0.5,
        "reasons": 0.4,
        "states": 0.4,
        "question": 0.3,
        "we": 0.3,
        "names": -0.4,
        "shows": -0.4,
        "sourced": -0.4,
        "measures": -0.5,
        "numbers": -0.5,
        "wills": -0.8,
        "bids_first": -1.0,
        "figure": -1.2,
    },
    Nature.PREDICTION: {
        "foretells": 1.5,
        "wills": 1.5,
        "general": 0.4,
        "figure": -0.4,
        "must": -0.4,
        "own": -0.4,
        "contrasts": -0.4,
        "judges": -0.5,
        "past": -0.6,
    },
    Nature.RECOMMENDATION: {
        "bids_first": 2.8,
        "must": 2.4,
        "judges": -0.4,
        "shows": -0.4,
        "sweeps": -0.4,
        "foretells": -0.3,
    },
}
_BASE: Mapping[Nature, float] = {
    Nature.FACT: -0.4,
    Nature.OPINION: -0.4,
    Nature.PREDICTION: -2.0,
    Nature.RECOMMENDATION: -1.8,
}


def nature(passage: Passage, index: int) -> Nature:
    """The nature of one line, in its context."""
    seen = passage.signals[index]
    return max(_WEIGHTS, key=lambda each: _BASE[each] + score(seen, _WEIGHTS[each]))
