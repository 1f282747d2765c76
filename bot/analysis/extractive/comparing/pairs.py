"""Two paragraphs of two articles: how much they speak of the same thing, and with which voices."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from bot.analysis.extractive.comparing.cues import cues_of
from bot.analysis.extractive.comparing.grids import centred, mutual, placed, standard
from bot.analysis.extractive.comparing.meaning import Grid
from bot.analysis.extractive.comparing.sides import Place, Side
from bot.analysis.extractive.comparing.weights import Features
from bot.analysis.extractive.regions import Voice

# Longer paragraphs share more words by chance.
_LENGTH = 0.25
# Concessions are seldom made twice in a paragraph; a third one tells no more.
_MOST_GRANTS = 2
_MOST_FIGURES = 2.0
_FIGURE = re.compile(r"\d(?:[\d.,]*\d)?")


@dataclass(frozen=True, slots=True)
class Pair:
    """A place of one article, one of another, and what can be seen of them together."""

    one: Place
    other: Place
    features: Features


def pairs(sides: list[Side]) -> Iterator[Pair]:
    """Every paragraph of each article with every one of each other's."""
    voices = {side.n: _voices(side) for side in sides}
    for a, b in combinations(sides, 2):
        grids = _nearness(a, b) | _together(voices[a.n], voices[b.n])
        for i, one in enumerate(a.places):
            for j, other in enumerate(b.places):
                yield Pair(one, other, {name: float(grid[i, j]) for name, grid in grids.items()})


def overlap(one: frozenset[str], other: frozenset[str], a: Side, b: Side) -> float:
    """How much two stretches share of what is special to them in their own articles; 0 to about 3."""
    shared = math.fsum(a.rarity[stem] * b.rarity[stem] for stem in one & other)
    return shared / math.pow(max(1, len(one) * len(other)), _LENGTH)


def _nearness(a: Side, b: Side) -> dict[str, Grid]:
    meaning = a.meanings @ b.meanings.T
    words = _grid(a, b, lambda one, other: overlap(one.stems, other.stems, a, b))
    both = centred(words) + centred(meaning)
    return {
        "words": centred(words),
        "meaning": centred(meaning),
        "mutual": mutual(standard(words) + standard(meaning)),
        "place": placed(both),
        "figures": _figures(a, b),
    }


def _figures(a: Side, b: Side) -> Grid:
    """Figures in common; one that stands in fewer places tells more."""
    here, there = ([set(_FIGURE.findall(side.text(place))) for place in side.places] for side in (a, b))

    def shared(one: set[str], other: set[str]) -> float:
        return math.fsum(
            1 / math.sqrt(sum(figure in each for each in here) * sum(figure in each for each in there))
            for figure in one & other
        )

    return np.array([[min(_MOST_FIGURES, shared(one, other)) for other in there] for one in here])


def _grid(a: Side, b: Side, measure: Callable[[Place, Place], float]) -> Grid:
    return np.array([[measure(one, other) for other in b.places] for one in a.places])


def _voices(side: Side) -> dict[str, Grid]:
    """What is seen of each paragraph alone, 0 to 1."""
    seen = [_of_place(side, place) for place in side.places]
    return {name: np.array([each[name] for each in seen]) for name in seen[0]}


def _of_place(side: Side, place: Place) -> dict[str, float]:
    voices = [side.passage.voices[i] for i in place.lines]
    grants = cues_of(side.language).grants.findall(side.own(place))
    return {
        "grants": min(_MOST_GRANTS, len(grants)) / _MOST_GRANTS,
        "conceded": float(Voice.CONCEDED in voices),
        "reported": float(Voice.REPORTED in voices),
        "claim": max(side.claims[i] for i in place.lines),
        "first": float(place is side.places[0]),
        "last": float(place is side.places[-1]),
    }


def _together(one: dict[str, Grid], other: dict[str, Grid]) -> dict[str, Grid]:
    """Sums, and products where it matters that both are so."""
    sums = {name: values[:, None] + other[name][None, :] for name, values in one.items()}
    both = {f"both {name}": one[name][:, None] * other[name][None, :] for name in ("first", "last")}
    return sums | both
