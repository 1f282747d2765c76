"""What several stretches of text are about, in the words that they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from bot.analysis.extractive.comparing.everyday import everyday
from bot.analysis.extractive.reading import Line, stems
from bot.analysis.extractive.words.table import Words

_NAMED = 3
# Two words in a row say more than each of them: they are taken where they come nearly as often.
_TWO = 0.7
_WORD = re.compile(r"[^\W\d_][\w'-]*")


def topic(stretches: list[list[Line]], words: Words, weigh: Callable[[frozenset[str]], float] = len) -> str:
    """At most three words or pairs of words that stand in all of the stretches, the weightiest first; "" for none."""
    counts = [_spoken(lines, words) for lines in stretches]
    shared = {run: min(count[run] for count in counts) for run in counts[0] if all(run in count for count in counts)}
    chosen: list[str] = []
    seen: frozenset[str] = frozenset()
    for run in sorted(shared, key=lambda run: -shared[run] * weigh(stems(run, words)) * (1 + _TWO * run.count(" "))):
        if len(chosen) < _NAMED and not _says_again(stems(run, words), seen):
            chosen.append(run)
            seen |= stems(run, words)
    return ", ".join(chosen)


def _says_again(new: frozenset[str], seen: frozenset[str]) -> bool:
    """Whether a word stands there already, be it in another number: "rent", "rents"."""
    return any(one.startswith(other) or other.startswith(one) for one in new for other in seen)


def _spoken(lines: Iterable[Line], words: Words) -> Counter[str]:
    """How often each word that not everybody uses is said, and each two of them in a row."""
    return Counter(run for line in lines for run in _runs(line.plain, words))


def _runs(text: str, words: Words) -> Iterator[str]:
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text):
        if not stems(match[0], words) - everyday(words.language):
            before = None
            continue
        yield match[0]
        if before and text[before.end() : match.start()] == " ":
            yield f"{before[0]} {match[0]}"
        before = match
