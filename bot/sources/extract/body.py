"""Which blocks of a page are its article."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

from bot.sources.extract import furniture
from bot.sources.extract.blocks import INLINE, Block

_SHORT = 60  # shorter texts ("Share this") may stand in the body by chance: only a whole line counts for them
_ENOUGH = 300
_FAR_MORE = 2
_LEAD_CHARACTERS = 200
_WHOLLY = 0.95
_FEW = 4
_LABEL_CHARACTERS = 25
_NOT_LETTERS = re.compile(r"[\W_]+")
_ROOT_SHARE = 0.9
_PARTS = frozenset(
    ("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "center")
)
_TABLES = frozenset(("tr", "tbody", "thead", "tfoot", "table"))

Signature = tuple[str, str, str, str]


def choose(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """The article's blocks: those that trafilatura finds, their like, and what stands among them."""
    seeds = _seeds(tree, blocks)
    seeds |= _kin(blocks, seeds)
    main_text = _main_text(blocks)
    if _length(blocks, main_text) > _FAR_MORE * _length(blocks, seeds):
        seeds = main_text
    within = set(_root(blocks, seeds).iter()) if seeds else set()
    inside = [n for n, block in enumerate(blocks) if block.element in within]
    chosen = [n for n in inside if n in seeds]
    if not chosen:
        return []
    frame = {n: _frame_of(blocks[n].element) for n in inside}
    frames = {frame[n] for n in chosen}
    main = {frame[n] for n in chosen if furniture.is_prose(blocks[n])}
    last = max((n for n in inside if frame[n] in main), default=chosen[-1])
    kept = {n for n in inside if n in seeds or (chosen[0] < n <= last and frame[n] in frames and _fits(blocks[n]))}
    kept |= _headings_over(blocks, kept, inside)
    kept |= _leads(blocks, chosen[0])
    found = [blocks[n] for n in sorted(kept) if not _is_linked_item(blocks[n]) and not _heads_links(blocks, n)]
    while len(found) > _FEW and _is_loose_end(found[-1]):
        found.pop()
    return found


def _headings_over(blocks: list[Block], kept: set[int], inside: list[int]) -> set[int]:
    """Headings within the article whose paragraph is the article's, wherever they are framed."""
    between = [n for n in inside if min(kept) < n]
    return {n for n in between if blocks[n].is_heading and n + 1 in kept and blocks[n].linked < len(blocks[n].text) / 2}


def _leads(blocks: list[Block], first: int) -> set[int]:
    """Long paragraphs between the page's heading and its text, which many pages frame apart."""
    heading = max((n for n in range(first) if blocks[n].element.tag == "h1"), default=None)
    if heading is None:
        return set()
    between = range(heading + 1, first)
    return {n for n in between if furniture.is_prose(blocks[n]) and len(blocks[n].text) >= _LEAD_CHARACTERS}


def _is_linked_item(block: Block) -> bool:
    """An item of a list that is one link: it leads elsewhere."""
    return block.element.tag == "li" and block.linked >= _WHOLLY * len(block.text)


def _is_loose_end(block: Block) -> bool:
    """A heading with nothing below it, or a label such as an agency's name."""
    if block.is_heading:
        return True
    return block.element.tag not in ("li", "tr") and len(block.text) <= _LABEL_CHARACTERS and block.text[-1].isalnum()


def _heads_links(blocks: list[Block], n: int) -> bool:
    return blocks[n].is_heading and n + 1 < len(blocks) and _is_linked_item(blocks[n + 1])


def _seeds(tree: HtmlElement, blocks: list[Block]) -> set[int]:
    lines = _trafilatura(tree)
    whole = {_letters(line) for line in lines}
    joined = "\n".join(whole)
    return {n for n, block in enumerate(blocks) if _stands_in(_letters(block.text), whole, joined)}


def _letters(text: str) -> str:
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFC", text).casefold())


def _stands_in(text: str, whole: set[str], joined: str) -> bool:
    return text in whole or (len(text) > _SHORT and text in joined)


def _trafilatura(tree: HtmlElement) -> list[str]:
    """Its lines in the precise mode, or in the balanced one where that finds too little."""
    best: list[str] = []
    for precise in (True, False):
        options = Extractor(fast=True, precision=precise, comments=False, output_format="python")
        found = bare_extraction(tree, options=options)  # works on a copy of its own
        lines = (found.text or "").splitlines() if found is not None and not isinstance(found, dict) else []
        if sum(map(len, lines)) > sum(map(len, best)):
            best = lines
        if sum(map(len, best)) >= _ENOUGH:
            break
    return best


def _signature(block: Block) -> Signature:
    """Tag and class of the frame and of what frames it: equal for the parts that an article is cut into."""
    parent = block.element.getparent()
    above = parent.getparent() if parent is not None else None
    return (*_name(parent), *_name(above))


def _name(element: HtmlElement | None) -> tuple[str, str]:
    return (str(element.tag), element.get("class") or "") if element is not None else ("", "")


def _kin(blocks: list[Block], seeds: set[int]) -> set[int]:
    """Prose in frames of the same make as those of the seeds: the rest of an article that is cut into parts."""
    prose = [n for n in seeds if furniture.is_prose(blocks[n])]
    frames = Counter(_signature(blocks[n]) for n in prose)
    known = {frame for frame, count in frames.items() if count >= 2 and (frame[1] or frame[3])}
    return {n for n, block in enumerate(blocks) if furniture.is_prose(block) and _signature(block) in known}


def _main_text(blocks: list[Block]) -> set[int]:
    """The prose in frames of one make that is longest together; a last resort."""
    by_make: defaultdict[Signature, set[int]] = defaultdict(set)
    for n, block in enumerate(blocks):
        if furniture.is_prose(block):
            by_make[_signature(block)].add(n)
    return max(by_make.values(), key=lambda group: _length(blocks, group), default=set())


def _length(blocks: list[Block], chosen: set[int]) -> int:
    return sum(len(blocks[n].text) for n in chosen)


def _root(blocks: list[Block], seeds: set[int]) -> HtmlElement:
    """The lowest element with nearly all of the seeds' text; there must be seeds."""
    held: Counter[HtmlElement] = Counter()
    for n in seeds:
        held[blocks[n].element] += len(blocks[n].text)
    enough = _ROOT_SHARE * held.total()
    order = list(next(iter(held)).getroottree().getroot().iter())
    for element in reversed(order):
        parent = element.getparent()
        if held[element] and parent is not None:
            held[parent] += held[element]
    return next(element for element in reversed(order) if held[element] >= enough)


def _frame_of(element: HtmlElement) -> HtmlElement:
    """What holds the paragraph, or the list or table that a block is a part of."""
    parts = _PARTS | _TABLES if element.tag == "tr" else _PARTS
    if element.tag not in parts and all(child.tag in INLINE or child.tag == "br" for child in element):
        parts = _PARTS | {element.tag}
    while element.tag in parts and (parent := element.getparent()) is not None:
        element = parent
        parts = parts if element.tag in _PARTS | _TABLES else _PARTS
    return element


def _fits(block: Block) -> bool:
    """Whether a block that trafilatura left out may be the article's: links alone are not."""
    return block.linked <= 0.5 * len(block.text)
