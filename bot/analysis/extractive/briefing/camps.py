"""Whether the authors stand on two sides of one question, and who on which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.analysis.extractive.passage import Passage


@dataclass(frozen=True, slots=True)
class Parted:
    """camps: by article, 1 or 2, none for who takes no side; empty, and no question, where nothing parts them."""

    question: str = ""
    camps: Mapping[int, int] = field(default_factory=dict)


def parted(passages: Sequence[Passage], theses: Mapping[int, int]) -> Parted:
    """Of those who argue something; `theses` are lines by article, from 1."""
    return Parted()
