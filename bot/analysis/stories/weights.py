"""What each signal is worth, in log-odds: as `bench/fit_stories.py` makes it of the entries in bench/stories/tuned.txt.

Signals are those of `likeness.signals`.
"""

from __future__ import annotations

from collections.abc import Mapping

CONSTANT = -9.27
WEIGHTS: Mapping[str, float] = {
    "cosine": 18.78,
    "names": 2.36,
    "numbers": 3.58,
    "words": 1.27,
    "other_names": -0.73,
    "apart": -0.74,
    "one_outlet": -1.54,
    "two_languages": 0.88,
    "opinions": 2.47,
    "both_opinions": -2.32,
}
