"""What a later turn takes back, and two memos that say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.analysis.grounding.stems import stems
from bot.analysis.grounding.support import are_alike
from bot.analysis.grounding.talk.content_words import LINKING, NEGATORS
from bot.analysis.grounding.talk.patterns import either
from bot.analysis.grounding.words import forms_of
from bot.models.discussion import Memo, Turn

_CORRECTED = 0.5  # of a memo's content words, in what takes it back
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
CORRECTION = either(
    (
        # de
        r"\b(?:korrektur|korrigiere|berichtigung|ich meinte|verzeihung|doch nicht)\b",
        r"\b(?:habe mich (?:vertan|geirrt)|meine meinung geändert|anders überlegt|nehme .{0,30} zurück)\b",
        # en
        r"\b(?:correction|i meant|i mistyped|i misspoke|i misread|my mistake|i was wrong|scratch that)\b",
        r"\b(?:changed? my mind|no longer (?:think|believe|want)|take (?:that|it|this) back|on second thoughts?)\b",
        r"\bsorry\b.{0,40}\bnot\b|\bactually\b.{0,60}\bnot\b|\bnot \S+(?: \S+)? but\b",
        # es
        r"\b(?:corrección|corrijo|quise decir|me equivoqué|ya no (?:pienso|creo|quiero))\b",
        r"\bhe cambiado de (?:opinión|idea)\b",
        # fr
        r"\b(?:correction|je corrige|je voulais dire|je me suis trompée?|je ne (?:pense|veux) plus)\b",
        r"\bj[’']ai changé d[’']avis\b",
    )
)


def is_taken_back(memo: Memo, turns: Sequence[Turn]) -> bool:
    """Whether whoever said it corrects it in a later turn than those that the memo names."""
    said = max(memo.turns)
    by = {turn.person.id for turn in turns if turn.id in memo.turns} | ({memo.person.id} if memo.person else set())
    later = (turn for turn in turns if turn.id > said and turn.person.id in by)
    return any(_corrects(turn.text, memo.text) for turn in later)


def says_the_same(one: Memo, other: Memo) -> bool:
    """Whether two memos of one sort and one person are one thing, numbers included; or the opposite, as it is now."""
    same_person = (one.person and one.person.id) == (other.person and other.person.id)
    if one.kind is not other.kind or not same_person or not are_alike(one.text, other.text):
        return False
    return _tells(one.text)[0] == _tells(other.text)[0]


def _corrects(text: str, memo: str) -> bool:
    found = CORRECTION.search(text.replace("'", "’")) or CORRECTION.search(text)
    wanted = _content(memo)
    if not found or not wanted:
        return False
    shared = len(wanted & _content(text)) / len(wanted)
    return shared >= _CORRECTED and _tells(text) != _tells(memo)


def _content(text: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(forms_of(text)) if not stem[0].isdigit()) - LINKING


def _tells(text: str) -> tuple[frozenset[str], bool]:
    """Its numbers, and whether it denies."""
    return frozenset(_NUMBER.findall(text)), denies(text)


def denies(text: str) -> bool:
    """Whether it says that something is not so."""
    forms = forms_of(text)
    return sum(form.casefold() in NEGATORS or form.endswith("n’t") for form in forms) % 2 == 1
