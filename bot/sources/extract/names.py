"""From a byline to persons."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import takewhile

from bot.sources.extract import introductions
from bot.sources.extract.byline_words import (
    AGENCIES,
    CREDENTIALS,
    HONORIFICS,
    INTERFACE,
    JOINTS,
    JOURNALISTS,
    NO_PERSON,
    NO_PERSON_PARTS,
    OTHER_CREDITS,
    PARTICLES,
    QUALIFIERS,
    ROLES,
    SUFFIXES,
    SURNAMES,
)
from bot.sources.extract.dates import DATE
from bot.sources.extract.introduction_words import INTRODUCTIONS, LABEL_SIGNS
from bot.sources.extract.wording import squeezed, tidy

_LONGEST_BYLINE = 500
_LONGEST_NAME = 60
_MOST_WORDS = 6
_MOST_PERSONS = 12


def _either(phrases: Collection[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(set(phrases), key=len, reverse=True))


_BRACKETED_CREDIT = re.compile(
    r"[^\W\d_][^,;/()\n]*\((?:photos?|photography|pictures|illustrations?|video|fotos?|bilder?|grafik|immagini)\)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|(?<!\w)@\w+|\([^)]*\)|\[[^\]]*\]|<[^>]*>|（[^）]*）"
)
_OTHER_CREDIT = re.compile(rf"(?:^|(?<=[\s,;(]))(?:{_either(OTHER_CREDITS)})(?!\w).*$", re.IGNORECASE)
_OTHER_CREDIT_ALONE = re.compile(rf"(?:^|(?<=[\s,;(]))(?:{_either(OTHER_CREDITS)})\W*$", re.IGNORECASE)
_BROKEN_JOINT = re.compile(
    rf"\s*((?:,|(?<=\s)(?:{_either(JOINTS)})))\s*\n\s*|\s*\n\s*(,|(?:{_either(JOINTS)})(?=\s))\s*", re.IGNORECASE
)
_MIDWAY = re.compile(
    rf"^.*\s(?:{_either([phrase for phrase in INTRODUCTIONS if ' ' in phrase])})\s+(?=[^\W\d_])", re.IGNORECASE
)
_REPORTER = re.compile(r"^(?:本报|本報)?(?:记者|記者|作者)(?=[\u3400-\u9fff]{2,4}$)")
_HANGUL = re.compile(r"^[\uac00-\ud7a3]{2,4}$")
_NO_NAME = re.compile(r"[\d:：$€£%#!?\"“”…_=+*<>{}]")
_DOMAIN = re.compile(r"\w\.[a-zA-Z]{2,}\b")
_HONORIFIC = re.compile(rf"(?<!\w)(?:{_either(HONORIFICS)})\.?\s+(?=[^\W\d_])", re.IGNORECASE)
_BORDER = re.compile(r"\s*(?:[;|·•●/\n→｜／]|\s[-–—]\s|、|，|(?<=\w\w\w)\.\s)\s*")
_JOINT = re.compile(rf",?\s+(?:{_either(JOINTS)})\s+(?=[^\W\d_])", re.IGNORECASE)
_ABBREVIATED = ("jr", "sr")  # whose full stop looks like a border
_BEFORE_BYLINE = " \t\r|·•,-–—"
_EDGES = " ,:;.-–—|*\"“”„'‘’"


def persons(
    byline: str, is_other: Callable[[str], bool] = lambda _: False, *, lone: int = _MOST_PERSONS
) -> tuple[str, ...]:
    """Names of the people in a byline, in order.

    is_other: tells names that are no author's here (the outlet's); lone: how many single words may be names at most.
    """
    found = [name for piece in _pieces(byline[:_LONGEST_BYLINE]) if (name := _name(piece))]
    unique = {squeezed(name): name for name in reversed(found) if not is_other(name)}
    names = tuple(reversed(unique.values()))[:_MOST_PERSONS]
    full = tuple(name for name in names if " " in name)
    single = tuple(name for name in names if not name.isascii() or not name.isupper())  # an acronym is a body's
    return full or (single if len(single) <= lone else ())


def is_introduced(text: str) -> bool:
    """Whether a line or a part of it begins as a byline does ("By …", "Von …", "Autor: …") and goes on as one."""
    return introductions.begins_byline(text) or any(map(introductions.begins_byline, _BORDER.split(text)))


def is_introduction(text: str) -> bool:
    """Whether a label introduces an author ("Written by")."""
    return introductions.is_alone(text)


def is_other_credit(text: str) -> bool:
    """Whether a line ends by introducing somebody who is no author ("Fact checked by")."""
    return bool(_OTHER_CREDIT_ALONE.search(text))


def is_role(text: str) -> bool:
    """Whether a text says what somebody is."""
    return any(_bare(word) in ROLES for word in text.split())


def _pieces(byline: str) -> Iterator[str]:
    """Parts that may be names: those that are introduced, or all when none is."""
    text = DATE.sub("\n", _NOISE.sub(" ", _BRACKETED_CREDIT.sub(" ", byline)))
    text = _BROKEN_JOINT.sub(r" \1\2 ", _HONORIFIC.sub("", _with_introductions(text)))
    parts = list(_credited(filter(None, (tidy(part) for part in _BORDER.split(text)))))
    introduced = [part for part in parts if introductions.length(part)]
    for part in introduced or parts:
        for joined in _JOINT.split(_without_introduction(_MIDWAY.sub("", part))):
            yield from _comma_parts(_without_introduction(joined))
            if is_role(joined):
                break  # "head of marketing and community": both halves are the role's


def _with_introductions(text: str) -> str:
    """Lines, of which those that only introduce are joined to the next; a sign behind a label becomes a colon."""
    joined = ""
    for line in (line.strip(_BEFORE_BYLINE) for line in text.split("\n")):
        end = introductions.length(line)
        label = line[:end].rstrip()
        if end and label[-1] in LABEL_SIGNS:
            line = f"{label.rstrip(LABEL_SIGNS + ' ')}: {line[end:]}"
        joined += line + (" " if end and end == len(line.rstrip()) else "\n")
    return joined


def _credited(parts: Iterable[str]) -> Iterator[str]:
    """Without credits of another kind, and what they introduce ("Reviewed by | Ann Lee")."""
    skipping = False
    for part in parts:
        kept = _OTHER_CREDIT.sub("", part).strip(_EDGES)
        if kept and not skipping:
            yield kept
        skipping = bool(_OTHER_CREDIT_ALONE.search(part))


def _without_introduction(text: str) -> str:
    text = text.strip(_EDGES)
    while (shorter := text[introductions.length(text) :].strip(_EDGES)) != text:
        text = shorter
    return _REPORTER.sub("", text)


def _comma_parts(text: str) -> Iterator[str]:
    """A comma stands before another name, a role, a credential, a place or "Jr."."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if parts and _bare(parts[0]) in ROLES - SURNAMES:
        return  # "Secretary, Mill Lane Allotments"
    for i, part in enumerate(parts):
        if i and len(part.split()) == 1 and part.isascii():
            continue
        if i and i == len(parts) - 1 and is_role(parts[i - 1]) and i > 1:
            return  # "Ann Lee, Secretary, Mill Lane Allotments"
        following = parts[i + 1] if i + 1 < len(parts) else ""
        yield f"{part} {following}" if _bare(following) in SUFFIXES else part


