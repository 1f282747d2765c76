"""The turns that a memo names: who speaks in them, and whether they bear it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bot.analysis.engine import MemoryAsk
from bot.analysis.grounding.function_words import language_of
from bot.analysis.grounding.names import Names
from bot.analysis.grounding.talk.bearing import claim_of
from bot.analysis.grounding.talk.content_words import LACKING, TOLD_OF
from bot.analysis.grounding.talk.correcting import denies
from bot.analysis.grounding.talk.members import Members, Said
from bot.analysis.grounding.words import Text
from bot.models.discussion import Kept, Memo, Person, Turn

_BORNE = 0.5  # of a memo's content words, in the turns that it names together
_OTHERS = 0.25  # by which no other member may have more of them


class Recalled:
    """What was said in the turns of an ask, and what is remembered of those before."""

    def __init__(self, ask: MemoryAsk) -> None:
        self._turns = {turn.id: turn for turn in ask.turns}
        self._memos = ask.memory.memos if ask.memory else ()
        self._people = {person.id: person for person in _people(ask)}
        everyone: dict[str, list[str]] = {person.name: [] for person in self._people.values()}
        nobody = Person(id=0, name="")
        self._members = Members(next(iter(self._people.values()), nobody), everyone or {"": []})

    def person(self, memo: Memo) -> Person | None:
        """Who speaks for a memo's turns; None for a fact, and where it is nobody who does."""
        if memo.kind is Kept.FACT:
            return None
        there = {person.id: person for turn in memo.turns for person in self._speaking(turn)}
        if memo.person is not None:
            return there.get(memo.person.id)
        return next(iter(there.values())) if len(there) == 1 else None

    def bearing(self, memo: Memo) -> tuple[int, ...]:
        """Those of the memo's turns that exist, when together they bear it out.

        All of them stay: one that the memo only answers or corrects leads to it too, when it is to be forgotten.
        """
        named = tuple(turn for turn in dict.fromkeys(memo.turns) if any(self._texts(turn, None)))
        said = Said(text for turn in named for text in self._texts(turn, memo.person))
        return named if said.texts and self._is_borne(memo, said) else ()

    def _is_borne(self, memo: Memo, said: Said) -> bool:
        spoken = language_of(memo.text) or said.language
        if any(said.numbers.unmatched(self._members.unnamed(memo.text), spoken)) or self._is_strange(
            memo, said, spoken
        ):
            return False
        if said.text.holds(memo.text):
            return True
        if denies(memo.text) and not any(map(denies, said.texts)):
            return False
        if spoken and said.language and spoken != said.language:
            return True
        wanted = self._wanted(memo)
        share, others = said.share(wanted), self._share_of_others(memo)
        return bool(wanted) and share >= _BORNE and (share == 1 or others <= share + _OTHERS)

    def _is_strange(self, memo: Memo, said: Said, spoken: str) -> bool:
        """Whether it names what was not named there; of the members, those who do not speak there either."""
        speaking = [person.name for turn in memo.turns for person in self._speaking(turn)]
        named = {mention.name for mention in self._members.mentions(memo.text)}
        there = Names([said.text, Text(speaking)])
        absent = (name for name in named if name not in speaking and not said.text.has_in_any_case(name.split()))
        return any(absent) or any(there.unmatched(memo.text, spoken))

    def _share_of_others(self, memo: Memo) -> float:
        """How much of a position somebody else said in the same turns' time."""
        if memo.person is None:
            return 0.0
        wanted, theirs = self._wanted(memo), memo.person.id
        texts = ([text for person, text in _spoken(turn) if person.id != theirs] for turn in self._turns.values())
        return max((Said(said).share(wanted) for said in texts if said), default=0.0)

    def _wanted(self, memo: Memo) -> frozenset[str]:
        return claim_of(memo.text, "", self._members).content - TOLD_OF - LACKING

    def _speaking(self, turn: int) -> Iterator[Person]:
        if turn in self._turns:
            yield from (person for person, _ in _spoken(self._turns[turn]))
        yield from (memo.person for memo in self._memos if memo.person and turn in memo.turns)

    def _texts(self, turn: int, person: Person | None) -> Iterator[str]:
        """What was said in a turn by this person; by anybody, and what was answered, for None."""
        if turn in self._turns:
            yield from (text for who, text in _spoken(self._turns[turn]) if person is None or who.id == person.id)
            answer = self._turns[turn].answer
            if person is None and answer:
                yield answer.text
        for memo in self._memos:
            if turn in memo.turns and (person is None or (memo.person and memo.person.id == person.id)):
                yield memo.text


def _spoken(turn: Turn) -> Iterator[tuple[Person, str]]:
    yield turn.person, turn.text
    if turn.about:
        yield turn.about.person, turn.about.text


def _people(ask: MemoryAsk) -> Iterable[Person]:
    for memo in ask.memory.memos if ask.memory else ():
        if memo.person:
            yield memo.person
    for turn in ask.turns:
        yield from (person for person, _ in _spoken(turn))
