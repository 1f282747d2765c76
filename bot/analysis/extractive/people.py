"""Persons named in a text: their fullest names, their roles, and who a later, shorter mention means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.analysis.extractive.reading import plain
from bot.analysis.extractive.words.table import Words

# A full stop belongs to an initial or a short title ("J.", "Dr.", "Sgt."), or it ends a sentence.
_CAPITAL = r"[A-ZÀ-ÖØ-Þ](?:[\w'-]{0,3}\.(?= )|[\w'-]*)"
_PARTICLE = r"(?:de la|de los|de|del|della|da|di|du|von der|von|van der|van den|van|ter|zu|bin|ibn|al|el|y|dos)"
_NAME = re.compile(rf"{_CAPITAL}(?:(?: {_PARTICLE})? {_CAPITAL}){{0,7}}")
_IN_PLACE = re.compile(r"(?<!\w)(?:à|in|en) \Z")  # "nous disait à Linz Leni Hofbauer"
_AFTER_ARTICLE = re.compile(r"(?<!\w)(?:der|die|dem|den|des|ein|eine|einem|einer|eines) \Z", re.IGNORECASE)
OBLIQUE = re.compile(
    r"(?<!\w)(?:of|at|for|with|to|from|in|by|under|about|against|near|on|von|bei|mit|für|in|an|aus|zu|gegen|de|à|chez|avec|"
    r"pour|du|des|par|con|para|en|del|a|por) \Z",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"'s?\Z")
# How many words before a name may hold the person's role: "la ministre des transports, Agathe Lorrain".
_ROLE_WORDS = 5
# Characters before a name that may hold its role or a verb of naming.
_NEAR = 60
_MOST_NAMES = 4
# "J." and no longer
_INITIAL = 2


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at a place: `start` and `end` are offsets in the text that was searched.

    name: without roles; honorific: the one before it as written ("Ms."), "" for none; roles: lower case.
    """

    start: int
    end: int
    name: str
    honorific: str
    roles: tuple[str, ...]


def is_role(word: str, words: Words) -> bool:
    """Whether a word names an office or trade; in German also as the end of a compound."""
    word = word.strip(".,'").lower()
    if word in words.roles:
        return True
    return words.language == "de" and any(len(role) > 4 and word.endswith(role) for role in words.roles)


def mentions(text: str, words: Words) -> Iterator[Mention]:
    """Runs of capitalised words, without the function words and roles they begin with."""
    for match in _NAME.finditer(plain(text)):
        yield from _mention(match, words)


def _mention(match: re.Match[str], words: Words) -> Iterator[Mention]:
    parts = [(m.start() + match.start(), m[0]) for m in re.finditer(r"\S+", match[0])]
    for run in _sentences(parts, words):
        roles: list[str] = []
        honorific = ""
        if words.language == "de" and len(run) > 2 and _AFTER_ARTICLE.search(match.string[: run[0][0]][-_NEAR:]):
            run = run[1:]  # "der Seilbahnwart Jost Amrein"
        if len(run) > 2 and _IN_PLACE.search(match.string[max(0, run[0][0] - _NEAR) : run[0][0]]):
            run = run[1:]
        if len(run) > 2 and words.bids_first.match(f"{run[0][1]} x"):
            run = run[1:]  # "Ask Tom Bray"
        run = _behind_title(run, words)
        while run:
            word = run[0][1].rstrip(".").lower()
            if word in words.honorifics:
                honorific = run[0][1]
            if word in words.honorifics or is_role(word, words):
                roles.append(word)
            elif word not in words.stop | words.role_prefixes and not words.dear.fullmatch(word):
                break
            run = run[1:]
        if run:
            end = run[-1][0] + len(run[-1][1])
            name = _POSSESSIVE.sub("", " ".join(part for _, part in run).rstrip("."))
            yield Mention(run[0][0], end, name, honorific, (*roles, *_roles_before(match, words)))


def _behind_title(run: list[tuple[int, str]], words: Words) -> list[tuple[int, str]]:
    """From the office on: "Acting Defence Minister Qari Haqyar" begins with words that are neither office nor name."""
    offices = [at for at in range(1, min(4, len(run) - 2)) if is_role(run[at][1], words)]
    return run[offices[-1] :] if offices else run


