"""What each signal is worth, in log-odds: as `bench/fit_stories.py` makes it of the entries in bench/stories/tuned.txt.

Signals are those of `likeness.signals`.
"""

from __future__ import annotations

from collections.abc import Mapping

CONSTANT = -8.80
WEIGHTS: Mapping[str, float] = {
    "cosine": 11.68,
    "names": 4.13,
    "numbers": 3.97,
    "words": 2.40,
    "other_names": 0.52,
    "apart": -1.00,
    "one_outlet": -1.68,
    "two_languages": 1.03,
    "opinions": 1.97,
    "both_opinions": -2.18,
}
