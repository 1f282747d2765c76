"""Whether the authors stand on two sides of one question, and who on which.

Two who argue about one event differ in much; what parts them in two camps is that one approves of it and the other
does not, in the very sentences that are shown. Where these do not say so, the views stand beside each other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.analysis.extractive.briefing.stances import leans
from bot.analysis.extractive.comparing.sides import beside
from bot.analysis.extractive.comparing.subject import question
from bot.analysis.extractive.passage import Passage


@dataclass(frozen=True, slots=True)
class Parted:
    """camps: by article, 1 or 2, none for who takes no side; empty, and no question, where nothing parts them."""

    question: str = ""
    camps: Mapping[int, int] = field(default_factory=dict)


def parted(passages: Sequence[Passage], theses: Mapping[int, int]) -> Parted:
    """Of those who argue something; `theses` are lines by article, from 1. The first of them is in camp 1."""
    leaning = {
        n: leans(passages[n - 1].lines[index].own, passages[n - 1].words.language) for n, index in theses.items()
    }
    sided = {n: lean for n, lean in leaning.items() if lean}
    if len(set(sided.values())) < 2:
        return Parted()
    asked = question(beside([passages[n - 1] for n in sided]))
    first = next(iter(sided.values()))
    return Parted(asked, {n: 1 if lean == first else 2 for n, lean in sided.items()}) if asked else Parted()
