"""Whom each article quotes by name."""

from __future__ import annotations

from collections import defaultdict

from bot.analysis.extractive.comparing.sides import Side
from bot.analysis.extractive.speakers import spoken
from bot.models.comparison import Quoted


def quoted(sides: list[Side]) -> tuple[Quoted, ...]:
    """Every named speaker who is not the author, with the paragraphs of the quotations, in order."""
    found = []
    for side in sides:
        places: dict[str, list[int]] = defaultdict(list)
        for quote in spoken(side.passage.reading):
            if quote.speaker and quote.speaker not in side.passage.article.authors:
                places[quote.speaker].append(quote.paragraph)
        found += [
            Quoted(n=side.n, speaker=speaker, paragraphs=tuple(sorted(set(numbers))))
            for speaker, numbers in places.items()
        ]
    return tuple(found)
