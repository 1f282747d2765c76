"""The feeds that a page names: in its head, and in its body where the head names none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from urllib.parse import parse_qsl, unquote, urlsplit

from bot.models.feed import FeedLink, FeedLinks
from bot.sources.feeds.addresses import absolute, written_out
from bot.sources.feeds.raw import Text
from bot.sources.feeds.texts import plain

_MOST = 25  # feeds of one page; a choice of more is none
_LONGEST_PAGE = 2_000_000  # characters
_TITLE = 150
_LINKS = 500  # of its head, and links in its body, that are looked at
_ANCHORS = 3_000

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b[^<>]*>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(base|link|a)\s((?:[^<>\"']++|\"[^\"<>]*+\"|'[^'<>]*+')*+)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,30})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_FEED_TYPE = re.compile(r"^application/(?:rss|atom|rdf|feed)\+(?:xml|json)$")
_ANY_DATA = frozenset(("application/json", "application/xml", "text/xml", ""))
_ANCHOR_TEXT = re.compile(r"(.{0,300}?)</a\s*>", re.IGNORECASE | re.DOTALL)

# How the last parts of a feed's address look, and its words.
_FEED_PATH = re.compile(
    r"(?:^|/)(?:feeds?|rss2?|atom)(?:[._-]?(?:all|index|main|full|news|articles|posts))?(?:\.(?:xml|json|php|aspx?|rdf))?/?$"
    r"|\.(?:rss|atom|rdf)$|/(?:index|feed|rss|atom)\.xml$|/(?:feeds?|rss|xml)/.*\.(?:xml|json)$",
    re.IGNORECASE,
)
_FEED_HOST = re.compile(r"^(?:feeds?|rss)[.\d]", re.IGNORECASE)
_FEED_QUERY = re.compile(r"^(?:feed|format|output|type|alt)=(?:rss2?|atom|json|xml)\b", re.IGNORECASE)
_WITHIN = re.compile(r"(?:feed/|feed:/{0,2}|url=|=)(https?(?::|%3a)(?:/|%2f){1,2}[^\s\"'<>]+)$", re.IGNORECASE)
_COMMENTS = re.compile(r"/comments/(?:feed|rss)|[?&]feed=comments|kommentar-feed", re.IGNORECASE)
_COMMENTS_TITLE = re.compile(
    r"\b(?:comments? feed|comments on|kommentar-feed|flux des commentaires|feed de los comentarios)\b", re.IGNORECASE
)
_FORMAT = re.compile(r"[\s»·|:()-]*\b(?:rss|atom|rdf|json|feed|2\.0|1\.0|1\.1|0\.9\d)\b[\s»·|:()-]*", re.IGNORECASE)


def feeds_of(markup: str, url: str) -> FeedLinks:
    """At most `_MOST`, the likeliest first. url: of the page, "" for a file of unknown origin."""
    markup = _COMMENT.sub(" ", markup[:_LONGEST_PAGE])
    base = _base(markup, url)
    return FeedLinks(links=_chosen(_in_head(markup, base)) or _chosen(_in_body(markup, base)))


def unwrapped(url: str) -> str:
    """The feed's own address in that of an aggregator's page about it; `url` itself where there is none."""
    text = url
    for _ in range(2):  # addresses are quoted once or twice
        if found := _WITHIN.search(text):
            inner = unquote(found[1]) if "%" in found[1] else found[1]
            if good := absolute(re.sub(r"^(https?):/+", r"\1://", inner), ""):
                return good
        text = unquote(text)
    return url


def looks_like_a_feed(url: str) -> bool:
    """By its address alone."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    queried = any(_FEED_QUERY.match(f"{name}={value}") for name, value in parse_qsl(parts.query))
    return (
        queried or bool(_FEED_HOST.match(parts.netloc) and parts.path.strip("/")) or bool(_FEED_PATH.search(parts.path))
    )


def _chosen(found: Iterator[FeedLink]) -> tuple[FeedLink, ...]:
    """Each once, and once for all its formats; feeds of comments only where there are no others."""
    links = {link.url: link for link in found}
    posts = [link for link in links.values() if not _is_of_comments(link)]
    by_name: dict[str, FeedLink] = {}
    for link in posts or links.values():
        by_name.setdefault(_without_format(link), link)
    return tuple(by_name.values())[:_MOST]


def _is_of_comments(link: FeedLink) -> bool:
    return bool(_COMMENTS.search(link.url) or _COMMENTS_TITLE.search(link.title))


def _without_format(link: FeedLink) -> str:
    """What two feeds share that differ in their format only; the address of one that is not called anything."""
    if not link.title:
        return link.url
    host_and_folder = link.url.rpartition("/")[0]
    named = _FORMAT.sub(" ", link.title).strip()
    return f"{named} {'' if named else host_and_folder}" if _FORMAT.search(link.title) else link.url


def _in_head(markup: str, base: str) -> Iterator[FeedLink]:
    for facts, _ in islice(_tags(markup, "link"), _LINKS):
        if _leads_to_feed(facts) and (url := absolute(facts.get("href", ""), base)):
            yield FeedLink(url=url, title=plain(Text(facts.get("title", "")), _TITLE))


def _leads_to_feed(facts: dict[str, str]) -> bool:
    rel = facts.get("rel", "").lower().split()
    kind = facts.get("type", "").partition(";")[0].strip().lower()
    if "alternate" not in rel and "feed" not in rel:
        return False
    if _FEED_TYPE.match(kind):
        return True
    # Such a type may as well be a page's data, or a map of the site.
    return (kind in _ANY_DATA or "feed" in rel) and looks_like_a_feed(facts.get("href", ""))


def _in_body(markup: str, base: str) -> Iterator[FeedLink]:
    for facts, end in islice(_tags(markup, "a"), _ANCHORS):
        href = facts.get("href", "").strip()
        url = absolute(written_out(href), base)
        inner = unwrapped(url) if url else ""
        if url and (inner != url or href.startswith("feed:") or looks_like_a_feed(url)):
            said = _ANCHOR_TEXT.match(markup, end)
            yield FeedLink(url=inner, title=plain(Text(said[1] if said else "", is_html=True), _TITLE))


def _base(markup: str, url: str) -> str:
    for facts, _ in _tags(markup, "base"):
        return absolute(facts.get("href", ""), url) or url
    return url


def _tags(markup: str, name: str) -> Iterator[tuple[dict[str, str], int]]:
    """Elements of a name, their attributes, and where they end; the last of two attributes of one name counts."""
    for tag in _TAG.finditer(markup):
        if tag[1].lower() == name:
            found = _ATTRIBUTE.findall(tag[2][:5_000])
            yield {key.lower(): unescape(a or b or c) for key, a, b, c in found}, tag.end()
