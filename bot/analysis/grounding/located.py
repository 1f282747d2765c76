"""A place of the article in its own spelling."""

from __future__ import annotations

from bot.analysis.grounding.marks import spans
from bot.analysis.grounding.words import Place

_HYPHENS = "-\u2010\u2011"
_ALIKE = str.maketrans(dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‹›‘’‚‛`´", "'"))
# "ce n’est pas" must not lose its n’.
_NEGATING_ELISION = ("n'", "n’", "N'", "N’")


def stands_on_word_borders(paragraph: str, place: Place) -> bool:
    """False when a place begins or ends within a hyphenated word: "binding" is not what "non-binding" says."""
    before, after = paragraph[max(0, place.start - 2) : place.start], paragraph[place.end : place.end + 2]
    cut_before = len(before) == 2 and before[1] in _HYPHENS and before[0].isalnum()
    cut_after = len(after) == 2 and after[0] in _HYPHENS and after[1].isalnum()
    return not (cut_before or cut_after or before in _NEGATING_ELISION)


def with_punctuation(paragraph: str, place: Place, head: str, tail: str) -> Place:
    """The place with the punctuation around it, as far as it was offered as well."""
    start, end = place.start, place.end
    before = paragraph[max(0, start - len(head)) : start]
    for wanted, char in zip(reversed(_alike(head)), reversed(_alike(before)), strict=False):
        if wanted != char:
            break
        start -= 1
    for wanted, char in zip(_alike(tail), _alike(paragraph[end : end + len(tail)]), strict=False):
        if wanted != char:
            break
        end += 1
    return Place(place.paragraph, start, end)


def with_whole_marks(paragraph: str, place: Place) -> Place:
    """The place with the mark before it, or after it, whose partner it holds."""
    start, end = place.start, place.end
    for span in spans(paragraph):
        if span.closed and span.start <= start and span.end < end and not _has_words(paragraph[span.start : start]):
            start = span.start - 1
        if span.closed and start < span.start < end <= span.end and not _has_words(paragraph[end : span.end]):
            end = span.end + 1
    return Place(place.paragraph, start, end)


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in text)


def _alike(punctuation: str) -> str:
    return punctuation.translate(_ALIKE)
