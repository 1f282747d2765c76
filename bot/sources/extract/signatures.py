"""Who signed a piece: under its last paragraph, or in the label in front of its title."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from bot.models.article import count_words
from bot.sources.extract import names
from bot.sources.extract.byline_words import JOURNALISTS
from bot.sources.extract.document import Document
from bot.sources.extract.wording import is_in_comments, squeezed, text_of, tidy
from bot.sources.kind_words import LABELS

_LETTER = re.compile(r"letter|leserbrief|lettre|courrier|carta|lettera|lettere|brieven|insandare|laeserbrev|leserbrev")
_DASH = re.compile(r"^\s*[—–-]{1,3}\s*(?=[^\W\d_])")
_LABEL = re.compile(r"^\s*[\[【〔（(]([^\]】〕）)]{3,30})[\]】〕）)]")
_KINDS = frozenset(phrase for _, phrases in LABELS for phrase in phrases)
_MOST_PARAGRAPHS = 400
_SHORT = 14  # words
_LONG = 20
_NEAR = 3
_LONGEST_TEXT = 200_000

Test = Callable[[str], bool]


def read(document: Document, title: str, is_other: Test) -> tuple[str, ...]:
    """The one who signed; empty when none did, or several did: a page of letters has no author."""
    signed = {squeezed(name): name for name in _signed(document, title, is_other)}
    return tuple(signed.values()) if len(signed) == 1 else _in_label(document, title, is_other)


def _signed(document: Document, title: str, is_other: Test) -> Iterator[str]:
    is_letter = bool(_LETTER.search(f"{document.url} {title}".lower()))
    for paragraph in islice(document.tree.iter("p"), _MOST_PARAGRAPHS):
        if (lines := _last_lines(paragraph)) and not is_in_comments(paragraph):
            first = _DASH.sub("", lines[0])
            found = names.persons(first, is_other, lone=0)
            is_signature = (
                is_letter or first != lines[0] or (len(lines) == 1 and squeezed(first) in map(squeezed, found))
            )
            yield from found[:1] if is_signature else ()


def _last_lines(paragraph: HtmlElement) -> list[str]:
    """The lines of a short paragraph under the last long one of its container."""
    earlier = islice(paragraph.itersiblings("p", preceding=True), _NEAR)
    if not any(count_words(text_of(one)) >= _LONG for one in earlier):
        return []
    text = text_of(paragraph)
    if not 0 < count_words(text) <= _SHORT or text.endswith((".", "?", "!", ":")):
        return []
    if any(count_words(text_of(later)) >= _LONG for later in paragraph.itersiblings("p")):
        return []
    return [line for part in paragraph.itertext() if (line := tidy(part))]


def _in_label(document: Document, title: str, is_other: Test) -> tuple[str, ...]:
    """ "[한서연 칼럼] …": a name with the kind of piece, where the text gives the name's bearer a role."""
    label = _LABEL.match(title)
    words = label[1].split() if label else []
    rest = " ".join(word for word in words if word.casefold() not in _KINDS)
    if not rest or len(rest) == len(" ".join(words)):
        return ()
    found = names.persons(rest, is_other, lone=1)
    text = document.tree.text_content()[:_LONGEST_TEXT]
    return tuple(name for name in found if any(f"{name} {role}" in text for role in JOURNALISTS))
