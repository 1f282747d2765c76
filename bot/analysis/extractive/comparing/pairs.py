"""Two paragraphs of two articles: how much they speak of the same thing, and whether alike."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from bot.analysis.extractive.comparing.sides import Place, Side
from bot.analysis.extractive.regions import Voice

Features = dict[str, float]
# Longer paragraphs share more words by chance.
_LENGTH = 0.25


@dataclass(frozen=True, slots=True)
class Pair:
    """A place of one article, one of another, and what can be seen of them together."""

    one: Place
    other: Place
    features: Features


def pairs(sides: list[Side]) -> Iterator[Pair]:
    """Every paragraph of each article with every one of each other's."""
    seen = {(side.n, place.paragraph): _of_place(side, place) for side in sides for place in side.places}
    for a, b in combinations(sides, 2):
        same = {(one, other): overlap(one.stems, other.stems, a, b) for one, other in product(a.places, b.places)}
        for one, other in same:
            alone = (seen[one.n, one.paragraph], seen[other.n, other.paragraph])
            best = max(same[one, o] for o in b.places), max(same[o, other] for o in a.places)
            yield Pair(one, other, _together(*alone) | _nearness(same[one, other], *best))


def overlap(one: frozenset[str], other: frozenset[str], a: Side, b: Side) -> float:
    """How much two stretches share of what is special to them in their own articles; 0 to about 3."""
    shared = sum(a.rarity[stem] * b.rarity[stem] for stem in one & other)
    return shared / math.pow(max(1, len(one) * len(other)), _LENGTH)


def _nearness(same: float, row: float, column: float) -> Features:
    """`mutual` is 1 where each is the other's nearest."""
    return {"same": same, "mutual": same / row * same / column if same else 0.0}


def _of_place(side: Side, place: Place) -> Features:
    """What is seen of a paragraph alone: the most of its lines, or the share of them that speak so."""
    seen, voices = side.passage.signals, side.passage.voices
    own = [i for i in place.lines if voices[i] in (Voice.AUTHOR, Voice.CONCEDED)]
    names = ("must", "bids_first", "judges", "contrasts", "figure", "names", "question", "turns_first", "states")
    found = {name: max((seen[i].get(name, 0.0) for i in place.lines), default=0.0) for name in names}
    return found | {
        "claim": max((side.claims[i] for i in own), default=0.0),
        "worth": max((side.worths[i] for i in own), default=0.0),
        "reported": sum(voices[i] is Voice.REPORTED for i in place.lines) / len(place.lines),
        "conceded": float(any(voices[i] is Voice.CONCEDED for i in place.lines)),
        "first": float(place is side.places[0]),
        "last": float(place is side.places[-1]),
    }


def _together(a: Features, b: Features) -> Features:
    both = {f"{name}_both": a[name] * b[name] for name in a}
    return both | {f"{name}_either": max(a[name], b[name]) for name in a}
