"""Pages small enough to read in a test: a head and what stands around a headline."""

from __future__ import annotations

from bot.models.page import Page
from bot.sources.extract import metadata
from bot.sources.extract.document import Document, parse
from bot.sources.extract.metadata import Metadata

BODY = (
    "<p>The council met on a wet evening and settled nothing, which is what councils are for, and everybody went home "
    "by the longest road so as to think about it once more before the morning came with its own opinions.</p>" * 3
)


def document(head: str = "", body: str = BODY, *, lang: str = "en", url: str = "") -> Document:
    html = f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>'
    return parse(Page(asked=url, url=url, content_type="text/html", body=html.encode()))


def facts(head: str = "", body: str = BODY, *, lang: str = "en", url: str = "https://www.gull.example/a/b") -> Metadata:
    return metadata.read(document(head, body, lang=lang, url=url))


def meta(**contents: str) -> str:
    """Meta elements; `__` in a name stands for a colon."""
    return "".join(f'<meta property="{name.replace("__", ":")}" content="{text}">' for name, text in contents.items())


def jsonld(fields: str, kind: str = "NewsArticle") -> str:
    return (
        f'<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "{kind}", {fields}}}</script>'
    )
