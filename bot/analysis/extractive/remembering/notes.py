"""From a turn to what may be kept of it: whole sentences, each with its sort and its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.analysis.extractive.language import language_of_words
from bot.analysis.extractive.sentences import CLOSING, split
from bot.analysis.extractive.spoken_words import CORRECTS, FIRST_PERSON, OF_THE_ROOM, REQUESTS, SMALL_TALK
from bot.analysis.extractive.words import words_for
from bot.analysis.extractive.words.table import Words
from bot.analysis.search.terms import terms
from bot.models.discussion import Kept, Memo, Person, Turn

# What a note is worth beside others when there is no room for all.
CORRECTION, VIEW, FIGURE, OPEN, REMARK = 4.0, 3.0, 2.5, 1.5, 1.0
_MOST_OF_A_TURN = 3  # sentences
_LEAST_TERMS = 2  # with fewer, a sentence says nothing that can be understood alone
_LONGEST = 320  # characters; of a longer sentence as many of its clauses as fit
_CLAUSE = re.compile(r"[,;:–—](?=\s)")
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A memo that may be kept. terms: what it is about. corrects: whether it takes back something said before it.

    goes_on_from: the turn that was replied to.
    """

    memo: Memo
    weight: float
    terms: frozenset[str]
    corrects: bool = False
    goes_on_from: int | None = None


def notes_of(turn: Turn) -> list[Note]:
    """The weightiest sentences of a turn, in their order."""
    remarks = [(turn.about.person, turn.about.text)] if turn.about else []
    found = [note for person, text in (*remarks, (turn.person, turn.text)) for note in _notes(turn, person, text)]
    weightiest = sorted(range(len(found)), key=lambda at: (-found[at].weight, at))[:_MOST_OF_A_TURN]
    return [found[at] for at in sorted(weightiest)]


def _notes(turn: Turn, person: Person, text: str) -> Iterator[Note]:
    words = words_for(language_of_words(text, "en"))
    for sentence in split(tuple(filter(None, text.splitlines())), words.abbreviations):
        shown = _shortened(sentence.text)
        plain = shown.replace("’", "'")
        about = frozenset(terms(sentence.text)) - _of_correcting(plain)
        if len(about) < _LEAST_TERMS or REQUESTS.search(plain) or _is_small_talk(plain, about):
            continue
        kind, weight = _sort(turn, plain, words)
        if kind:
            yield Note(
                memo=Memo(kind=kind, text=shown, turns=(turn.id,), person=None if kind is Kept.FACT else person),
                weight=weight,
                terms=about,
                corrects=kind is not Kept.QUESTION and bool(CORRECTS.search(plain)),
                goes_on_from=turn.reply_to,
            )


def _sort(turn: Turn, plain: str, words: Words) -> tuple[Kept | None, float]:
    """What a sentence is, and what it is worth; nothing for a question that was answered."""
    if plain.rstrip(CLOSING).endswith(("?", "？")):
        return (Kept.QUESTION, OPEN) if _is_open(turn, plain) else (None, 0.0)
    is_own = bool(FIRST_PERSON.search(plain))
    has_figure = bool(_FIGURE.search(plain) or words.numbers.search(plain))
    corrects = CORRECTION if CORRECTS.search(plain) else 0.0
    views = words.must.search(plain) or words.judges.search(plain) or words.states.search(plain)
    if is_own or (views and not has_figure):
        return Kept.POSITION, max(corrects, VIEW)
    return (Kept.FACT, max(corrects, FIGURE)) if has_figure else (Kept.POSITION, max(corrects, REMARK))


def _of_correcting(plain: str) -> frozenset[str]:
    """ "Actually" and "I was wrong" are about nothing: two sentences that share them need not be about one thing."""
    return frozenset(term for cue in CORRECTS.finditer(plain) for term in terms(cue[0]))


def _is_open(turn: Turn, plain: str) -> bool:
    """An answer that cites nothing had nothing to say; what is asked about the room is answered by the room."""
    return not (turn.answer and turn.answer.citations) and not OF_THE_ROOM.search(plain.lower())


def _is_small_talk(plain: str, about: frozenset[str]) -> bool:
    return bool(SMALL_TALK.search(plain)) and len(about) <= 2 * _LEAST_TERMS and not _FIGURE.search(plain)


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    borders = [border.start() for border in _CLAUSE.finditer(text, 0, _LONGEST)]
    return text[: borders[-1] if borders else text.rfind(" ", 0, _LONGEST)].rstrip() + " …"
