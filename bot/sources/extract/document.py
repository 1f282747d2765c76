"""A page, parsed once; everything that reads it shares this."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from typing import Any

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from bot.models.page import Page
from bot.sources.charset import decode

_JSONLD_CHARACTERS = 600_000  # a block of 6 MB takes 840 MB to read; the longest honest one seen holds a whole article
_JSONLD_BLOCKS = 40
_JSONLD_OBJECTS = 2_000
_TRAILING_COMMA = re.compile(r",(?=\s{0,80}[}\]])")
_WRAPPING = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_LAST_TAGS = ("</body>", "</html>", "</BODY>", "</HTML>")  # the parser drops what follows them, browsers do not
_MACHINERY = ("script", "style", "svg", "template", "iframe", "link", "meta", "select", "object", "canvas", "source")
_EMPTY = b"<html><body></body></html>"


@dataclass(frozen=True, slots=True)
class Document:
    """A page as a tree, with what it declares about itself.

    tree: comments and processing instructions are gone. Only `extract` may change it, after `metadata.read`.
    url: the address that answered, or "".
    jsonld: every object of the page's JSON-LD, nested ones after those that hold them.
    meta: `name`, `property` or `itemprop` of a meta element in lower case -> its contents in order.
    """

    tree: HtmlElement
    url: str
    jsonld: tuple[dict[str, Any], ...]
    meta: Mapping[str, tuple[str, ...]]


def parse(page: Page) -> Document:
    """Never raises for bad markup: what cannot be parsed is an empty page."""
    tree = _tree(decode(page.body, page.charset))
    return Document(tree=tree, url=page.url, jsonld=tuple(_jsonld(tree)), meta=_meta(tree))


@contextmanager
def kept_alive(tree: HtmlElement) -> Iterator[None]:
    """Hold every element's Python object: lxml drops those that nobody holds and makes them anew at each visit."""
    elements = list(tree.iter())
    yield
    elements.clear()


def strip_machinery(tree: HtmlElement) -> None:
    """Take out what no reader sees and no step needs any more: half of many a page."""
    etree.strip_elements(tree, *_MACHINERY, with_tail=False)


def _tree(markup: str) -> HtmlElement:
    parser = HTMLParser(
        encoding="utf-8",
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=True,
    )
    for tag in _LAST_TAGS:
        markup = markup.replace(tag, "")
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace") or _EMPTY, parser=parser)
    except etree.ParserError:  # nothing but comments or blanks
        return document_fromstring(_EMPTY)
    for button in list(tree.iter("button")):
        if button.find(".//p") is not None:  # never closed: the page's text is in it
            button.tag = "div"
    return tree


def _meta(tree: HtmlElement) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if content:
            for attribute in ("name", "property", "itemprop", "http-equiv"):
                if name := (element.get(attribute) or "").strip().lower():
                    found[name].append(content)
    return {name: tuple(contents) for name, contents in found.items()}


def _jsonld(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    left = _JSONLD_OBJECTS
    blocks = [script for script in tree.iter("script") if "ld+json" in (script.get("type") or "").lower()]
    for script in blocks[:_JSONLD_BLOCKS]:
        for found in _objects(_loaded(script.text or "")):
            if left == 0:
                return
            left -= 1
            yield found


def _loaded(block: str) -> Any:
    """The value of a JSON-LD block; None when it cannot be mended."""
    text = _WRAPPING.sub("", block).strip()
    if not text or len(text) > _JSONLD_CHARACTERS:
        return None
    for mended in (str, _without_trailing_commas, unescape):
        try:
            return json.loads(mended(text), strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _without_trailing_commas(text: str) -> str:
    return _TRAILING_COMMA.sub("", text)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Breadth first and without recursion, so that an article's object comes before those inside it."""
    level = [value]
    while level:
        below: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                yield item
                below.extend(child for child in item.values() if isinstance(child, (dict, list)))
            elif isinstance(item, list):
                below.extend(item)
        level = below
