"""Whose voice a sentence speaks with.

Only a quarter of the sentences of a reported view carries a cue of its own, so voices are regions: from the cue that
announces somebody else's view to the turn ("but", the author's I) or the paragraph's end, across paragraphs where the
next one goes on adding; and backwards from a sentence that looks back on what was said ("these are serious worries").
"""

from __future__ import annotations

import re
from enum import Enum

from bot.analysis.extractive.reading import Line, Reading

# How far a sentence looks back when nothing before it announces the view.
_LOOKS_BACK_PARAGRAPHS = 4
_LOOKS_BACK_LINES = 40
_FIGURE = re.compile(r"\d")


class Voice(Enum):
    AUTHOR = "author"
    REPORTED = "reported"
    CONCEDED = "conceded"
    IRONIC = "ironic"


def voices(reading: Reading) -> list[Voice]:
    """One voice for every line."""
    found = [Voice.AUTHOR] * len(reading.lines)
    openers = _mark_forward(reading, found)
    _mark_backward(reading, found, openers)
    _mark_concessions(reading, found)
    _mark_irony(reading, found)
    return found


def _announces(line: Line, reading: Reading) -> bool:
    words = reading.words
    return bool(words.reports.search(line.own)) and not words.turns_first.search(line.own)


def _speaks_freely(line: Line, reading: Reading) -> bool:
    """Whether a paragraph opens with somebody who speaks, unquoted: what follows is likely what is said."""
    words = reading.words
    if not line.first or line.last or line.quoted or _FIGURE.search(line.own):
        return False
    others = words.own.search(line.own) or words.we.search(line.own) or words.sourced.search(line.own)
    return bool(words.says.search(line.own)) and not others and not words.turns_first.search(line.own)


def _ends(line: Line, reading: Reading) -> bool:
    words = reading.words
    if words.asides.search(line.own):
        return False
    turned = words.turns_first.search(line.own) or words.looks_back.search(line.own)
    return bool(turned or words.own.search(line.own))


def _mark_forward(reading: Reading, found: list[Voice]) -> set[int]:
    words, inside = reading.words, False
    openers: set[int] = set()
    for index, line in enumerate(reading.lines):
        if line.first and inside:
            inside = bool(words.adds_first.search(line.own)) and not _ends(line, reading)
        if inside and _ends(line, reading):
            inside = False
        if (_announces(line, reading) and not words.looks_back.search(line.own)) or _speaks_freely(line, reading):
            inside = True
            openers.add(index)
        if inside or words.asides.search(line.own):
            found[index] = Voice.REPORTED
    return openers


def _mark_backward(reading: Reading, found: list[Voice], openers: set[int]) -> None:
    for index, line in enumerate(reading.lines):
        if reading.words.looks_back.search(line.own):
            start = _start_of_view(reading, index, openers)
            for at in range(start, index):
                found[at] = Voice.REPORTED


def _start_of_view(reading: Reading, index: int, openers: set[int]) -> int:
    """Where the view begins that the line at `index` looks back on.

    In this paragraph for a line within it, else in the one above; further up while paragraphs go on adding, and to an
    announcement that ends the paragraph before.
    """
    lines = reading.lines
    number = lines[index].paragraph - lines[index].first
    start = index
    for _ in range(_LOOKS_BACK_PARAGRAPHS):
        home = [at for at in reading.paragraphs.get(number, []) if index - _LOOKS_BACK_LINES <= at < index]
        if not home:
            break
        start = home[0]
        if announced := [at for at in home if at in openers]:
            return announced[-1] if number == lines[index].paragraph else announced[0]
        above = reading.paragraphs.get(number - 1, [])
        if above and above[-1] in openers:
            return above[-1]
        if not reading.words.adds_first.search(lines[start].own):
            break
        number -= 1
    return start


def _mark_concessions(reading: Reading, found: list[Voice]) -> None:
    for index, line in enumerate(reading.lines):
        conceding = reading.words.concedes.search(line.own) or reading.words.looks_back.search(line.own)
        if found[index] is Voice.AUTHOR and conceding:
            found[index] = Voice.CONCEDED


def _mark_irony(reading: Reading, found: list[Voice]) -> None:
    """An ironic run opens the text and is ended by a figure or a plain word."""
    words = reading.words
    opening = [line for line in reading.lines if line.paragraph <= 3]
    signals = sum(bool(words.gushes.search(line.own)) for line in opening)
    first = reading.lines[0].own if reading.lines else ""
    signals += bool(words.gushes.search(first)) and not words.thanks.search(
        first
    )  # news that begins a column is rarely good
    if signals + bool(words.gushes.search(reading.article.title)) < 2:
        return
    for index, line in enumerate(reading.lines):
        gushing = words.gushes.search(line.own)
        if words.sobers.search(line.own) or (_FIGURE.search(line.own) and not gushing and index >= 3):
            return
        if found[index] is Voice.AUTHOR:
            found[index] = Voice.IRONIC
