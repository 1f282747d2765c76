"""The address that a page calls its own."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from bot.sources.extract.document import Document
from bot.sources.extract.structured import Structured, first

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ns_", "at_", "cmpid", "ocid", "wt_", "ref_src")


def canonical(document: Document, structured: Structured) -> str:
    """link rel=canonical, then og:url, then JSON-LD, then the address that was asked for; "" when none is known."""
    links = [
        link.get("href") or "" for link in document.tree.iter("link") if (link.get("rel") or "").lower() == "canonical"
    ]
    told = [*links, first(document.meta.get("og:url")), first(structured.article.get("url")), document.url]
    for candidate in told:
        url = _absolute(candidate.strip(), document.url)
        if url and urlsplit(url).path.strip("/"):
            return url
    return document.url


def _absolute(candidate: str, base: str) -> str:
    if not candidate:
        return ""
    try:
        parts = urlsplit(urljoin(base, candidate))
        query = [
            (k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not k.lower().startswith(_TRACKING)
        ]
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return urlunsplit(parts._replace(query=urlencode(query), fragment=""))
