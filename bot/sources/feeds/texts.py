"""From what feeds put into titles and summaries to plain text of bounded length."""

from __future__ import annotations

import re
from html import unescape
from html.entities import name2codepoint

from bot.sources.feeds.raw import Text

_LONGEST_MARKUP = 20_000  # characters that are looked at
_MARKUP_FOR_TEXT = 4  # times as long as its text markup seldom is

# What is no text at all: comments, and elements whose content is not read.
_UNREAD = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|iframe|noscript|template|svg|object)\b[^<>]*>.*?(?:</\1\s*>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_SECTION = re.compile(r"<!\[CDATA\[|\]\]>")
_WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|"
    r"u|var|wbr)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<[!?][^<>]*>")
_CLOSING_TAG = re.compile(r"</[a-zA-Z]\w*\s*>|<(?:br|hr|img)\b[^<>]*>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|([a-z]{2,8}\d{0,2}));", re.IGNORECASE)

# Controls, half a character, marks that turn or hide what stands around them. The joiners that scripts and emoji need
# (U+200C, U+200D) stay.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb]"
)
_CP1252 = {code: bytes((code,)).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}


def plain(text: Text, most: int) -> str:
    """One line without markup, of at most so many characters; cut between words where it can be."""
    said = _plain(text, most * _MARKUP_FOR_TEXT)
    if len(said) < most and len(text.value) > most * _MARKUP_FOR_TEXT:
        said = _plain(text, _LONGEST_MARKUP)
    return cut(said, most)


def _plain(text: Text, longest: int) -> str:
    value = text.value[:longest]
    if len(value) < len(text.value) and value.rfind("<") > value.rfind(">"):
        value = value[: value.rfind("<")]
    return tidy(_without_markup(value) if text.is_html or _looks_like_html(value) else value)


def tidy(text: str) -> str:
    """One line, single blanks, nothing unseen."""
    line = " ".join(_mended(text).split())
    return line if line.isprintable() else " ".join(_UNSEEN.sub("", line).split())


def cut(text: str, most: int) -> str:
    """At most so many characters, the last of them "…" where something is missing."""
    if len(text) <= most:
        return text
    head, blank, _ = text[:most].rpartition(" ")
    return (head if blank and len(head) > most // 2 else text[: most - 1]).rstrip(" ,;:–—-") + "…"


def _without_markup(markup: str) -> str:
    if "<" in markup:
        markup = _UNREAD.sub(" ", markup)
        if "]]>" in markup:
            markup = _SECTION.sub("", markup)
        markup = _WITHIN_WORDS.sub("", markup)
        markup = _TAG.sub(" ", markup)
    return unescape(markup) if "&" in markup else markup


def _looks_like_html(text: str) -> bool:
    """Whether a text of no said type holds markup; "a <b" and "Q&A" do not."""
    if "<" in text and _CLOSING_TAG.search(text):
        return True
    return "&" in text and any(not name[1] or name[1] in name2codepoint for name in _ENTITY.finditer(text))


def _mended(text: str) -> str:
    """UTF-8 that was taken for Latin-1 and encoded again; codes of Windows-1252 that were taken for Unicode's."""
    if text.isascii():
        return text
    try:
        return text.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text.translate(_CP1252)
