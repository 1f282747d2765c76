"""What an answer can be taken from: sentences of the articles and of what was said, with what is known of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.analysis.extractive.comparing.meaning import Grid, vectors
from bot.analysis.extractive.natures import nature
from bot.analysis.extractive.passage import Passage, take_apart
from bot.analysis.extractive.people import mentions
from bot.analysis.extractive.regions import Voice
from bot.analysis.extractive.sentences import CLOSING, split
from bot.analysis.extractive.spoken_words import CORRECTS
from bot.analysis.extractive.thesis import candidates
from bot.analysis.extractive.words import words_for
from bot.analysis.extractive.words.table import Words
from bot.analysis.search.terms import terms
from bot.models.article import Article
from bot.models.discussion import Context, Person, Turn
from bot.models.summary import Nature

REMEMBERED = 64  # articles, and said texts, that are taken apart and encoded once
_TWO_SHORT = 280  # characters
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """One sentence of an article, or of what a member said.

    terms: of the sentence; around: of its paragraph, or of all that was said in that turn. vector: what it means.
    whole: with its neighbours in the paragraph, as far as they are needed and short; what is shown of it.
    claim: 1 for the likeliest thesis of its article, falling with its place. is_asking: a question, no answer.
    """

    text: str
    terms: frozenset[str]
    around: frozenset[str]
    vector: Grid
    whole: str = ""
    has_figure: bool = False
    has_name: bool = False
    is_asking: bool = False
    is_own: bool = True
    is_ironic: bool = False
    claim: float = 0.0
    bids: bool = False
    paragraph: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """A sentence with its place: of an article (n above 0), of a turn, or of the memory.

    person: who said it, None for an author and for a fact of the memory. lately: 0 for the oldest turn, 1 for the
    latest. corrects: whether it takes back what was said before.
    """

    sentence: Sentence
    n: int = 0
    person: Person | None = None
    turn: int = 0
    lately: float = 0.0
    corrects: bool = False
    is_remembered: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.n, self.sentence.paragraph


class Texts:
    """Takes each text apart once."""

    def __init__(self) -> None:
        self._article = lru_cache(REMEMBERED)(_of_article)
        self._remark = lru_cache(8 * REMEMBERED)(_of_remark)

    def of_articles(self, context: Context) -> list[Said]:
        """All sentences of all articles."""
        return [Said(one, n=standing.n) for standing in context.articles for one in self._article(standing.article)]

    def of_people(self, context: Context) -> list[Said]:
        """What members said in the turns that are shown and the memory has of others; not what was answered."""
        turns = sorted({turn.id: turn for turn in (*context.recalled, *context.window)}.values(), key=lambda t: t.id)
        shown = {turn.id for turn in turns}
        language = context.articles[0].article.language if context.articles else ""
        memos = [memo for memo in (context.memory.memos if context.memory else ()) if not shown.issuperset(memo.turns)]
        remembered = [
            Said(one, person=memo.person, turn=memo.turns[-1], is_remembered=True)
            for memo in memos
            for one in self._remark(memo.text, language)
        ]
        return remembered + [
            Said(one, person=person, turn=turn.id, lately=(at + 1) / len(turns), corrects=_corrects(text))
            for at, turn in enumerate(turns)
            for person, text in _remarks(turn)
            for one in self._remark(text, language)
        ]


def _corrects(text: str) -> bool:
    return bool(CORRECTS.search(text.replace("’", "'")))


def _remarks(turn: Turn) -> Iterator[tuple[Person, str]]:
    if turn.about:
        yield turn.about.person, turn.about.text
    yield turn.person, turn.text


def _of_article(article: Article) -> tuple[Sentence, ...]:
    passage = take_apart(article)
    if not passage.lines:
        return ()
    ranks = {index: rank for rank, index in enumerate(candidates(passage))}
    around = {
        number: frozenset(term for i in lines for term in terms(passage.lines[i].text))
        for number, lines in passage.reading.paragraphs.items()
    }
    meanings = vectors([line.text for line in passage.lines])
    return tuple(
        Sentence(
            text=line.text,
            terms=frozenset(terms(line.text)),
            around=around[line.paragraph],
            vector=meanings[index],
            whole=whole,
            has_figure=_has_figure(line.text, passage.words),
            has_name=any(True for _ in mentions(line.text, passage.words)),
            is_asking=_is_asking(line.text),
            is_own=passage.voices[index] is not Voice.REPORTED,
            is_ironic=passage.voices[index] is Voice.IRONIC,
            claim=1 / (1 + ranks[index]),
            bids=nature(passage, index) is Nature.RECOMMENDATION,
            paragraph=line.paragraph,
        )
        for index, line in enumerate(passage.lines)
        for whole in (_whole(passage, index),)
    )


def _whole(passage: Passage, index: int) -> str:
    """With the sentence before it where it leans on that one, and the one behind it where both are short."""
    line, text = passage.lines[index], passage.article.paragraphs[passage.lines[index].paragraph - 1]
    start, end = line.sentence.start, line.sentence.end
    if not line.first and passage.words.dangles_first.search(line.own):
        start = passage.lines[index - 1].sentence.start
    if not line.last and passage.lines[index + 1].sentence.end - start <= _TWO_SHORT:
        end = passage.lines[index + 1].sentence.end
    return text[start:end]


def _of_remark(text: str, language: str) -> tuple[Sentence, ...]:
    words = words_for(language)
    found = [one.text for one in split(tuple(filter(None, text.splitlines())), words.abbreviations)]
    around = frozenset(terms(text))
    meanings = vectors(found)
    return tuple(
        Sentence(
            text=one,
            whole=one,
            terms=frozenset(terms(one)),
            around=around,
            vector=meanings[index],
            has_figure=_has_figure(one, words),
            has_name=any(True for _ in mentions(one, words)),
            is_asking=_is_asking(one),
        )
        for index, one in enumerate(found)
    )


def _has_figure(text: str, words: Words) -> bool:
    return bool(_FIGURE.search(text) or words.numbers.search(text))


def _is_asking(text: str) -> bool:
    return text.rstrip(CLOSING).endswith(("?", "？"))


def members(context: Context) -> Sequence[Person]:
    """Everybody who is known to have said something, by the latest name."""
    memos = context.memory.memos if context.memory else ()
    turns = (*context.recalled, *context.window)
    people: Iterable[Person | None] = (
        *(memo.person for memo in memos),
        *(person for turn in turns for person, _ in _remarks(turn)),
    )
    return tuple({person.id: person for person in people if person}.values())
