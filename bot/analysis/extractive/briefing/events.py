"""What happened: a report's lead, else the reported fact that most of the articles tell, in a sentence of theirs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.extractive.briefing.moments import is_just_now, names_a_year
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.weights import score
from bot.models.article import Kind
from bot.models.comparison import Citation
from bot.models.summary import Nature

MOST = 320  # characters of a sentence that is shown
_SHORTEST, _LONGEST = 7, 50  # words
_LEAD = 3  # paragraphs of a report in which its lead stands
_OPENING = 0.5  # of a commentary: what it is about is told before it is argued
# What speaks for a sentence that tells what happened, and against it; set by hand on invented stories.
_WEIGHTS: Mapping[str, float] = {
    "past": 1.0,
    "names": 0.8,
    "figure": 0.3,
    "says": 0.2,
    "titled": 0.8,
    "first_paragraph": 0.6,
    "second_paragraph": 0.3,
    "shared": 1.6,
    "just_now": 1.6,
    "year": -1.2,
    "we": -0.6,
    "lived": -0.8,
    "states": -0.5,
    "wills": -0.3,
    "foretells": -0.6,
    "dangles_first": -0.5,
    "quoted": -0.8,
    "he": -0.3,
    "she": -0.3,
}
_LEAST = 2.9  # a wrong one is worse than none: the title tells the event too
# Another article tells it too when a paragraph has this share of the sentence's words, the rarer the heavier.
_TELLS_TOO = 0.5


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence, and where it stands and is told too; "" for none."""

    text: str = ""
    citations: tuple[Citation, ...] = ()


def event(passages: Sequence[Passage]) -> Event:
    """The best of all articles; of a report its lead."""
    rarity = _rarities(passages)
    found = [
        (_worth(passages, n, index, rarity), n, index)
        for n, passage in enumerate(passages, 1)
        for index in _candidates(passage)
    ]
    reports = [each for each in found if passages[each[1] - 1].article.kind is Kind.REPORT]
    if reports:
        _, n, index = min(reports, key=lambda each: (each[2], each[1]))
    elif found and max(found)[0] >= _LEAST:
        _, n, index = max(found, key=lambda each: (each[0], -each[1], -each[2]))
    else:
        return Event()
    line = passages[n - 1].lines[index]
    told_too = _told_too(passages, n, line.stems, rarity)
    return Event(line.text, (Citation(n=n, paragraph=line.paragraph), *told_too))


def _candidates(passage: Passage) -> list[int]:
    """Sentences of the author's own voice that tell a fact, and can be understood alone."""
    paragraphs = len(passage.article.paragraphs)
    is_report = passage.article.kind is Kind.REPORT
    last = _LEAD if is_report else max(_LEAD, math.ceil(_OPENING * paragraphs))
    return [
        index
        for index, line in enumerate(passage.lines)
        if line.paragraph <= last
        and _SHORTEST <= line.words <= _LONGEST
        and len(line.text) <= MOST
        and (is_report or _is_fact(passage, index))
    ]


def _is_fact(passage: Passage, index: int) -> bool:
    seen = passage.signals[index]
    is_own = passage.voices[index] in (Voice.AUTHOR, Voice.CONCEDED)
    argues = any(seen.get(name) for name in ("question", "must", "bids_first", "judges", "own", "exclaims", "opposes"))
    return (
        is_own and not argues and nature(passage, index) is Nature.FACT and bool(seen.get("past") or seen.get("says"))
    )


def _worth(passages: Sequence[Passage], n: int, index: int, rarity: Mapping[str, float]) -> float:
    line, seen = passages[n - 1].lines[index], passages[n - 1].signals[index]
    others = [other for m, other in enumerate(passages, 1) if m != n]
    shared = [max((_share(line.stems, each.stems, rarity) for each in other.lines), default=0.0) for other in others]
    added = {
        "shared": sum(shared) / len(shared) if shared else 0.0,
        "just_now": float(is_just_now(line.own, passages[n - 1].words.language)),
        "year": float(names_a_year(line.own)),
    }
    return score(seen | added, _WEIGHTS)


def _told_too(
    passages: Sequence[Passage], n: int, stems: frozenset[str], rarity: Mapping[str, float]
) -> tuple[Citation, ...]:
    """Of each other article the paragraph that has most of the sentence's words, if it has enough of them."""
    found = []
    for m, passage in enumerate(passages, 1):
        if m == n:
            continue
        homes = {
            number: frozenset().union(*(passage.lines[i].stems for i in home))
            for number, home in passage.reading.paragraphs.items()
        }
        best = max(homes, key=lambda number: (_share(stems, homes[number], rarity), -number), default=0)
        if best and _share(stems, homes[best], rarity) >= _TELLS_TOO:
            found.append(Citation(n=m, paragraph=best))
    return tuple(found)


def _share(stems: frozenset[str], among: frozenset[str], rarity: Mapping[str, float]) -> float:
    whole = math.fsum(rarity[stem] for stem in stems)
    return math.fsum(rarity[stem] for stem in stems & among) / whole if whole else 0.0


def _rarities(passages: Sequence[Passage]) -> Mapping[str, float]:
    counts = Counter(stem for passage in passages for line in passage.lines for stem in line.stems)
    total = sum(len(passage.lines) for passage in passages)
    return {stem: math.log(1 + total / count) for stem, count in counts.items()}
