"""The address that a page calls its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first

_TRACKING = re.compile(
    r"^(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_ga|cmpid|ocid|wt_\w*|wt[.]\w*|at_\w+|ns_\w+|"
    r"xtor|ref_src|ito|ico|srsltid|dicbo|smid|sr_share|guccounter|mkt_tok|s_cid|icid|ncid|cid|utm)(?:=|$)",
    re.IGNORECASE,
)
_FRONT = re.compile(r"^/*(?:index\.\w+|home|start|default\.\w+)?/*$", re.IGNORECASE)


def canonical(document: Document, structured: Structured) -> str:
    """Absolute and without tracking; "" when neither page nor request tells.

    A page that names its outlet's front page as its own address is mistaken, so the next candidate is taken.
    """
    base = _base(document)
    for candidate in _told(document, structured):
        url = _absolute(candidate, base)
        if url and not is_front(url):
            return url
    return _absolute(document.url, "")


def is_front(url: str) -> bool:
    """Whether an address is a site's front page."""
    parts = urlsplit(url)
    return bool(_FRONT.match(parts.path)) and not parts.query


def _told(document: Document, structured: Structured) -> Iterator[str]:
    """The page's own words first: an AMP or print page was asked for under another address than the article's."""
    for link in document.tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            yield link.get("href") or ""
    yield first(document.meta.get("og:url"))
    main = structured.article.get("mainEntityOfPage")
    yield first(main.get("@id")) if isinstance(main, dict) else first(main)
    yield first(structured.article.get("url"))
    yield document.url


def _base(document: Document) -> str:
    base = document.tree.find(".//base")
    href: str = (base.get("href") or "").strip() if base is not None else ""
    try:
        return urljoin(document.url, href)
    except ValueError:
        return document.url


def _absolute(candidate: str, base: str) -> str:
    """An http address with a host, without fragment and tracking; "" for anything else."""
    try:
        parts = urlsplit(urljoin(base, candidate.strip()))
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return ""
    except ValueError:
        return ""
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    return parts._replace(query=query, fragment="").geturl()
