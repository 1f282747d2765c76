"""Addresses in feeds: made absolute, and compared without what changes from one poll to the next."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

LONGEST = 2_000  # characters; a longer one is no address that anybody reads

_BLANKS = re.compile(r"[\s\x00-\x1f]+")
_TRACKING = re.compile(
    r"^(?:utm_\w*|fbclid|gclid|dclid|msclkid|yclid|mc_[ce]id|igshid|_ga|cmpid|cmp|ocid|wt[._]\w*|at_\w+|ns_\w+|xtor|"
    r"ref_src|ito|ico|srsltid|dicbo|smid|mkt_tok|s_cid|icid|ncid|partner|source|src|rss)(?:=|$)",
    re.IGNORECASE,
)
_FRONT = re.compile(r"^/*(?:index\.\w+|home|default\.\w+)?/*$", re.IGNORECASE)

_WRAPPED = re.compile(r"^feed:(?://)?(?=https?:)", re.IGNORECASE)  # feed:https://…
_OTHER_WORDS = re.compile(r"^(?:feed|itpc|pcast|rss)://", re.IGNORECASE)  # … which mean http://


def written_out(link: str) -> str:
    """With the web's own scheme where it has one that readers of feeds have made up."""
    return _OTHER_WORDS.sub("http://", _WRAPPED.sub("", link.strip()))


def absolute(link: str, base: str) -> str:
    """An http or https address with a host, and nobody's name before it; "" for anything else."""
    link = _BLANKS.sub("", link)
    if not link or len(link) > LONGEST:
        return ""
    try:
        url = link if link.startswith(("https://", "http://")) else urljoin(base, link)
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc and len(url) <= LONGEST
    except ValueError:
        return ""
    return url if good else ""


def is_front(url: str) -> bool:
    """Whether an address is a site's front page, and so no entry's own."""
    parts = urlsplit(url)
    return not parts.query and not parts.fragment and bool(_FRONT.match(parts.path))


def lasting(url: str) -> str:
    """An absolute address as it stays: without scheme, "www.", tracking, and the slash at its end."""
    parts = urlsplit(url)
    query = "&".join(pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair))
    host = parts.netloc.lower().removeprefix("www.")
    marked = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}{marked}"
