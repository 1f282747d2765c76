"""The day of publication, local as written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.sources.extract import dates
from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first

_METAS = tuple(
    """
    article:published_time og:article:published_time datepublished article:published published_time
    parsely-pub-date sailthru.date dc.date.issued dcterms.issued dc.date dcterms.date dcterms.created date
    pubdate publishdate publish-date publication_date publisheddate cxenseparse:publishtime release_date
    datecreated
    """.split()
)


def read(document: Document, structured: Structured, canonical_url: str, language: str) -> date | None:
    """None when no day is told."""
    for text in _told(document, structured):
        if day := dates.parse(text, language):
            return day
    return dates.in_address(canonical_url)


def _told(document: Document, structured: Structured) -> Iterator[str]:
    yield first(structured.article.get("datePublished"))
    for name in _METAS:
        yield first(document.meta.get(name))
    for element in document.tree.iter("time"):
        yield element.get("datetime") or element.text_content()
