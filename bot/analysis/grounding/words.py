"""A text as words: what is left of it when typography is set aside, with the way back to its own spelling."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.analysis.grounding.hygiene import printable

# Punctuation and symbols that never belong to a word. Everything else does, so that combining marks, soft hyphens
# and zero-width characters stay inside the word they are written in.
_CUT = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02bc\u055a-\u055f\u0589"
    r"\u05be\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965\u2000-\u200a\u2010-\u2029\u202f-\u205f"
    r"\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff0f\uff1a-\uff20"
    r"\uff3b-\uff40\uff5b-\uff65"
)
# Scripts that set no spaces: each character counts as a word.
_UNSPACED = (
    r"\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff"
)
_LETTER = rf"[^{_CUT}{_UNSPACED}]"
_APOSTROPHES = "'’‘ʼ＇´`"
_WORD = re.compile(
    rf"""
    [{_UNSPACED}]
    | (?<![\w'’]) (?:[ldjmtscLDJMTSC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu) ['’] (?=[^\W\d_])   # French elision
    | \d+ (?:[.,:'’]\d+)* {_LETTER}*
    | {_LETTER}+ (?:[{_APOSTROPHES}]{_LETTER}+)*
    | [%‰$€£¥₹°&+]
    | (?<![^\s(\[]) [-−–] (?=[\d$€£])                                                                   # a minus
    """,
    re.VERBOSE,
)
_UNSPACED_WORD = re.compile(rf"[{_UNSPACED}]")
_FORMATTING = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_TYPEWRITTEN = str.maketrans(dict.fromkeys(_APOSTROPHES, "’") | {"−": "-", "–": "-"})


class Word(NamedTuple):
    """`form` is the word without typography, in its own case; `start` and `end` are offsets in its paragraph."""

    form: str
    start: int
    end: int


def fold(word: str) -> str:
    """A word as it compares: compatibility forms, ligatures, soft hyphens and kinds of apostrophe made equal."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", _FORMATTING.sub("", word))
    return printable(word).translate(_TYPEWRITTEN)


def words_of(text: str) -> list[Word]:
    """The words of a text in order, signs that carry meaning (%, $, a minus) among them."""
    return [
        Word(form, match.start(), match.end())
        for match in _WORD.finditer(text)
        if (form := word if (word := match[0]).isascii() and word.isalnum() else fold(word))
    ]


def forms_of(text: str) -> list[str]:
    return [word.form for word in words_of(text)]


def is_unspaced(form: str) -> bool:
    """Whether a word is one character of a script that sets no spaces."""
    return _UNSPACED_WORD.fullmatch(form) is not None


def singular_owner(form: str) -> str:
    """A name without its possessive ending: "Tillerson’s" is Tillerson."""
    return form.removesuffix("’s").removesuffix("’")


class Place(NamedTuple):
    """Characters `start` to `end` of a paragraph; `paragraph` counts from 0."""

    paragraph: int
    start: int
    end: int


_BETWEEN_WORDS, _BETWEEN_PARAGRAPHS = "\x1f", "\x1e"


class Text:
    """Paragraphs, indexed once, in which runs of words are found in time linear in their length."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self.paragraphs = tuple(paragraphs)
        self.words = tuple(words_of(paragraph) for paragraph in self.paragraphs)
        self._exact = _Index([[word.form for word in words] for words in self.words])
        self._lowered: _Index | None = None

    def find(self, forms: Sequence[str]) -> Iterator[Place]:
        """Where these words stand next to each other; only the first one's case may differ."""
        if len(forms) == 1:
            for paragraph, first in self._folded().find([forms[0].casefold()]):
                yield self._place(paragraph, first, first)
        elif forms:
            opening = forms[0].casefold()
            for paragraph, second in self._exact.find(forms[1:]):
                if second and self.words[paragraph][second - 1].form.casefold() == opening:
                    yield self._place(paragraph, second - 1, second + len(forms) - 2)

    def holds(self, passage: str) -> bool:
        """Whether the words of `passage` stand in one paragraph next to each other."""
        return next(self.find(forms_of(passage)), None) is not None

    def has_in_any_case(self, forms: Sequence[str]) -> bool:
        return next(self._folded().find([form.casefold() for form in forms]), None) is not None

    def _place(self, paragraph: int, first: int, last: int) -> Place:
        words = self.words[paragraph]
        return Place(paragraph, words[first].start, words[last].end)

    def _folded(self) -> _Index:
        if self._lowered is None:
            self._lowered = _Index([[word.form.casefold() for word in words] for words in self.words])
        return self._lowered


class _Index:
    """All words as one string, so that the search is the interpreter's own."""

    def __init__(self, paragraphs: Sequence[Sequence[str]]) -> None:
        self._string = _BETWEEN_PARAGRAPHS.join(
            _BETWEEN_WORDS + _BETWEEN_WORDS.join(forms) + _BETWEEN_WORDS for forms in paragraphs
        )
        self._starts: list[int] = []
        self._homes: list[tuple[int, int]] = []
        at = 0
        for number, forms in enumerate(paragraphs):
            for position, form in enumerate(forms):
                self._starts.append(at)
                self._homes.append((number, position))
                at += len(form) + 1
            at += 2 if forms else 3

    def find(self, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Paragraph and position of the first word, both from 0."""
        wanted = _BETWEEN_WORDS + _BETWEEN_WORDS.join(forms) + _BETWEEN_WORDS
        at = self._string.find(wanted)
        while at >= 0:
            yield self._homes[bisect_left(self._starts, at)]
            at = self._string.find(wanted, at + 1)
