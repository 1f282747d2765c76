"""What a careful critic would point at, as far as it can be seen: each remark names the words at issue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.phrasing import phrase
from bot.analysis.extractive.reading import Line, Reading
from bot.analysis.extractive.regions import Voice
from bot.models.summary import Length, Remark

_MOST = {Length.SHORT: 3, Length.STANDARD: 6, Length.DEEP: 10}
_FIGURE = re.compile(
    r"[$€£¥]\s?\d[\d.,]*(?:\s(?:million|billion|Millionen|Milliarden|millions|milliards|millones))?|\d[\d.,]*(?:\s?(?:%|per ?cent|percent|Prozent|por ciento|pour cent)|\s[\w-]+)?"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")


class Flaw(Enum):
    """Kinds of remark, in the order of their worth."""

    NUMBER = "number without source"
    SWEEPING = "sweeping"
    UNSUPPORTED = "claim without support"
    ONE_SIDED = "one-sided sourcing"
    UNNAMED = "unnamed source"
    ALTERNATIVE = "false alternative"
    ANECDOTE = "anecdote"


@dataclass(frozen=True, slots=True)
class Finding:
    flaw: Flaw
    words: str
    paragraph: int
    weight: float


def critique(passage: Passage, length: Length) -> tuple[Remark, ...]:
    """The weightiest remarks, in the order of the text."""
    language = passage.words.language
    return tuple(
        Remark(text=phrase(f.flaw.name, f.words, language=language), paragraphs=(f.paragraph,))
        for f in findings(passage, length)
    )


def findings(passage: Passage, length: Length) -> list[Finding]:
    """What the remarks say."""
    reading = passage.reading
    found: list[Finding] = []
    for line, voice in zip(passage.lines, passage.voices, strict=True):
        if voice in (Voice.AUTHOR, Voice.CONCEDED):
            for look in _LOOKS:
                found += look(line, reading)
    best = sorted(found, key=lambda f: -f.weight)
    chosen: list[Finding] = []
    for finding in best:
        if sum(f.flaw is finding.flaw for f in chosen) < 2 and all(
            (f.flaw, f.paragraph) != (finding.flaw, finding.paragraph) for f in chosen
        ):
            chosen.append(finding)
    return sorted(chosen[: _MOST[length]], key=lambda f: f.paragraph)


def _numbers(line: Line, reading: Reading) -> Iterator[Finding]:
    if reading.words.sourced.search(line.own):
        return
    for match in _FIGURE.finditer(line.own):
        if not _YEAR.match(match[0].split()[0].rstrip(".,")):
            yield Finding(Flaw.NUMBER, match[0].strip(" .,"), line.paragraph, 2.0)
            return


def _sweeping(line: Line, reading: Reading) -> Iterator[Finding]:
    if match := reading.words.sweeps.search(line.own):
        yield Finding(Flaw.SWEEPING, match[0], line.paragraph, 2.5)


def _unnamed(line: Line, reading: Reading) -> Iterator[Finding]:
    if match := reading.words.unnamed.search(line.own):
        yield Finding(Flaw.UNNAMED, match[0], line.paragraph, 3.0)


def _alternative(line: Line, reading: Reading) -> Iterator[Finding]:
    if match := reading.words.either_or.search(line.own):
        yield Finding(Flaw.ALTERNATIVE, match[0], line.paragraph, 3.0)


def _anecdote(line: Line, reading: Reading) -> Iterator[Finding]:
    if match := reading.words.lived.search(line.own):
        yield Finding(Flaw.ANECDOTE, match[0], line.paragraph, 1.5)


_LOOKS: tuple[Callable[[Line, Reading], Iterator[Finding]], ...] = (
    _numbers,
    _sweeping,
    _unnamed,
    _alternative,
    _anecdote,
)
