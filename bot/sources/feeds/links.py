"""Which of an entry's or a feed's links is the one to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_READABLE = frozenset(("", "text/html", "application/xhtml+xml", "html", "xhtml"))
_NOT_ITS_OWN = frozenset(("self", "edit", "replies", "hub", "next", "first", "last", "previous", "license", "search"))


def best(links: Sequence[Mapping[str, str]]) -> str:
    """The first page among the alternates, then any alternate, then whatever is its own; "" for none.

    links: `rel`, `type` and `href` as they are written.
    """
    told = [link for link in links if link.get("href")]
    alternates = [link for link in told if link.get("rel", "alternate").lower() in ("alternate", "")]
    pages = [link for link in alternates if link.get("type", "").partition(";")[0].strip().lower() in _READABLE]
    own = [link for link in told if link.get("rel", "").lower() not in _NOT_ITS_OWN]
    return next((link["href"] for link in (*pages, *alternates, *own)), "")
