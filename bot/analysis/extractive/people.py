"""Persons named in a text: their fullest names, and who a later, shorter mention means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.analysis.extractive.reading import plain
from bot.analysis.extractive.words.table import Words

_TOKEN = r"[A-ZÀ-ÖØ-Þ][\w'-]*\.?"
_PARTICLE = r"(?:de la|de los|de|del|della|da|di|du|von der|von|van der|van den|van|der|den|ter|zu|bin|ibn|al|el|le|la|y|dos|das|do)"
_CAPITALS = re.compile(rf"{_TOKEN}(?:(?: {_PARTICLE})? {_TOKEN})*")
_POSSESSIVE = re.compile(r"'s?\Z")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: `start` and `end` are offsets in the text that was searched.

    name: without roles; honorific: what went before it ("Ms"), lower case; roles: those before it, lower case.
    """

    start: int
    end: int
    name: str
    roles: tuple[str, ...] = ()


def mentions(text: str, words: Words) -> Iterator[Mention]:
    """Runs of capitalised words, without the function words and roles they begin with."""
    for match in _CAPITALS.finditer(plain(text)):
        yield from _mention(match, words)


def _mention(match: re.Match[str], words: Words) -> Iterator[Mention]:
    parts = [(m.start() + match.start(), m[0]) for m in re.finditer(r"\S+", match[0])]
    roles: list[str] = []
    while parts:
        bare = parts[0][1].rstrip(".").lower()
        if bare in words.roles or bare in words.honorifics:
            roles.append(bare)
        elif bare not in words.stop:
            break
        parts.pop(0)
    for cut, (_, part) in enumerate(parts):
        if part.endswith(".") and len(part) > 3:  # a sentence ended here
            parts = parts[: cut + 1]
            break
    if parts:
        start, end = parts[0][0], parts[-1][0] + len(parts[-1][1])
        name = _POSSESSIVE.sub("", " ".join(part for _, part in parts).rstrip("."))
        yield Mention(start, end, name, tuple(roles))


@dataclass(frozen=True, slots=True)
class People:
    """Everyone with at least two names, and those named after a role ("Frau Dombrowski")."""

    full: dict[str, str] = field(default_factory=dict)
    by_role: dict[str, str] = field(default_factory=dict)
    female: frozenset[str] = frozenset()
    male: frozenset[str] = frozenset()

    def fullest(self, name: str) -> str | None:
        """The fullest form of a name that means a person, None for one that is not known as one."""
        if name in self.full:
            return self.full[name]
        parts = name.split()
        return self.full.get(parts[-1]) if len(parts) > 1 else None


def people(texts: list[str], words: Words) -> People:
    """Collect them from the body and whatever else names persons (authors, title, bio)."""
    full: dict[str, str] = {}
    by_role: dict[str, str] = {}
    sexes: dict[str, str] = {}
    found = [mention for text in texts for mention in mentions(text, words)]
    for mention in sorted(found, key=lambda m: -len(m.name.split())):
        parts = mention.name.split()
        known = full.get(parts[-1])
        if len(parts) > 1:
            name = known if known and set(parts) <= set(known.split()) else mention.name
            for key in (mention.name, parts[-1], parts[0]):
                full.setdefault(key, name)
        elif mention.roles and not known:
            full[mention.name] = mention.name
        for role in mention.roles:
            if person := full.get(mention.name) or full.get(parts[-1]):
                by_role.setdefault(role, person)
                sexes.setdefault(person, _sex(role, words))
    return People(
        full,
        by_role,
        frozenset(name for name, sex in sexes.items() if sex == "she"),
        frozenset(name for name, sex in sexes.items() if sex == "he"),
    )


def _sex(role: str, words: Words) -> str:
    if words.feminine.fullmatch(role):
        return "she"
    return "he" if words.masculine.fullmatch(role) else ""
