"""Rooms made of the material, turn by turn. The same seed gives the same rooms.

Nothing here knows how a context is assembled.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from bench.discussions.material import Fact, Frames, Passage, Said, Set, Subject
from bench.discussions.questions import Arrived, Asker, Question, Told
from bench.discussions.rooms import Line, Need, Probe, RoomPlan
from bench.discussions.sizes import NAMES, SEEDS, SIZES, WEIGHTS, Size
from bot.models.article import Article

MINUTE = 60.0
T = TypeVar("T")
DAY = 24 * 60 * MINUTE
PAUSES = (0.4, 1.0, 1.5, 3.0, 8.0, 40.0)  # minutes between two turns
_SENTENCES = re.compile(r"(?<=[.!?»”])\s+")
_MINE = re.compile(r"\b(my|mine|me|I|mein\w*|ich|mon|ma|mes|mi|mis)\b", re.IGNORECASE)


def rooms(material: Set) -> tuple[RoomPlan, ...]:
    """All rooms of one set."""
    counts = Counter[str]()
    return tuple(
        _RoomWriter(material, size, Random(SEEDS[material.name] * 1_000 + n), counts).write(f"{material.name}-{n:02}")
        for n, size in enumerate(SIZES, 1)
    )


@dataclass(frozen=True, slots=True)
class _Later:
    """The last version of a fact, due at a turn; `first` is the turn of the version before."""

    due: int
    fact: Fact
    subject: Subject
    who: str
    first: int


class _RoomWriter:
    """Writes one room. counts: how many probes of each kind there are in the set so far."""

    def __init__(self, material: Set, size: Size, rng: Random, counts: Counter[str]) -> None:
        self._size, self._rng, self._counts = size, rng, counts
        self._frames: Frames = material.frames[size.language]
        self._people = NAMES[material.name, size.language].split()[: size.people]
        self._subjects = _chosen([each for each in material.subjects if each.language == size.language], size, rng)
        self._arrivals = [0, *self._moments(size.articles - 1, 0.08, 0.6)]
        self._restarts = self._moments(size.restarts, 0.45, 0.95)
        self._due = sorted(rng.sample(range(4, size.turns), size.probes - size.restarts))
        self._lines: list[Line] = []
        self._here: list[Arrived] = []
        self._told: list[Told] = []
        self._later: list[_Later] = []
        self._asker = Asker(self._told, self._here, self._lines, self._frames.ordinals)
        self._run, self._current = 0, 0
        self._small = rng.sample(self._frames.small_talk, len(self._frames.small_talk))
        self._said = set[str]()

    def _moments(self, count: int, begin: float, end: float) -> list[int]:
        span = range(max(2, int(self._size.turns * begin)), max(4, int(self._size.turns * end)))
        return sorted(self._rng.sample(span, count))

    @property
    def _now(self) -> int:
        return len(self._lines)

    def write(self, name: str) -> RoomPlan:
        while self._now < self._size.turns:
            self._step()
        return RoomPlan(name=name, language=self._size.language, people=tuple(self._people), lines=tuple(self._lines))

    def _step(self) -> None:
        if self._arrivals and self._arrivals[0] <= self._now:
            self._arrivals.pop(0)
            self._opening()
        elif self._restarts and self._restarts[0] <= self._now:
            self._restarts.pop(0)
            self._back()
        elif self._later and self._later[0].due <= self._now:
            self._replace(self._later.pop(0))
        elif not (self._due and self._due[0] <= self._now and self._ask()):
            self._turn_to_a_subject()
            self._talk(self._here[self._current])

    def _add(
        self,
        who: str,
        said: Said,
        subject: str,
        *,
        reply_to: int | None = None,
        article: Article | None = None,
        away: float = 0.0,
        probe: Probe | None = None,
    ) -> None:
        """away: seconds for which the bot was stopped before, 0 when it was not."""
        self._lines.append(
            Line(
                who=who, text=said.text, answer=said.answer, subject=subject, reply_to=reply_to, article=article,
                after=away or self._rng.choice(PAUSES) * MINUTE, restart=away > 0, probe=probe,
            )
        )  # fmt: skip

    def _anyone(self, but: str = "") -> str:
        return self._rng.choice([name for name in self._people if name != but])

    # What happens at a fixed moment

    def _opening(self) -> None:
        n = len(self._here) + 1
        subject = self._subjects[n - 1]
        facts, passages = self._shuffled(subject.facts), self._shuffled(subject.passages)
        self._here.append(Arrived(n, subject, facts, passages))
        self._current, self._run = n - 1, self._rng.randint(4, 9)
        said = Said(text=self._rng.choice(self._frames.opening), answer=_main_points(subject, n))
        self._add(self._anyone(), said, subject.name, article=subject.article)

    def _shuffled(self, items: Iterable[T]) -> list[T]:
        shuffled = list(items)
        self._rng.shuffle(shuffled)
        return shuffled

    def _back(self) -> None:
        """The bot was stopped and started; somebody comes back and goes on from before."""
        away = self._rng.uniform(1.0, 6.0) * DAY
        greeting = self._rng.choice(self._frames.back)
        fit = [each for each in self._told if not each.asked and each.fact.plain and not each.fact.change]
        if fit:
            told = self._rng.choice(fit)
            self._put(Question(kind="restart", text=f"{greeting} {told.fact.plain}", told=told), away)
        else:
            said = Said(text=greeting, answer=self._rng.choice(self._frames.answer))
            self._add(self._anyone(), self._filled(said, self._here[self._current].subject, ""), "", away=away)

    def _replace(self, later: _Later) -> None:
        fact = later.fact
        is_correction = fact.change == "correction"
        is_reply = is_correction and self._rng.random() < 0.4
        who = later.who if is_correction else self._anyone()
        self._told.append(Told(fact, later.subject, self._now, who))
        self._add(who, fact.last, later.subject.name, reply_to=later.first if is_reply else None)

    # What is asked

    def _ask(self) -> bool:
        """Put the question whose kind has had least; False when there is none now."""
        questions = list(self._asker.questions(may_lead=self._now + 1 < self._size.turns))
        if not questions:
            return False
        self._due.pop(0)
        kind = min(
            {question.kind for question in questions},
            key=lambda kind: (self._counts[kind] / WEIGHTS.get(kind, 1), kind),
        )
        fit = [question for question in questions if question.kind == kind]
        oldest = kind == "old" and self._rng.random() < 0.6
        question = min(fit, key=lambda one: one.told.at if one.told else 0) if oldest else self._rng.choice(fit)
        if question.lead and question.told:
            self._add(self._anyone(), question.lead, question.told.subject.name)
        self._put(question)
        return True

    def _had(self, kind: str) -> tuple[float, str]:
        return self._counts[kind] / WEIGHTS.get(kind, 1.0), kind

    def _put(self, question: Question, away: float = 0.0) -> None:
        self._counts[question.kind] += 1
        if question.told:
            who, said, needs = self._of_fact(question, question.told)
            subject = question.told.subject.name
        else:
            arrived, passage = question.arrived, question.passage
            assert arrived
            assert passage
            arrived.passages.remove(passage)
            who, subject = self._anyone(), arrived.subject.name
            said = Said(text=question.text, answer=_cited(arrived, passage))
            needs = (Need(needle=passage.needle, n=arrived.n, paragraph=passage.paragraph),)
        other = self._size.language != "en"
        probe = Probe(kind="language" if other else question.kind, also=question.kind if other else "", needs=needs)
        reply_to = question.told.at if question.told and question.kind == "reply" else None
        self._add(who, said, subject, probe=probe, away=away, reply_to=reply_to)

    def _of_fact(self, question: Question, told: Told) -> tuple[str, Said, tuple[Need, ...]]:
        told.asked = True
        fact = told.fact
        who = told.who if _MINE.search(question.text) else self._anyone(but=told.who if fact.who else "")
        frames = self._frames.told_by_me if fact.is_in_answer else self._frames.told
        repeated = " ".join(_sentence(fact.last, needle) for needle in fact.needles)
        answer = self._rng.choice(frames).replace("{who}", told.who).replace("{fact}", repeated)
        needs = tuple(Need(needle=needle, turn=told.at) for needle in fact.needles)
        return who, Said(text=question.text, answer=answer), needs

    # What is said in between

    def _turn_to_a_subject(self) -> None:
        self._run -= 1
        if self._run < 0:
            weights = [1 + 2 * len(arrived.facts) for arrived in self._here]
            [self._current] = self._rng.choices(range(len(self._here)), weights)
            self._run = self._rng.randint(3, 9)

    def _talk(self, arrived: Arrived) -> None:
        chance = self._rng.random()
        if arrived.facts and chance < (0.65 if self._size.turns <= 40 else 0.4):
            self._tell(arrived, arrived.facts.pop())
        elif self._small and chance > 0.92:
            who = self._anyone()
            self._add(who, self._filled(self._small.pop(), arrived.subject, who), "small talk")
        elif len(arrived.passages) > 4 and chance > 0.85:
            passage = arrived.passages.pop()
            said = Said(text=self._asker.named(arrived, passage), answer=_cited(arrived, passage))
            self._add(self._anyone(), said, arrived.subject.name)
        else:
            self._chat(arrived)

    def _tell(self, arrived: Arrived, fact: Fact) -> None:
        who = self._anyone()
        if fact.who:  # a side that somebody takes, each a different one
            fresh = [name for name in self._people if name not in arrived.tellers]
            if not fresh:
                return self._chat(arrived)
            arrived.tellers.append(who := self._rng.choice(fresh))
        if fact.change:
            wait = self._rng.randint(2, 6) if fact.change == "correction" else self._rng.randint(3, 25)
            self._later.append(_Later(self._now + wait, fact, arrived.subject, who, self._now))
            self._later.sort(key=lambda later: later.due)
        else:
            self._told.append(Told(fact, arrived.subject, self._now, who))
        return self._add(who, fact.versions[0], arrived.subject.name)

    def _chat(self, arrived: Arrived) -> None:
        """Something that was not said in this room yet, as far as there is something left to say."""
        who = self._anyone()
        for _ in range(20):
            answers = self._rng.sample(self._frames.answer, self._rng.choice((1, 1, 2, 2, 3)))
            said = Said(text=self._rng.choice(self._frames.say), answer=" ".join(answers))
            filled = self._filled(said, arrived.subject, who)
            if filled.text not in self._said:
                break
        self._said.add(filled.text)
        is_reply = self._lines[-1].subject == arrived.subject.name and self._rng.random() < 0.15
        self._add(who, filled, arrived.subject.name, reply_to=self._now - 1 if is_reply else None)

    def _filled(self, said: Said, subject: Subject, who: str) -> Said:
        claim, other = self._rng.sample(subject.claims, 2)
        thing, name = self._rng.choice(subject.things), self._anyone(who)
        words = {"{thing}": thing, "{claim}": claim, "{other}": other, "{name}": name}
        return Said(text=_fill(said.text, words), answer=_fill(said.answer, words))


def _fill(frame: str, words: dict[str, str]) -> str:
    """Sentences that begin with what was filled in begin with a capital."""
    for place, word in words.items():
        frame = frame.replace(place, word)
    return ". ".join(part[:1].upper() + part[1:] for part in frame.split(". "))


def _chosen(subjects: list[Subject], size: Size, rng: Random) -> list[Subject]:
    """The first has facts, whatever the others have: somebody must have something to tell."""
    first = rng.choice([subject for subject in subjects if subject.facts])
    return [first, *rng.sample([subject for subject in subjects if subject is not first], size.articles - 1)]


def _sentence(said: Said, needle: str) -> str:
    """The sentence that holds the needle."""
    sentences = [*_SENTENCES.split(said.text), *_SENTENCES.split(said.answer)]
    return next(sentence for sentence in sentences if needle in sentence)


def _cited(arrived: Arrived, passage: Passage) -> str:
    paragraph = arrived.subject.article.paragraphs[passage.paragraph - 1]
    sentence = next((each for each in _SENTENCES.split(paragraph) if passage.needle in each), paragraph)
    return f"{sentence} [{arrived.n}¶{passage.paragraph}]"


def _main_points(subject: Subject, n: int) -> str:
    """The beginnings of two paragraphs that hold nothing which is asked for."""
    points = []
    for number, paragraph in enumerate(subject.article.paragraphs, 1):
        first = _SENTENCES.split(paragraph)[0]
        if len(first) > 40 and not any(passage.needle in first for passage in subject.passages):
            points.append(f"{first} [{n}¶{number}]")
    return " ".join([points[0], points[-1]])
