"""Reads any XML that was meant to be a feed, by feedparser: slow, and the most forgiving there is."""

from __future__ import annotations

import io
import re
from typing import Any, TypeAlias

import feedparser

from bot.models.feed import FeedKind
from bot.sources.feeds.links import best
from bot.sources.feeds.raw import RawEntry, RawFeed, Text
from bot.sources.feeds.schedules import skip_hours, ttl

Fields: TypeAlias = dict[str, Any]

_MANY = 600  # entries that are read; more than are kept
_ENTRY = re.compile(r"<(?:[\w.-]{1,20}:)?(?:item|entry)(?=[\s/>])", re.IGNORECASE)
_LONG = 400_000  # characters that are read whole in time, whatever they hold
_HTML = frozenset(("text/html", "application/xhtml+xml", "html", "xhtml"))


def read(markup: str, url: str) -> RawFeed | None:
    """None for what is no feed. Takes nine milliseconds for 20 kB and, in hostile cases, more than anybody waits."""
    # A stream, and nothing else: bytes and strings are taken for names of files and addresses, and opened.
    stream = io.BytesIO(_shortened(markup).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": url}
    parsed = feedparser.parse(stream, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    version = parsed.get("version", "")
    if not version and not parsed.entries:
        return None
    feed = parsed.feed
    return RawFeed(
        kind=FeedKind.ATOM if version.startswith("atom") else FeedKind.RSS,
        title=_text(feed, "title"),
        site=_link(feed),
        base=url,
        language=_string(feed, "language"),
        ttl=ttl(_string(feed, "ttl"), _string(feed, "sy_updateperiod"), _string(feed, "sy_updatefrequency")),
        skip_hours=skip_hours(markup),
        entries=[_entry(entry) for entry in parsed.entries],
    )


def _shortened(markup: str) -> str:
    """Without what comes after more entries than are wanted."""
    if len(markup) > _LONG:
        for count, start in enumerate(_ENTRY.finditer(markup)):
            if count == _MANY:
                return markup[: start.start()]
    return markup


def _entry(entry: Fields) -> RawEntry:
    return RawEntry(
        guid=_string(entry, "id"),
        link=_string(entry, "feedburner_origlink") or _link(entry),
        title=_text(entry, "title"),
        authors=_people(entry),
        dates=tuple(filter(None, (_string(entry, name) for name in ("published", "created", "updated")))),
        summaries=_summaries(entry),
        labels=tuple(_string(tag, "label") or _string(tag, "term") for tag in _list(entry, "tags")),
    )


def _people(entry: Fields) -> tuple[str, ...]:
    """One person as it is written; of several, their names. In one, feedparser does not find each address of mail."""
    people = _list(entry, "authors")
    author = _string(entry, "author")
    return (author,) if author and len(people) < 2 else tuple(_string(person, "name") for person in people)


def _link(fields: Fields) -> str:
    """A guid that is an address is the link where there is no other."""
    links = [{name: _string(link, name) for name in ("rel", "type", "href")} for link in _list(fields, "links")]
    pages = [link for link in links if link["rel"] != "enclosure"]
    return best(pages) or _string(fields, "link") or best(links)


def _summaries(entry: Fields) -> tuple[Text, ...]:
    """What feedparser takes for the summary where there is none is the content again, without its type."""
    contents = tuple(_content(content) for content in _list(entry, "content"))
    is_content = contents and "summary_detail" not in entry.keys()  # noqa: SIM118 - `in entry` asks its aliases too
    return contents if is_content else (_text(entry, "summary"), *contents)


def _text(fields: Fields, name: str) -> Text:
    detail = dict.get(fields, f"{name}_detail")
    return Text(_string(fields, name), isinstance(detail, dict) and _string(detail, "type").lower() in _HTML)


def _content(content: Fields) -> Text:
    return Text(_string(content, "value"), _string(content, "type").lower() in _HTML)


# An element that feedparser does not know becomes a field of that name, whatever its own fields are: nothing has the
# type that it should have. Its dictionary answers for fields that it lacks; only what is there is wanted.


def _string(fields: Fields, name: str) -> str:
    value = dict.get(fields, name)
    return value if isinstance(value, str) else ""


def _list(fields: Fields, name: str) -> list[Fields]:
    values = dict.get(fields, name)
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
