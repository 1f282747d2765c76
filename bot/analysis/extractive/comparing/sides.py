"""The articles side by side: each paragraph with its words, the rarer in its own article the heavier."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.comparing.meaning import Grid, vectors
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.thesis import candidates, worths

# Of a text as long as a book these paragraphs are compared: it bounds the work, which grows with their product.
_FIRST, _LAST = 30, 10
# What an everyday word weighs beside another one.
_EVERYDAY = 0.5


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of article `n`, both from 1; `lines` are indices into its passage's lines."""

    n: int
    paragraph: int
    lines: tuple[int, ...]
    stems: frozenset[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One article.

    claims: per line, 1 for the likeliest thesis, falling with the line's place among the candidates.
    worths: per line, how likely it is a key point, 0 to 1.
    places: its compared paragraphs, in order.
    rarity: of each stem, inverse document frequency, a paragraph being a document.
    meanings: a row for each place.
    """

    n: int
    passage: Passage
    claims: list[float]
    worths: list[float]
    places: list[Place]
    rarity: Mapping[str, float]
    meanings: Grid

    @property
    def language(self) -> str:
        return self.passage.words.language

    def text(self, place: Place) -> str:
        """A paragraph's text, with plain blanks and apostrophes."""
        return _text(self.passage, place)

    def own(self, place: Place) -> str:
        """The same without what is quoted in it."""
        return " ".join(self.passage.lines[i].own for i in place.lines)


def beside(passages: list[Passage]) -> list[Side]:
    """Every article's side, in their order."""
    return [_side(n, passage) for n, passage in enumerate(passages, 1)]


def _side(n: int, passage: Passage) -> Side:
    numbered = sorted(passage.reading.paragraphs.items())
    bounded = numbered if len(numbered) <= _FIRST + _LAST else numbered[:_FIRST] + numbered[-_LAST:]
    places = [
        Place(n, number, tuple(lines), frozenset(stem for i in lines for stem in passage.lines[i].stems))
        for number, lines in bounded
    ]
    return Side(
        n=n,
        passage=passage,
        claims=_claims(passage),
        worths=worths(passage) if passage.lines else [],
        places=places,
        rarity=_rarities(places, everyday(passage.words.language)),
        meanings=vectors([_text(passage, place) for place in places]),
    )


def _text(passage: Passage, place: Place) -> str:
    return " ".join(passage.lines[i].plain for i in place.lines)


def _claims(passage: Passage) -> list[float]:
    found = [0.0] * len(passage.lines)
    for rank, index in enumerate(candidates(passage)):
        found[index] = 1 / (1 + rank)
    return found


def _rarities(places: list[Place], everyday_stems: frozenset[str]) -> dict[str, float]:
    counts = Counter(stem for place in places for stem in place.stems)
    return {
        stem: math.log((1 + len(places)) / count) * (_EVERYDAY if stem in everyday_stems else 1)
        for stem, count in counts.items()
    }
