"""Readers' comments: where they stand on a page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from lxml.html import HtmlElement

from bot.models.article import Comment
from bot.sources.extract import comment_entries
from bot.sources.extract.blocks import HEADINGS, read_lines
from bot.sources.extract.comment_words import HEADING_QUESTIONS, MARKS, OPEN_HEADINGS, READERS, UTTERED, words
from bot.sources.extract.comment_words import HEADINGS as ANNOUNCEMENTS
from bot.sources.extract.furniture import drop, names_of
from bot.sources.extract.wording import squeezed, text_of


def _either(table: str) -> str:
    return "|".join(map(re.escape, words(table)))


_AREA_TAGS = frozenset(
    ("div", "section", "ol", "ul", "dl", "aside", "article", "table", "td", "noscript", "footer", "blockquote")
)
_NO_AREA = re.compile(r"recent|latest|letzte|neueste|form|link|count|button|popular|meist", re.IGNORECASE)
_MARKS = words(MARKS)
_WORDS = frozenset(line for table in ANNOUNCEMENTS.values() for line in words(table))
_OPEN = tuple(line for table in OPEN_HEADINGS.values() for line in words(table))
_FIRST_WORDS = frozenset(line.split()[0] for line in (*_WORDS, *_OPEN, *words(HEADING_QUESTIONS)))
_NUMBER = re.compile(r"^[(\[]?(\d{1,5})[)\]]?\s+|\s*[(\[:–—-]?\s*(\d{1,5})\s*[)\]]?$")
_ONE = re.compile(r"^(?:one|ein|eine|un|une|una|uno|um|uma)\s+", re.IGNORECASE)
_WHAT_WAS_SAID = re.compile(
    rf"^(?:{_either(HEADING_QUESTIONS)}) .{{0,30}}?\b(?:{_either(READERS)})\b"
    rf".{{0,12}}?\b(?:{_either(UTTERED)})\b.{{0,40}}$"
)
_HEADING_CHARACTERS = 160
_MOST_AREAS = 60
_FRAME = "x-area"  # made here around loose text; unknown to HTML
_NAMING = frozenset(("b", "strong", "time", "cite", "dt"))
_NEAR = 40
_FIRST_LINES = 20


@dataclass(frozen=True, slots=True)
class _Area:
    """Sibling elements that may hold comments, under an announcement or by their names."""

    elements: tuple[HtmlElement, ...]
    number: int | None = None
    heading: HtmlElement | None = None


def take(tree: HtmlElement, title: str) -> tuple[Comment, ...]:
    """The readers' comments of a page; the areas that hold them are taken out of `tree`."""
    _open_noscripts(tree)
    above_title = _above_title(tree, title)
    areas = list(islice(chain(_named_areas(tree, above_title), _announced_areas(tree, above_title)), _MOST_AREAS))
    found = [(area, comment_entries.read(area.elements, area.number)) for area in areas]
    found = [(area, comments) for area, comments in found if comments and _is_trusted(area, comments)]
    best: list[Comment] = []
    for area, comments in found:
        if _rank(area, comments) > _rank(None, best):
            best = comments
    for area, _ in found:
        _remove(area)
    for frame in list(tree.iter(_FRAME)):
        frame.drop_tag()
    return tuple(best)


def _rank(area: _Area | None, comments: Sequence[Comment]) -> tuple[bool, int]:
    matches = area is not None and area.number == len(comments)
    return matches, sum(len(comment.text) for comment in comments)


def _is_trusted(area: _Area, comments: Sequence[Comment]) -> bool:
    """Entries without any names are an article's own paragraphs; a bare "Discussion" may be a heading of its."""
    named = sum(bool(comment.author) for comment in comments)
    is_vague = area.heading is not None and area.number is None
    return named * 2 >= len(comments) and (named > 1 or not is_vague)


def _open_noscripts(tree: HtmlElement) -> None:
    """Comment systems leave their entries for readers without scripts."""
    for element in list(tree.iter("noscript")):
        above = element.getparent()
        if len(element) and above is not None and any(_is_named_so(one) for one in (above, *element.iter())):
            element.tag = "div"


def _above_title(tree: HtmlElement, title: str) -> set[HtmlElement]:
    """Whatever holds the page's title holds the article, and is no area of comments."""
    wanted = squeezed(title)
    above: set[HtmlElement] = set()
    for element in tree.iter(*HEADINGS):
        if element.tag == "h1" or (wanted and squeezed(text_of(element)) == wanted):
            above.update(element.iterancestors())
            above.add(element)
    return above


def _is_named_so(element: HtmlElement) -> bool:
    if "Comment" in (element.get("itemtype") or "") or "Comment" in (element.get("typeof") or ""):
        return True
    return any(_is_mark(name.lower()) for name in names_of(element))


