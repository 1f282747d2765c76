"""Where quotation marks open and close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """What stands between two marks, `start` to `end` without them; not `closed` when the second one is missing."""

    start: int
    end: int
    depth: int
    closed: bool

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end

    def is_crossed_by(self, text: str, start: int, end: int) -> bool:
        """Whether a passage has words on both sides of a mark, and not the whole of what the marks hold."""
        first, last = self.start, self.end
        while first < last and not text[first].isalnum():
            first += 1
        while first < last and not text[last - 1].isalnum():
            last -= 1
        apart = end <= first or last <= start
        return not (apart or self.covers(start, end) or (start <= first and last <= end))


# An opening mark with those that may close it, by the customs of English, German, French, Swedish and Japanese.
_CLOSERS = {
    "“": "”“\"", "”": "”", "„": "“”\"‟", "‟": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹›", "‘": "’'", "’": "’",
    "‚": "‘’'", "‛": "’", '"': '"”', "'": "'’", "「": "」", "『": "』", "《": "》", "〈": "〉", "＂": "＂",
}  # fmt: skip
_ALWAYS_CLOSING = frozenset("」』》〉")
_MARK = re.compile("[" + re.escape("".join({*_CLOSERS, *_ALWAYS_CLOSING})) + "]")
_SINGLE = frozenset("‘’'‚‛")
_OPENS_AFTER = frozenset("([{—–-/:;,.…¿¡")


def spans(text: str) -> list[Span]:
    """All quoted spans in order of their opening, nested ones included."""
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, at = match[0], match.start()
        level = _closed_level(text, at, mark, opened)
        if level is not None:
            found.append(Span(opened[level][1], at, level, closed=True))
            del opened[level:]
        elif mark in _CLOSERS and _may_open(text, at, mark):
            opened.append((mark, at + 1))
    found += [
        Span(start, len(text), level, closed=False) for level, (mark, start) in enumerate(opened) if mark not in _SINGLE
    ]
    return sorted(found, key=lambda span: (span.start, -span.end))


def outermost(found: Sequence[Span]) -> list[Span]:
    """The spans that stand in no other one."""
    top: list[Span] = []
    for span in found:
        if not top or span.start >= top[-1].end:
            top.append(span)
    return top


def without_outer_marks(text: str) -> str:
    """A quotation without the marks around the whole of it."""
    text = text.strip()
    whole = next((s for s in spans(text) if s.closed and s.start == 1 and s.end == len(text) - 1), None)
    return without_outer_marks(text[1:-1]) if whole else text


def _closed_level(text: str, at: int, mark: str, opened: list[tuple[str, int]]) -> int | None:
    """Which of the opened spans this mark closes, if it closes one."""
    for level in range(len(opened) - 1, -1, -1):
        opener, start = opened[level]
        if mark in _CLOSERS[opener] and at > start:
            return level if _may_close(text, at, mark, start) else None
    return None


def _may_close(text: str, at: int, mark: str, start: int) -> bool:
    before, after = text[at - 1], text[at + 1 : at + 2]
    if mark in _SINGLE:
        if before.isalnum() and after.isalnum():
            return False
        return not (before in "sSxz" and _is_owner(text, at, start))
    return not (mark == '"' and before.isspace() and after.isalnum())


def _is_owner(text: str, at: int, start: int) -> bool:
    """Whether a mark after an s is a possessive ("the states’ aims’"): a lower-case word follows, and a better mark."""
    if not re.match(r"\s[^\W\d_A-Z]", text[at + 1 : at + 3]):
        return False
    later = re.compile(r"[’'](?!\w)").search(text, at + 1)
    opening = re.compile(r"(?<!\w)[‘'“\"](?=\w)").search(text, at + 1)
    return later is not None and (opening is None or later.start() < opening.start())


def _may_open(text: str, at: int, mark: str) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not after or (after.isspace() and mark not in "«»" and after not in "\u00a0\u202f\u2009"):
        return False
    if mark in "„‚«「『《〈“":
        return mark != "“" or not before.isalnum() or after.isalnum()
    if mark in "’'" and not after.isalnum() and after not in '¿¡…(“"':
        return False
    return not before or before.isspace() or before in _OPENS_AFTER or before in _CLOSERS
