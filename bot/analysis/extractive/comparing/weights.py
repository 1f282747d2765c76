"""What each feature is worth: logistic regression over the tuned comparisons and five more, one left out in turn.

Set by hand, lower than the regression has it: common figures, of which its texts have few.
"""

from __future__ import annotations

from collections.abc import Mapping

Features = Mapping[str, float]

AGREEMENT: Mapping[str, float] = {
    "base": -3.4,
    "words": 0.08,
    "meaning": 0.53,
    "mutual": 1.2,
    "place": 0.53,
    "grants": 1.41,
    "conceded": 0.29,
    "claim": 0.56,
    "both first": -2.31,
    "both last": -1.11,
}
CONFLICT: Mapping[str, float] = {
    "base": -3.31,
    "words": 0.15,
    "meaning": 0.26,
    "mutual": 1.86,
    "place": 0.38,
    "first": -1.08,
    "last": -0.44,
    "figures": 1.8,
    "grants": -0.47,
    "reported": 0.55,
}
STAND: Mapping[str, float] = {
    "first": 0.76,
    "second": 1.0,
    "third": 1.12,
    "last": 1.81,
    "before last": 0.28,
    "cues": 3.47,
    "demands": 0.66,
    "figure": -0.6,
    "reported": -1.1,
    "shared": 2.72,
}
# Of the sentences of one paragraph, which declares the stand; set by hand, for labels name paragraphs.
DECLARATION: Mapping[str, float] = {
    "cues": 1.5,
    "bids": 1.0,
    "own": 0.3,
    "thesis": 0.3,
    "shared": 2.0,
}


def score(features: Features, weights: Mapping[str, float]) -> float:
    """The weighted sum of what was seen; of a pair, its log-odds."""
    return weights.get("base", 0.0) + sum(weights[name] * value for name, value in features.items() if name in weights)
