"""Markdown as the text that its reader sees, and what its front matter says."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"\A---[^\S\n]*\n(.{0,8000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^([A-Za-z_-]{2,30})\s*:\s*(.+?)\s*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_REFERENCE = re.compile(r"^\[[^\]\n]{1,200}\]:\s\S.*$", re.MULTILINE)
_RULE = re.compile(r"^[^\S\n]*(?:[-*_][^\S\n]*){3,}$", re.MULTILINE)
_UNDERLINE = re.compile(r"^(?:=+|-{3,})[^\S\n]*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[^\S\n]+(.*?)[^\S\n]*#*$", re.MULTILINE)
_QUOTE = re.compile(r"^[^\S\n]*>[^\S\n]?", re.MULTILINE)
_ITEM = re.compile(r"^[^\S\n]*(?:[-*+])[^\S\n]+(?=\S)", re.MULTILINE)
_STRONG = re.compile(r"(?<![\w*])(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*])")
_CODE = re.compile(r"`([^`\n]{1,500})`")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")
_SIGNS = re.compile(r"\A(?:---\n|#{1,3} \S)|\n#{1,6} \S|\]\(https?://|\n[=-]{3,}\n")
_SIGN_CHARACTERS = 4_000


def looks_like_it(text: str) -> bool:
    """Whether a text with no declared type has Markdown's headings, links or front matter."""
    return _SIGNS.search(text[:_SIGN_CHARACTERS]) is not None


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields at the top, with names in lower case, and the text after them."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(found[1])}
    return fields, text[found.end() :]


def plain(text: str) -> str:
    """Without markup: headings and list items as lines, links as their words, images gone, rules as blank lines."""
    for pattern, by in (
        (_IMAGE, ""),
        (_LINK, r"\1"),
        (_REFERENCE, ""),
        (_RULE, ""),
        (_UNDERLINE, ""),
        (_HEADING, r"\n\1\n"),
        (_QUOTE, ""),
        (_ITEM, ""),
        (_STRONG, r"\2"),
        (_STRONG, r"\2"),
        (_CODE, r"\1"),
        (_ESCAPE, r"\1"),
    ):
        text = pattern.sub(by, text)
    return text
