"""What stands around the headline: the lines before it, and those between it and the body."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from bot.models.article import count_words
from bot.sources.extract.wording import BREAKING, SILENT, tidy

_MOST_LINES = 40
_MOST_LINES_BEFORE = 8
_MOST_ELEMENTS = 1_500
_LEVELS_UP = 4
_WHOLES = ("article", "main", "body")  # their marks are of the page, not of a line
_LONGEST_MARK = 160
_BODY_WORDS = 45
_SENTENCE_WORDS = 15
_MARKING = ("class", "id", "itemprop", "rel", "data-testid", "data-component")


_ASIDE = re.compile(r"author|bio\b|tooltip|caption|disclaimer|disclosure")


@dataclass(frozen=True, slots=True)
class Line:
    """Text between two block borders.

    parts: its pieces as inline elements cut them, without those of `time`.
    marks: class, id, itemprop and rel of the elements around and in it, in lower case.
    """

    element: HtmlElement
    text: str
    parts: tuple[str, ...]
    marks: str

    @property
    def words(self) -> int:
        """As `count_words` counts: of Chinese and Japanese each character is one."""
        return count_words(self.text)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`before` and `after` the headline, in the page's order; `after` ends where the body begins."""

    before: tuple[Line, ...] = ()
    after: tuple[Line, ...] = ()


def around(heading: HtmlElement | None) -> Surroundings:
    """Nothing for a page whose title is in its metadata only."""
    if heading is None:
        return Surroundings()
    return Surroundings(before=tuple(_before(heading)), after=tuple(_until_body(_lines(_following(heading)))))


def _following(heading: HtmlElement) -> Iterator[HtmlElement]:
    """What comes after an element, as trees in the page's order."""
    node: HtmlElement | None = heading
    while node is not None and node.tag != "body":
        yield from node.itersiblings()
        node = node.getparent()


def _before(heading: HtmlElement) -> list[Line]:
    """The lines that share a container with the heading and stand before it."""
    found: list[Line] = []
    node: HtmlElement = heading
    for _ in range(_LEVELS_UP):
        parent = node.getparent()
        if parent is None or node.tag in ("main", "article", "body"):
            break
        earlier = list(islice(node.itersiblings(preceding=True), _MOST_LINES_BEFORE))
        found = [*islice(_lines(iter(reversed(earlier))), _MOST_LINES), *found]
        if len(found) >= _MOST_LINES_BEFORE:
            break
        node = parent
    return found[-_MOST_LINES_BEFORE:]


def _until_body(lines: Iterator[Line]) -> Iterator[Line]:
    sentences = 0
    for line in islice(lines, _MOST_LINES):
        words = 0 if _ASIDE.search(line.element.get("class") or "") else line.words
        sentences = sentences + 1 if words >= _SENTENCE_WORDS else 0
        if words >= _BODY_WORDS or sentences == 2:
            return
        yield line


def _lines(trees: Iterator[HtmlElement]) -> Iterator[Line]:
    left = _MOST_ELEMENTS
    for tree in trees:
        if tree.tag in SILENT or _is_menu(tree):
            continue
        pending = _Pending(tree)
        walk = iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                left -= 1
                if left < 0:
                    return
                if element.tag in SILENT or _is_menu(element):
                    walk.skip_subtree()
                    continue
                if element.tag in BREAKING:
                    yield from pending.flush(element)
                pending.enter(element)
            else:
                if element.tag in BREAKING:
                    yield from pending.flush(element.getparent())
                if element is not tree:
                    pending.add(element.tail)
        yield from pending.flush(tree)


def _is_menu(element: HtmlElement) -> bool:
    """Navigation other than the path to this page."""
    return element.tag == "nav" and "breadcrumb" not in f"{element.get('class')}{element.get('aria-label')}".lower()


class _Pending:
    """The line that is being read."""

    def __init__(self, element: HtmlElement) -> None:
        self._element = element
        self._texts: list[str] = []
        self._parts: list[str] = []
        self._inside: list[HtmlElement] = []

    def enter(self, element: HtmlElement) -> None:
        """Its text joins the line, its marks too; a date's text is no part."""
        self._inside.append(element)
        self.add(element.text, dated=element.tag == "time")

    def add(self, text: str | None, *, dated: bool = False) -> None:
        """A text as it stands in the source; blanks are set right when the line ends."""
        if text:
            self._texts.append(text)
            if not dated and (part := tidy(text)):
                self._parts.append(part)

    def flush(self, following: HtmlElement | None) -> Iterator[Line]:
        """The line so far, when it holds text; `following` is the next one's element, None for the same again."""
        text = tidy("".join(self._texts))
        if text:
            yield Line(self._element, text, tuple(self._parts), self._marks())
        if following is not None:
            self._element = following
        self._texts, self._parts, self._inside = [], [], []

    def _marks(self) -> str:
        above = (holder for holder in islice(self._element.iterancestors(), 2) if holder.tag not in _WHOLES)
        marked = (self._element, *above, *self._inside)
        own = [
            value
            for element in marked
            for name in _MARKING
            if (value := element.get(name)) and len(value) <= _LONGEST_MARK
        ]
        return " ".join((*own, *(link for element in self._inside if (link := element.get("href"))))).lower()
