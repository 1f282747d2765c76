"""What a careful critic would point at, as far as it can be seen: each remark names the words at issue."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.analysis.extractive.passage import Passage
from bot.analysis.extractive.phrasing import phrase
from bot.analysis.extractive.reading import Line
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.support import supports
from bot.models.summary import Length, Quote, Remark

_MOST = {Length.SHORT: 4, Length.STANDARD: 7, Length.DEEP: 12}
# As many words as name the matter and still read at a glance.
_WORDS = 8
# A universal word within so many characters is what its sentence is about.
_OPENING = 12
_CLAUSE = re.compile(r"[^,;:.!?—–()\"“”«»„]+")
_MONEY = re.compile(r"[$€£¥]\s?\d[\d.,]*(?:\s(?:million|billion|trillion))?")
_PERCENT = re.compile(r"\d[\d.,]*\s?(?:%|per ?cent\b|prozent\b|pour cent\b|por ciento\b)", re.IGNORECASE)
_AMOUNT = re.compile(r"(?<![\w.,:])\d[\d., ]*\d?(?: ([\w'-]+))?")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d(?!\d)")


class Flaw(Enum):
    """Kinds of remark."""

    NUMBER = "number without source"
    SWEEPING = "sweeping"
    UNSUPPORTED = "claim without support"
    ONE_SIDED = "one-sided sourcing"
    UNNAMED = "unnamed source"
    ALTERNATIVE = "false alternative"
    ANECDOTE = "anecdote"


_MOST_OF_A_KIND = {Flaw.NUMBER: 2, Flaw.SWEEPING: 3, Flaw.UNSUPPORTED: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """The words at issue; `weight` is how surely a critic would name them."""

    flaw: Flaw
    words: str
    paragraph: int
    weight: float


def remarks(passage: Passage, quotes: list[Quote], length: Length) -> tuple[Remark, ...]:
    """The weightiest remarks, in the order of the text."""
    language = passage.words.language
    return tuple(
        Remark(text=phrase(f.flaw.name, _shown(f.words), language=language), paragraphs=(f.paragraph,))
        for f in findings(passage, quotes, length)
    )


def _shown(words: str) -> str:
    """As many words as there may be are the beginning of more."""
    return f"{words} …" if len(words.split()) >= _WORDS else words


def findings(passage: Passage, quotes: list[Quote], length: Length) -> list[Finding]:
    """What the remarks say: one of a kind in a paragraph, few of a kind, the weightiest first chosen."""
    chosen: list[Finding] = []
    kinds: Counter[Flaw] = Counter()
    for finding in sorted(_all(passage, quotes), key=lambda f: -f.weight):
        known = any((f.flaw, f.paragraph) == (finding.flaw, finding.paragraph) for f in chosen)
        if not known and kinds[finding.flaw] < _MOST_OF_A_KIND.get(finding.flaw, 1) + (length is Length.DEEP):
            chosen.append(finding)
            kinds[finding.flaw] += 1
    return sorted(chosen[: _MOST[length]], key=lambda f: f.paragraph)


def _all(passage: Passage, quotes: list[Quote]) -> Iterator[Finding]:
    for index, (line, voice) in enumerate(zip(passage.lines, passage.voices, strict=True)):
        yield from _unnamed(passage, line)
        if voice in (Voice.AUTHOR, Voice.CONCEDED):
            yield from _number(passage, index)
            yield from _sweeping(passage, index)
            yield from _unsupported(passage, index)
            yield from _alternative(passage, line)
            yield from _anecdote(passage, index)
    yield from _one_sided(passage, quotes)


def _late(passage: Passage, line: Line) -> float:
    """Arguments stand behind the opening; what is said there weighs more."""
    return 0.5 if line.paragraph > passage.lines[-1].paragraph / 3 else 0.0


def _number(passage: Passage, index: int) -> Iterator[Finding]:
    line, words = passage.lines[index], passage.words
    if words.sourced.search(line.own) or words.unnamed.search(line.own):
        return
    follows_source = index > 0 and not line.first and words.sourced.search(passage.lines[index - 1].own)
    discount = (0.8 if follows_source else 0.0) - _late(passage, line)
    if match := _PERCENT.search(line.own) or _MONEY.search(line.own):
        yield Finding(Flaw.NUMBER, _clause(line, match, lead=1), line.paragraph, 2.3 - discount)
        return
    for match in _AMOUNT.finditer(line.own):
        before = line.own[: match.start()].split()[-1:]
        unit = match[1] or ""
        if (
            not _YEAR.search(match[0])
            and unit
            and not any(words.no_unit.fullmatch(w.strip(".,")) for w in (unit, *before))
        ):
            yield Finding(Flaw.NUMBER, match[0].strip(" .,"), line.paragraph, 1.9 - discount)
            return
    if (match := words.numbers.search(line.own)) and words.contrasts.search(line.own):
        yield Finding(Flaw.NUMBER, _clause(line, match, lead=0), line.paragraph, 1.3 - discount)


def _sweeping(passage: Passage, index: int) -> Iterator[Finding]:
    line, seen = passage.lines[index], passage.signals[index]
    if match := passage.words.sweeps.search(line.own):
        weight = 1.6 + (0.3 if not seen.get("figure") else 0.0) + (0.2 if line.words <= 14 else 0.0)
        # "Nobody has ever …" rules over a whole class, "it never mentions" is a manner of speaking.
        subject = match.start() <= _OPENING or "," in line.own[max(0, match.start() - 3) : match.start()]
        twice = passage.words.sweeps.search(line.own, match.end()) is not None
        weight += 0.6 * subject + 0.5 * twice - 0.5 * bool(seen.get("own"))
        yield Finding(Flaw.SWEEPING, _clause(line, match), line.paragraph, weight + _late(passage, line))


def _unsupported(passage: Passage, index: int) -> Iterator[Finding]:
    line, seen, words = passage.lines[index], passage.signals[index], passage.words
    backed = index + 1 < len(passage.lines) and supports(passage, index + 1)
    if backed or any(seen.get(name) for name in ("figure", "sourced", "question", "must", "bids_first", "quoted")):
        return
    foretold = words.wills.search(line.own) or (words.foretells.search(line.own) if not seen.get("own") else None)
    match = words.asserts.search(line.own) or foretold
    if match and not seen.get("own"):
        weight = 1.6 + (0.5 if seen.get("wills") else 0.0) + (0.3 if line.last else 0.0) + _late(passage, line)
        yield Finding(Flaw.UNSUPPORTED, _clause(line, match, lead=4), line.paragraph, weight)


def _unnamed(passage: Passage, line: Line) -> Iterator[Finding]:
    if match := passage.words.unnamed.search(line.own):
        yield Finding(Flaw.UNNAMED, _clause(line, match), line.paragraph, 3.5)


def _alternative(passage: Passage, line: Line) -> Iterator[Finding]:
    if match := passage.words.either_or.search(line.own):
        yield Finding(Flaw.ALTERNATIVE, _clause(line, match), line.paragraph, 3.0)


def _anecdote(passage: Passage, index: int) -> Iterator[Finding]:
    """One case: something the author lived, or one named place in one year."""
    line, seen = passage.lines[index], passage.signals[index]
    if seen.get("sourced"):
        return
    match = passage.words.lived.search(line.own)
    if match and seen.get("past"):
        yield Finding(Flaw.ANECDOTE, _clause(line, match), line.paragraph, 1.8 + (0.4 if seen.get("numbers") else 0.0))
    elif (year := _YEAR.search(line.own)) and seen.get("names") and seen.get("past"):
        yield Finding(Flaw.ANECDOTE, _clause(line, year, lead=5), line.paragraph, 1.9 + _late(passage, line))


def _one_sided(passage: Passage, quotes: list[Quote]) -> Iterator[Finding]:
    """One witness alone speaks for the author in a paragraph: a person quoted, or a study."""
    for number, indices in passage.reading.paragraphs.items():
        lines = [passage.lines[i] for i in indices]
        if any(passage.voices[i] is Voice.REPORTED and passage.lines[i].quoted < 0.3 for i in indices):
            continue
        speakers = {q.speaker for q in quotes if q.paragraph == number} - set(passage.article.authors)
        sources = [m for line in lines if (m := passage.words.sourced.search(line.own))]
        if len(speakers) == 1 and "" not in speakers and not sources:
            yield Finding(Flaw.ONE_SIDED, speakers.pop(), number, 2.0 + _late(passage, lines[0]))
        elif len(sources) == 1 and not speakers:
            line = next(line for line in lines if passage.words.sourced.search(line.own))
            yield Finding(Flaw.ONE_SIDED, _clause(line, sources[0], lead=2), number, 1.7 + _late(passage, line))


def _clause(line: Line, match: re.Match[str], lead: int = 0) -> str:
    """The words at issue within their clause, a few before the match and at most `_WORDS` in all; verbatim."""
    clause = next((c for c in _CLAUSE.finditer(line.text) if c.start() <= match.start() < c.end()), None)
    begin, end = (clause.start(), max(clause.end(), match.end())) if clause else match.span()
    before = list(re.finditer(r"\S+", line.text[begin : match.start()]))[-lead:] if lead else []
    start = begin + before[0].start() if before else match.start()
    words = list(re.finditer(r"\S+", line.text[start:end]))[:_WORDS]
    return line.text[start : start + words[-1].end()].strip(" ,;:.!?") if words else match[0]
