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
from bot.analysis.extractive.comparing.weights import score
from bot.analysis.extractive.phrasing import phrase
from bot.analysis.extractive.reading import stems

# What the paragraphs mean tells most; shared themes part those who write about one question from those who only write
# alike: two op-eds against a cut in one town, for a bus and for a library, mean much the same.
_WEIGHTS = {"whole": 1.0, "nearest": 0.5, "themes": 1.0}
_LEAST = 0.91
# Where they differ in language, meaning alone: two pairs on one question have .38 and .51, 1,387 others at most .35.
_LEAST_ABROAD = 0.36
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
    nearest = np.concatenate([meanings.max(axis=0), meanings.max(axis=1)])
    if one.language != other.language:
        return float(nearest.mean()) >= _LEAST_ABROAD
    seen = {
        "themes": _cosine(_themes(one), _themes(other)),
        "nearest": float(np.median(nearest)),
        "whole": float(_middle(one.meanings) @ _middle(other.meanings)),
    }
    return score(seen, _WEIGHTS) >= _LEAST


def _middle(meanings: Grid) -> Grid:
    """The direction of what all of an article's paragraphs mean."""
    total = meanings.sum(axis=0)
    return np.asarray(total / (np.linalg.norm(total) + 1e-9))


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


def _cosine(one: Counter[str], other: Counter[str]) -> float:
    """Of their logarithms, 0 to 1; smoothed, so that little says little."""
    here, there = ({stem: math.log1p(n) for stem, n in each.items()} for each in (one, other))
    dot = math.fsum(weight * there[stem] for stem, weight in here.items() if stem in there)
    return dot / math.sqrt(
        (1 + math.fsum(w * w for w in here.values())) * (1 + math.fsum(w * w for w in there.values()))
    )


def question(sides: list[Side]) -> str:
    """What they are all about, in the words that they share and use most; "" when there are none."""
    words = sides[0].passage.words
    shared = topic([side.passage.lines for side in sides], words)
    return phrase("SUBJECT", shared, language=words.language) if shared else ""
