"""The articles side by side: each paragraph with its words, the rarer in its own article the heavier."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

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


@dataclass(frozen=True)
class Side:
    """One article.

    claims: per line, 1 for the likeliest thesis, falling with the line's place among the candidates.
    worths: per line, how likely it is a key point, 0 to 1.
    places: its compared paragraphs, in order.
    rarity: of each stem, inverse document frequency, a paragraph being a document.
    """

    n: int
    passage: Passage
    claims: list[float]
    worths: list[float]
    places: list[Place]
    rarity: Mapping[str, float]

    @cached_property
    def meanings(self) -> Grid:
        """A row for each place; takes 8 ms each, so that only who needs them waits for them."""
        return vectors([self.text(place) for place in self.places])

    @property
    def language(self) -> str:
        return self.passage.words.language

    def text(self, place: Place) -> str:
        """A paragraph's text, with plain blanks and apostrophes."""
        return " ".join(self.passage.lines[i].plain for i in place.lines)

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
    )


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
