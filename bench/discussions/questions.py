"""What can be asked at a point of a room: of the facts that were told, and of the articles that arrived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from bench.discussions.material import Fact, Passage, Said, Subject
from bench.discussions.rooms import Line

RECENT, OLD = 6, 30  # turns back
ELSEWHERE = 3  # turns about something else that make an interruption


@dataclass(slots=True)
class Told:
    """A fact that was told, in its last version: at which turn, by whom; asked: whether it was asked for since."""

    fact: Fact
    subject: Subject
    at: int
    who: str
    asked: bool = False


@dataclass(slots=True)
class Arrived:
    """An article of the room with what has not been told and asked about it. tellers: who has taken a side."""

    n: int
    subject: Subject
    facts: list[Fact]
    passages: list[Passage]
    tellers: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A probe that could be made. lead: what is said first, in a turn of its own. It is of `told` or `arrived`."""

    kind: str
    text: str
    told: Told | None = None
    lead: Said | None = None
    arrived: Arrived | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Finds the questions. ordinals: what the first, the second … article is called in this language."""

    told: list[Told]
    here: list[Arrived]
    lines: list[Line]
    ordinals: tuple[str, ...]

    def questions(self, *, may_lead: bool) -> Iterator[Question]:
        """All that can be asked now. may_lead: there is room for another turn before it."""
        for told in self.told:
            if not told.asked and len(self.lines) - told.at >= 2:
                yield from self._of_fact(told, may_lead)
        yield from chain.from_iterable(map(self._of_article, self.here))

    def _of_fact(self, told: Told, may_lead: bool) -> Iterator[Question]:
        fact = told.fact
        if fact.change:
            for text in filter(None, (fact.plain, fact.other_words)):
                yield Question(kind=fact.change, text=text, told=told)
            return
        if fact.who:
            yield Question(kind="who-said", text=fact.who.replace("{who}", told.who), told=told)
            return
        if fact.other_words:
            yield Question(kind="paraphrase", text=fact.other_words, told=told)
        if fact.lead:
            yield Question(kind="reply", text=fact.pointing, told=told)
            if may_lead:
                yield Question(kind="pronoun", text=fact.pointing, told=told, lead=fact.lead)
        if fact.plain and (kind := self._kind(told)):
            yield Question(kind=kind, text=fact.plain, told=told)

    def _kind(self, told: Told) -> str:
        if told.fact.is_in_answer:
            return "answer"
        gap = len(self.lines) - told.at
        elsewhere = sum(line.subject != told.subject.name for line in self.lines[told.at :])
        if gap <= RECENT and not elsewhere:
            return "recent"
        if gap >= OLD:
            return "old"
        return "interruption" if elsewhere >= ELSEWHERE else ""

    def _of_article(self, arrived: Arrived) -> Iterator[Question]:
        for passage in arrived.passages:
            if not passage.needs_ordinal:
                yield Question(kind="paragraph", text=passage.question, arrived=arrived, passage=passage)
            elif len(self.here) > 1:
                text = self.named(arrived, passage)
                yield Question(kind="second-article", text=text, arrived=arrived, passage=passage)

    def named(self, arrived: Arrived, passage: Passage) -> str:
        """The question with the article's place among those of the room."""
        return passage.question.replace("{article}", self.ordinals[arrived.n - 1])
