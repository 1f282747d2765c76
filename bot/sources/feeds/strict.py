"""Reads feeds that keep to the rules of their format, by libxml2: far faster than `loose`, which takes the rest."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bot.models.feed import FeedKind
from bot.sources.feeds.raw import RawEntry, RawFeed, both_ends
from bot.sources.feeds.schedules import skip_hours, ttl
from bot.sources.feeds.strict_entries import Doubt, Fields, entry_fields, fields_of, title_of
from bot.sources.feeds.strict_links import guid_of, link_of

_ATOM = "{http://www.w3.org/2005/Atom}"
_RSS_1 = "{http://purl.org/rss/1.0/}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHOUT = ("<!DOCTYPE", "<!ENTITY", "xml:base")  # what is read in two ways, or not at all


def read(markup: str, url: str) -> RawFeed | None:
    """None in doubt: for what is not well-formed, not of a known format, or has anything that is read in two ways."""
    if any(word in markup for word in _WITHOUT):
        return None
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), _parser())
        return _feed(root, markup, url)
    except (etree.XMLSyntaxError, Doubt):
        return None


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)


def _feed(root: etree._Element, markup: str, url: str) -> RawFeed:
    """Raises Doubt."""
    if root.tag == _ATOM + "feed":
        channel, items, kind = root, root.findall(_ATOM + "entry"), FeedKind.ATOM
    elif root.tag == "rss" and len(root) == 1 and root[0].tag == "channel":
        channel, items, kind = root[0], root[0].findall("item"), FeedKind.RSS
    elif root.tag == _RDF + "RDF" and (found := root.find(_RSS_1 + "channel")) is not None:
        channel, items, kind = found, root.findall(_RSS_1 + "item"), FeedKind.RSS
    else:
        raise Doubt
    fields = fields_of(_beside_entries(channel))
    return RawFeed(
        kind=kind,
        title=title_of(fields),
        site=link_of(fields, url),
        base=url,
        language=fields.one("language", "dc:language") or root.get(_LANG) or "",
        ttl=ttl(fields.one("ttl"), fields.one("sy:updatePeriod"), fields.one("sy:updateFrequency")),
        skip_hours=skip_hours(markup),
        entries=[_entry(entry_fields(item), url) for item in both_ends(items)],
    )


def _beside_entries(channel: etree._Element) -> Iterator[etree._Element]:
    return (child for child in channel if child.tag not in ("item", _ATOM + "entry", _RSS_1 + "item"))


def _entry(fields: Fields, url: str) -> RawEntry:
    return RawEntry(
        guid=guid_of(fields, url) or fields.about,
        link=fields.one("feedburner:origLink") or link_of(fields, url),
        title=title_of(fields),
        authors=fields.people,
        dates=tuple(filter(None, (fields.one(*names) for names in _DATES))),
        summaries=(*fields.texts(*_SUMMARIES), *fields.texts(*_CONTENTS)),
        labels=fields.labels,
    )


_DATES = (("pubDate", "published", "dcterms:issued"), ("dcterms:created",), ("updated", "dc:date", "dcterms:modified"))
_SUMMARIES = ("description", "summary", "dc:description", "itunes:summary", "media:description")
_CONTENTS = ("content:encoded", "content")
