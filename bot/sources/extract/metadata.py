"""The facts about an article: title, authors, day, outlet, address, language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lxml.html import HtmlElement

from bot.sources.extract import address, authors, head, labels, language, outlet, published, surroundings, title
from bot.sources.extract.document import Document
from bot.sources.extract.labels import Labels
from bot.sources.extract.structured import Structured, types


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a page tells about its article. Empty texts and None mean: not told.

    heading: the element that shows the title; None when only the metadata hold it.
    head_texts: kicker, dek, byline and date line as they stand near the heading, in the page's order.
    labels: what the page calls the piece; types: what its structured data do ("opinionnewsarticle").
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    site: str = ""
    canonical_url: str = ""
    language: str = ""
    heading: HtmlElement | None = field(default=None, compare=False)
    head_texts: tuple[str, ...] = ()
    labels: Labels = field(default_factory=Labels)
    types: tuple[str, ...] = ()


def read(document: Document) -> Metadata:
    """Never raises for what a page holds."""
    structured = Structured(document.jsonld)
    url = address.canonical(document, structured)
    source = outlet.read(document, structured, url)
    headline = title.choose(document, structured, source)
    near = surroundings.around(headline.heading)
    spoken = language.read(document, structured)
    return Metadata(
        title=headline.text,
        authors=authors.read(document, structured, near, source, headline.text),
        published=published.read(document, structured, near, url, spoken),
        site=source.name,
        canonical_url=url,
        language=spoken,
        heading=headline.heading,
        head_texts=head.texts(document, near),
        labels=labels.read(document, structured, near, headline, source),
        types=types(structured.article),
    )
