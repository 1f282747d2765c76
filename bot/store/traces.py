"""Traces of a person in texts that are not theirs: their names, and runs of words that they said; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.store.snippets import UNSPACED

NOBODY = "a member"
RUN = 5  # words that nobody writes again by chance; of scripts without spaces twice as many characters

_WORD = re.compile(rf"[^\W{UNSPACED[1:-1]}]+")
_STRETCH = re.compile(rf"{UNSPACED}{{{2 * RUN},}}")
_PARAGRAPH = re.compile(r"\n\s*\n")
# A closing mark, and a citation behind it, belong to the sentence.
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”’»)\]]*(?:\s*\[\d+¶[^\]]*\])*\s+|(?<=[。！？])|\n")
_SHORT = 3  # letters: so short a name is a word as well, and counts only as it is written
_ANOTHER_NAME = r"(?!\s+[^\W\d_a-z])"  # a word that begins with no small letter

_Span = tuple[int, int]


class Traces:
    """names: what they were called; spoken: what they said; user_id: whom a mention names."""

    def __init__(self, names: Iterable[str], spoken: Iterable[str], user_id: int) -> None:
        self._named = _pattern(names, user_id)
        self._runs = {run for text in spoken for run, _ in _runs(text)}

    def are_in(self, text: str) -> bool:
        """Whether it names or repeats them."""
        return bool(self._named.search(text)) or self._repeats(text)

    def removed_from(self, text: str) -> str:
        """Without the sentences that repeat them, and with `NOBODY` where it names them."""
        if self._repeats(text):
            repeated = [span for run, span in _runs(text) if run in self._runs]
            paragraphs = [_kept(text, paragraph, repeated) for paragraph in _spans(text, (0, len(text)), _PARAGRAPH)]
            text = "\n\n".join(filter(None, paragraphs))
        return self._named.sub(NOBODY, text)

    def _repeats(self, text: str) -> bool:
        """As fast as can be: of a hundred thousand answers hardly one does."""
        if not self._runs:
            return False
        words = [word.casefold() for word in _WORD.findall(text)]
        stretches = (stretch[0] for stretch in _STRETCH.finditer(text))
        return not self._runs.isdisjoint(zip(*(words[at:] for at in range(RUN)), strict=False)) or any(
            (stretch[at : at + 2 * RUN],) in self._runs for stretch in stretches for at in range(len(stretch))
        )


def _runs(text: str) -> Iterator[tuple[tuple[str, ...], _Span]]:
    """Every run of the text's words, without case, and where it stands."""
    words = [(word[0].casefold(), word.span()) for word in _WORD.finditer(text)]
    for at in range(len(words) - RUN + 1):
        run = words[at : at + RUN]
        yield tuple(word for word, _ in run), (run[0][1][0], run[-1][1][1])
    for stretch in _STRETCH.finditer(text):
        for start in range(stretch.start(), stretch.end() - 2 * RUN + 1):
            yield (text[start : start + 2 * RUN],), (start, start + 2 * RUN)


def _kept(text: str, paragraph: _Span, repeated: Sequence[_Span]) -> str:
    """The sentences of a paragraph that none of the repeated spans touches."""
    sentences = [
        text[start:end]
        for start, end in _spans(text, paragraph, _SENTENCE, keeps_ends=True)
        if not any(first < end and start < last for first, last in repeated)
    ]
    return "".join(sentences).strip()


def _spans(text: str, within: _Span, between: re.Pattern[str], *, keeps_ends: bool = False) -> Iterator[_Span]:
    """What stands between the separators, with or without the one behind it."""
    start = within[0]
    for found in between.finditer(text, *within):
        yield start, found.end() if keeps_ends else found.start()
        start = found.end()
    yield start, within[1]


def _pattern(names: Iterable[str], user_id: int) -> re.Pattern[str]:
    """A mention, a name whatever its case, or the first part of a longer one.

    A first part is a word of its own right: it counts as it is written, with a capital, and not before another name:
    Ana is not "Ana Ruiz" because somebody is called "Ana Lopez".
    """
    given = {name.strip() for name in names if any(map(str.isalpha, name))}
    known = sorted((name for name in given if len(name) > 1), key=len, reverse=True)
    firsts = [parts[0] for name in known if len(parts := name.split()) > 1 and _is_name(parts[0])]
    alternatives = [*map(_any_case, known), *(_bounded(first) + _ANOTHER_NAME for first in firsts)]
    return re.compile("|".join([rf"<@!?{user_id}>", *(rf"@?{one}" for one in alternatives)]))


def _is_name(word: str) -> bool:
    return len(word) >= _SHORT and word[0].isupper()


def _any_case(name: str) -> str:
    return _bounded(name) if len(name) <= _SHORT else f"(?i:{_bounded(name)})"


def _bounded(name: str) -> str:
    """Whole words; where words are not set apart, wherever it stands."""
    inside = re.escape(name)
    if re.search(UNSPACED, name):
        return inside
    return rf"(?<!\w){inside}(?!\w)"
