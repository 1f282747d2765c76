"""Which sentences are shown: the thesis, one more that tells most of the rest, and the key points, in few words."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.thesis import candidates, worths
from bot.models.summary import Length

# Words of thesis, tl;dr, claims and supports together. 150 is what a reader of a card takes in.
BUDGET = {Length.SHORT: 75, Length.STANDARD: 150, Length.DEEP: 300}
# A long sentence costs its words, a short one at least this much: both cost the reader a line.
_LINE = 25
_SHORTEST = 8
# A line that is likelier somebody else's view than this is not shown, nor one that the rules of voices call reported:
# one too few is better than one put in the author's mouth, and each of the two finds what the other misses.
_FOREIGN = 0.2
# With fewer lines than these there is no choice left: a thesis, a tl;dr, three claims, and some to leave out.
_ENOUGH = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """Indices of lines, None for none; `points` in the order of the text."""

    thesis: int | None = None
    tldr: int | None = None
    points: tuple[int, ...] = ()


def choose(passage: Passage, length: Length) -> Choice:
    """The best sentences within the budget of words; the likeliest thesis but one is the tl;dr."""
    if not passage.lines:
        return Choice()
    thesis, *others = candidates(passage)
    left = BUDGET[length] - passage.lines[thesis].words
    own = {index for index in _own(passage) if index != thesis and passage.lines[index].words >= _SHORTEST}
    second = next((index for index in others if index in own and passage.lines[index].words <= left), None)
    if second is None:
        return Choice(thesis)
    return Choice(thesis, second, tuple(sorted(_fill(passage, own - {second}, left - passage.lines[second].words))))


def _fill(passage: Passage, free: set[int], left: int) -> list[int]:
    """The best for their words that still fit."""
    worth, taken = worths(passage), list[int]()
    for index in sorted(free, key=lambda i: (-worth[i] / (passage.lines[i].words + _LINE), i)):
        count = passage.lines[index].words
        if count <= left:
            taken.append(index)
            left -= count
    return taken


def _own(passage: Passage) -> list[int]:
    """Lines that are likely the author's own view, meant as it is said; of a text that has none, all."""
    told = [i for i, voice in enumerate(passage.voices) if voice in (Voice.AUTHOR, Voice.CONCEDED)]
    sure = [i for i in told if passage.signals[i]["foreign"] <= _FOREIGN]
    return next((each for each in (sure, told) if len(each) >= _ENOUGH), told or list(range(len(passage.lines))))
