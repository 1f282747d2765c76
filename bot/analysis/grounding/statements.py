"""Running text of a draft: its numbers, names and quotation marks against what it may draw on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.analysis.grounding.borrowed import Borrowed
from bot.analysis.grounding.marks import Span, spans
from bot.analysis.grounding.names import Names
from bot.analysis.grounding.numbers import Numbers
from bot.analysis.grounding.quotation import sentences
from bot.analysis.grounding.words import Text


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a statement. `text` has no quotation marks around words that were not found."""

    text: str
    numbers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    is_borrowed: bool = False


class Statements:
    """Checks statements in `language`. `quotable` says whether words may stand between marks."""

    def __init__(
        self,
        sources: Text,
        numbers: Numbers,
        names: Names,
        borrowed: Borrowed,
        quotable: Callable[[str], bool],
        language: str,
    ) -> None:
        self._sources, self._numbers, self._names = sources, numbers, names
        self._borrowed, self._quotable, self._language = borrowed, quotable, language

    def check(self, text: str) -> Finding:
        """One claim, support or remark as a whole; the article's own sentences pass as they are."""
        return Finding(text) if self._sources.holds(text) else self._found_in(without_marks(text, self._quotable))

    def check_sentences(self, text: str) -> list[Finding]:
        """Each sentence by itself, so that one that fails can go alone."""
        if self._sources.holds(text):
            return [Finding(text)]
        return [self._found_in(sentence.strip()) for sentence in sentences(without_marks(text, self._quotable))]

    def _found_in(self, text: str) -> Finding:
        if self._borrowed.stands_in(text):
            return Finding(text, is_borrowed=True)
        if self._sources.holds(text):
            return Finding(text)
        numbers = tuple(self._numbers.unmatched(text, self._language))
        return Finding(text, numbers=numbers, names=tuple(self._names.unmatched(text, self._language)))


def without_marks(text: str, quotable: Callable[[str], bool]) -> str:
    """The text without the quotation marks around words that are not quotable, or that never close."""
    invented = [span for span in spans(text) if not (span.closed and quotable(text[span.start : span.end]))]
    marks = {at for span in invented for at in _marks_of(text, span)}
    return "".join(char for at, char in enumerate(text) if at not in marks) if marks else text


def _marks_of(text: str, span: Span) -> Sequence[int]:
    """Offsets of both marks, and of the blanks that French sets inside them."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return [*range(span.start - 1, start), *(range(end, span.end + 1) if span.closed else ())]
