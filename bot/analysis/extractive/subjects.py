"""Who says it: the subject of a verb of speech in the words before or after a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from bot.analysis.extractive.people import OBLIQUE, Mention, People, is_role, mentions
from bot.analysis.extractive.words.table import Words

# Words that may stand between a subject and its verb: "Tillerson in an interview said" has three.
_BETWEEN = 3
_FARTHEST = 90
_NOUN_PHRASE = 4
_WORD = re.compile(r"'?[\w'-]+|[.,;:!?]")
# "the cabinet member for communities", "la ministre du travail"
_OF = re.compile(r" (?:for|of|du|de la|de l'|des|del|für) (?![A-ZÀ-ÖØ-Þ])[\w-]+")


class Kind(Enum):
    """A named person, a pronoun, the author, whom a letter is to, a role, an office or paper; nobody is unknown."""

    NAME = "name"
    SHE = "she"
    HE = "he"
    AUTHOR = "author"
    YOU = "you"
    IT = "it"
    ROLE = "role"
    ORGAN = "organ"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Subject:
    """`text` is a name or a role as written, `head` its noun; `start` and `end` are offsets in the segment."""

    kind: Kind
    text: str = ""
    start: int = 0
    end: int = 0
    head: str = ""


def subject(segment: str, verb: re.Match[str], words: Words, known: People) -> Subject:
    """The subject of `verb` in `segment`: right after it ("said Inga"), right before it, or the clause's own."""
    everyone = sorted(_everyone(segment, words, known), key=lambda s: s.start)
    if within := [s for s in everyone if s.start < verb.end() and s.end > verb.start()]:  # "has him say", "disait-elle"
        return within[0]
    ahead = [s for s in everyone if s.end <= verb.start() and not OBLIQUE.search(segment[: s.start])]
    if any(s.kind is Kind.NAME for s in ahead):  # "Ann Lee, who chairs the committee, says"
        ahead = [s for s in ahead if not (s.kind is Kind.ORGAN and "," in segment[s.end : verb.start()])]
    if ahead and len(segment[ahead[-1].end : verb.start()].split()) <= _BETWEEN:
        return ahead[-1]
    behind = [s for s in everyone if s.start >= verb.end() and _is_close(segment[verb.end() : s.start], words)]
    if behind and behind[0].kind not in (Kind.AUTHOR, Kind.YOU):
        return behind[0]
    for kind in (Kind.NAME, Kind.SHE, Kind.HE, Kind.ROLE, Kind.ORGAN, Kind.YOU, Kind.AUTHOR):
        for one in ahead:
            if one.kind is kind:
                return one
    return next((one for one in ahead if one.kind is Kind.NOBODY), Subject(Kind.NOBODY))


def credited(segment: str, credit: re.Match[str], words: Words, known: People) -> Subject:
    """Who stands right behind "according to"."""
    everyone = sorted(_everyone(segment, words, known), key=lambda s: s.start)
    behind = [s for s in everyone if s.start >= credit.end() and not segment[credit.end() : s.start].strip()]
    return behind[0] if behind else Subject(Kind.NOBODY)


def last_named(segment: str, words: Words, known: People) -> str:
    """The person named last who is more than an adverbial's part ("left for Lisbon"); "" for none."""
    named = persons(segment, words, known)
    chosen = [m for m in named if not OBLIQUE.search(segment[: m.start])] or named
    return known.fullest(chosen[-1].name) if chosen else ""


def persons(text: str, words: Words, known: People) -> list[Mention]:
    """The persons mentioned by name, in order."""
    return [m for m in mentions(text, words) if known.fullest(m.name)]


def _everyone(segment: str, words: Words, known: People) -> Iterator[Subject]:
    taken: list[tuple[int, int]] = []
    for mention in persons(segment, words, known):
        taken.append((mention.start, mention.end))
        yield Subject(Kind.NAME, known.fullest(mention.name), mention.start, mention.end)
    for kind, pattern in (
        (Kind.SHE, words.she),
        (Kind.HE, words.he),
        (Kind.IT, words.it),
        (Kind.AUTHOR, words.i_say),
        (Kind.YOU, words.you),
    ):
        for match in pattern.finditer(segment):
            yield Subject(kind, match[0], match.start(), match.end())
    yield from unnamed(segment, taken, words)


def unnamed(segment: str, named: list[tuple[int, int]], words: Words) -> Iterator[Subject]:
    """Roles that stand for a person; not those beside a name ("the mayor Ann Lee", "Ann Lee, the mayor")."""
    for one in roles(segment, words):
        beside = any(start - 1 <= one.end <= end or segment[end : one.start] == ", " for start, end in named)
        if not beside:
            yield one


def roles(segment: str, words: Words) -> Iterator[Subject]:
    """Whoever speaks without a name: "the site manager", "the ministry"; "a spokesman" is nobody."""
    for pattern, definite in ((words.the_person, True), (words.a_person, False)):
        for article in pattern.finditer(segment):
            phrase = _noun_phrase(segment, article, words)
            if not phrase:
                continue
            head, end = phrase
            named = Kind.ROLE if is_role(head, words) else Kind.ORGAN
            kind = named if definite and head not in words.papers else Kind.NOBODY
            yield Subject(kind, segment[article.start() : end], article.start(), end, head)


def _noun_phrase(segment: str, article: re.Match[str], words: Words) -> tuple[str, int] | None:
    """The noun that names who speaks, within a few words behind the article, and where the phrase ends."""
    found = None
    for word in list(_WORD.finditer(segment[article.end() : article.end() + 60]))[:_NOUN_PHRASE]:
        names = is_role(word[0], words) or word[0].lower() in words.organs | words.papers
        if word[0] in ".,;:!?" or (found and not names):
            break
        if names:
            found = word[0].lower(), article.end() + word.end()
    if not found:
        return None
    head, end = found
    complement = _OF.match(segment, end)
    return head, complement.end() if complement else end


def _is_close(gap: str, words: Words) -> bool:
    """Whether a verb and its subject belong together: a role stands between them, or at most an adverbial."""
    if len(gap) > _FARTHEST or re.search(r"[,:;]", gap) or OBLIQUE.search(gap):
        return False
    between = gap.replace("-", " ").split()
    adverbial = words.language != "en" and len(between) <= _BETWEEN
    return adverbial or all(is_role(word, words) or word.strip(".").lower() in words.stop for word in between)
