"""Whether articles are about the same thing, and about what."""

from __future__ import annotations

import math
import re
from collections import Counter
from itertools import combinations

import numpy as np

from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.comparing.meaning import Grid
from bot.analysis.extractive.comparing.sides import Side
from bot.analysis.extractive.comparing.topic import topic
from bot.analysis.extractive.comparing.weights import Features, score
from bot.analysis.extractive.phrasing import phrase
from bot.analysis.extractive.reading import stems

# Logistic regression over pairs of commentaries: 19 about one question, 9 that share a place, its people and its words
# but no question, 2,877 on other subjects. The first reach 17.4, the second 16.1, and of the third 15 reach 16.8.
_WEIGHTS = {"covered": 7.3, "themes": 15.8, "matches": 25.5}
_LEAST = 16.8
# Where they differ in language, meaning alone: two pairs on one question have .38 and .51, 1,387 others at most .35.
_LEAST_ABROAD = 0.36
# Articles on one question meet in a few paragraphs, not in all.
_MATCHES = 4
_WORD = re.compile(r"[^\W\d_]+")


def are_comparable(sides: list[Side]) -> bool:
    """Whether each article is about what at least one of the others is about."""
    if len(sides) < 2 or not all(side.places for side in sides):
        return False
    near = {(a.n, b.n): is_near(a, b) for a, b in combinations(sides, 2)}
    return all(any(same for pair, same in near.items() if side.n in pair) for side in sides)


def is_near(one: Side, other: Side) -> bool:
    """Whether two articles are about the same thing."""
    meanings = one.meanings @ other.meanings.T
    if one.language != other.language:
        nearest = np.concatenate([meanings.max(axis=0), meanings.max(axis=1)])
        return float(nearest.mean()) >= _LEAST_ABROAD
    return score(_likeness(_themes(one), _themes(other), meanings), _WEIGHTS) >= _LEAST


def _likeness(here: Counter[str], there: Counter[str], meanings: Grid) -> Features:
    best = (meanings == meanings.max(axis=1, keepdims=True)) & (meanings == meanings.max(axis=0, keepdims=True))
    return {
        "covered": (_covered(here, there) + _covered(there, here)) / 2,
        "themes": _cosine(here, there),
        "matches": float(np.sort(meanings[best])[-_MATCHES:].mean()),
    }


def _themes(side: Side) -> Counter[str]:
    """In how many paragraphs each word stands; without everyday words, names and figures: they tell where it plays."""
    spread = Counter(stem for place in side.places for stem in place.stems)
    left_out = everyday(side.language) | _names(side)
    return Counter({stem: n for stem, n in spread.items() if stem not in left_out and not stem.isdigit()})


def _names(side: Side) -> frozenset[str]:
    """Words that are written with a capital only; in German, where every noun is, none."""
    if side.language == "de":
        return frozenset()
    words, lower, upper = side.passage.words, set[str](), set[str]()
    for line in side.passage.lines:
        for match in _WORD.finditer(line.plain):
            if match[0][0].islower():
                lower |= stems(match[0], words)
            elif match.start():
                upper |= stems(match[0], words)
    return frozenset(upper - lower)


def _covered(one: Counter[str], other: Counter[str]) -> float:
    """How much of what the one comes back to the other speaks of at all; 0 to 1."""
    again = {stem: n - 1 for stem, n in one.items() if n > 1}
    return sum(n for stem, n in again.items() if stem in other) / (1 + sum(again.values()))


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    """0 to 1; smoothed, so that little says little."""
    dot = sum(n * other[stem] for stem, n in one.items() if stem in other)
    return dot / math.sqrt((1 + sum(n * n for n in one.values())) * (1 + sum(n * n for n in other.values())))


def question(sides: list[Side]) -> str:
    """What they are all about, in the words that they share and use most; "" when there are none."""
    words = sides[0].passage.words
    shared = topic([side.passage.lines for side in sides], words)
    return phrase("SUBJECT", shared, language=words.language) if shared else ""
