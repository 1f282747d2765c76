"""The articles side by side: each paragraph with its words weighed against those of all the articles."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.analysis.extractive import weight
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.thesis import candidates, worths

# Of a text as long as a book these paragraphs are compared: it bounds the work, which grows with their product.
_FIRST, _LAST = 60, 20


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of article `n`, both from 1.

    lines: indices into its passage's lines.
    vector: its words, the rarer over all articles' paragraphs the heavier; of unit length.
    """

    n: int
    paragraph: int
    lines: tuple[int, ...]
    vector: weight.Vector


@dataclass(frozen=True, slots=True)
class Side:
    """One article: `claims` and `worths` are per line, `places` its compared paragraphs, in order."""

    n: int
    passage: Passage
    claims: list[float]
    worths: list[float]
    places: list[Place]
    rarity: Mapping[str, float]

    def vector(self, line: int) -> weight.Vector:
        """A sentence's words, weighed as the paragraphs' are."""
        return weight.vector(self.passage.lines[line].stems, self.rarity)


def beside(passages: list[Passage]) -> list[Side]:
    """Every article's side, in their order."""
    rarity = _rarities(passages)
    return [
        Side(
            n, passage, _claims(passage), worths(passage) if passage.lines else [], _places(n, passage, rarity), rarity
        )
        for n, passage in enumerate(passages, 1)
    ]


def _claims(passage: Passage) -> list[float]:
    """How much each line reads like the thesis: 1 for the likeliest, falling with its place among them."""
    found = [0.0] * len(passage.lines)
    for place, index in enumerate(candidates(passage)):
        found[index] = 1 / (1 + place)
    return found


def _bounded(passage: Passage) -> list[tuple[int, list[int]]]:
    numbered = sorted(passage.reading.paragraphs.items())
    return numbered if len(numbered) <= _FIRST + _LAST else numbered[:_FIRST] + numbered[-_LAST:]


def _places(n: int, passage: Passage, rarity: Mapping[str, float]) -> list[Place]:
    return [
        Place(n, number, tuple(lines), _counted((stem for i in lines for stem in passage.lines[i].stems), rarity))
        for number, lines in _bounded(passage)
    ]


def _counted(stems: Iterable[str], rarity: Mapping[str, float]) -> weight.Vector:
    raw = {stem: (1 + math.log(count)) * rarity[stem] for stem, count in Counter(stems).items()}
    length = math.sqrt(sum(value * value for value in raw.values()))
    return {stem: value / length for stem, value in raw.items()} if length else {}


def _rarities(passages: list[Passage]) -> dict[str, float]:
    """Inverse document frequency of each stem, a paragraph of any of the articles being a document."""
    documents = [
        {stem for i in lines for stem in passage.lines[i].stems}
        for passage in passages
        for _, lines in _bounded(passage)
    ]
    counts = Counter(stem for document in documents for stem in document)
    return {stem: math.log((1 + len(documents)) / (0.5 + count)) for stem, count in counts.items()}
