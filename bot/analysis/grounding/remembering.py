"""The only maker of a Memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.analysis.engine import MemoryAsk
from bot.analysis.grounding.hygiene import printable
from bot.analysis.grounding.talk.correcting import is_taken_back, says_the_same
from bot.analysis.grounding.talk.harm import is_harmful, is_shouted
from bot.analysis.grounding.talk.orders import before_orders, is_call, is_confession
from bot.analysis.grounding.talk.recalling import Recalled
from bot.analysis.lines import memo_line
from bot.analysis.prompts.neutral import visible
from bot.analysis.tokens import estimate
from bot.models.discussion import Kept, Memo, Memory, MemoryDraft


def check_memory(ask: MemoryAsk, draft: MemoryDraft, through: int, count: Callable[[str], int] = estimate) -> Memory:
    """The draft, as far as the turns and the memory before them bear it out. Never raises, whatever the texts hold.

    A position or a question is that of somebody who speaks in the turns that it names, in the words of those turns;
    a fact was said or answered there. A memo of the old memory passes unchanged, unless a later turn takes it back.
    Numbers of turns that are not there are dropped, and a memo with none left. What is said twice is kept once, as it
    was said last. The oldest go when all of it takes more than `ask.tokens` by `count`.
    """
    recalled = Recalled(ask)
    checked = [memo for offered in draft.memos if (memo := _checked(_printable(offered), ask, recalled))]
    standing = [memo for memo in checked if not is_taken_back(memo, ask.turns)]
    memos = _within(_merged(standing), ask.tokens, count)
    return Memory(memos=tuple(memos), through=through, signature=draft.signature, fallback=draft.fallback)


def _checked(offered: Memo, ask: MemoryAsk, recalled: Recalled) -> Memo | None:
    known = ask.memory.memos if ask.memory else ()
    old = next((memo for memo in known if _is_same(memo, offered)), None)
    if old is not None:
        return replace(old, turns=tuple(dict.fromkeys((*old.turns, *recalled.bearing(offered)))))
    if not offered.text or _is_unwanted(offered.text):
        return None
    person = recalled.person(offered)
    if person is None and offered.kind is not Kept.FACT:
        return None
    memo = replace(offered, person=person)
    turns = recalled.bearing(memo)
    return replace(memo, turns=turns) if turns else None


def _is_same(old: Memo, offered: Memo) -> bool:
    theirs = (old.person and old.person.id) == (offered.person and offered.person.id)
    return old.kind is offered.kind and theirs and _printable(old).text == offered.text


def _is_unwanted(text: str) -> bool:
    commands = before_orders(text) != text or is_call(text) or is_confession(text)
    return commands or is_harmful(text) or is_shouted(text)


def _merged(memos: Sequence[Memo]) -> list[Memo]:
    """Each thing once, in the words that were used last, where it arose first."""
    merged: list[Memo] = []
    for memo in memos:
        at = next((at for at, known in enumerate(merged) if says_the_same(known, memo)), None)
        if at is None:
            merged.append(memo)
        else:
            first, last = sorted((merged[at], memo), key=lambda memo: max(memo.turns))
            merged[at] = replace(last, turns=tuple(dict.fromkeys((*first.turns, *last.turns))))
    return merged


def _within(memos: Sequence[Memo], tokens: int, count: Callable[[str], int]) -> list[Memo]:
    kept: list[Memo] = []
    for memo in reversed(memos):
        tokens -= count(memo_line(memo)) + 1
        if tokens < 0:
            break
        kept.append(memo)
    return kept[::-1]


def _printable(memo: Memo) -> Memo:
    return replace(memo, text=printable(visible(memo.text)))
