"""Whether articles are about the same thing, and about what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from itertools import combinations

from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.comparing.sides import Side
from bot.analysis.extractive.comparing.topic import topic
from bot.analysis.extractive.phrasing import phrase

# Of 406 pairs of commentaries on different subjects 405 stay below .14.
_LEAST = 0.15


def are_comparable(sides: list[Side]) -> bool:
    """Whether each article is about what at least one of the others is about."""
    if len(sides) < 2:
        return False
    near = nearness(sides)
    return all(max(value for pair, value in near.items() if side.n in pair) >= _LEAST for side in sides)


def nearness(sides: list[Side]) -> dict[tuple[int, int], float]:
    """Of each two articles, 0 to 1."""
    themes = {side.n: _themes(side) for side in sides}
    return {(a, b): _cosine(themes[a], themes[b]) for a, b in combinations(themes, 2)}


def _themes(side: Side) -> Mapping[str, float]:
    """Its words that not every commentary uses, by the number of paragraphs that hold them."""
    spread = Counter(stem for place in side.places for stem in place.stems)
    known = everyday(side.passage.words.language)
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
