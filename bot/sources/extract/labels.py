"""What a page calls the piece it shows: kicker, section, breadcrumb, tags, and the marks of its template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from bot.sources.extract.document import Document
from bot.sources.extract.outlet import Outlet, leads_to_front
from bot.sources.extract.structured import Structured, first, strings, types
from bot.sources.extract.surroundings import Line, Surroundings
from bot.sources.extract.title import SEPARATOR, Headline
from bot.sources.extract.wording import squeezed, text_of, tidy

_SECTIONS = tuple(
    """
    article:section og:section og:article:section section articlesection parsely-section primary_section genre
    mrf:sections article:subsection dcterms.type dc.type pagetype page-type
    """.split()
)
_TAGS = ("article:tag", "keywords", "news_keywords", "parsely-tags", "sailthru.tags", "twitter:data1", "twitter:data2")
_TEMPLATE = re.compile(r"(?:node-type|node|category|tag|type|section|single|post-format|template)-([a-zà-ÿ-]{4,40})")
_NAVIGATION = re.compile(r"\bnav|menu|share|social|footer|toolbar|widget|sidebar")
_KICKER = re.compile(
    r"kicker|label|eyebrow|overline|topline|section|categor|rubri|topic|flag|tag\b|volanta|antetit|strap"
)
_CATEGORY = re.compile(r"/(?:categor(?:y|ies)|kategorien?|categor[ií]as?|categories?|rubriques?|rubriek(?:en)?|tags?)/")
_PATH_SIGNS = (">", "»", "›", "/", "::", "→", "»»", ">>")
_MOST_LINKS = 200
_MOST_WORDS = 6
_MOST_LABELS = 60
_MOST_TAGS = 12
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class Labels:
    """sections: what the piece is filed under or headed with; tags: looser marks, of which some are topics."""

    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read(document: Document, structured: Structured, near: Surroundings, headline: Headline, outlet: Outlet) -> Labels:
    """Labels in lower case; the outlet's name and the title are none."""
    taken = {squeezed(headline.text)}

    def kept(texts: Iterable[str]) -> tuple[str, ...]:
        """At most `_MOST_LABELS` short ones, each once, in lower case; neither title nor outlet."""
        short = (tidy(text) for text in texts if text and len(text.split()) <= _MOST_WORDS)
        known = (
            text.casefold() for text in short if squeezed(text) not in taken and squeezed(text) != squeezed(outlet.name)
        )
        return tuple(islice(dict.fromkeys(known), _MOST_LABELS))

    return Labels(
        sections=kept(
            (
                *_headings(near, headline),
                *_path(document),
                *_told(document, structured),
                *_behind_title(document, headline),
            )
        ),
        tags=kept((*_tags(document), *_categories(headline), *_template(document))),
    )


def is_kicker(line: Line) -> bool:
    """Whether a short line beside the headline is set as a label or stands in a breadcrumb, not in a menu."""
    if "breadcrumb" in line.marks:
        return True
    return line.words <= _MOST_WORDS and line.element.tag != "li" and not _NAVIGATION.search(line.marks)


def _headings(near: Surroundings, headline: Headline) -> Iterator[str]:
    """Lines before the headline, marked ones after it, and the kicker that was cut off it."""
    before = [line for line in near.before if is_kicker(line)]
    yield from (line.text for line in before if "breadcrumb" in line.marks or line in before[-_NEAREST:])
    yield from (line.text for line in near.after if is_kicker(line) and _KICKER.search(line.marks))
    if headline.heading is not None:
        whole = text_of(headline.heading)
        if whole.endswith(headline.text):
            yield whole[: len(whole) - len(headline.text)].strip(" :|-–—")


def _path(document: Document) -> Iterator[str]:
    """The links of a path from the front page to this one, by the signs between them, however it is marked."""
    for link in islice(document.tree.iter("a"), _MOST_LINKS):
        if (link.tail or "").strip() in _PATH_SIGNS and leads_to_front(link.get("href") or "#"):
            yield from (text_of(step) for step in link.itersiblings("a"))
            return


def _categories(headline: Headline) -> Iterator[str]:
    """What the article itself links to as its categories."""
    holders = headline.heading.iterancestors("article") if headline.heading is not None else ()
    for article in islice(holders, 1):
        links = (link for link in article.iter("a") if _CATEGORY.search(link.get("href") or ""))
        yield from (text_of(link) for link in islice(links, _MOST_TAGS))


def _told(document: Document, structured: Structured) -> Iterator[str]:
    yield from strings(structured.article.get("articleSection"))
    yield from strings(structured.article.get("genre"))
    for name in _SECTIONS:
        for text in document.meta.get(name, ()):
            yield from re.split(r"[,;>/|]", text)
    for node in structured.nodes:
        if "listitem" in types(node):
            item = node.get("item")
            yield first(node.get("name")) or (first(item.get("name")) if isinstance(item, dict) else "")


def _behind_title(document: Document, headline: Headline) -> Iterator[str]:
    """What the page's title and the shared titles say beside the title."""
    page_title = document.tree.find(".//title")
    shown = text_of(page_title) if page_title is not None else ""
    for text in (shown, first(document.meta.get("og:title")), first(document.meta.get("twitter:title"))):
        yield from (piece for piece in SEPARATOR.split(text) if squeezed(piece) not in squeezed(headline.text))


def _tags(document: Document) -> Iterator[str]:
    for name in _TAGS:
        for text in document.meta.get(name, ()):
            yield from text.split(",")
    tagged = (link for link in document.tree.iter("a") if "tag" in (link.get("rel") or "").split())
    yield from (text_of(link) for link in islice(tagged, _MOST_TAGS))


def _template(document: Document) -> Iterator[str]:
    """The kinds that a content system writes into the classes of a page's body and article."""
    for element in islice(document.tree.iter("body", "article", "main"), 4):
        for found in _TEMPLATE.finditer((element.get("class") or "").lower()):
            yield found[1].replace("-", " ")
