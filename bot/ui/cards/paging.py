"""Sections of points over as many pages as they need: nothing is cut, what breaks off is marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.ui.cards.layout import TEXT
from bot.ui.escape import cut, length

CONTINUED = " · continued"
BROKEN_OFF, TAKEN_UP = " …", "… "
_TOLD = 40  # units for saying which page it is


@dataclass(frozen=True, slots=True)
class Line:
    """Safe Markdown after the mark that begins its line, as "- "."""

    mark: str
    text: str

    def __str__(self) -> str:
        return self.mark + self.text


Point = tuple[Line, ...]  # lines that stay together where a page has room for them


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over points, "" for none; `apart`: whether a blank line stands between points."""

    heading: str
    points: tuple[Point, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of several: a text for each section that it holds a part of; `number` counts from 1."""

    texts: tuple[str, ...]
    number: int
    of: int

    def told(self, foot: str) -> str:
        """The foot of a card, with the page's number where there are several."""
        return f"{foot}\n-# Page {self.number} of {self.of}" if self.of > 1 else foot


def sheet(sections: Sequence[Section], page: int, *, beside: Sequence[str]) -> Sheet:
    """The page asked for, or the nearest that there is; `beside` is what else stands on every page."""
    return sheet_within(TEXT - _TOLD - sum(map(length, beside)), sections, page)


def sheet_within(room: int, sections: Sequence[Section], page: int) -> Sheet:
    """The same where every page has this many units, whatever stands beside."""
    pages = paginated(sections, room)
    number = min(max(page, 1), len(pages))
    return Sheet(pages[number - 1], number, len(pages))


def paginated(sections: Sequence[Section], room: int) -> tuple[tuple[str, ...], ...]:
    """All pages, each of at most `room` units, at least one. A heading never stands without a point."""
    filling = _Filling(room)
    for section in sections:
        filling.begin(section)
        for point in section.points:
            for piece in _pieces(point, room - length(section.heading + CONTINUED) - 1):
                filling.put(piece)
    return tuple(tuple("\n".join(lines) for lines in page) for page in filling.pages)


class _Filling:
    """Pages, each a list of parts, each a list of lines of which the first is a heading."""

    def __init__(self, room: int) -> None:
        self.pages: list[list[list[str]]] = [[]]
        self._room = self._left = room
        self._section = Section("", ())
        self._part: list[str] = []

    def begin(self, section: Section) -> None:
        """The heading is set with the section's first piece: a section without points shows nothing."""
        self._section, self._part = section, []

    def put(self, piece: str) -> None:
        """On a new page, under the heading once more, where this one has no room; a piece fits a page of its own."""
        heading = [self._section.heading] if self._section.heading else []
        blank = [""] if self._section.apart else []
        new = [*(blank if self._part else heading), piece]
        if self.pages[-1] and _cost(new) > self._left:
            new = [*(text + CONTINUED if self._part else text for text in heading), piece]
            self.pages.append([])
            self._part, self._left = [], self._room
        if not self._part:
            self.pages[-1].append(self._part)
        self._part += new
        self._left -= _cost(new)


def _cost(lines: Sequence[str]) -> int:
    return sum(length(line) + 1 for line in lines)


def _pieces(point: Point, room: int) -> Iterator[str]:
    """The point whole; or its lines, when a page of its own cannot hold it; or parts of those."""
    whole = "\n".join(map(str, point))
    if length(whole) <= room:
        yield whole
    else:
        for line in point:
            yield from _parts(line, room)


def _parts(line: Line, room: int) -> Iterator[str]:
    text, room = line.text, room - length(line.mark)
    while length(text) > room:
        first, rest = cut(text, room - length(BROKEN_OFF))
        yield f"{line.mark}{first}{BROKEN_OFF}"
        text = TAKEN_UP + rest
    yield line.mark + text
