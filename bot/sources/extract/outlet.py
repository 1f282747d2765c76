"""The outlet's name as its readers know it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first
from bot.sources.extract.wording import same_name, squeezed, text_of, tidy
from bot.sources.kind_words import LABELS

_METAS = tuple(
    """
    application-name apple-mobile-web-app-title dc.publisher dcterms.publisher publisher article:publisher
    al:ios:app_name al:android:app_name twitter:app:name:iphone cre
    """.split()
)
_TITLES = ("og:title", "twitter:title")
_SEPARATOR = re.compile(r"\s+[|\-–—•·»«:~]+\s+|\s*[|•»｜：]\s*|(?<=\w):\s+")
_TAIL = re.compile(r"\s+[-–—·•»:]\s+|\s*[|｜]\s*")
_FEED = re.compile(r"\W*\b(?:rss|atom|feed|comments?|kommentare?|flux|posts?|all|2\.0)\b.*$", re.IGNORECASE)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[\s\d,–—©-]*(?:by\s+)?([^\d\W](?:[^|.·•©\n]|\.(?=\w)){1,50})", re.IGNORECASE
)
_FIRM = re.compile(r",?\s+(?:Company|Co|Corporation|Corp|Inc|Ltd|Limited|LLC|GmbH|AG|SA|S\.A|BV|AB|AS)\b\.?$")
_LATIN = re.compile(r"[A-Za-z]")
_SURE_LETTERS = 4
_HOST_NOISE = frozenset("www m amp mobile edition news blog com co org net gov edu ac uk de info eu".split())
_MOST_WORDS = 7
_MOST_BRANDS = 30
_MOST_LINKS = 400
_LETTERS_OF_A_TITLE = 12  # a shorter heading may be a section's
_FRONT_PAGE = re.compile(r"/*(?:[a-z]{2}/*|(?:index|default|home)(?:\.\w+)?/*)?")
_LONGEST_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Outlet:
    """name: for readers; told: squeezed names that the page gives itself; stems: the host's own words."""

    name: str
    told: frozenset[str]
    stems: tuple[str, ...]
    is_person: bool = False

    def calls_itself(self, text: str) -> bool:
        """Whether a text is one of the outlet's names, or nearly."""
        bare = squeezed(text)
        return bool(bare) and any(same_name(bare, label) for label in (*self.told, *self.stems))

    def is_author(self, name: str) -> bool:
        """Whether what is given as an author is the outlet itself; a person's own site bears that person's name."""
        if self.is_person:
            return False
        bare = squeezed(name)
        is_branch = any(len(word) <= _LONGEST_ACRONYM and squeezed(word) in self.stems for word in name.split()[:1])
        return bare in self.told or is_branch or (" " not in name and bare in self.stems)


def read(document: Document, structured: Structured, canonical_url: str) -> Outlet:
    """The outlet of a page; its name is the domain when the page tells none."""
    host = (urlsplit(canonical_url).hostname or "").removeprefix("www.")
    stems = tuple(squeezed(part) for part in reversed(host.split(".")[:-1]) if part not in _HOST_NOISE)
    titles = _titles(document, structured)
    machine = squeezed(first(document.meta.get("generator")))
    told = [
        text for text in dict.fromkeys(_told(document, structured)) if text and squeezed(text) not in (*titles, machine)
    ]
    named = [piece for text in told if (piece := _piece(text, stems))]
    name = _best(named, stems) or next(_guessed(document, titles, stems), host)
    if not _LATIN.search(name):
        name = next((owner for owner in _owners(document) if _holds_stem(owner, stems)), name)
    return Outlet(
        name=name,
        told=frozenset(squeezed(text) for text in (*told, *named, name, host)) - {""},
        stems=stems,
        is_person=structured.publisher_is_person,
    )


def _titles(document: Document, structured: Structured) -> frozenset[str]:
    metas = (first(document.meta.get(name)) for name in _TITLES)
    return frozenset(squeezed(text) for text in (*metas, first(structured.article.get("headline")))) - {""}


def _told(document: Document, structured: Structured) -> Iterator[str]:
    """The names that the page gives itself, the surest first."""
    yield first(document.meta.get("og:site_name"))
    yield structured.publisher
    for name in _METAS:
        text = first(document.meta.get(name))
        if not text.startswith(("http", "@")):
            yield text


def _piece(text: str, stems: Sequence[str]) -> str:
    """The part of a name that is no slogan: the one that is like the domain, else the first."""
    pieces = [piece for piece in _SEPARATOR.split(text) if piece.strip()]
    piece = next((piece for piece in pieces if _is_borne_out(piece, stems)), pieces[0] if pieces else "")
    return tidy(piece) if len(piece.split()) <= _MOST_WORDS else ""


def _is_borne_out(name: str, stems: Sequence[str]) -> bool:
    """Whether the host's words are like a name."""
    return any(same_name(squeezed(name), stem) for stem in stems)


