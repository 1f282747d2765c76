"""The outlet's name as its readers know it."""

from __future__ import annotations

from urllib.parse import urlsplit

from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first

_METAS = tuple(
    """
    og:site_name application-name apple-mobile-web-app-title dc.publisher al:ios:app_name al:android:app_name
    """.split()
)


def name(document: Document, structured: Structured, canonical_url: str) -> str:
    """The surest name; the domain when the page tells none."""
    for candidate in (
        first(document.meta.get("og:site_name")),
        structured.publisher,
        *(first(document.meta.get(n)) for n in _METAS[1:]),
    ):
        if candidate:
            return candidate
    return (urlsplit(canonical_url).hostname or "").removeprefix("www.")


def labels(document: Document, structured: Structured, canonical_url: str) -> list[str]:
    """Every name by which the page may call its outlet, for cutting it off titles."""
    host = (urlsplit(canonical_url).hostname or "").removeprefix("www.")
    stem = max(host.split("."), key=len) if host else ""
    metas = [text for name in _METAS for text in document.meta.get(name, ())]
    return [*metas, structured.publisher, host, stem, first(document.meta.get("twitter:site")).lstrip("@")]
