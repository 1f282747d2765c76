"""Where an author takes a side in what the articles are about: the paragraphs that set thesis against thesis."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.extractive.comparing.cues import cues_of
from bot.analysis.extractive.comparing.sides import Place, Side
from bot.analysis.extractive.comparing.weights import STAND, Features, score
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.weights import THESIS
from bot.analysis.extractive.weights import score as thesis_score

# An author's stand is declared near the beginning and repeated near the end.
_PLACES = 2
_MOST_CUES = 3
_MOST_SHARED = 1.5
# What a sentence's cues weigh beside how much it reads like a thesis.
_CUE = 1.0


@dataclass(frozen=True, slots=True)
class Stand:
    """`line` says it best; `places` are where it is taken, the surest first."""

    line: int
    places: tuple[Place, ...]


def stand(side: Side, others: list[Side]) -> Stand:
    """The author's stand in what the others speak of as well."""
    places = sorted(side.places, key=lambda place: -score(features(side, place, others), STAND))[:_PLACES]
    lines = [i for place in places for i in place.lines]
    own = [i for i in lines if side.passage.voices[i] in (Voice.AUTHOR, Voice.CONCEDED)]
    return Stand(max(own or lines, key=lambda i: _declares(side, i)), tuple(places))


def _declares(side: Side, index: int) -> float:
    cues = cues_of(side.passage.words.language).sides.findall(side.passage.lines[index].own)
    return _CUE * min(_MOST_CUES, len(cues)) + thesis_score(side.passage.signals[index], THESIS)


def features(side: Side, place: Place, others: list[Side]) -> Features:
    """What is seen of a paragraph that tells a stand."""
    number, total = side.places.index(place), len(side.places)
    cues = cues_of(side.passage.words.language).sides.findall(side.own(place))
    return {
        "first": float(number == 0),
        "second": float(number == 1),
        "third": float(number == 2),
        "last": float(number == total - 1),
        "before last": float(number == total - 2),
        "cues": min(_MOST_CUES, len(cues)) / _MOST_CUES,
        "demands": _most(side, place, "must", "bids_first"),
        "own": _most(side, place, "own"),
        "figure": _most(side, place, "figure"),
        "reported": float(any(side.passage.voices[i] is Voice.REPORTED for i in place.lines)),
        "shared": min(_MOST_SHARED, sum(_spread(side, stem) * _widest(others, stem) for stem in place.stems)),
    }


def _most(side: Side, place: Place, *names: str) -> float:
    return max(side.passage.signals[i].get(name, 0.0) for i in place.lines for name in names)


def _spread(side: Side, stem: str) -> float:
    """The share of an article's paragraphs that hold a stem."""
    return sum(stem in place.stems for place in side.places) / len(side.places)


def _widest(others: list[Side], stem: str) -> float:
    return max(_spread(other, stem) for other in others)
