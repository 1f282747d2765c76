"""An article in parts that fit a model's context; its paragraphs keep their numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

Count = Callable[[str], int]

_SENTENCE_ENDS = re.compile(r"(?<=[.!?…][\s\"'”’»)])\s*|(?<=[。！？])")
_WORDS_APART = re.compile(r"(?<=\s)")


def numbered(paragraphs: Sequence[str]) -> list[str]:
    """Each paragraph on one line behind its number; nothing inside of it can look like the next one."""
    return [f"¶{n} {' '.join(text.split())}" for n, text in enumerate(paragraphs, 1)]


def sections(lines: Sequence[str], room: int, count: Count) -> list[str]:
    """Numbered paragraphs, joined to as few parts as fit `room` tokens each; a paragraph beyond that is divided."""
    return _packed((part for line in lines for part in _parts(line, room, count)), room, count, "\n")


def _parts(line: str, room: int, count: Count) -> list[str]:
    if count(line) <= room:
        return [line]
    number, _, text = line.partition(" ")
    left = max(room - count(f"{number} …"), 1)
    pieces = (piece for sentence in _SENTENCE_ENDS.split(text) for piece in _pieces(sentence, left, count))
    return [f"{number} {part.strip()}" for part in _packed(pieces, left, count, "")]


def _pieces(sentence: str, room: int, count: Count) -> Iterator[str]:
    """A sentence as it is, or its words when it does not fit, or so many characters of a word that surely do."""
    if count(sentence) <= room:
        yield sentence
        return
    for word in _WORDS_APART.split(sentence):
        if count(word) <= room:
            yield word
        else:
            yield from (word[start : start + room // 4 + 1] for start in range(0, len(word), room // 4 + 1))


def _packed(pieces: Iterator[str], room: int, count: Count, glue: str) -> list[str]:
    """Neighbours together as long as they fit; sums of counts are a little more than the count of the whole."""
    packs: list[list[str]] = []
    held = room + 1
    for piece in pieces:
        size = count(piece) + len(glue)
        if held + size > room:
            packs.append([])
            held = 0
        packs[-1].append(piece)
        held += size
    return [glue.join(pack) for pack in packs]
