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


@dataclass(frozen=True, slots=True)
class Choice:
    """Indices of lines, None for none; `points` in the order of the text."""

    thesis: int | None = None
    tldr: int | None = None
    points: tuple[int, ...] = ()


def choose(passage: Passage, length: Length) -> Choice:
    """The best sentences within the budget of words."""
    if not passage.lines:
        return Choice()
    thesis = candidates(passage)[0]
    worth = worths(passage)
    taken = _fill(passage, worth, BUDGET[length] - passage.lines[thesis].words, thesis)
    if not taken:
        return Choice(thesis)
    tldr = max(taken, key=worth.__getitem__)
    return Choice(thesis, tldr, tuple(sorted(index for index in taken if index != tldr)))


def _fill(passage: Passage, worth: list[float], left: int, thesis: int) -> list[int]:
    own = [i for i, voice in enumerate(passage.voices) if voice in (Voice.AUTHOR, Voice.CONCEDED)]
    taken: list[int] = []
    for index in sorted(own or range(len(worth)), key=lambda i: -worth[i] / (passage.lines[i].words + _LINE)):
        count = passage.lines[index].words
        if index != thesis and _SHORTEST <= count <= left:
            taken.append(index)
            left -= count
    return taken
