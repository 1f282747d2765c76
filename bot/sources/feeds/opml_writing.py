"""Writes a list of feeds as OPML 2.0, for any reader."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from bot.models.feed import OpmlFeed

PREFIX = "bot:"  # of attributes that only we read
_NAMESPACE = "urn:commentary-bot:follow"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_opml(feeds: Iterable[OpmlFeed], title: str) -> bytes:
    """What `read_opml` reads as the same feeds in the same order; `title`: of the whole list.

    A folder whose feeds do not stand together comes twice, so that the order holds.
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<opml version="2.0" xmlns:{PREFIX[:-1]}="{_NAMESPACE}">',
        f"  <head><title>{_quoted(title)[1:-1]}</title></head>",
        "  <body>",
        *_body(feeds),
        "  </body>",
        "</opml>",
        "",
    ]
    return "\n".join(lines).encode()


def _body(feeds: Iterable[OpmlFeed]) -> Iterator[str]:
    open_folders: tuple[str, ...] = ()
    for feed in feeds:
        shared = _shared(open_folders, feed.folders)
        yield from (_indented("</outline>", depth) for depth in range(len(open_folders) - 1, shared - 1, -1))
        for depth in range(shared, len(feed.folders)):
            name = _quoted(feed.folders[depth])
            yield _indented(f"<outline text={name} title={name}>", depth)
        open_folders = feed.folders
        yield _indented(_outline(feed), len(open_folders))
    yield from (_indented("</outline>", depth) for depth in range(len(open_folders) - 1, -1, -1))


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many folders two places have in common."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _outline(feed: OpmlFeed) -> str:
    facts = {"type": "rss", "text": feed.title or feed.url, "title": feed.title or feed.url, "xmlUrl": feed.url}
    facts |= {"htmlUrl": feed.site} if feed.site else {}
    facts |= {f"{PREFIX}{name}": value for name, value in feed.facts.items()}
    return f"<outline {' '.join(f'{name}={_quoted(value)}' for name, value in facts.items())}/>"


def _quoted(text: str) -> str:
    """As an attribute's value; line breaks in it are kept."""
    return quoteattr(_NO_XML.sub("", text), {'"': "&quot;"})


def _indented(line: str, depth: int) -> str:
    return "  " * (depth + 2) + line
