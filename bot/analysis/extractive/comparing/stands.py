"""Where an author takes a side in what the articles are about: the paragraphs that set thesis against thesis."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bot.analysis.extractive.comparing.cues import cues_of
from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.comparing.sides import Place, Side
from bot.analysis.extractive.comparing.weights import DECLARATION, STAND, Features, score
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.weights import THESIS
from bot.analysis.extractive.weights import score as thesis_score

# An author's stand is declared near the beginning and repeated near the end.
_PLACES = 2
_MOST_CUES = 3
_MOST_SHARED = 1.5


@dataclass(frozen=True, slots=True)
class Stand:
    """`places` are where it is taken, the surest first; `lines` a sentence of each, in the order of the text."""

    places: tuple[Place, ...]
    lines: tuple[int, ...]


def stand(side: Side, others: list[Side]) -> Stand:
    """The author's stand in what the others speak of as well."""
    places = sorted(side.places, key=lambda place: -score(features(side, place, others), STAND))[:_PLACES]
    return Stand(tuple(places), tuple(sorted(_line(side, place, others) for place in places)))


def _line(side: Side, place: Place, others: list[Side]) -> int:
    own = [i for i in place.lines if side.passage.voices[i] in (Voice.AUTHOR, Voice.CONCEDED)]
    return max(own or place.lines, key=lambda i: score(_declares(side, i, others), DECLARATION))


def _declares(side: Side, index: int, others: list[Side]) -> Features:
    line, seen = side.passage.lines[index], side.passage.signals[index]
    return {
        "cues": min(_MOST_CUES, len(cues_of(side.language).sides.findall(line.own))) / _MOST_CUES,
        "bids": seen.get("bids_first", 0.0),
        "own": seen.get("own", 0.0),
        "thesis": thesis_score(seen, THESIS),
        "shared": _shared(side, line.stems, others),
    }


def features(side: Side, place: Place, others: list[Side]) -> Features:
    """What is seen of a paragraph that tells a stand."""
    number, total = side.places.index(place), len(side.places)
    cues = cues_of(side.language).sides.findall(side.own(place))
    return {
        "first": float(number == 0),
        "second": float(number == 1),
        "third": float(number == 2),
        "last": float(number == total - 1),
        "before last": float(number == total - 2),
        "cues": min(_MOST_CUES, len(cues)) / _MOST_CUES,
        "demands": _most(side, place, "must", "bids_first"),
        "figure": _most(side, place, "figure"),
        "reported": float(any(side.passage.voices[i] is Voice.REPORTED for i in place.lines)),
        "shared": _shared(side, place.stems, others),
    }


def _most(side: Side, place: Place, *names: str) -> float:
    return max(side.passage.signals[i].get(name, 0.0) for i in place.lines for name in names)


def _shared(side: Side, stems: frozenset[str], others: list[Side]) -> float:
    """How much of what all the articles come back to."""
    telling = stems - everyday(side.language)
    return min(_MOST_SHARED, math.fsum(_spread(side, stem) * _widest(others, stem) for stem in telling))


def _spread(side: Side, stem: str) -> float:
    """The share of an article's paragraphs that hold a stem."""
    return sum(stem in place.stems for place in side.places) / len(side.places)


def _widest(others: list[Side], stem: str) -> float:
    return max(_spread(other, stem) for other in others)
