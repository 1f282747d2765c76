"""What each author argues: the stand taken on what others write about too, else the likeliest thesis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.analysis.extractive.briefing.events import MOST
from bot.analysis.extractive.briefing.stances import leans
from bot.analysis.extractive.comparing.sides import Side, beside
from bot.analysis.extractive.comparing.stands import stand
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.thesis import candidates
from bot.models.article import Kind

_BEST = 4  # the right one is among the first three candidates nine times of ten
_SHORTEST = 6  # words
_FOREIGN = 0.5  # likelier somebody else's view than the author's own


def argued(passages: Sequence[Passage]) -> dict[int, int]:
    """By article, from 1, the line of its thesis; those that argue nothing are left out."""
    arguing = [n for n, passage in enumerate(passages, 1) if passage.article.kind is not Kind.REPORT]
    sides = dict(zip(arguing, beside([passages[n - 1] for n in arguing]), strict=True))
    found = {n: _thesis(side, [o for o in sides.values() if o is not side and o.places]) for n, side in sides.items()}
    return {n: index for n, index in found.items() if index is not None}


def _thesis(side: Side, others: list[Side]) -> int | None:
    """What nothing calls a commentary may be a report: there a sentence must say plainly that it argues."""
    passage = side.passage
    likely = (*_taken(side, others), *candidates(passage)[:_BEST])
    shown = [index for index in likely if _stands_alone(passage, index)]
    plain = [index for index in shown if _judges(passage, index)]
    if passage.article.kind is Kind.UNKNOWN:
        return next(iter((*plain, *(index for index in shown if _argues(passage, index)))), None)
    return next(iter((*plain, *shown)), None)


def _taken(side: Side, others: list[Side]) -> Iterator[int]:
    """Lines in which the author takes a stand in what the others speak of too, the surest first."""
    if others and side.places:
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


def _argues(passage: Passage, index: int) -> bool:
    """Whether it demands, or is said in the author's own name."""
    return any(passage.signals[index].get(cue) for cue in ("must", "bids_first", "own"))
