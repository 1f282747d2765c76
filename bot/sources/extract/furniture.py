"""What stands in and around an article without being it: share bars, related links, sign-up cards, captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml.html import HtmlElement

from bot.sources.extract.blocks import HEADINGS, Block
from bot.sources.extract.furniture_words import CONTROLS, LEADS_ELSEWHERE, MARKS
from bot.sources.extract.wording import tidy

_TAGS = frozenset(("nav", "footer", "aside", "form", "figure", "menu", "dialog", "amp-ad", "amp-social-share"))
_ROLES = frozenset(("navigation", "complementary", "contentinfo", "banner", "search", "dialog", "alertdialog", "menu"))
_MARKS = frozenset(MARKS)
_HIDDEN_STYLE = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
_UNSEEN = ("sr-only", "screen-reader", "visually-hidden", "visuallyhidden", "screenreader", "a11y-hidden")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_PART = re.compile(r"[a-z]+")
_CONTROLS = frozenset(part.strip() for part in CONTROLS.replace("\n", "").split("|"))
_LEADS = tuple(sorted((words for all_of in LEADS_ELSEWHERE.values() for words in all_of), key=len, reverse=True))
_LEAD_CHARACTERS = 30
_EDGES = " .:;!?…–—-→»›>|*\"'“”"

PROSE_CHARACTERS = 80
_NAMING = ("class", "id", "data-testid", "data-component", "data-component-name")
_NAME_CHARACTERS = 400
_MUCH = 500
_MOST_OF_A_MARK = 0.4
_MOST = 0.25  # whatever its name, an element with more of the page's prose than this is no furniture


def is_prose(block: Block) -> bool:
    """A paragraph of running text, not a list of links."""
    return is_long(block.text) and block.linked < len(block.text) * 0.5 and not block.is_heading


def is_long(text: str) -> bool:
    """As long as a sentence or two; scripts that set no blanks say more with a character."""
    dense = not text.isascii() and text.count(" ") * 20 < len(text)
    return len(text) >= (PROSE_CHARACTERS // 3 if dense else PROSE_CHARACTERS)


def prose_within(tree: HtmlElement, blocks: list[Block]) -> Mapping[HtmlElement, int]:
    """How many characters of prose each element holds; elements without any are absent."""
    held: dict[HtmlElement, int] = {}
    for block in blocks:
        if is_prose(block):
            held[block.element] = held.get(block.element, 0) + len(block.text)
    for element in reversed(list(tree.iter())):
        own = held.get(element)
        parent = element.getparent()
        if own and parent is not None:
            held[parent] = held.get(parent, 0) + own
    return held


def remove(tree: HtmlElement, blocks: list[Block]) -> list[Block]:
    """Take furniture out of `tree`; the blocks that are left.

    A mark that would take much of the page's prose, all its elements together, means something else there.
    """
    held = prose_within(tree, blocks)
    total = held.get(tree, 0)
    found: list[tuple[str, HtmlElement]] = []
    taken: Counter[str] = Counter()
    inside: set[HtmlElement] = set()
    for element in tree.iter():
        if element in inside or element.tag in ("html", "body", "main", "article"):
            continue
        if mark := _mark_of(element, held.get(element, 0), total):
            inside.update(element.iter())
            found.append((mark, element))
            taken[mark] += held.get(element, 0)
    gone: set[HtmlElement] = set()
    for mark, element in found:
        if taken[mark] <= _MOST_OF_A_MARK * total:
            gone.update(element.iter())
            drop(element)
    return [block for block in blocks if block.element not in gone]


def drop_unseen(tree: HtmlElement) -> None:
    """Take out the words within a line that only screen readers say ("opens new tab")."""
    for element in list(tree.iter("span", "small", "b", "i", "em", "strong")):
        name = (element.get("class") or "").lower()
        if (name and any(mark in name for mark in _UNSEEN)) or _is_styled_away(element):
            drop(element)


def _is_styled_away(element: HtmlElement) -> bool:
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def drop(element: HtmlElement) -> None:
    """Remove an element and keep the text that follows it."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _mark_of(element: HtmlElement, prose: int, total: int) -> str:
    """The tag, role or name that makes it furniture, or "".

    A name is trusted less where it is but a part ("sidebar-grid") of one with much prose.
    """
    if prose > _MOST * total:
        return ""
    role = element.get("role")
    if element.tag in _TAGS or role in _ROLES:
        return str(element.tag if element.tag in _TAGS else role)
    if element.get("hidden") is not None or _is_styled_away(element):
        return "hidden"
    for name in names_of(element):
        if name.lower() in _MARKS:
            return name.lower()
        if prose <= _MUCH and element.tag not in HEADINGS:  # a heading's id is made of its words
            for part in _parts(name):
                if part in _MARKS:
                    return part
    return ""


def names_of(element: HtmlElement) -> Iterator[str]:
    """What an element is called: its classes, id and test ids."""
    for attribute in _NAMING:
        if value := element.get(attribute):
            yield from value[:_NAME_CHARACTERS].split()


def _parts(name: str) -> Iterator[str]:
    """The words of a name, alone and in pairs: "mostRead" -> most, read, mostread."""
    parts = _PART.findall(_HUMP.sub("-", name).lower())
    yield from parts
    yield from (first + second for first, second in pairwise(parts))


def is_control(text: str) -> bool:
    """A button's or a label's words, an advertisement's mark: a whole line of no prose."""
    if len(text) > _LEAD_CHARACTERS * 2:
        return False
    parts = (part.strip(_EDGES) for part in text.casefold().split("|"))
    return all(part in _CONTROLS or not any(c.isalnum() for c in part) for part in parts)


def leads_elsewhere(block: Block) -> bool:
    """A line such as "Read also: …" whose point is a link to another article."""
    start = tidy(block.text).casefold().lstrip(_EDGES).replace("’", "'")
    if not start.startswith(_LEADS):
        return False
    for words in _LEADS:
        if start.startswith(words):
            rest = start[len(words) :].strip(_EDGES)
            if not rest:
                return True
            linked = block.linked >= 0.6 * len(rest)
            return linked and not start[len(words) : len(words) + 1].isalpha()
    return False
