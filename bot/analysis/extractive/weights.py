"""What each signal is worth; THESIS and FOREIGN fitted by bench/fit_extractive.py on 57 labelled texts by four writers.

Which signals stand here was found by adding one at a time while texts of a writer left out gained by it; their values
are those of a ridge regression over all writers. A signal that is not in a table counts nothing there.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.extractive.around import Signals

# Too rare in the texts to be fitted, or too costly to be wrong about; the last line of all is often a joke or a sigh.
THESIS_BY_HAND: Mapping[str, float] = {
    "foreign": -3.0,
    "ironic": -2.0,
    "last_line": -1.0,
    "quoted": -1.0,
    "reported": -2.0,
}

# That a sentence states what the author claims.
THESIS_FITTED: Mapping[str, float] = {
    "diagnoses": 1.8,
    "titled": 1.7,
    "length": 1.6,
    "judges": 1.3,
    "spread": 1.3,
    "opens": 1.3,
    "last_paragraph": 1.2,
    "central": 1.2,
    "defines_first": 1.0,
    "opposes": 1.0,
    "body": 0.9,
    "we": 0.8,
    "middling": 0.6,
    "turns_first": 0.5,
    "contrasts": 0.5,
    "must": 0.4,
    "past": -0.2,
    "figure": -0.9,
    "short": -1.0,
    "he": -1.1,
    "reported_next": -1.2,
    "numbers": -1.2,
    "own": -1.3,
    "opener_attributes": -1.4,
}
THESIS: Mapping[str, float] = {**THESIS_FITTED, **THESIS_BY_HAND}

# That it tells somebody else's view.
FOREIGN: Mapping[str, float] = {
    "attributes": 1.4,
    "reported": 1.4,
    "opens": 1.2,
    "attributes_next": 1.1,
    "reported_next": 1.1,
    "middle": 1.1,
    "institutions": 1.0,
    "reports_before": 0.9,
    "asides_next": 0.7,
    "reports": 0.7,
    "opener_attributes": 0.7,
    "reported_above": 0.6,
    "foretells": 0.4,
    "says": -0.3,
    "figure_before": -0.3,
    "own_next": -0.4,
    "general": -0.4,
    "early": -0.5,
    "numbers": -0.5,
    "own_before": -0.5,
    "judges": -0.5,
    "past": -0.5,
    "own": -0.5,
    "figure_next": -0.5,
    "quoted_next": -0.7,
    "before_last": -1.0,
    "last_paragraph": -1.0,
    "quoted_before": -1.1,
}
# What it adds that the line before does: in the same paragraph, in the one above.
FOREIGN_BEFORE = 4.2
FOREIGN_ABOVE = 0.4
FOREIGN_BASE = -4.1

# That it is one of the text's key points: fitted on the first 29 texts, and not bettered by a fit on all of them.
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
