"""Two paragraphs of two articles: how much they speak of the same thing, and whether alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

from bot.analysis.extractive import weight
from bot.analysis.extractive.comparing.sides import Place, Side
from bot.analysis.extractive.regions import Voice

Features = dict[str, float]


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
        for one, other in product(a.places, b.places):
            alone = (seen[one.n, one.paragraph], seen[other.n, other.paragraph])
            yield Pair(one, other, _together(one, other, *alone))


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
        "owned": float(bool(own)),
        "first": float(place is side.places[0]),
        "last": float(place is side.places[-1]),
    }


def _together(one: Place, other: Place, a: Features, b: Features) -> Features:
    both = {f"{name}_both": a[name] * b[name] for name in a}
    either = {f"{name}_either": max(a[name], b[name]) for name in a}
    return both | either | {"same": weight.cosine(one.vector, other.vector)}