def _best(named: Sequence[str], stems: Sequence[str]) -> str:
    """The first name, or one that the domain bears out where the first has nothing of it; spelt with blanks."""
    if not named:
        return ""
    chosen = named[0]
    if stems and not _is_borne_out(chosen, stems):
        chosen = next((name for name in named if squeezed(name) in stems), chosen)
    same = [name for name in named if squeezed(name) == squeezed(chosen)]
    return max(same, key=lambda name: (name.count(" "), name != name.lower()))


def _guessed(document: Document, titles: frozenset[str], stems: Sequence[str]) -> Iterator[str]:
    """Names that a page without metadata shows, the surest first."""
    page_title = document.tree.find(".//title")
    shown = text_of(page_title) if page_title is not None else ""
    pieces = [tidy(piece) for piece in _SEPARATOR.split(shown) if piece.strip()]
    if len(pieces) > 1:
        yield from (piece for piece in (pieces[-1], pieces[0]) if _is_borne_out(piece, stems))
    logos = dict.fromkeys(_logos(document))
    front = {squeezed(name) for name in logos}
    yield from (piece for piece in (*pieces[:0:-1], *pieces[:1]) if len(pieces) > 1 and squeezed(piece) in front)
    titles |= {squeezed(text_of(heading)) for heading in document.tree.iter("h1")}
    yield from _behind_title(shown, titles)
    for link in document.tree.iter("link"):
        is_feed = (link.get("type") or "").endswith(("rss+xml", "atom+xml"))
        if is_feed and (name := _feed_name(link.get("title") or "")):
            yield name
    yield from (text for text in logos if _is_borne_out(text, stems))
    brands = islice(document.tree.iter("h1", "h2", "h3", "h4", "p", "span", "strong"), _MOST_BRANDS)
    yield from (text for element in brands if squeezed(text := text_of(element)) in stems)
    yield from _owners(document)
    yield from _before_title(shown, titles)


def _owners(document: Document) -> Iterator[str]:
    """Whom copyright lines name, without the form of the firm."""
    told = document.meta.get("copyright", ())
    for text in (*told, *document.tree.xpath("//text()[contains(., '©')]")[:3]):
        if found := _COPYRIGHT.search(text):
            name = tidy(found[1]).removesuffix(" All rights reserved").removeprefix("www.")
            yield _FIRM.sub("", name.strip(" ,"))


def _holds_stem(name: str, stems: Sequence[str]) -> bool:
    """Whether a name spelt in Latin letters is the domain's: how readers of other scripts know the outlet."""
    return any(len(stem) >= _SURE_LETTERS and stem in squeezed(name) for stem in stems)


def _feed_name(title: str) -> str:
    """ "Mudlark » Feed", "Mudlark - Atom" and "Mudlark » A post: comments" are all of Mudlark."""
    return tidy(_FEED.sub("", _SEPARATOR.split(title)[0])).rstrip(" -–—»|:")


def _behind_title(page_title: str, titles: frozenset[str]) -> Iterator[str]:
    """What the page's title adds to the article's, after a dash or a bar."""
    cuts = list(_TAIL.finditer(page_title))
    front = squeezed(page_title[: cuts[-1].start()]) if cuts else ""
    told = [title for title in titles if len(title) >= _LETTERS_OF_A_TITLE]
    if front and (front in titles or any(front.startswith(title) or front.endswith(title) for title in told)):
        tail = page_title[cuts[-1].end() :]
        if len(tail.split()) <= _MOST_WORDS:
            yield tidy(tail)


def _before_title(page_title: str, titles: frozenset[str]) -> Iterator[str]:
    """What stands before the article's title in the page's ("The Gull: Let the ferries be slow"), but for its kind."""
    for cut in islice(_SEPARATOR.finditer(page_title), 1):
        front = page_title[: cut.start()]
        is_kind = any(front.casefold() in phrases for _, phrases in LABELS)
        if not is_kind and squeezed(page_title[cut.end() :]) in titles - {""} and len(front.split()) <= _MOST_WORDS:
            yield tidy(front)


def _logos(document: Document) -> Iterator[str]:
    """What links to the front page say, in letters or in their pictures."""
    for link in islice(document.tree.iter("a"), _MOST_LINKS):
        if leads_to_front(link.get("href") or "#"):
            picture = next(link.iter("img"), None)
            if picture is None and link.getparent().tag == "li":
                continue  # a menu's "Home"
            text = text_of(link) or tidy((picture.get("alt") or "") if picture is not None else "")
            if text and len(text.split()) <= _MOST_WORDS:
                yield text


def leads_to_front(href: str) -> bool:
    """Whether a link's address is the site's front page."""
    try:
        path = urlsplit(href).path
    except ValueError:
        return False
    return "#" not in href and bool(_FRONT_PAGE.fullmatch(path))
