"""Elements of an area of comments that name an author or tell a time, renamed for as long as it is read.

An element that is renamed to a tag unknown to HTML stands as a block of its own, apart from the text beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from lxml.html import HtmlElement

from bot.sources.extract.blocks import HEADINGS, INLINE
from bot.sources.extract.comment_lines import NAME_CHARACTERS, is_control, is_name, named_in
from bot.sources.extract.timestamps import is_timestamp
from bot.sources.extract.wording import text_of

AUTHOR, TIME, CONTROL, UNSEEN = "x-author", "x-time", "x-control", "template"

_AUTHOR_PARTS = frozenset(
    """
    author name username nickname nick fn commenter poster commentauthor autor autore auteur user usuario nutzer
    verfasser writer byline who pseudo displayname
    """.split()
)
_AUTHOR_ENDINGS = ("username", "authorname", "nickname", "displayname", "screenname")
_FURNITURE_PARTS = frozenset(
    """
    action actions acties aktionen acciones acoes azioni button buttons btns toolbar tools controls vote votes voting
    rating ratings score karma rank ranking badge badges usertitle userinfo userstats userdetails reputation
    replylink signature avatar
    """.split()
)
_FURNITURE_ENDINGS = ("actions", "buttons", "toolbar")
_TIME_PARTS = frozenset(
    "date time datetime timestamp datum fecha heure data posted published created ago zeit uhrzeit when quand".split()
)
_NOT_AUTHOR_TAGS = frozenset(
    ("li", "article", "ol", "ul", "section", "img", "form", "input", "html", "body", "tr", "table")
)
_PART = re.compile(r"[a-z]+")
_NAMING_DATA = ("data-author", "data-author-name", "data-username", "data-user-name", "data-commenter")
_FURNITURE_CHARACTERS = 160
_FORM_CHARACTERS = 600
_HIDDEN_PARTS = ("visually-hidden", "visuallyhidden", "sr-only", "screen-reader")
_BOLD = frozenset(("b", "strong", "dt", "em", "i", "u", "th")) | HEADINGS

Renamed = tuple[HtmlElement, str]


@contextmanager
def marked(area: Sequence[HtmlElement]) -> Iterator[Callable[[], None]]:
    """Within it controls, times and authors are renamed; what it gives also marks names told by bold type alone."""
    renamed: list[Renamed] = []
    made = [name for element in area for name in list(_names_from_data(element))]

    def mark(step: Callable[[HtmlElement], Iterator[Renamed]]) -> None:
        """Remembers what a step renamed, so that it can be taken back; later steps see the new names."""
        for element in area:
            renamed.extend(step(element))

    for step in (_mark_controls, _mark_times, _mark_authors, _mark_furniture):
        mark(step)
    try:
        yield lambda: mark(_mark_bold_names)
    finally:
        for element, tag in reversed(renamed):
            element.tag = tag
        for name in reversed(made):
            _take_back(name)


def _names_from_data(area: HtmlElement) -> Iterator[HtmlElement]:
    """Names that style sheets show from an attribute of a comment's, set before its text as elements."""
    for element in list(area.iter()):
        name = next(filter(None, (element.get(attribute) for attribute in _NAMING_DATA)), "").strip()
        if name and not name.isdigit() and is_name(name) and (shown := text_of(element)) and name not in shown:
            made = element.makeelement(AUTHOR)
            made.text, made.tail, element.text = name, element.text, None
            element.insert(0, made)
            yield made


def _take_back(made: HtmlElement) -> None:
    parent = made.getparent()
    if parent is not None:
        parent.text = made.tail
        parent.remove(made)


def _rename(element: HtmlElement, tag: str) -> Renamed:
    old = str(element.tag)
    element.tag = tag
    return element, old


def _mark_controls(area: HtmlElement) -> Iterator[Renamed]:
    """Set buttons and badges apart that stand beside each other without a blank; hide what only screen readers say."""
    for element in list(area.iter("a", "span", "em", "i", "b", "small", "p", "div")):
        if any(hidden in (element.get("class") or "") for hidden in _HIDDEN_PARTS):
            yield _rename(element, UNSEEN)
        elif element.tag in INLINE and not _stands_in_text(element) and is_control(text_of(element)):
            yield _rename(element, CONTROL)


