"""Made by `python -m bench.fit_stories` from the labelled entries in bench/stories/tuned.txt."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

CONSTANT = -10.0
WEIGHTS: Mapping[str, float] = MappingProxyType(
    {
        "cosine": 17.0,
        "names": 2.0,
        "numbers": 2.0,
        "words": 1.0,
        "other_names": -1.0,
        "apart": -0.7,
        "one_outlet": -1.6,
        "two_languages": 0.5,
        "opinions": 2.0,
        "both_opinions": -2.0,
    }
)
