"""What is searched for a question: its own words, those of what it leans on, who is named; pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.analysis.search.folding import folded
from bot.analysis.search.near import NearWords
from bot.analysis.search.stop_words import STOP_WORDS
from bot.analysis.search.terms import speaker_terms, terms
from bot.models.discussion import Question, Turn
from bot.services.discuss.focus import SHORT, leans, leant_on
from bot.services.discuss.pointing_words import ASKING, MINE

OWN_NAME = 0.5  # weight of who asks, where the question is about "my" idea

_ASKS = re.compile(rf"\W*(?:{'|'.join(word for line in ASKING.values() for word in line.split())})\b")
_MINE = re.compile(rf"\b(?:{'|'.join(word for line in MINE.values() for word in line.split())})\b")
_SENTENCE = re.compile(r"[^.!?…。！？]*[.!?…。！？]*")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Weighted terms.

    own: of the question itself, with words that are near to them. wide: of the question together with what it leans on,
    none where it leans on nothing.
    is_asked: whether something is asked at all; who only tells something needs little of what was said before.
    """

    own: dict[str, float]
    wide: dict[str, float]
    is_asked: bool


def sought(question: Question, chain: Sequence[Turn], said: Sequence[Turn], near: NearWords) -> Sought:
    """chain: what it replies to; said: the latest turns."""
    asks = "".join(_asking(question.text))
    own = terms(asks)
    if len(own) < SHORT:
        own = terms(question.text)
    if question.about:
        own = tuple(dict.fromkeys((*own, *terms(question.about.text))))
    before = leant_on(question, chain, said) if leans(question.text) else None
    exact = dict.fromkeys(own, 1.0) | dict(_speakers(question))
    wide = exact | dict.fromkeys(terms(before.text), 1.0) if before else {}
    return Sought(own=exact | near.weighted(own), wide=wide, is_asked=bool(asks))


def _asking(text: str) -> Iterator[str]:
    """The sentences that ask."""
    for match in _SENTENCE.finditer(text):
        if match[0].rstrip().endswith(("?", "？")) or _ASKS.match(folded(match[0])):
            yield match[0]


def _speakers(question: Question) -> Iterator[tuple[str, float]]:
    """Whoever is named may be the one who said it. "Will" and "May" are names where they have a capital within."""
    for match in _WORD.finditer(question.text):
        is_name = match[0][:1].isupper() and question.text[: match.start()].rstrip()[-1:] not in {"", ".", "!", "?"}
        if is_name or folded(match[0]) not in STOP_WORDS:
            yield from ((term, 1.0) for term in speaker_terms(match[0]))
    if _MINE.search(folded(question.text)):
        yield from ((term, OWN_NAME) for term in speaker_terms(question.person.name))
