"""Whether articles are about the same thing, and about what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

import numpy as np

from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.comparing.sides import Side
from bot.analysis.extractive.comparing.topic import topic
from bot.analysis.extractive.phrasing import phrase

# Two articles are about the same thing when they share their themes and their paragraphs are near in meaning. Of 1,964
# pairs of the tuned commentaries that are about different things none reaches it, of 16 about one question each does.
_MEANING = 0.61
_LEAST = 0.373
# Where they differ in language, meaning alone: two pairs on one question have .38 and .51, 1,387 others at most .35.
_LEAST_ABROAD = 0.36


def are_comparable(sides: list[Side]) -> bool:
    """Whether each article is about what at least one of the others is about."""
    if len(sides) < 2 or not all(side.places for side in sides):
        return False
    near = {(a.n, b.n): is_near(a, b) for a, b in combinations(sides, 2)}
    return all(any(same for pair, same in near.items() if side.n in pair) for side in sides)


def is_near(one: Side, other: Side) -> bool:
    """Whether two articles are about the same thing."""
    meanings = one.meanings @ other.meanings.T
    nearest = float(np.concatenate([meanings.max(axis=0), meanings.max(axis=1)]).mean())
    if one.language != other.language:
        return nearest >= _LEAST_ABROAD
    return _cosine(_themes(one), _themes(other)) + _MEANING * nearest >= _LEAST


def _themes(side: Side) -> Mapping[str, float]:
    """Its words that not every commentary uses, by the number of paragraphs that hold them."""
    spread = Counter(stem for place in side.places for stem in place.stems)
    known = everyday(side.language)
    return {stem: math.log1p(n) for stem, n in spread.items() if stem not in known and not stem.isdigit()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Of two mappings of any length; smoothed, so that little says little."""
    dot = sum(value * other[stem] for stem, value in one.items() if stem in other)
    return dot / math.sqrt((1 + sum(v * v for v in one.values())) * (1 + sum(v * v for v in other.values())))


def question(sides: list[Side]) -> str:
    """What they are all about, in the words that they share and use most; "" when there are none."""
    words = sides[0].passage.words
    shared = topic([side.passage.lines for side in sides], words)
    return phrase("SUBJECT", shared, language=words.language) if shared else ""
