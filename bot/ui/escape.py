"""Strangers' text for Discord: shown as it is written, and nothing else."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

# Joiners are letters' glue in Persian, Hindi and emoji; every other format character (overrides, zero-width spaces,
# soft hyphens) only hides or reorders what is shown.
_GLUE = {"\u200c", "\u200d"}
_SPACES = re.compile(r"\s+")
# All that Discord's Markdown gives a meaning to; a backslash before punctuation always shows the punctuation.
_MARKS = re.compile(r"([\\*_~`|>\[\]()#<\-+:])")


def one_line(text: str) -> str:
    """Printable characters on one line, invisible and direction-changing ones gone."""
    spaced = _SPACES.sub(" ", text)
    return "".join(c for c in spaced if c in _GLUE or not unicodedata.category(c).startswith("C")).strip()


def escaped(text: str) -> str:
    """One line without Markdown, mentions, masked links, timestamps or custom emoji."""
    return _MARKS.sub(r"\\\1", one_line(text)).replace("@", "@\u200b")


def link(text: str, url: str) -> str:
    """`text` linked to `url`; just the text when the address is not one for the web. Ours is the only name it has."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return escaped(text)
    safe = quote(one_line(url), safe="/:?#@!$&*+,;=%~-._")  # no bracket, no space, no quotation mark is left
    return f"[{escaped(text)}]({safe})"


def length(text: str) -> int:
    """UTF-16 code units: never fewer than what Discord counts."""
    return len(text.encode("utf-16-le")) // 2


def shortened(text: str, limit: int) -> str:
    """At most `limit` units, cut between words and marked."""
    if length(text) <= limit:
        return text
    kept = text[: limit - 1]
    while length(kept) > limit - 1:
        kept = kept[:-1]
    cut = kept.rsplit(" ", 1)[0] if " " in kept[limit // 2 :] else kept
    return f"{cut.rstrip(chr(92))}…"
