"""What a page says about its author: a box beside the article, or its last paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from bot.sources.extract.bio_words import BOX_NAMES, HEADINGS, OPENINGS, VERBS, words
from bot.sources.extract.blocks import HEADINGS as HEADING_TAGS
from bot.sources.extract.blocks import Block, read
from bot.sources.extract.edges import is_foot
from bot.sources.extract.furniture import drop, is_control, names_of
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import squeezed, text_of

_BOX_NAMES = frozenset(words(BOX_NAMES))
_HEADINGS = frozenset(words(HEADINGS))
_BEFORE_NAMES = ("about", "über", "à propos de", "sobre", "acerca de", "over", "om", "o", "о", "su")
_OPENINGS = words(OPENINGS)
_VERBS = frozenset(words(VERBS))
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
_MOST_CHARACTERS = 1_200
_FEWEST_WORDS = 4
_LAST_BLOCKS = 6
_SIGNATURE_CHARACTERS = 60
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-ZÄÖÜÉÈÀ])")
_BYLINE = re.compile(
    r"^(?:by|von|par|por|di|da|door|av|af|posted by|written by|publié par|publicado por)\s", re.IGNORECASE
)
_WORD = re.compile(r"[\w’'-]+")


def take_boxes(tree: HtmlElement, authors: Sequence[str]) -> str:
    """The text of the boxes about the authors; they are taken out of `tree`."""
    found: list[str] = []
    for box in [*_named_boxes(tree), *_announced_boxes(tree, authors)]:
        lines = _lines_about(box, authors)
        if lines:
            found.extend(line for line in lines if line not in found)
            for element in box:
                drop(element)
    return " ".join(found)


def _named_boxes(tree: HtmlElement) -> list[tuple[HtmlElement, ...]]:
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
    room = 2 * _MOST_CHARACTERS
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


def without_credits(text: str) -> str:
    """A bio without "This essay first appeared in …" at its end."""
    sentences = _SENTENCES.split(text)
    return " ".join(sentence for sentence in sentences if not is_foot(sentence, last=True))


def _is_sentence(block: Block, authors: Sequence[str]) -> bool:
    text = block.text
    if len(text) > _MOST_CHARACTERS or is_control(text) or is_timestamp(text) or _HANDLE.match(text):
        return False
    if block.linked >= 0.8 * len(text) or _is_heading(text, authors) or _BYLINE.match(text):
        return False
    if block.is_heading and not _starts_with_author(text, authors):
        return False
    return len(_WORD.findall(text)) >= _FEWEST_WORDS or len(text) > 40


def split_last(blocks: Sequence[Block], authors: Sequence[str]) -> tuple[list[Block], str]:
    """The body without the paragraphs at its end that speak about its author, and those."""
    last = len(blocks)
    found: list[int] = []
    for n in range(last - 1, max(0, last - _LAST_BLOCKS) - 1, -1):
        if is_about_author(blocks[n], authors):
            found.insert(0, n)
        elif found:
            break
    kept = [block for n, block in enumerate(blocks) if n not in found]
    while len(kept) > 1 and _is_signature(kept[-1].text, authors):
        kept.pop()
    return kept, " ".join(without_credits(blocks[n].text) for n in found)


def _is_signature(text: str, authors: Sequence[str]) -> bool:
    """An author's name and perhaps a place below a letter."""
    return len(text) <= _SIGNATURE_CHARACTERS and any(squeezed(text).startswith(squeezed(author)) for author in authors)


def is_about_author(block: Block, authors: Sequence[str]) -> bool:
    """A sentence that begins with an author's name, or with "The author is"."""
    return not block.is_heading and begins_about_author(block.text, authors)


def begins_about_author(text: str, authors: Sequence[str]) -> bool:
    """The same of a text alone."""
    text = text.strip("*_—–-•()（） ")
    if not text or len(text) > _MOST_CHARACTERS:
        return False
    if text.casefold().startswith(_OPENINGS):
        return True
    if _starts_with_author(text, authors):
        return len(_WORD.findall(text)) > _FEWEST_WORDS
    return False


def _starts_with_author(text: str, authors: Sequence[str]) -> bool:
    """A name and then a verb or a comma: "Jana Rühl, Jahrgang 1986, …", "Noor covers …"."""
    for author in authors:
        names = [author, *_by_half(author)]
        for name in names:
            if text.casefold().startswith(name.casefold()):
                rest = text[len(name) :]
                following = _WORD.findall(rest[:40].casefold())
                if rest[:1] in (",", "(", "'", "’") or (
                    following and rest[:1] == " " and _is_predicate(following, name, author)
                ):
                    return True
    return False


def _is_predicate(following: Sequence[str], name: str, author: str) -> bool:
    """After the full name any sentence will do; after a half of it, a verb of biographies must follow."""
    if name == author and following[0] not in ("and", "und", "et", "y", "|"):
        return True
    return any(word in _VERBS for word in following[:3])


def _by_half(author: str) -> list[str]:
    """First and last name, for they stand alone in "Noor covers insurance"."""
    parts = author.split()
    return [part for part in (parts[0], parts[-1]) if len(part) > 2] if len(parts) > 1 else []
