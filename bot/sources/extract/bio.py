"""What a page says about its author: a box beside the article, or its last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from bot.sources.extract.bio_sentences import (
    FEWEST_WORDS,
    MOST_CHARACTERS,
    begins_about_author,
    count_words,
    is_signature,
    starts_with_author,
    starts_with_person,
    tells_of_author,
    without_credits,
)
from bot.sources.extract.bio_words import BOX_NAMES, CALLED_AUTHOR, HEADINGS, words
from bot.sources.extract.blocks import HEADINGS as HEADING_TAGS
from bot.sources.extract.blocks import Block, read
from bot.sources.extract.edges import is_foot, is_set_apart
from bot.sources.extract.furniture import drop, is_control, is_long, names_of
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import text_of

_BOX_NAMES = frozenset(words(BOX_NAMES))
_HEADINGS = frozenset(words(HEADINGS))
_CALLED_AUTHOR = frozenset(words(CALLED_AUTHOR))
_BEFORE_NAMES = ("about", "über", "à propos de", "sobre", "acerca de", "over", "om", "o", "о", "su")
_BOX_TAGS = (
    "div",
    "section",
    "aside",
    "footer",
    "p",
    "li",
    "ul",
    "td",
    "address",
    "article",
    "header",
    "span",
    "blockquote",
)
_HINTS = (
    "auth autor auteu bio vita contrib column about person tagline shirttail writer byline box verfasser skribent "
    "firma nota apropos"
).split()
_LETTERS = re.compile(r"[^a-z]+")
_HANDLE = re.compile(r"^@\w+$|^\S+@\S+$|^https?://\S+$|^[\d.,]+\s?[kmKM]?\s+\w+$")
_LAST_BLOCKS = 6
_LAST_APART = 3
_FIRST_BLOCKS = 2
_APART_CHARACTERS = 500
_LOOSE_CHARACTERS = 600
_PARAGRAPHS_OF_A_BODY = 3
_NAME_ROOM = 80
_HOLDERS = ("p", "div", "ul", "ol", "li", "section", "table", "blockquote", *HEADING_TAGS)
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|posted by|written by|publié par|publicado por)\s", re.IGNORECASE
)


def take_boxes(tree: HtmlElement, authors: Sequence[str]) -> str:
    """The text of the boxes about the authors; they are taken out of `tree`."""
    found: list[str] = []
    for boxes in (_named_boxes, _announced_boxes, _loose_boxes):
        for box in boxes(tree, authors):
            lines = _lines_about(box, authors)
            if lines and not _is_of_others(box, authors):
                found.extend(line for line in lines if line not in found)
                for element in box:
                    drop(element)
    return " ".join(found)


def _is_of_others(box: Sequence[HtmlElement], authors: Sequence[str]) -> bool:
    """Whether it presents somebody else, as a column with the staff does."""
    text = " ".join(text_of(element) for element in box)
    if not authors or any(author.split()[-1].casefold() in text.casefold() for author in authors):
        return False
    return any(starts_with_person(block.text) or _is_name(block.text) for element in box for block in read(element))


def _is_name(text: str) -> bool:
    parts = text.split()
    return 2 <= len(parts) <= 4 and all(part[0].isupper() and part.isalpha() for part in parts)


def _loose_boxes(tree: HtmlElement, authors: Sequence[str]) -> Iterator[tuple[HtmlElement, ...]]:
    """Sentences that begin with an author's name and stand in no row of paragraphs."""
    for element in list(tree.iter("p", "li", "div", "span")) if authors else ():
        begins = next((text for text in element.itertext() if text.strip()), "").strip()
        if begins and _may_name(begins, authors) and next(element.iter(*_HOLDERS), element) is element:
            text = text_of(element)
            is_sentence = len(text) <= _LOOSE_CHARACTERS and count_words(text) > FEWEST_WORDS
            if is_sentence and tells_of_author(text, authors) and _is_loose(element):
                yield (element,)


def _may_name(begins: str, authors: Sequence[str]) -> bool:
    start = begins.casefold()
    return any(start.startswith(one.casefold()) or one.split()[-1].casefold() in start[:_NAME_ROOM] for one in authors)


def _is_loose(element: HtmlElement) -> bool:
    parent = element.getparent()
    siblings = [] if parent is None else [one for one in parent if one.tag == element.tag and one is not element]
    return sum(is_long(text_of(one)) for one in siblings[: 4 * _PARAGRAPHS_OF_A_BODY]) < _PARAGRAPHS_OF_A_BODY


def _named_boxes(tree: HtmlElement, _authors: Sequence[str]) -> list[tuple[HtmlElement, ...]]:
    """The outermost elements called so that are short enough to be one."""
    inside: set[HtmlElement] = set()
    boxes: list[tuple[HtmlElement, ...]] = []
    known: dict[str, bool] = {}  # most elements share their class with others
    for element in tree.iter(*_BOX_TAGS):
        called = f"{element.get('class')} {element.get('id')} {element.get('aria-label')} {element.get('data-testid')}"
        if called not in known:
            known[called] = _is_called_box(element)
        if known[called] and element not in inside and _is_box_sized(element):
            inside.update(element.iterdescendants())
            boxes.append((element,))
    return boxes


