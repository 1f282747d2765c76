"""A question, read: what sort of answer it wants, of whom, and by which words an answer can be known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.analysis.extractive import spoken_words
from bot.analysis.extractive.answering import cues
from bot.analysis.extractive.answering.cues import Kind
from bot.analysis.search.stop_words import STOP_WORDS
from bot.analysis.search.terms import terms
from bot.models.discussion import Context, Person, Turn

_FEW = 3  # terms; a question with fewer hardly says what it is about
_BEFORE = 0.5  # what a term of the question before weighs
_CITED = re.compile(r"(?:(?P<n>\d{1,3})\s?)?¶\s?(?P<paragraph>\d{1,4})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question.

    text: with the question before it, where it leans on that. terms: what each is worth, 1 for the question's own.
    is_stand, is_demand: whether the author's own view, or what the author wants, is asked for.
    articles: those that it names by number or author; empty for all. places: paragraphs that it names.
    people: members whom it names; is_of_people: whether it asks what they said or think; is_of_room: whether it asks
    about what was said here; is_of_questions: or asked.
    before: paragraphs that the answer before cites, when the question leans on it.
    """

    text: str
    kind: Kind
    terms: Mapping[str, float]
    is_stand: bool = False
    is_demand: bool = False
    articles: frozenset[int] = frozenset()
    places: frozenset[tuple[int, int]] = frozenset()
    people: tuple[Person, ...] = ()
    is_of_people: bool = False
    is_of_room: bool = False
    is_of_questions: bool = False
    before: frozenset[tuple[int, int]] = frozenset()


def read_question(context: Context, members: Sequence[Person]) -> Asked:
    """members: everybody who is known to have said something."""
    question = context.question
    own = " ".join(question.text.split())
    plain = own.lower().replace("’", "'")
    about = question.about.text if question.about else ""
    people = _people(plain, question.person, members)
    previous = _previous(context) if _leans(plain, own) and not (people and terms(own)) else None
    is_stand = bool(cues.WRITER.search(plain) or _authors(plain, context)) and bool(cues.STANDS.search(plain))
    return Asked(
        text=" ".join(filter(None, (previous.text if previous else "", about, own))),
        kind=next((kind for kind, pattern in cues.ASKS.items() if pattern.search(plain)), Kind.PLAIN),
        terms=_terms(own, " ".join((about, previous.text if previous else "")), people, is_stand=is_stand),
        is_stand=is_stand,
        is_demand=is_stand and bool(cues.DEMANDS.search(plain)),
        articles=_articles(plain, context),
        places=_places(own, context),
        people=people,
        is_of_people=bool(people and spoken_words.SPEAKS.search(plain)),
        is_of_room=bool(people or spoken_words.OF_THE_ROOM.search(plain)),
        is_of_questions=bool(spoken_words.OF_QUESTIONS.search(plain)),
        before=_cited(previous),
    )


def _leans(plain: str, own: str) -> bool:
    return len(terms(own)) < _FEW or bool(cues.LEANS.search(plain))


def _previous(context: Context) -> Turn | None:
    """The turn that the question goes on from, else the latest."""
    shown = {turn.id: turn for turn in (*context.recalled, *context.window)}
    if context.replies_to is not None and context.replies_to in shown:
        return shown[context.replies_to]
    return context.window[-1] if context.window else None


def _terms(own: str, before: str, people: Sequence[Person], *, is_stand: bool) -> dict[str, float]:
    """A member's name says who, not what; nor do the words that ask for a stand."""
    left_out = {term for person in people for term in terms(person.name)}
    if is_stand:
        plain = own.lower()
        said = (match[0] for pattern in (cues.WRITER, cues.STANDS) for match in pattern.finditer(plain))
        counted = (match[0] for pattern in cues.ORDINALS.values() for match in pattern.finditer(plain))
        left_out |= {term for word in (*said, *counted) for term in terms(word)}
    found = dict.fromkeys((term for term in terms(own) if term not in left_out), 1.0)
    for term in terms(before):
        if term not in left_out:
            found.setdefault(term, _BEFORE)
    return found


def _people(plain: str, asker: Person, members: Sequence[Person]) -> tuple[Person, ...]:
    named = {member.id: member for member in members if _is_named(member.name, plain)}
    if spoken_words.MYSELF.search(plain):
        named.setdefault(asker.id, asker)
    return tuple(named.values())


def _is_named(name: str, plain: str) -> bool:
    """By the whole name, or its first word; a member who is called "What" is not meant by every question."""
    whole = " ".join(name.lower().split())
    forms = {whole, *whole.split()[:1]} - STOP_WORDS
    return any(len(form) > 1 and re.search(rf"(?<!\w){re.escape(form)}(?:'s|s)?(?!\w)", plain) for form in forms)


def _articles(plain: str, context: Context) -> frozenset[int]:
    numbers = [standing.n for standing in context.articles]
    named = {
        (numbers[-1] if place < 0 else place)
        for place, pattern in cues.ORDINALS.items()
        if numbers
        and any(cues.WRITER.search(plain[match.start() : match.end() + 24]) for match in pattern.finditer(plain))
    }
    return frozenset(named & set(numbers)) or frozenset(_authors(plain, context))


def _authors(plain: str, context: Context) -> set[int]:
    """Articles whose author's surname or whose outlet's name stands in the question."""
    found = set[int]()
    for standing in context.articles:
        names = [author.split()[-1] for author in standing.article.authors if author.split()]
        names += [standing.article.site] if standing.article.site else []
        if any(
            len(name) > 2 and re.search(rf"(?<!\w){re.escape(name.lower())}(?:'s|s)?(?!\w)", plain) for name in names
        ):
            found.add(standing.n)
    return found


def _places(own: str, context: Context) -> frozenset[tuple[int, int]]:
    only = context.articles[-1].n if context.articles else 0
    return frozenset((int(found["n"] or only), int(found["paragraph"])) for found in _CITED.finditer(own))


def _cited(turn: Turn | None) -> frozenset[tuple[int, int]]:
    cited = turn.answer.citations if turn and turn.answer else ()
    return frozenset((citation.n, citation.paragraph) for citation in cited)
