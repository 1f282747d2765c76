"""Who wrote it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.sources.extract import names
from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured
from bot.sources.extract.wording import squeezed, text_of

_METAS = tuple(
    """
    author article:author parsely-author sailthru.author dc.creator dcterms.creator byl byline
    cxenseparse:author og:author og:article:author bc:authors
    """.split()
)
_BYLINE = "//*[@itemprop='author' or @rel='author' or contains(@class,'byline') or contains(@class,'author')]"


def read(document: Document, structured: Structured, outlet: Iterable[str]) -> tuple[str, ...]:
    """Persons, in the page's order; empty when none is named."""
    own = frozenset(squeezed(name) for name in outlet) - {""}
    for source in (structured.authors, _metas(document), _shown(document)):
        found: dict[str, str] = {}
        for text in source:
            for name in names.persons(text, own):
                found.setdefault(squeezed(name), name)
        if found:
            return tuple(found.values())
    return ()


def _metas(document: Document) -> Iterator[str]:
    for name in _METAS:
        texts = [text for text in document.meta.get(name, ()) if not text.startswith(("http", "/"))]
        if texts:
            yield from texts
            return


def _shown(document: Document) -> Iterator[str]:
    for element in document.tree.xpath(_BYLINE)[:20]:
        text = text_of(element)
        if text and len(text) < 120:
            yield text
            return
