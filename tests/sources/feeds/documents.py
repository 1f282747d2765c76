"""Feeds to read: what a test says of an entry, in the format that it asks for."""

from __future__ import annotations

from bot.models.feed import Entry, Feed, FeedLinks
from bot.models.page import Page
from bot.sources.feeds.reading import read

URL = "https://courier.example/feed"
SITE = "https://courier.example/"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss/",
        "sy": "http://purl.org/rss/1.0/modules/syndication/",
    }.items()
)


def rss(*items: str, head: str = f"<title>The Courier</title><link>{SITE}</link>") -> str:
    """RSS 2.0; each item is what stands in it."""
    told = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" {NAMESPACES}><channel>{head}{told}</channel></rss>'
    )


def atom(*entries: str, head: str = "<title>The Courier</title>") -> str:
    told = "".join(f"<entry>{entry}</entry>" for entry in entries)
    media = 'xmlns:media="http://search.yahoo.com/mrss/"'
    return f'<feed xmlns="http://www.w3.org/2005/Atom" {media} xml:lang="en">{head}{told}</feed>'


def rdf(*items: str) -> str:
    """RSS 1.0; its items stand beside the channel."""
    told = "".join(f'<item rdf:about="{SITE}{n}">{item}</item>' for n, item in enumerate(items))
    spaces = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = f'<channel rdf:about="{SITE}"><title>The Courier</title><link>{SITE}</link></channel>'
    return f'<rdf:RDF xmlns="http://purl.org/rss/1.0/" {spaces}>{head}{told}</rdf:RDF>'


def page(body: str | bytes, *, url: str = URL, charset: str = "") -> Page:
    return Page(asked=url, url=url, charset=charset, body=body.encode() if isinstance(body, str) else body)


def feed(body: str | bytes, *, url: str = URL, charset: str = "") -> Feed:
    """What is read of it; fails for what is no feed."""
    found = read(page(body, url=url, charset=charset))
    assert isinstance(found, Feed)
    return found


def only(body: str | bytes, *, url: str = URL) -> Entry:
    [entry] = feed(body, url=url).entries
    return entry


def links(body: str, *, url: str = SITE) -> list[str]:
    """The feeds that a page names."""
    found = read(page(body, url=url))
    assert isinstance(found, FeedLinks)
    return [link.url for link in found.links]
