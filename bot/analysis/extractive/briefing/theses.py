"""What each author argues: the likeliest thesis that can be shown as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.extractive.briefing.events import MOST
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.thesis import candidates
from bot.models.article import Kind
from bot.models.summary import Nature

_BEST = 4  # the right one is among the first three candidates nine times of ten
_SHORTEST = 6  # words
_FOREIGN = 0.5  # likelier somebody else's view than the author's own


def thesis(passage: Passage) -> int | None:
    """Index of the line; None for a report, which argues nothing, and where no likely thesis can be shown."""
    if passage.article.kind is Kind.REPORT:
        return None
    likely = candidates(passage)[:_BEST]
    shown = [index for index in likely if _stands_alone(passage, index)]
    if passage.article.kind is Kind.UNKNOWN and all(_is_told(passage, index) for index in likely):
        return None  # a report that nothing calls so
    return shown[0] if shown else None


def argued(passages: Sequence[Passage]) -> dict[int, int]:
    """By article, from 1, the line of its thesis; those that argue nothing are left out."""
    found = {n: thesis(passage) for n, passage in enumerate(passages, 1)}
    return {n: index for n, index in found.items() if index is not None}


def _stands_alone(passage: Passage, index: int) -> bool:
    line, seen = passage.lines[index], passage.signals[index]
    is_own = passage.voices[index] in (Voice.AUTHOR, Voice.CONCEDED) and seen["foreign"] <= _FOREIGN
    return is_own and line.words >= _SHORTEST and len(line.text) <= MOST and not seen.get("question")


def _is_told(passage: Passage, index: int) -> bool:
    return nature(passage, index) is Nature.FACT or passage.voices[index] is Voice.REPORTED