def _sentences(parts: list[tuple[int, str]], words: Words) -> Iterator[list[tuple[int, str]]]:
    """Cut after a word whose full stop is not that of an initial or a title."""
    run: list[tuple[int, str]] = []
    for at, part in parts:
        run.append((at, part))
        word = part.rstrip(".").lower()
        if part.endswith(".") and len(part) > _INITIAL and word not in words.honorifics | words.abbreviations:
            yield run
            run = []
    yield run


def _roles_before(match: re.Match[str], words: Words) -> tuple[str, ...]:
    before = match.string[max(0, match.start() - _NEAR) : match.start()].split()[-_ROLE_WORDS:]
    apposed = bool(before) and before[-1].endswith(",")
    near = before if apposed else before[-1:]
    bare = (word.strip(",").split("'")[-1] for word in near if word[:1].islower())
    return tuple(word for word in bare if is_role(word, words))


@dataclass(frozen=True, slots=True)
class People:
    """Everyone with at least two names, and those named after a role or a verb of naming ("Frau Dombrowski", "Tyler").

    full: any form of a name to its fullest; by_role: an office to its holder; sexes: fullest name to "she" or "he".
    """

    full: dict[str, str] = field(default_factory=dict)
    by_role: dict[str, str] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)

    def fullest(self, name: str) -> str:
        """The fullest form of a name that means a person; "" for one that is not known as one."""
        if name in self.full:
            return self.full[name]
        return self.full.get(name.split()[-1], "") if " " in name else ""


def people(texts: list[str], words: Words) -> People:
    """Collect them from the body and whatever else names persons (authors, title)."""
    known = People()
    found = [(mention, text) for text in map(plain, texts) for mention in mentions(text, words)]
    for mention, text in sorted(found, key=lambda item: -len(item[0].name.split())):
        if _is_person(mention, text, words):
            _remember(mention, known, words)
    return known


def _is_person(mention: Mention, text: str, words: Words) -> bool:
    parts = mention.name.split()
    if mention.roles and len(parts) <= _MOST_NAMES:
        return not _is_body(parts[-1].strip(".,").lower(), words)
    if any(_is_body(part.strip(".,").lower(), words) for part in parts) or len(parts) > _MOST_NAMES:
        return False
    before = text[max(0, mention.start - _NEAR) : mention.start]
    if re.search(rf"{words.the_person.pattern} \Z", before, re.IGNORECASE):
        return False  # "the Savings Banks"
    return len(parts) > 1 or _is_called_so(mention, before, text, words)


def _is_called_so(mention: Mention, before: str, text: str, words: Words) -> bool:
    """Whether one name alone is a person's: "a boy named Tyler.", "my cousin Ann", "Ann, who is nine, told us"."""
    after = text[mention.end : mention.end + _NEAR]
    if re.search(rf"{words.named.pattern} \Z", before, re.IGNORECASE):
        return after[:1] in ",.;:)"
    if words.language == "de" or mention.name.isupper() or OBLIQUE.search(before):  # every German noun has a capital
        return False
    if re.search(rf"(?i:{words.mine.pattern}) (?:[\w'-]+ )?[a-zà-ÿ][\w'-]+ \Z", before):
        return True
    if mention.name.endswith("s") and not before.strip():  # "Retailers say"
        return False
    speaks = re.match(rf"(?:, [^,.;:]{{1,40}},)? (?:me |nous |nos )?{words.says.pattern}", after, re.IGNORECASE)
    return bool(speaks or re.search(rf"[\"”»,] {words.says.pattern} \Z", before, re.IGNORECASE))


def _is_body(part: str, words: Words) -> bool:
    return bool(words.bodies.fullmatch(part) or words.bodies.fullmatch(part.removesuffix("s")))


def _remember(mention: Mention, known: People, words: Words) -> None:
    parts = mention.name.split()
    person = known.full.get(mention.name) or known.full.get(parts[-1], "")
    if not person or not set(parts) <= set(person.split()):
        alone = len(parts) == 1 and mention.honorific
        person = (
            person if len(parts) == 1 and person else f"{mention.honorific} {mention.name}" if alone else mention.name
        )
    for key in (mention.name, parts[-1], parts[0]):
        known.full.setdefault(key, person)
    for role in (*mention.roles, parts[0].lower()):
        if is_role(role, words) and role not in words.honorifics:
            known.by_role.setdefault(role, person)
        if words.feminine.fullmatch(role):
            known.sexes.setdefault(person, "she")
        elif words.masculine.fullmatch(role):
            known.sexes.setdefault(person, "he")
