"""What each feature is worth: logistic regression over the tuned comparisons and two more, one left out in turn.

Set by hand, lower than the regression has them: common figures and granting words, which its few texts are rich in.
"""

from __future__ import annotations

from collections.abc import Mapping

Features = Mapping[str, float]

AGREEMENT: Mapping[str, float] = {
    "base": -3.93,
    "words": 0.15,
    "meaning": 0.48,
    "mutual": 1.43,
    "place": 0.45,
    "grants": 1.5,
    "conceded": 0.16,
    "claim": 0.55,
    "both first": -2.04,
    "both last": -0.94,
}
CONFLICT: Mapping[str, float] = {
    "base": -3.24,
    "words": 0.18,
    "meaning": 0.33,
    "mutual": 1.42,
    "place": 0.42,
    "first": -0.92,
    "last": -0.2,
    "figures": 1.5,
    "grants": -0.51,
    "reported": 0.6,
}
STAND: Mapping[str, float] = {
    "first": 0.98,
    "second": 1.28,
    "third": 0.97,
    "last": 1.55,
    "before last": 0.03,
    "cues": 3.32,
    "demands": 0.67,
    "figure": -0.5,
    "reported": -0.95,
    "shared": 2.12,
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
