"""Strangers' text for Discord: shown as it is written, and nothing else.

"Safe" text is what `escaped` and `link` return; it may be joined with our own Markdown, and cut by `cut` only.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

import idna

# Joiners are letters' glue in Persian, Hindi and emoji; every other format character (overrides, zero-width spaces,
# soft hyphens) only hides or reorders what is shown.
_GLUE = "\u200c\u200d"
_LOOSE_GLUE = re.compile(rf"(?<!\S)[{_GLUE}]+|[{_GLUE}]+(?!\S)|(?<=[{_GLUE}])[{_GLUE}]+")
_HIDDEN = {"Cc", "Cf", "Cs"}
# Letters and marks that show nothing (fillers, joiners, variation selectors but those of emoji) and noncharacters:
# the default-ignorable code points of Unicode 16 that are of no hidden category, and the empty Braille cell.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\ufdd0-\ufdef\ufe00-\ufe0d\uffa0\ufff0-\ufff8"
    "\ufffe\uffff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile(r"\s+")
# All that Discord's Markdown gives a meaning to; a backslash before punctuation always shows the punctuation.
_MARKS = {ord(mark): f"\\{mark}" for mark in "\\*_~`|>[]()#<-+:"} | {ord("@"): "@\u200b"}
_ORDINAL = re.compile(r"(\d+)\.(?=\s)")  # begins a numbered list
# A backslash is shown, not obeyed, in the name of a masked link: there a mark gives way to its full-width twin.
_TWINS = {ord(mark): ord(mark) + 0xFEE0 for mark in "\\*_~`|[]<>"}
_EMOJI = re.compile(r":(?=[\w+~-]+:)")
_ADDRESS = re.compile(r"((?:[\w-]+\.)+[^\W\d_]{2,})|://")
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_HALF_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\\Z|@\Z")
# A masked link of ours, with the brackets that are shown around it.
_LINKED = re.compile(r"(?:\\\[)?(?<!\\)\[(?:\\.|[^\[\]\\])*\]\([^()\s]*\)(?:\\\])?")


def one_line(text: str) -> str:
    """Printable characters on one line, invisible and direction-changing ones gone."""
    spaced = _BLANK.sub("", _SPACES.sub(" ", text))
    shown = spaced if spaced.isprintable() else "".join(filter(_is_shown, spaced))
    return " ".join(_LOOSE_GLUE.sub("", shown).split())


def escaped(text: str) -> str:
    """One line without Markdown, mentions, masked links, timestamps, lists, addresses to click or custom emoji."""
    marked = one_line(text).translate(_MARKS)
    return _ORDINAL.sub(r"\1\\.", marked, count=1) if marked[:1].isdigit() else marked


def link(text: str, url: str, limit: int = 256, longest: int = 700) -> str:
    """`text`, of at most `limit` units, linked to `url`; just the text when the address is none of the web's, is of
    more than `longest` units, or when the text reads as another.
    """
    shown = shortened(one_line(text), limit)
    address, name = web_address(url), _name(shown)
    if not address or len(address) > longest or not name or _names_another_place(name, address):
        return shortened(escaped(shown), limit)
    return f"[{name}]({address})"


def web_address(url: str) -> str:
    """The address as plain ASCII that ends no Markdown; "" when it is none of the web's, or hides its host."""
    try:
        parts = urlsplit(one_line(url))
        host = _ascii((parts.hostname or "").lower())
        port = f":{parts.port}" if parts.port else ""
    except ValueError:  # a port of letters, half an IPv6 address, a name that no host has
        return ""
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc or not _HOST.fullmatch(host):
        return ""
    return urlunsplit((parts.scheme, host + port, *(map(_quoted, (parts.path, parts.query, parts.fragment)))))


def length(text: str) -> int:
    """UTF-16 code units. Discord counts code points (its API is written in Python), which are never more."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def cut(safe: str, room: int) -> tuple[str, str]:
    """Safe text in two, the first of at most `room` units (2 or more): between words if it can, never in an escape.

    A masked link stays whole where `room` holds it.
    """
    if length(safe) <= room:
        return safe, ""
    kept = safe.encode("utf-16-le", "surrogatepass")[: room * 2].decode("utf-16-le", "ignore")
    if safe[len(kept)] != " " and (blank := kept.rfind(" ")) > len(kept) // 2:
        kept = kept[:blank]
    kept = kept[: _before_a_link(safe, len(kept))] or kept
    if _HALF_ESCAPE.search(kept):
        kept = kept[:-1]
    return kept.rstrip(" "), safe[len(kept) :].lstrip(" ")


def shortened(safe: str, limit: int) -> str:
    """Safe text of at most `limit` units, cut between words and marked."""
    return safe if length(safe) <= limit else f"{cut(safe, limit - 1)[0]}…"


def _before_a_link(safe: str, at: int) -> int:
    """Where the link begins that `at` is within; `at` when it is in none."""
    return next((found.start() for found in _LINKED.finditer(safe) if found.start() < at < found.end()), at)


def _is_shown(character: str) -> bool:
    return character in _GLUE or unicodedata.category(character) not in _HIDDEN


def _name(text: str) -> str:
    """The name of a masked link."""
    return _EMOJI.sub("：", one_line(text).translate(_TWINS)).replace("@", "@\u200b")


def _names_another_place(name: str, address: str) -> bool:
    """Whether a link's name reads as an address, and not as its own."""
    host = f".{urlsplit(address).hostname}"
    return any(
        not found[1] or not host.endswith(f".{found[1].lower()}")
        for found in _ADDRESS.finditer(unicodedata.normalize("NFKC", name))
    )


def _ascii(host: str) -> str:
    return host if host.isascii() else idna.encode(host, uts46=True).decode()


def _quoted(part: str) -> str:
    safe = quote(part, safe="/:?@!$&*+,;=%~-._")
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", safe)
