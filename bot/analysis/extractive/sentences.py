"""Paragraphs into sentences, in the scripts and typographies of newspapers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A sentence longer than this is cut: it bounds the work on texts without punctuation.
LONGEST = 1_500

CLOSING = "\"'”’»“‘›）)」』]"
OPENING = "\"'“‘«„‚‹(「『[¿¡—–-"

_END = re.compile(rf"(?:[.!?…]+[{re.escape(CLOSING)}]*(?:[ \u00a0\u202f][»”])?(?=\s)|[。！？]+[」』）”’]*)")
_LAST_WORD = re.compile(r"[\w.'’-]+\Z")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, verbatim: `paragraph` counts from 1, `start` and `end` are offsets in that paragraph."""

    text: str
    paragraph: int
    start: int
    end: int


def split(paragraphs: tuple[str, ...], abbreviations: frozenset[str]) -> list[Sentence]:
    """All sentences in order."""
    return [
        Sentence(text[start:end], number, start, end)
        for number, text in enumerate(paragraphs, 1)
        for start, end in _spans(text, abbreviations)
    ]


def _spans(text: str, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in (*_borders(text, abbreviations), len(text)):
        while stop - start > LONGEST:
            cut = text.rfind(" ", start + 1, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            yield from _trimmed(text, start, cut)
            start = cut
        yield from _trimmed(text, start, stop)
        start = stop


def _trimmed(text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start < stop:
        yield start, stop


def _borders(text: str, abbreviations: frozenset[str]) -> Iterator[int]:
    for match in _END.finditer(text):
        if match[0][0] in "。！？" or _is_border(text, match, abbreviations):
            yield match.end()


def _is_border(text: str, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    after = text[match.end() : match.end() + 12].lstrip()
    first = after.lstrip(OPENING)[:1]
    if not first:
        return not after
    if first.islower():
        return False
    return match[0] != "." or not _is_abbreviation(
        text[max(0, match.start() - 24) : match.start()], first, abbreviations
    )


def _is_abbreviation(before: str, first: str, abbreviations: frozenset[str]) -> bool:
    """Whether the full stop after `before` belongs to its last word: an initial, a title, an ordinal number."""
    found = _LAST_WORD.search(before)
    if not found:
        return False
    word = found[0].lstrip("'’-.")
    if len(word) == 1 and word.isalpha() and word.isupper() and word != "I":
        return True
    if word.lower() in abbreviations:
        return True
    return "1." in abbreviations and word.isdigit() and len(word) <= 2 and first.isalpha()
