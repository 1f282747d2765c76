"""The fields of an entry, or of a feed, as elements of a tree; what `strict` takes them for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from bot.sources.feeds.raw import Text

# The vocabularies that are read, by their names; "" for those of the formats themselves.
_PREFIXES = {
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/rss/1.0/": "",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://search.yahoo.com/mrss": "media:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
}
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_HTML = frozenset(("html", "xhtml", "text/html", "application/xhtml+xml"))
_ALWAYS_HTML = frozenset(("description", "dc:description", "content:encoded", "media:description"))
_LISTS = frozenset(("itunes:keywords", "media:keywords"))
_PERSONS = frozenset(("author", "dc:creator", "dc:author", "itunes:author"))


class Doubt(Exception):
    """Something that may be read in two ways."""


@dataclass(frozen=True, slots=True)
class Fields:
    """elements: with their names, in their order. names: all of them. about: what RDF says that they are of."""

    elements: Sequence[tuple[str, etree._Element]]
    names: frozenset[str]
    about: str = ""

    def all(self, *names: str) -> Sequence[tuple[str, etree._Element]]:
        """Those of these names, in their order."""
        return () if self.names.isdisjoint(names) else [told for told in self.elements if told[0] in names]

    def one(self, *names: str) -> str:
        """The text of the only one of these names that has any; "" for none. Raises Doubt when they differ."""
        said = {text for _, element in self.all(*names) if (text := string(element))}
        if len(said) > 1:
            raise Doubt
        return said.pop() if said else ""

    def texts(self, *names: str) -> Iterator[Text]:
        """All of these names, in their order."""
        return (content(element, name) for name, element in self.all(*names))

    @property
    def people(self) -> tuple[str, ...]:
        """Names as they are written."""
        return tuple(person(element) for _, element in self.all(*_PERSONS))

    @property
    def labels(self) -> tuple[str, ...]:
        """Of categories, subjects and keywords."""
        return tuple(
            label
            for name, element in self.all("category", "dc:subject", *_LISTS)
            for label in (string(element).split(",") if name in _LISTS else [_label(element)])
        )


def fields_of(elements: Iterable[etree._Element], about: str = "") -> Fields:
    """A group of media stands for what is in it."""
    found: list[tuple[str, etree._Element]] = []
    for element in elements:
        name = _name(element.tag)
        if name == "media:group":
            found += [(_name(inner.tag), inner) for inner in element]
        elif name:
            found.append((name, element))
    return Fields(found, frozenset(name for name, _ in found), about)


def entry_fields(item: etree._Element) -> Fields:
    """Of an item or an entry."""
    return fields_of(item, item.get(_ABOUT) or "")


def _label(element: etree._Element) -> str:
    return element.get("label") or element.get("term") or string(element)


def _name(tag: str) -> str:
    if not tag.startswith("{"):
        return tag
    space, _, name = tag[1:].partition("}")
    prefix = _PREFIXES.get(space)
    if prefix is None:
        prefix = _PREFIXES.get(space.lower())
    return "" if prefix is None else prefix + name


def string(element: etree._Element) -> str:
    """Raises Doubt for what is no plain text."""
    if len(element):
        raise Doubt
    return (element.text or "").strip()


def content(element: etree._Element, name: str) -> Text:
    """Raises Doubt for markup where none belongs, and for content that is encoded or elsewhere."""
    kind = element.get("type", "").lower()
    if kind in ("xhtml", "application/xhtml+xml"):
        return Text(etree.tostring(element, encoding="unicode"), is_html=True)
    if len(element) or element.get("mode") or element.get("src") or (kind and kind not in _PLAIN | _HTML):
        raise Doubt
    return Text((element.text or "").strip(), is_html=kind in _HTML or (not kind and name in _ALWAYS_HTML))


_PLAIN = frozenset(("text", "text/plain", "plain"))


def title_of(fields: Fields) -> Text:
    """The format's own, the first of several; a medium's where there is none. Raises Doubt where that is not clear."""
    own, media = list(fields.texts("title", "dc:title")), list(fields.texts("media:title"))
    title = next((text for text in own if text.value), None)
    if title is None and len(own) + len(media) > 1:
        raise Doubt
    return title or next(iter(media), Text())


def person(element: etree._Element) -> str:
    """An Atom person has a name inside; an RSS one is one."""
    if not len(element):
        return (element.text or "").strip()
    return next((string(inner) for inner in element if _name(inner.tag) == "name"), "")
