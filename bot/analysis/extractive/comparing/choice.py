"""Which pairs of paragraphs are shown as agreements, and which as conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from bot.analysis.extractive.comparing.pairs import Pair
from bot.analysis.extractive.comparing.weights import LEAST, score

# A paragraph may carry two points, not the whole comparison.
_MOST_OF_A_PLACE = 2


def choose(
    pairs: list[Pair], weights: Mapping[str, float], most: int, taken: set[tuple[int, int, int, int]]
) -> list[Pair]:
    """The best pairs, at most `most`; `taken` are those that say something else already, and grows."""
    chosen: list[Pair] = []
    used: Counter[tuple[int, int]] = Counter()
    for pair in sorted(pairs, key=lambda pair: -score(pair.features, weights)):
        places = [(place.n, place.paragraph) for place in (pair.one, pair.other)]
        key = (*places[0], *places[1])
        if len(chosen) == most or score(pair.features, weights) < LEAST:
            break
        if key not in taken and all(used[place] < _MOST_OF_A_PLACE for place in places):
            chosen.append(pair)
            used.update(places)
            taken.add(key)
    return chosen
