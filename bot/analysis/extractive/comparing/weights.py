"""What each feature of a pair of paragraphs is worth for an agreement and for a conflict."""

from __future__ import annotations

from collections.abc import Mapping

from bot.analysis.extractive.comparing.pairs import Features

AGREEMENT: Mapping[str, float] = {
    "same": 1.0,
    "conceded_either": 0.5,
    "must_both": 0.3,
    "reported_either": -0.8,
    "question_either": -0.2,
    "first_both": -0.3,
    "worth_both": 0.5,
}
CONFLICT: Mapping[str, float] = {
    "same": 1.0,
    "claim_both": 2.0,
    "reported_either": 0.8,
    "reported_both": -0.8,
    "turns_first_either": 0.3,
    "worth_both": 0.5,
    "contrasts_either": 0.2,
}
LEAST = 1.0


def score(features: Features, weights: Mapping[str, float]) -> float:
    """The weighted sum of a pair's features."""
    return sum(value * features.get(name, 0.0) for name, value in weights.items())
