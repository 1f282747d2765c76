"""From a byline to persons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bot.sources.extract.byline_words import (
    AGENCIES,
    CREDENTIALS,
    INTERFACE,
    INTRODUCTIONS,
    JOINTS,
    NO_PERSON,
    OTHER_CREDITS,
    PARTICLES,
    ROLES,
    SUFFIXES,
)
from bot.sources.extract.wording import squeezed, tidy

_LONGEST_BYLINE = 400
_MOST_WORDS = 6
_MOST_PERSONS = 12

_NOISE = re.compile(r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)@\w+|\([^)]*\)|\[[^\]]*\]|<[^>]*>")
_INTRODUCTION = re.compile(
    r"^(?:"
    + "|".join(sorted((re.escape(w) for w in set(INTRODUCTIONS)), key=len, reverse=True))
    + r")(?:\s*[:：]\s*|\s+)",
    re.IGNORECASE,
)
_OTHER_CREDIT = re.compile(
    r"(?:^|[\s,;|·(])(?:" + "|".join(re.escape(w) for w in OTHER_CREDITS) + r").*$", re.IGNORECASE
)
_BORDER = re.compile(r"\s*(?:[;|·•●/\n→]|\s[-–—]\s|、|，)\s*")
_JOINT = re.compile(r",?\s+(?:" + "|".join(re.escape(w) for w in JOINTS) + r")\s+(?=[^\W\d_])", re.IGNORECASE)
_HAN_OR_KANA = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_WORD_BREAK = re.compile(r"[\s]+")


def persons(byline: str, outlet: Iterable[str] = ()) -> tuple[str, ...]:
    """Names of the people in a byline, in order; `outlet`: squeezed names that are the outlet's own."""
    own = frozenset(outlet)
    found = [name for piece in _pieces(byline) if (name := _name(piece)) and squeezed(name) not in own]
    unique = {squeezed(name): name for name in reversed(found)}
    return tuple(reversed(unique.values()))[:_MOST_PERSONS]


def _pieces(byline: str) -> Iterator[str]:
    text = _OTHER_CREDIT.sub("", _NOISE.sub(" ", tidy(byline[:_LONGEST_BYLINE])))
    for part in _BORDER.split(_without_introduction(text)):
        for joined in _JOINT.split(_without_introduction(part)):
            yield from _comma_parts(joined)


def _without_introduction(text: str) -> str:
    text = text.strip(" ,:.-–—|*\"“”'")
    while (shorter := _INTRODUCTION.sub("", text, count=1).strip(" ,:-–—|")) != text:
        text = shorter
    return text


def _comma_parts(text: str) -> Iterator[str]:
    """A comma stands before another name, a role, a credential, a place or "Jr."."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    for i, part in enumerate(parts):
        following = parts[i + 1] if i + 1 < len(parts) else ""
        if i and len(part.split()) == 1:
            continue
        yield f"{part} {following}" if _bare(following) in SUFFIXES else part


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").strip()


def _name(piece: str) -> str:
    """The piece as a name, or "" when it is none."""
    text = tidy(piece).strip(' ,:;-–—|*"“”')
    words = text.split()
    while len(words) > 1 and _bare(words[-1]) in CREDENTIALS and words[-1].isupper() | ("." in words[-1]):
        words.pop()
    text = " ".join(words).rstrip(",")
    if not words or len(words) > _MOST_WORDS or len(text) > 60 or any(c.isdigit() for c in text):
        return ""
    lowered = [_bare(w) for w in words]
    if text.casefold() in AGENCIES or _bare(text) in AGENCIES:
        return ""
    if any(w in NO_PERSON or w in ROLES or w in INTERFACE for w in lowered):
        return ""
    if len(text) < 2 or (len(words) > 1 and not _looks_like_name(words)):
        return ""
    return _capitalized(text)


def _looks_like_name(words: list[str]) -> bool:
    """Each word starts with a capital (or has no case), but for particles."""
    return all(
        w[0].isupper()
        or not (w[0].isupper() or w[0].islower())
        or w.casefold() in PARTICLES
        or "'" in w[:3]
        or "’" in w[:3]
        for w in words
    )


def _capitalized(text: str) -> str:
    if len(text) > 4 and text.isupper():
        return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), text)
    return text
