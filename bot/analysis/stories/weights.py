"""What each signal is worth, in log-odds: as `bench/fit_stories.py` makes it of the entries in bench/stories/tuned.txt.

Signals are those of `likeness.signals`.
"""

from __future__ import annotations

from collections.abc import Mapping

CONSTANT = -8.53
WEIGHTS: Mapping[str, float] = {
    "cosine": 11.64,
    "names": 3.93,
    "numbers": 5.89,
    "words": 2.49,
    "other_names": 0.39,
    "apart": -1.01,
    "one_outlet": -1.78,
    "two_languages": 0.95,
    "opinions": 1.83,
    "both_opinions": -2.12,
}
