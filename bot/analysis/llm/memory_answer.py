"""The shape of a memory, read with patience; whose it is and what it comes from is told by the turns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from bot.analysis.engine import MemoryAsk
from bot.analysis.lines import one_line, speaker
from bot.analysis.llm.answers import Answer, Line, clipped, sound
from bot.analysis.llm.shown import MOST_MEMOS
from bot.models.discussion import Kept, Memo, Person

_MOST_TURNS = 5
_LAST_TURN = 2**53  # what JSON's numbers hold in every reader


def _kind(value: Any) -> Any:
    known = str(value).strip().lower()
    return known if known in list(Kept) else Kept.FACT


def _turns(value: Any) -> Any:
    """[12, "#13"], "#12, #13" or 12: every number that is meant, once, in order."""
    items = value if isinstance(value, list) else [value]
    found = (int(digits) for item in items[:20] for digits in re.findall(r"(?<!\d)\d{1,15}(?!\d)", str(item)))
    return list(dict.fromkeys(found))[:_MOST_TURNS]


Text = Annotated[str, BeforeValidator(clipped(200)), Field(max_length=200, pattern=r"\S")]
TurnNumber = Annotated[int, Field(ge=0, le=_LAST_TURN)]


class MemoAnswer(Answer):
    kind: Annotated[Kept, BeforeValidator(_kind)]
    person: Line
    text: Text
    turns: Annotated[list[TurnNumber], BeforeValidator(_turns), Field(max_length=_MOST_TURNS)]


class MemoryAnswer(Answer):
    """An empty list is a memory too: there may be nothing to keep."""

    memos: Annotated[list[MemoAnswer], BeforeValidator(sound(MemoAnswer, MOST_MEMOS)), Field(max_length=MOST_MEMOS)]

    def told(self, ask: MemoryAsk) -> tuple[Memo, ...]:
        """The same as our nouns; a memo of no turn that was shown, or a view of nobody who was there, is none."""
        known = _people(ask)
        return tuple(memo for answer in self.memos if (memo := _memo(answer, known)))


def _memo(answer: MemoAnswer, known: Mapping[int, Mapping[str, Person]]) -> Memo | None:
    turns = tuple(turn for turn in answer.turns if turn in known)
    person = next((found for turn in turns if (found := known[turn].get(_key(answer.person)))), None)
    if not turns or (person is None and answer.kind is not Kept.FACT):
        return None
    person = None if answer.kind is Kept.FACT else person
    return Memo(kind=answer.kind, text=one_line(answer.text), turns=turns, person=person)


def _people(ask: MemoryAsk) -> dict[int, dict[str, Person]]:
    """Who was there, by turn and by name as it was shown: two members may have one name, and one member two."""
    known: dict[int, dict[str, Person]] = {}
    for memo in ask.memory.memos if ask.memory else ():
        _enter(known, memo.turns, (memo.person,))
    for turn in ask.turns:
        _enter(known, (turn.id,), (turn.person, turn.about.person if turn.about else None))
    return known


def _enter(known: dict[int, dict[str, Person]], turns: Iterable[int], people: Iterable[Person | None]) -> None:
    for turn in turns:
        there = known.setdefault(turn, {})
        for person in filter(None, people):
            there.setdefault(_key(speaker(person)), person)


def _key(name: str) -> str:
    return one_line(name).removesuffix(":").removesuffix(" asks").casefold()