def _bare(word: str) -> str:
    return word.casefold().replace(".", "").strip(_EDGES)


def _name(piece: str) -> str:
    """The piece as a name, or "" when it is none."""
    words = _without_role(_without_credentials(piece.strip(_EDGES.replace(".", "")).split()))
    text = " ".join(words) + ("." if words and _bare(words[-1]) in _ABBREVIATED and not words[-1].endswith(".") else "")
    if not 0 < len(words) <= _MOST_WORDS or not 2 <= len(text) <= _LONGEST_NAME:
        return ""
    if _NO_NAME.search(text) or _DOMAIN.search(text) or _is_no_person(text, [_bare(word) for word in words]):
        return ""
    if len(words) > 1 and not (all(_is_name_word(word) for word in words) and _is_name_end(words[-1])):
        return ""
    return _capitalized(text)


def _without_credentials(words: list[str]) -> list[str]:
    kept = list(words)
    while len(kept) > 1 and _bare(kept[-1]) in CREDENTIALS and (kept[-1].isupper() or "." in kept[-1] or len(kept) > 2):
        kept.pop()
    return kept


def _without_role(words: list[str]) -> list[str]:
    """ "Guest columnist Ann Lee", "Ann Lee Contributing Writer": if two words are left, or one in Korean."""
    front, back = _role_length(words), _role_length(words[::-1])
    kept = words[front : len(words) - back]
    if front + back == 0 or (len(kept) < 2 and any(word.lower() != word.upper() for word in kept)):
        return words
    return _korean(kept)


def _role_length(words: list[str]) -> int:
    """How many words at the start make a role."""
    known = list(takewhile(lambda word: word in JOURNALISTS or word in QUALIFIERS, map(_bare, words)))
    return len(known) if JOURNALISTS.intersection(known) else 0


def _korean(words: list[str]) -> list[str]:
    """What stands between a name and a role is where its bearer works."""
    return words[:1] if words and _HANGUL.match(words[0]) else words


def _is_no_person(text: str, words: list[str]) -> bool:
    """An agency, a body, a role, a button. Some roles are surnames too: "Anthony Head"."""
    telling = words[:-1] if len(words) > 1 and words[-1] in SURNAMES else words
    return (
        _bare(text) in AGENCIES
        or text.casefold() in AGENCIES
        or any(word in NO_PERSON or word in ROLES or word in JOURNALISTS or word in INTERFACE for word in telling)
        or any(part in text for part in NO_PERSON_PARTS)
    )


def _is_name_word(word: str) -> bool:
    """Starts with a capital, has no case, or is a particle ("de", "van", "d'Ormesson")."""
    return not word[0].islower() or word.casefold() in PARTICLES or any(mark in word[1:3] for mark in "'’")


def _is_name_end(word: str) -> bool:
    return not word[0].islower() or any(mark in word[1:3] for mark in "'’")


def _capitalized(text: str) -> str:
    if len(text) > 4 and text.isupper() and " " in text:
        return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize(), text)
    return text
