"""From a page to the feed that it is, or to those that it names. Runs in a process that can be killed."""

from __future__ import annotations

import re

from bot.models.feed import Feed, FeedLinks
from bot.models.page import Page
from bot.sources.charset import decode
from bot.sources.feeds import json_feed, loose, page_links, strict
from bot.sources.feeds.finishing import finished

_ROOT = re.compile(r"<(?:[\w.-]+:)?(rss|feed|rdf|channel)\b", re.IGNORECASE)
_PAGE = re.compile(r"<(?:html|head|body)\b|<!doctype\s+html", re.IGNORECASE)
_BEFORE_ROOT = 50_000  # characters of warnings and comments that may stand before a feed
_PROLOG = re.compile(r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]+)|(\d+));?")


def read(page: Page) -> Feed | FeedLinks:
    """Whatever it is; no links at all in what is neither a feed nor a page that names one."""
    text = decode(page.body, page.charset).lstrip()
    url = page.url
    if text.startswith(("{", "[")):
        raw = json_feed.read(text, url)
    elif markup := _from_its_root(text):
        markup = _mended(markup)
        raw = strict.read(markup, url) or loose.read(markup, url)
    else:
        raw = None
    return finished(raw, url) if raw else page_links.feeds_of(text, url)


def _from_its_root(text: str) -> str:
    """The feed without what stands before it; "" for what is no feed."""
    head = _PROLOG.sub(lambda found: " " * len(found[0]), text[:_BEFORE_ROOT])
    root, page = _ROOT.search(head), _PAGE.search(head)
    if not root or (page and page.start() < root.start()):
        return ""
    doctype = text.rfind("<!DOCTYPE", 0, root.start())
    return text[doctype if doctype >= 0 else root.start() :]


def _mended(markup: str) -> str:
    """Without references to characters that there are none of: they end any reading of XML."""
    return _REFERENCE.sub(_reference, markup) if "&#" in markup else markup


def _reference(found: re.Match[str]) -> str:
    digits = (found[1] or found[2])[:9]
    code = int(digits, 16) if found[1] else int(digits)
    is_character = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code <= 0x10FFFF
    return found[0] if is_character else ""
