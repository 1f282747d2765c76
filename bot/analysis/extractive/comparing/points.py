"""A point of agreement or conflict in the authors' own sentences."""

from __future__ import annotations

from bot.analysis.extractive.comparing import sides as beside
from bot.analysis.extractive.comparing.choice import Point
from bot.analysis.extractive.comparing.cues import cues_of
from bot.analysis.extractive.comparing.pairs import overlap
from bot.analysis.extractive.comparing.sides import Place
from bot.analysis.extractive.comparing.stands import Stand
from bot.analysis.extractive.comparing.topic import topic
from bot.analysis.extractive.regions import Voice
from bot.models.comparison import Agreement, Citation, Conflict, Side

# What a line's worth, and its granting a point, count beside its nearness to the other paragraphs.
_WORTH = 0.5
_GRANT = 0.3
# Between two sentences of an author's that do not follow each other.
_LEFT_OUT = " … "


def agreement(sides: list[beside.Side], point: Point) -> Agreement:
    """In the words of whoever says it more clearly; cited in each."""
    told = _told(sides, point, _GRANT)
    side, line = max(told, key=lambda each: each[0].worths[each[1]])
    return Agreement(
        point=side.passage.lines[line].text,
        citations=tuple(Citation(n=n, paragraph=place.paragraph) for n, place in sorted(point.items())),
        sides=tuple(_claim(side, line) for side, line in told),
    )


def conflict(sides: list[beside.Side], point: Point) -> Conflict:
    """What each claims about what their paragraphs share."""
    told = _told(sides, point, -_GRANT)
    claims = tuple(_claim(side, line) for side, line in told)
    return Conflict(point=_about(sides, point) or claims[0].claim, sides=claims)


def opposed(sides: list[beside.Side], stands: list[Stand], question: str) -> Conflict:
    """Thesis against thesis, each in one sentence for every place where it is declared."""
    claims = tuple(_claim(side, *stand.lines) for side, stand in zip(sides, stands, strict=True))
    return Conflict(point=question or claims[0].claim, sides=claims)


def _claim(side: beside.Side, *lines: int) -> Side:
    said = [side.passage.lines[i] for i in lines]
    return Side(
        n=side.n, claim=_LEFT_OUT.join(line.text for line in said), paragraphs=tuple(line.paragraph for line in said)
    )


def _told(sides: list[beside.Side], point: Point, grant: float) -> list[tuple[beside.Side, int]]:
    """Of each side its line: the author's own that is nearest to the others' paragraphs and tells most."""
    found = []
    for n, place in sorted(point.items()):
        others = [(sides[m - 1], other) for m, other in point.items() if m != n]
        found.append((sides[n - 1], _line(sides[n - 1], place, others, grant)))
    return found


def _line(side: beside.Side, place: Place, others: list[tuple[beside.Side, Place]], grant: float) -> int:
    lines, voices = side.passage.lines, side.passage.voices
    grants = cues_of(side.passage.words.language).grants
    own = [i for i in place.lines if voices[i] in (Voice.AUTHOR, Voice.CONCEDED)]

    def tells(i: int) -> float:
        near = max(overlap(lines[i].stems, other.stems, side, facing) for facing, other in others)
        return near + _WORTH * side.worths[i] + grant * bool(grants.search(lines[i].own))

    return max(own or place.lines, key=tells)


def _about(sides: list[beside.Side], point: Point) -> str:
    """The words that the paragraphs share, the most special to them first."""
    stretches = [[sides[n - 1].passage.lines[i] for i in place.lines] for n, place in sorted(point.items())]
    first = sides[min(point) - 1]
    return topic(stretches, first.passage.words, lambda stems: sum(first.rarity.get(stem, 0.0) for stem in stems))
