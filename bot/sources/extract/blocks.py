"""The visible text of a tree as a row of blocks: one paragraph, heading, list item or table cell each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from bot.sources.extract.wording import tidy

INLINE = frozenset(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby rb rt rp s samp small
    span strike strong sub sup time tt u var wbr amp-text
    """.split()
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
HIDDEN = frozenset(
    """
    script style noscript template svg math button select textarea iframe object embed video audio canvas map input
    option datalist dialog head title meta link img picture source figcaption
    """.split()
)
_ROW_CHARACTERS = 400
_CELL_DEPTH = 4
_BREAK = re.compile(r"\n+")
_BREAKS = re.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A run of text that no block boundary cuts.

    element: the innermost block-level element around it.
    linked: how many of the characters stand in links.
    """

    element: HtmlElement
    text: str
    linked: int = 0

    @property
    def is_heading(self) -> bool:
        """By its element, h1 to h6; a bold line that looks like one is none."""
        return self.element.tag in HEADINGS


@dataclass(slots=True)
class _Run:
    element: HtmlElement
    parts: list[str]
    linked: int = 0

    def add(self, text: str | None, links: int) -> None:
        """`links`: how many links are open around it; line breaks of the source are blanks."""
        if text:
            self.parts.append(text.replace("\n", " "))  # only <br> breaks a line
            self.linked += len(text) if links else 0

    def blocks(self, borders: re.Pattern[str]) -> Iterator[Block]:
        """Parted at `borders`, empty parts left out; the linked characters are shared out by length."""
        if not self.parts:
            return
        whole = "".join(self.parts)
        for part in borders.split(whole) if "\n" in whole else (whole,):
            if text := " ".join(part.split()) if part.isascii() else tidy(part):
                share = len(text) / len(whole)
                yield Block(self.element, text, min(len(text), round(self.linked * share)))


def read(root: HtmlElement) -> list[Block]:
    """Every block under `root` in the order of the page; several line breaks are a border, one is a blank."""
    return _with_rows_joined(_runs(root, _BREAKS))


def read_lines(root: HtmlElement) -> list[Block]:
    """Every line under `root`: cells stay apart, and each line break is a border."""
    return _runs(root, _BREAK)


def _runs(root: HtmlElement, borders: re.Pattern[str]) -> list[Block]:
    """Iterative: pages nest deeper than the interpreter's stack."""
    found: list[Block] = []
    run = _Run(root, [])
    links = 0
    walk = iterwalk(root, events=("start", "end"))
    for event, node in walk:
        tag = node.tag
        if event == "start" and tag in HIDDEN:
            walk.skip_subtree()
            continue
        if tag in INLINE:
            step = 1 if event == "start" else -1
            links += step if tag == "a" else 0
        elif tag == "br":
            run.parts.append("\n" if event == "start" else "")
        elif tag not in HIDDEN:
            found.extend(run.blocks(borders))
            above = node if event == "start" or node is root else node.getparent()
            run = _Run(_block_of(node if above is None else above), [])
        if event == "start":
            run.add(node.text, links)
        elif node is not root:
            run.add(node.tail, links)
    found.extend(run.blocks(borders))
    return found


def _with_rows_joined(blocks: list[Block]) -> list[Block]:
    """The short cells of a table's row are one block; a row of long ones is layout."""
    joined: list[Block] = []
    for row, group in groupby(blocks, key=lambda block: _row_of(block.element)):
        cells = list(group)
        if row is not None and sum(len(cell.text) for cell in cells) <= _ROW_CHARACTERS:
            text = " ".join(cell.text for cell in cells)
            cells = [Block(row, text, sum(cell.linked for cell in cells))]
        joined.extend(cells)
    return joined


def _row_of(element: HtmlElement) -> HtmlElement | None:
    for _ in range(_CELL_DEPTH):
        parent = element.getparent()
        if parent is None:
            return None
        if element.tag in ("td", "th"):
            return parent if parent.tag == "tr" else None
        element = parent
    return None


def _block_of(element: HtmlElement) -> HtmlElement:
    while element.tag in INLINE:
        parent = element.getparent()
        if parent is None:
            break
        element = parent
    return element
