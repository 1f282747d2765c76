"""A pair of paragraphs in the authors' own sentences."""

from __future__ import annotations

from bot.analysis.extractive.comparing import sides as beside
from bot.analysis.extractive.comparing.pairs import Pair, overlap
from bot.analysis.extractive.regions import Voice
from bot.models.comparison import Agreement, Citation, Conflict, Side

# How much a line's worth counts beside its nearness to the other paragraph.
_WORTH = 0.5


def agreement(sides: list[beside.Side], pair: Pair) -> Agreement:
    """In the words of whoever says it more clearly, cited in both."""
    told = _told(sides, pair)
    side, line = max(told, key=lambda each: each[0].worths[each[1]])
    return Agreement(
        point=side.passage.lines[line].text,
        citations=tuple(Citation(n=place.n, paragraph=place.paragraph) for place in (pair.one, pair.other)),
    )


def conflict(sides: list[beside.Side], pair: Pair) -> Conflict:
    """What each claims; the point is what the likelier thesis of them says."""
    told = _told(sides, pair)
    found = tuple(
        Side(n=side.n, claim=side.passage.lines[line].text, paragraphs=(side.passage.lines[line].paragraph,))
        for side, line in told
    )
    side, line = max(told, key=lambda each: each[0].worths[each[1]])
    return Conflict(point=side.passage.lines[line].text, sides=found)


def _told(sides: list[beside.Side], pair: Pair) -> list[tuple[beside.Side, int]]:
    """Of each side its line: the author's own that is nearest to the other paragraph and tells most."""
    return [
        (sides[place.n - 1], _line(sides[place.n - 1], place, sides[other.n - 1], other))
        for place, other in ((pair.one, pair.other), (pair.other, pair.one))
    ]


def _line(side: beside.Side, place: beside.Place, facing: beside.Side, other: beside.Place) -> int:
    own = [i for i in place.lines if side.passage.voices[i] in (Voice.AUTHOR, Voice.CONCEDED)]
    lines = side.passage.lines
    return max(
        own or place.lines,
        key=lambda i: overlap(lines[i].stems, other.stems, side, facing) + _WORTH * side.worths[i],
    )
