"""The link and the guid of an entry, as elements of a tree."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from lxml import etree

from bot.sources.feeds.links import best
from bot.sources.feeds.strict_entries import Doubt, Fields, string

_REFERENCE = re.compile(r"&\w+;")


def link_of(fields: Fields, base: str) -> str:
    """A guid that is an address is the link where there is none."""
    links = [_link(element) for _, element in fields.all("link")]
    enclosures = [{"href": element.get("url") or ""} for _, element in fields.all("enclosure")]
    pages = [link for link in links if link["rel"] != "enclosure"]
    has_link = any(link["rel"] == "alternate" for link in links)
    is_link = not has_link and all(_is_permalink(guid) for _, guid in fields.all("guid", "id"))
    permalink = guid_of(fields, base) if is_link else ""
    return best(pages) or permalink or best([*links, *enclosures])


def guid_of(fields: Fields, base: str) -> str:
    """Absolute where it is an address, or not said to be none. Raises Doubt for several."""
    guid = fields.one("guid", "id")
    if not guid or not all(_is_permalink(element) for _, element in fields.all("guid", "id")):
        return guid
    try:
        return urljoin(base, guid)
    except ValueError:
        return guid


def _is_permalink(element: etree._Element) -> bool:
    return element.get("isPermaLink", "true") == "true"


def _link(element: etree._Element) -> dict[str, str]:
    href = element.get("href")
    if href is None:
        href = string(element)
        if _REFERENCE.search(href):  # escaped once too often, or as it should be
            raise Doubt
    return {"rel": element.get("rel") or "alternate", "type": element.get("type") or "", "href": href}