def _is_called_box(element: HtmlElement) -> bool:
    if "about the author" in (element.get("aria-label") or "").lower():
        return True
    called = f"{element.get('class')} {element.get('id')} {element.get('data-testid')}".lower()
    if not any(hint in called for hint in _HINTS):
        return False
    for name in names_of(element):
        whole = _LETTERS.sub("", name.lower())
        if whole in _BOX_NAMES or any(whole.endswith(ending) for ending in ("authorbio", "authorbox", "authorcard")):
            return True
        parts = [part for part in _LETTERS.split(name.lower()) if part]
        if any("".join(parts[n : n + 2]) in _BOX_NAMES for n in range(len(parts) - 1)) or "bio" in parts:
            return True
    return False


def _is_box_sized(element: HtmlElement) -> bool:
    room = 2 * MOST_CHARACTERS
    for text in element.itertext():
        room -= len(text.strip())
        if room < 0:
            return False
    return element.find(".//h1") is None


def _announced_boxes(tree: HtmlElement, authors: Sequence[str]) -> list[tuple[HtmlElement, ...]]:
    """What follows "About the author", up to the next heading."""
    boxes: list[tuple[HtmlElement, ...]] = []
    for element in tree.iter("h2", "h3", "h4", "h5", "h6", "strong", "b", "p", "div", "span", "dt"):
        if element.text and len(element.text) < 60 and _may_be_heading(element.text, authors):
            if not _is_heading(text_of(element), authors):
                continue
            while element.getnext() is None and (parent := element.getparent()) is not None and len(parent) == 1:
                element = parent
            following = tuple(_until_heading(element))
            if following and all(_is_box_sized(one) for one in following):
                boxes.append((element, *following))
    return boxes


def _may_be_heading(text: str, authors: Sequence[str]) -> bool:
    """By its first words alone, since most lines are none."""
    plain = text.casefold().strip(" :\n\t\xa0")
    return plain in _HEADINGS or plain in _BEFORE_NAMES or any(author.casefold() in plain for author in authors)


def _is_heading(text: str, authors: Sequence[str]) -> bool:
    """ "About the author", "About Noor Halvorsen", "Written by Noor Halvorsen"."""
    plain = text.casefold().strip(" :")
    for author in authors:
        if plain.endswith(author.casefold()):
            plain = plain[: -len(author)].strip(" :")
            return plain in _HEADINGS or plain in _BEFORE_NAMES
    return plain in _HEADINGS


def _until_heading(element: HtmlElement) -> Iterator[HtmlElement]:
    for count, sibling in enumerate(element.itersiblings()):
        if sibling.tag in HEADING_TAGS or sibling.tag == "hr" or count == 3:
            return
        yield sibling


def _lines_about(box: Sequence[HtmlElement], authors: Sequence[str]) -> list[str]:
    """The sentences of a box, without name, heading, and links to follow."""
    lines = [block for element in box for block in read(element)]
    return [about for block in lines if _is_sentence(block, authors) and (about := without_credits(block.text))]


def _is_sentence(block: Block, authors: Sequence[str]) -> bool:
    text = block.text
    if len(text) > MOST_CHARACTERS or is_control(text) or is_timestamp(text) or _HANDLE.match(text):
        return False
    if block.linked >= 0.8 * len(text) or _is_heading(text, authors) or _BYLINE.match(text):
        return False
    if block.is_heading and not starts_with_author(text, authors):
        return False
    return count_words(text) >= FEWEST_WORDS or len(text) > 40


def split_off(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[list[Block], str]:
    """The body without the paragraphs at its ends that speak about its author, and those."""
    found = _at_end(blocks, authors) or _at_start(blocks, authors)
    kept = [block for n, block in enumerate(blocks) if n not in found]
    while len(kept) > 1 and is_signature(kept[-1].text, authors):
        kept.pop()
    return kept, " ".join(without_credits(blocks[n].text) for n in found)


def _at_end(blocks: Sequence[Block], authors: Sequence[str]) -> list[int]:
    last = len(blocks)
    found: list[int] = []
    for n in range(last - 1, max(0, last - _LAST_BLOCKS) - 1, -1):
        if _is_about_author(blocks[n], authors) or (n >= last - _LAST_APART and _is_about_somebody_apart(blocks[n])):
            found.insert(0, n)
        elif found:
            break
    return found


def _at_start(blocks: Sequence[Block], authors: Sequence[str]) -> list[int]:
    first = blocks[:_FIRST_BLOCKS] if len(blocks) > _LAST_BLOCKS else blocks[:1]
    return [n for n, block in enumerate(first) if is_set_apart(block) and _is_about_author(block, authors)]


def _is_about_author(block: Block, authors: Sequence[str]) -> bool:
    return not block.is_heading and begins_about_author(block.text, authors)


def _is_about_somebody_apart(block: Block) -> bool:
    """In an element called an author's any sentence; in other type or behind a rule one that begins with a name."""
    text = block.text
    if (
        block.is_heading
        or len(text) > _APART_CHARACTERS
        or count_words(text) < FEWEST_WORDS
        or is_foot(text, last=True)
    ):
        return False
    parts = {part for name in names_of(block.element) for part in _LETTERS.split(name.lower())}
    return bool(parts & _CALLED_AUTHOR) or (is_set_apart(block) and starts_with_person(text))
