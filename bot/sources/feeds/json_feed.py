"""Reads a JSON Feed of any version, also one that broke off or has things of the wrong type in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from bot.models.feed import FeedKind
from bot.sources.feeds.raw import RawEntry, RawFeed, Text, both_ends

Fields: TypeAlias = dict[str, Any]

_ITEMS = re.compile(r'"items"\s*:\s*\[')
_BETWEEN = re.compile(r"[\s,]*")
_TRAILING_COMMA = re.compile(r",(?=\s*[\]}])")
_STRING = re.compile(r'"((?:title|home_page_url|language|version)")\s*:\s*("(?:[^"\\]|\\.){0,2000}")')
_MOST = 20_000  # items of a feed that broke off; more are not looked at

# Numbers stay as they are written: one of a million digits would take minutes.
_decoder = json.JSONDecoder(strict=False, parse_int=str, parse_float=str)


def read(text: str, url: str) -> RawFeed | None:
    """None for what is no feed. `url`: what its addresses are relative to."""
    data = _parsed(text)
    items = _list(data, "items")
    if not items and "jsonfeed.org" not in _string(data, "version"):
        return None
    return RawFeed(
        kind=FeedKind.JSON,
        title=Text(_string(data, "title")),
        site=_string(data, "home_page_url"),
        base=url,
        language=_string(data, "language"),
        entries=[_entry(item) for item in both_ends(items)],
    )


def _parsed(text: str) -> Fields:
    try:
        data = _decoder.decode(text)
    except (ValueError, RecursionError):
        data = _salvaged(_TRAILING_COMMA.sub("", text))
    return data if isinstance(data, dict) else {}


def _salvaged(text: str) -> Fields:
    """The items that are whole, and the strings beside them."""
    if not (start := _ITEMS.search(text)):
        return {}
    head: Fields = {found[1].rstrip('"'): _value(found[2]) for found in _STRING.finditer(text[: start.start()])}
    return head | {"items": list(_whole_items(text, start.end()))}


def _whole_items(text: str, place: int) -> Iterator[Any]:
    for _ in range(_MOST):
        between = _BETWEEN.match(text, place)
        try:
            item, place = _decoder.raw_decode(text, between.end() if between else place)
        except (ValueError, RecursionError):
            return
        yield item


def _value(quoted: str) -> Any:
    try:
        return _decoder.decode(quoted)
    except ValueError:
        return ""


def _entry(item: Fields) -> RawEntry:
    people = [*_list(item, "authors"), *([item["author"]] if isinstance(item.get("author"), dict) else [])]
    return RawEntry(
        guid=_string(item, "id"),
        link=_string(item, "url") or _string(item, "external_url"),
        title=Text(_string(item, "title")),
        authors=tuple(_string(person, "name") for person in people),
        dates=tuple(filter(None, (_string(item, "date_published"), _string(item, "date_modified")))),
        summaries=(
            Text(_string(item, "summary")),
            Text(_string(item, "content_html"), is_html=True),
            Text(_string(item, "content_text")),
        ),
        labels=tuple(tag for tag in item.get("tags") or () if isinstance(tag, str)) if _has_tags(item) else (),
    )


def _has_tags(item: Fields) -> bool:
    return isinstance(item.get("tags"), list)


def _string(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _list(fields: Fields, name: str) -> list[Fields]:
    values = fields.get(name)
    return [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
