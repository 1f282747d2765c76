"""Which way a sentence leans: whether its author approves of what was done."""

from __future__ import annotations

from bot.analysis.extractive.briefing.stance_words import stances_of

_BEFORE = 24  # characters before a word of judgement in which a "not" turns it


def leans(sentence: str, language: str) -> int:
    """1 where it approves of what was done, -1 where it does not, 0 where it does neither or both."""
    stances = stances_of(language)
    if stances is None or stances.rivals.search(sentence):
        return 0
    found = {-1} if stances.forbids.search(sentence) else set[int]()
    for lean, pattern in ((1, stances.for_it), (-1, stances.against_it)):
        for match in pattern.finditer(sentence):
            is_turned = stances.not_.search(sentence[max(0, match.start() - _BEFORE) : match.end()])
            found.add(-lean if is_turned else lean)
    return found.pop() if len(found) == 1 else 0
