"""The headline: the heading most like what the page's metadata say, without the outlet's name, byline or section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first
from bot.sources.extract.wording import squeezed, text_of, tidy, word_set

_METAS = tuple(
    """
    og:title twitter:title twitter:text:title parsely-title sailthru.title dc.title title headline
    """.split()
)
_SEPARATOR = re.compile(r"\s+[|\-–—:•·»«/~>]+\s+|\s*[|•»｜＿]\s*|(?<=\w):\s+|\s+[-–—]{2,}\s+|_(?=\w)")
_ALIKE = 0.5
_MOST_HEADINGS = 60


@dataclass(frozen=True)
class Headline:
    """The title in words, and the heading that shows it (None when only the metadata have it)."""

    text: str
    heading: HtmlElement | None


def choose(document: Document, structured: Structured, labels: Iterable[str]) -> Headline:
    """`labels`: names that may hang on a title without being part of it (outlet, domain, authors, sections)."""
    known = tuple({squeezed(label) for label in labels} - {""})
    told = [trim(text, known) for text in _told(document, structured)]
    told = [text for text in dict.fromkeys(told) if text]
    heading = _heading(document, told, known)
    if heading is None:
        return Headline(text=told[0] if told else "", heading=None)
    return Headline(text=_shown(text_of(heading), told, known), heading=heading)


def trim(title: str, known: Sequence[str]) -> str:
    """Cuts what is known to be no title from both ends; `known` names are squeezed."""
    while pieces := _ends(title):
        head, rest, front, tail = pieces
        if _is_label(tail, known):
            title = front
        elif _is_label(head, known):
            title = rest
        else:
            break
    return title


def _ends(title: str) -> tuple[str, str, str, str] | None:
    """First piece, all after it, all before the last piece, last piece; None for a title in one piece."""
    cuts = list(_SEPARATOR.finditer(title))
    cuts = [cut for cut in cuts if title[: cut.start()].strip() and title[cut.end() :].strip()]
    if not cuts:
        return None
    a, z = cuts[0], cuts[-1]
    return title[: a.start()].strip(), title[a.end() :].strip(), title[: z.start()].strip(), title[z.end() :].strip()


def _is_label(piece: str, known: Sequence[str]) -> bool:
    bare = squeezed(piece)
    return bool(bare) and any(same_name(bare, label) for label in known)


def same_name(one: str, other: str) -> bool:
    """Whether two squeezed names mean the same: equal but for an article, or one making up most of the other."""
    one, other = one.removeprefix("the"), other.removeprefix("the")
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or (len(short) >= 4 and short in long and len(long) <= 2 * len(short)))


def _told(document: Document, structured: Structured) -> list[str]:
    """The titles of the metadata, the surest first."""
    metas = [first(document.meta.get(name)) for name in _METAS]
    page_title = document.tree.find(".//title")
    shown = text_of(page_title) if page_title is not None else ""
    return [text for text in (*metas[:1], first(structured.article.get("headline")), *metas[1:], shown) if text]


def _heading(document: Document, told: Sequence[str], known: Sequence[str]) -> HtmlElement | None:
    wanted = [word_set(text) for text in told]
    for tags in (("h1",), ("h2", "h3", "h4")):
        headings = [(el, text_of(el)) for el in _few(document.tree.iter(*tags))]
        headings = [(el, text) for el, text in headings if text and not _is_label(text, known)]
        best = max(((_likeness(text, wanted), -i) for i, (_, text) in enumerate(headings)), default=(0.0, 0))
        if best[0] >= (_ALIKE if tags == ("h1",) else 0.8):
            return headings[-best[1]][0]
    return None


def _few(elements: Iterable[HtmlElement]) -> list[HtmlElement]:
    return [el for el, _ in zip(elements, range(_MOST_HEADINGS), strict=False)]


def _likeness(text: str, wanted: Sequence[frozenset[str]]) -> float:
    """0 … 1: the share of words that a heading and the likest of the told titles have in common."""
    have = word_set(text)
    return max(
        (
            len(have & want) / max(1, min(len(have), len(want))) if len(have) > 1 or have == want else 0.0
            for want in wanted
        ),
        default=0.0,
    )


def _shown(text: str, told: Sequence[str], known: Sequence[str]) -> str:
    return trim(tidy(text), known)
