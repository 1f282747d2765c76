"""What each author argues: the stand taken on what others write about too, else the likeliest thesis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.extractive.briefing.events import MOST
from bot.analysis.extractive.briefing.stances import leans
from bot.analysis.extractive.comparing.sides import Side, beside
from bot.analysis.extractive.comparing.stands import stand
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.thesis import candidates
from bot.models.article import Kind
from bot.models.summary import Nature

_BEST = 4  # the right one is among the first three candidates nine times of ten
_SHORTEST = 6  # words
_FOREIGN = 0.5  # likelier somebody else's view than the author's own


def argued(passages: Sequence[Passage]) -> dict[int, int]:
    """By article, from 1, the line of its thesis; those that argue nothing are left out."""
    arguing = [n for n, passage in enumerate(passages, 1) if _argues(passage)]
    sides = {
        n: side for n, side in zip(arguing, beside([passages[n - 1] for n in arguing]), strict=True) if side.places
    }
    found = dict[int, int]()
    for n, side in sides.items():
        others = [other for other in sides.values() if other is not side]
        likely = (*_taken(side, others), *candidates(side.passage)[:_BEST])
        shown = [index for index in likely if _stands_alone(side.passage, index)]
        if shown:
            found[n] = next((index for index in shown if _judges(side.passage, index)), shown[0])
    return found


def _argues(passage: Passage) -> bool:
    """A report does not; nor does what nothing calls a commentary, and which tells facts alone."""
    if passage.article.kind is not Kind.UNKNOWN:
        return passage.article.kind is not Kind.REPORT
    return not all(_is_told(passage, index) for index in candidates(passage)[:_BEST])


def _taken(side: Side, others: list[Side]) -> Iterator[int]:
    """Lines in which the author takes a stand in what the others speak of too, the surest first."""
    if others:
        taken = stand(side, others)
        for place in taken.places:
            yield from sorted(place.lines, key=lambda index: index not in taken.lines)


def _stands_alone(passage: Passage, index: int) -> bool:
    line, seen = passage.lines[index], passage.signals[index]
    is_own = passage.voices[index] in (Voice.AUTHOR, Voice.CONCEDED) and seen["foreign"] <= _FOREIGN
    return is_own and line.words >= _SHORTEST and len(line.text) <= MOST and not seen.get("question")


def _judges(passage: Passage, index: int) -> bool:
    """Whether the sentence says plainly what its author thinks of the event."""
    return leans(passage.lines[index].own, passage.words.language) != 0


def _is_told(passage: Passage, index: int) -> bool:
    return nature(passage, index) is Nature.FACT or passage.voices[index] is Voice.REPORTED
