"""A text that somebody gives instead of an address."""

from __future__ import annotations

from bot.models.article import count_words
from bot.models.page import Page

_LEAST = 40  # words; fewer are an address that was mistyped


def page_of(given: str) -> Page | None:
    """The page that a pasted text is; None for what is meant as an address."""
    text = given.strip()
    first = text.split(maxsplit=1)[0] if text else ""
    if "://" in first or count_words(text) < _LEAST:
        return None
    return Page(asked="a pasted text", content_type="text/plain", charset="utf-8", body=text.encode())
