"""A point of agreement or conflict in the authors' own sentences."""

from __future__ import annotations

import math

from bot.analysis.extractive.comparing import sides as beside
from bot.analysis.extractive.comparing.choice import Point
from bot.analysis.extractive.comparing.cues import cues_of
from bot.analysis.extractive.comparing.pairs import overlap
from bot.analysis.extractive.comparing.sides import Place
from bot.analysis.extractive.comparing.stands import Stand
from bot.analysis.extractive.comparing.topic import topic
from bot.analysis.extractive.comparing.weights import Features, score
from bot.analysis.extractive.phrasing import phrase
from bot.analysis.extractive.regions import Voice
from bot.models.comparison import Agreement, Citation, Conflict, Side

# What is seen of a line counts beside its nearness to the other paragraphs: who agrees grants, who does not turns.
_ALIKE: Features = {"worth": 0.5, "grants": 1.0, "must": 0.2, "question": -0.5, "quoted": -0.4, "dangles_first": -0.2}
_OPPOSED: Features = {
    "worth": 0.5,
    "grants": -0.3,
    "answers": 0.2,
    "turns_first": 0.2,
    "judges": 0.1,
    "question": -0.5,
    "quoted": -0.4,
    "dangles_first": -0.2,
}
# A sentence of fewer content words ("That is not so.") tells nothing by itself.
_LEAST_WORDS = 4
# Sentences with the number of their article: what is disputed is not agreed on in the same words.
Disputed = frozenset[tuple[int, str]]
# Between two sentences of an author's that do not follow each other.
LEFT_OUT = " … "


def agreement(sides: list[beside.Side], point: Point, disputed: Disputed, declared: Disputed) -> Agreement | None:
    """In the words of whoever says it more clearly; cited in each. None where all that they say is disputed already.

    declared: sentences of theses that stand against each other; nobody's own is what they agree on.
    """
    told = _told(sides, point, _ALIKE, disputed)
    common = [(side, line) for side, line in told if (side.n, side.passage.lines[line].text) not in declared]
    if len(told) < len(point) or not common:
        return None
    side, line = max(common, key=lambda each: each[0].worths[each[1]])
    return Agreement(
        point=side.passage.lines[line].text,
        citations=tuple(Citation(n=n, paragraph=place.paragraph) for n, place in sorted(point.items())),
        sides=tuple(_claim(side, line) for side, line in told),
    )


def conflict(sides: list[beside.Side], point: Point) -> Conflict:
    """What each claims about what their paragraphs share."""
    told = _told(sides, point, _OPPOSED)
    claims = tuple(_claim(side, line) for side, line in told)
    return Conflict(point=_about(sides, point), sides=claims)


def opposed(sides: list[beside.Side], stands: list[Stand]) -> Conflict:
    """Thesis against thesis, each in one sentence for every place where it is declared."""
    claims = tuple(_claim(side, *stand.lines) for side, stand in zip(sides, stands, strict=True))
    return Conflict(point=phrase("THESES", language=sides[0].language), sides=claims)


def _claim(side: beside.Side, *lines: int) -> Side:
    said = [side.passage.lines[i] for i in lines]
    return Side(
        n=side.n, claim=LEFT_OUT.join(line.text for line in said), paragraphs=tuple(line.paragraph for line in said)
    )


def _told(
    sides: list[beside.Side], point: Point, weights: Features, disputed: Disputed = frozenset()
) -> list[tuple[beside.Side, int]]:
    """Of each side the line of its author's own that is nearest to the others' paragraphs and tells most."""
    found = []
    for n, place in sorted(point.items()):
        side, others = sides[n - 1], [(sides[m - 1], other) for m, other in point.items() if m != n]
        own = [i for i in place.lines if side.passage.voices[i] in (Voice.AUTHOR, Voice.CONCEDED)]
        free = [i for i in own or place.lines if (n, side.passage.lines[i].text) not in disputed]
        telling = [i for i in free if len(side.passage.lines[i].stems) >= _LEAST_WORDS]
        ranked = sorted((-_tells(side, i, others, weights), i) for i in telling or free)
        found += [(side, index) for _, index in ranked[:1]]
    return found


def _tells(side: beside.Side, index: int, others: list[tuple[beside.Side, Place]], weights: Features) -> float:
    line = side.passage.lines[index]
    near = max(overlap(line.stems, other.stems, side, facing) for facing, other in others)
    grants = cues_of(side.language).grants.search(line.own)
    seen = {"worth": side.worths[index], "grants": float(bool(grants))}
    return near + score(side.passage.signals[index] | seen, weights)


def _about(sides: list[beside.Side], point: Point) -> str:
    """What it is about, in the words that the paragraphs share, the most special to them first."""
    stretches = [[sides[n - 1].passage.lines[i] for i in place.lines] for n, place in sorted(point.items())]
    first = sides[min(point) - 1]
    shared = topic(
        stretches, first.passage.words, lambda stems: math.fsum(first.rarity.get(stem, 0.0) for stem in stems)
    )
    return phrase("ABOUT", shared, language=first.language) if shared else phrase("DIFFER", language=first.language)
