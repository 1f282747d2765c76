"""Notes entered one after the other: the same thing once, what is corrected no more, within a bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.analysis.extractive.remembering.notes import CORRECTION, FIGURE, OPEN, VIEW, Note
from bot.analysis.lines import memo_line
from bot.analysis.search.terms import terms
from bot.analysis.tokens import estimate
from bot.models.discussion import Kept, Memo, Turn

_WEIGHTS = {Kept.FACT: FIGURE, Kept.POSITION: VIEW, Kept.QUESTION: OPEN}
_SAME = 0.8  # of the terms of the shorter, for two sentences to say one thing
_WHOLE = 0.5  # of what is corrected, what its correction says anew when it can be understood alone
_MOST_TURNS = 5
_BACK = 6  # notes that a correction looks back on


class Book:
    """Begins with the memory so far."""

    def __init__(self, memos: Sequence[Memo]) -> None:
        self._notes = [Note(memo=memo, weight=_WEIGHTS[memo.kind], terms=frozenset(terms(memo.text))) for memo in memos]

    def enter(self, note: Note) -> None:
        """Add it, or put it in the place of what it says again or corrects."""
        for at in range(len(self._notes) - 1, -1, -1):
            if self._is_again(self._notes[at], note):
                note = _joined(self._notes.pop(at), note)
                break
        else:
            note = self._corrected(note) if note.corrects else note
        for twin in [before for before in self._notes if _are_twins(before.memo, note.memo)]:
            self._notes.remove(twin)
            note = _joined(twin, note)
        self._notes.append(note)

    def settle(self, turn: Turn) -> None:
        """Questions to which this turn had an answer are no longer open."""
        if turn.answer and turn.answer.citations:
            asked = frozenset(terms(turn.text))
            self._notes = [
                note for note in self._notes if note.memo.kind is not Kept.QUESTION or _share(note.terms, asked) < _SAME
            ]

    def within(self, tokens: int) -> tuple[Memo, ...]:
        """As many as fit, in the order in which they arose; the least weighty go first, of these the oldest."""
        sizes = [estimate(memo_line(note.memo)) + 1 for note in self._notes]
        left, kept = sum(sizes), set(range(len(sizes)))
        for at in sorted(kept, key=lambda at: (self._notes[at].weight, at)):
            if left <= tokens:
                break
            kept.discard(at)
            left -= sizes[at]
        return tuple(self._notes[at].memo for at in sorted(kept))

    def _is_again(self, before: Note, note: Note) -> bool:
        same_person = before.memo.person == note.memo.person or before.memo.kind is not Kept.POSITION
        return before.memo.kind is note.memo.kind and same_person and _share(before.terms, note.terms) >= _SAME

    def _corrected(self, note: Note) -> Note:
        """In the place of what it corrects; where it cannot be understood alone, behind that."""
        for at in range(len(self._notes) - 1, max(-1, len(self._notes) - 1 - _BACK), -1):
            before = self._notes[at]
            if before.memo.kind is Kept.QUESTION or not _may_correct(before, note):
                continue
            if not _is_whole(before, note) and before.memo.person != note.memo.person:
                return note  # the words of two stand in no memo
            del self._notes[at]
            return _joined(before, note) if _is_whole(before, note) else _behind(before, note)
        return note


def _are_twins(one: Memo, other: Memo) -> bool:
    return (one.kind, one.person, one.text) == (other.kind, other.person, other.text)


def _may_correct(before: Note, note: Note) -> bool:
    """By the same member, or in reply to it, and about the same."""
    people = {before.memo.person, note.memo.person}
    theirs = len(people) == 1 or None in people
    return bool(before.terms & note.terms) and (theirs or note.goes_on_from in before.memo.turns)


def _is_whole(before: Note, note: Note) -> bool:
    return len(before.terms & note.terms) >= _WHOLE * len(before.terms)


def _joined(before: Note, note: Note) -> Note:
    turns = tuple(sorted({*before.memo.turns, *note.memo.turns}))[-_MOST_TURNS:]
    return replace(note, memo=replace(note.memo, turns=turns), weight=max(before.weight, note.weight))


def _behind(before: Note, note: Note) -> Note:
    """ "The fee is 40 cents. Correction: 45." """
    both = _joined(before, note)
    text = f"{before.memo.text} {note.memo.text}"
    return replace(both, memo=replace(both.memo, text=text), terms=before.terms | note.terms, weight=CORRECTION)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Of the terms of the shorter, how many the longer has."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
