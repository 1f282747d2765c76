"""Texts of elements, and the forms in which names and titles are compared."""

from __future__ import annotations

import re
import unicodedata

from lxml.html import HtmlElement

BREAKING = frozenset(
    """
    address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav
    ol p section table td th tr ul
    """.split()
)
SILENT = frozenset(("script", "style", "noscript", "template", "svg", "button", "select", "textarea", "iframe"))
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")
_ACCENT = re.compile("[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[\W_]+")


def tidy(text: str) -> str:
    """One line without invisible characters and doubled blanks."""
    return " ".join((text if text.isascii() else _INVISIBLE.sub("", text)).split())


def text_of(element: HtmlElement) -> str:
    """What a reader sees of an element, in one line; blocks and line breaks part words, inline elements do not."""
    if len(element) == 0:
        return tidy(element.text or "")
    if next(element.iterdescendants(*BREAKING, *SILENT), None) is None:
        return tidy("".join(element.itertext()))
    parts: list[str] = []
    _collect(element, parts)
    return tidy("".join(parts))


def _collect(element: HtmlElement, parts: list[str]) -> None:
    """Depth first without recursion: a hostile page nests deeper than the interpreter's stack."""
    stack: list[tuple[HtmlElement, bool]] = [(element, False)]
    while stack:
        node, leaving = stack.pop()
        breaking = node.tag in BREAKING
        if leaving:
            parts.append((" " if breaking else "") + (node.tail or "" if node is not element else ""))
            continue
        stack.append((node, True))
        if not isinstance(node.tag, str) or node.tag in SILENT:
            continue
        parts.append((" " if breaking else "") + (node.text or ""))
        stack.extend((child, False) for child in reversed(node))


def squeezed(text: str) -> str:
    """Letters and digits alone, without case and accents: "The Côte-d'Or" -> "thecotedor"."""
    if not text.isascii():
        text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return _NOT_WORD.sub("", text.casefold())


def word_set(text: str) -> frozenset[str]:
    """The words of a title, for likeness; each character of a script without blanks is one."""
    return frozenset(_WORD.findall(text.casefold()))


def same_name(one: str, other: str) -> bool:
    """Whether two squeezed names mean the same: equal but for an article, or one making up most of the other."""
    one, other = one.removeprefix("the"), other.removeprefix("the")
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or (len(short) >= 4 and short in long and len(long) <= 2 * len(short)))


def is_in_comments(element: HtmlElement) -> bool:
    """Whether an element stands among readers' comments, by the marks of what holds it."""
    return any(
        "omment" in (holder.get("class") or "") or "omment" in (holder.get("id") or "")
        for holder in (element, *element.iterancestors())
        if holder.tag not in ("body", "html", "article", "main")
    )