def _is_mark(name: str) -> bool:
    return any(mark in name for mark in _MARKS) and not _NO_AREA.search(name)


def _named_areas(tree: HtmlElement, above_title: set[HtmlElement]) -> Iterator[_Area]:
    """The outermost elements that are called comments; those side by side are one area."""
    inside: set[HtmlElement] = set()
    known: dict[str, bool] = {}  # most elements share their class with others
    side_by_side: defaultdict[HtmlElement | None, list[HtmlElement]] = defaultdict(list)
    for element in tree.iter(*_AREA_TAGS):
        called = f"{element.get('class')} {element.get('id')} {element.get('itemtype')} {element.get('typeof')}"
        if called not in known:
            known[called] = _is_named_so(element)
        if known[called] and element not in inside and element not in above_title:
            inside.update(element.iterdescendants())
            side_by_side[element.getparent()].append(element)
    for elements in side_by_side.values():
        lines = (line for element in elements for line in read_lines(element)[:_FIRST_LINES])
        numbers = (announced(line.text) for line in islice(lines, _FIRST_LINES))
        yield _Area(tuple(elements), next((number for number in numbers if number), None))


def _announced_areas(tree: HtmlElement, above_title: set[HtmlElement]) -> Iterator[_Area]:
    """What follows a line such as "Comments (4)"."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "title", "option", "a", "label"):
            continue
        if not element.text or len(element.text) > _HEADING_CHARACTERS or not _may_announce(element.text):
            continue
        number = announced(text_of(element))
        if number is not None and not any(above.tag == "a" for above in element.iterancestors()):
            for top in _levels(element, above_title):
                following = tuple(_following(top))
                if following and not above_title.intersection(following):
                    yield _Area(_as_blocks(top, following), number or None, top)


def _may_announce(text: str) -> bool:
    """By its first word alone, since most lines do not."""
    first = text[:_HEADING_CHARACTERS].split(None, 1)[:1]
    if not first:
        return False
    word = first[0].casefold().replace("’", "'").strip("()[]:")
    return word in _FIRST_WORDS or word[:1].isdigit() or _ONE.match(f"{word} ") is not None


def announced(text: str) -> int | None:
    """The number in an announcement of comments, 0 when it gives none; None for any other line."""
    line = " ".join(text.replace("’", "'").casefold().split()).strip(" :")
    if not line or len(line) > _HEADING_CHARACTERS:
        return None
    found = _NUMBER.search(line)
    number = int(found[1] or found[2]) if found else int(bool(_ONE.match(line)))
    rest = _ONE.sub("", _NUMBER.sub("", line)).strip(" :·•|–—-")
    if rest in _WORDS or _WHAT_WAS_SAID.match(rest):
        return number
    if number and rest.startswith(_OPEN):
        return number
    return None


def _levels(element: HtmlElement, above_title: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The line and the elements around it that hold little else; its comments follow one of them."""
    while True:
        yield element
        parent = element.getparent()
        if parent is None or parent in above_title or parent.tag == "body" or not _is_short(parent):
            return
        element = parent


def _is_short(element: HtmlElement) -> bool:
    room = 2 * _HEADING_CHARACTERS
    for text in element.itertext():
        room -= len(text.strip())
        if room < 0:
            return False
    return True


def _following(element: HtmlElement) -> Iterator[HtmlElement]:
    """Later siblings with text, up to a heading of the same rank or higher."""
    rank = element.tag if element.tag in HEADINGS else "h6"
    for sibling in element.itersiblings():
        if sibling.tag == "hr" and not _names_follow(sibling):
            return
        if sibling.tag in ("nav", "footer", "script", "style") or (
            sibling.tag in HEADINGS and str(sibling.tag) <= rank
        ):
            if sibling.tag in ("script", "style"):
                continue
            return
        if isinstance(sibling.tag, str) and text_of(sibling):
            yield sibling


def _as_blocks(heading: HtmlElement, following: tuple[HtmlElement, ...]) -> tuple[HtmlElement, ...]:
    """The elements, or one made around them where loose text stands between them, which belongs to no element."""
    if not (heading.tail or "").strip() and not any((element.tail or "").strip() for element in following):
        return following
    frame = heading.makeelement(_FRAME)
    frame.text, heading.tail = heading.tail, None
    heading.addnext(frame)
    last = following[-1]
    for element in list(frame.itersiblings()):
        frame.append(element)
        if element is last:
            break
    return (frame,)


def _names_follow(rule: HtmlElement) -> bool:
    """Whether comments may go on behind a rule, or only the foot of the page does."""
    later = islice(rule.itersiblings(), _NEAR)
    return any(one.tag in _NAMING or next(one.iter(*_NAMING), None) is not None for one in later)


def _remove(area: _Area) -> None:
    for element in area.elements:
        drop(element)
    if area.heading is not None:
        drop(area.heading)