def _stands_in_text(element: HtmlElement) -> bool:
    """Whether words stand directly beside it, as around a link in a sentence."""
    before, parent = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else ""
    return any(c.isalnum() for c in f"{ahead or ''}{element.tail or ''}")


def _mark_times(area: HtmlElement) -> Iterator[Renamed]:
    """Make what tells a time stand apart from the text beside it."""
    for element in list(area.iter()):
        if isinstance(element.tag, str) and _tells_time(element):
            yield _rename(element, TIME)


def _tells_time(element: HtmlElement) -> bool:
    if element.tag == "time":
        return True
    if element.tag not in INLINE and _TIME_PARTS.isdisjoint(_parts(element)):
        return False
    return len(element) <= 3 and is_timestamp(text_of(element))


def _mark_authors(area: HtmlElement) -> Iterator[Renamed]:
    """The innermost of the elements whose name says that they hold an author's."""
    outer: set[HtmlElement] = set()
    for element in reversed(list(area.iter())):
        if not isinstance(element.tag, str) or element in outer or not _is_called_author(element):
            continue
        named = element if _is_name_alone(element) else _first_name_in(element)
        if named is not None:
            outer.update(element.iterancestors())
            yield from _place_apart(named)
            yield _rename(named, AUTHOR)


def _place_apart(element: HtmlElement) -> Iterator[Renamed]:
    """Hide what is set apart after "Name, "."""
    if (element.text or "").rstrip().endswith((",", "|", "·")):
        for child in element:
            yield _rename(child, UNSEEN)


def _is_called_author(element: HtmlElement) -> bool:
    if element.tag in _NOT_AUTHOR_TAGS:
        return False
    if element.tag == "cite" or element.get("itemprop") in ("author", "creator") or element.get("rel") == "author":
        return True
    parts = _parts(element)
    return not _AUTHOR_PARTS.isdisjoint(parts) or any(part.endswith(_AUTHOR_ENDINGS) for part in parts)


def _is_name_alone(element: HtmlElement) -> bool:
    return is_name(text_of(element)) and not any(below.tag == TIME for below in element.iterdescendants())


def _first_name_in(element: HtmlElement) -> HtmlElement | None:
    """Of "name, date, badge" in one element the name."""
    if len(text_of(element)) > 2 * NAME_CHARACTERS:
        return None
    for below in element.iterdescendants():
        if isinstance(below.tag, str) and below.tag != TIME and len(below) == 0 and is_name(text_of(below)):
            return below
    return None


def _mark_furniture(area: HtmlElement) -> Iterator[Renamed]:
    """Hide what is called buttons, votes or a badge, and forms to fill in, unless an author or a time is in it."""
    for element in list(area.iter()):
        room = _furniture_room(element)
        if room and len(text := text_of(element)) <= room and not (_holds_a_head(element) or named_in(text)):
            yield _rename(element, UNSEEN)


def _furniture_room(element: HtmlElement) -> int:
    """How much text the element may hold to be furniture; 0 for what is none."""
    if not isinstance(element.tag, str) or element.tag in (AUTHOR, TIME, UNSEEN):
        return 0
    if element.tag == "form":
        return _FORM_CHARACTERS
    called = set(_PART.findall((element.get("class") or "")[:300].lower()))
    is_furniture = not _FURNITURE_PARTS.isdisjoint(called) or any(part.endswith(_FURNITURE_ENDINGS) for part in called)
    return _FURNITURE_CHARACTERS if is_furniture else 0


def _holds_a_head(element: HtmlElement) -> bool:
    return next(element.iterdescendants(AUTHOR, TIME), None) is not None


def _mark_bold_names(area: HtmlElement) -> Iterator[Renamed]:
    """Where nothing is called an author and no time is told: names set apart by their type, at the start of a text."""
    for element in list(area.iter()):
        if element.tag in _BOLD and is_name(text_of(element)) and _starts_its_parent(element):
            yield _rename(element, AUTHOR)


def _starts_its_parent(element: HtmlElement) -> bool:
    before, parent = element.getprevious(), element.getparent()
    return before is None and (parent is None or not (parent.text or "").strip())


def _parts(element: HtmlElement) -> set[str]:
    names = " ".join((element.get("class") or "", element.get("id") or "", element.get("itemprop") or ""))
    return set(_PART.findall(names[:300].lower()))
