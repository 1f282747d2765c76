"""The fields of an entry, or of a feed, as elements of a tree; what `strict` takes them for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from bot.sources.feeds.links import best
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
_PERSONS = frozenset(("author", "dc:creator", "dc:author", "itunes:author"))


class Doubt(Exception):
    """Something that may be read in two ways."""


@dataclass(slots=True)
class Fields:
    """elements: by name, in their order. about: what RDF says that they are of."""

    elements: dict[str, list[etree._Element]] = field(default_factory=dict)
    about: str = ""

    def first(self, *names: str) -> str:
        """The text of the first element of the first of these names that has one; "" for none."""
        for name in names:
            for element in self.elements.get(name, ()):
                if text := string(element):
                    return text
        return ""

    def texts(self, *names: str) -> Iterator[Text]:
        """All of these names, name by name."""
        for name in names:
            for element in self.elements.get(name, ()):
                yield content(element, name)

    @property
    def people(self) -> tuple[str, ...]:
        """Names as they are written."""
        return tuple(person(element) for name in _PERSONS for element in self.elements.get(name, ()))

    @property
    def labels(self) -> tuple[str, ...]:
        """Of categories and subjects."""
        found = (element for name in ("category", "dc:subject") for element in self.elements.get(name, ()))
        listed = (element for name in ("itunes:keywords", "media:keywords") for element in self.elements.get(name, ()))
        return (
            *(element.get("label") or element.get("term") or string(element) for element in found),
            *(word.strip() for element in listed for word in string(element).split(",")),
        )


def fields_of(elements: Iterable[etree._Element]) -> Fields:
    """Raises Doubt where an element of a format stands within another one that holds text."""
    fields = Fields(about=elements.get(_ABOUT) or "" if isinstance(elements, etree._Element) else "")
    for element in elements:
        name = _name(element.tag)
        if name == "media:group":
            for inner in element:
                fields.elements.setdefault(_name(inner.tag), []).append(inner)
        elif name:
            fields.elements.setdefault(name, []).append(element)
    return fields


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


def text_of(fields: Fields, *names: str) -> Text:
    """Of the first that says something."""
    return next((text for text in fields.texts(*names) if text.value), Text())


def person(element: etree._Element) -> str:
    """An Atom person has a name inside; an RSS one is one."""
    if not len(element):
        return (element.text or "").strip()
    return next((string(inner) for inner in element if _name(inner.tag) == "name"), "")


def link_of(fields: Fields) -> str:
    """A guid that is an address is the link where there is no other."""
    links = [_link(element) for element in fields.elements.get("link", ())]
    permalinks = (e for e in fields.elements.get("guid", ()) if e.get("isPermaLink", "true") == "true")
    enclosures = [{"href": element.get("url") or ""} for element in fields.elements.get("enclosure", ())]
    pages = [link for link in links if link["rel"] != "enclosure"]
    return best(pages) or next(map(string, permalinks), "") or best([*links, *enclosures])


def _link(element: etree._Element) -> dict[str, str]:
    href = element.get("href")
    if href is None:
        return {"rel": "alternate", "type": "", "href": string(element)}
    return {"rel": element.get("rel") or "alternate", "type": element.get("type") or "", "href": href}
