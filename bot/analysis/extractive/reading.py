"""An article taken apart once: its sentences, what in them is quoted, and their words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, takewhile

from bot.analysis.extractive.marks import Quotation, quotations
from bot.analysis.extractive.sentences import Sentence, split
from bot.analysis.extractive.words import words_for
from bot.analysis.extractive.words.table import Words
from bot.models.article import Article

# Words are compared by their beginnings: enough to join inflections in the languages we know, without a stemmer.
_STEM = 6
# Of a text as long as a book the first and the last sentences are read: it bounds the work.
_FIRST, _LAST = 700, 200
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,2}|(?:(?![\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])\w)+"
)
_STRAIGHT = str.maketrans({"’": "'", "ʼ": "'", "\u00a0": " ", "\u202f": " "})


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in its place.

    plain: its text with straight apostrophes and plain blanks, of equal length.
    own: the same with the quoted words blanked out: cues of a speaker's are not the author's.
    quoted: share of its characters between quotation marks, 0 to 1.
    stems: beginnings of its content words.
    first, last: whether it begins or ends its paragraph.
    """

    sentence: Sentence
    plain: str
    own: str
    quoted: float
    stems: frozenset[str]
    first: bool
    last: bool

    @property
    def text(self) -> str:
        """In the article's own spelling, fit to be quoted."""
        return self.sentence.text

    @property
    def paragraph(self) -> int:
        """Counted from 1, as it is cited."""
        return self.sentence.paragraph

    @property
    def words(self) -> int:
        """Counted between blanks: rough for a script that sets none."""
        return len(self.text.split())


@dataclass(frozen=True)
class Reading:
    """One article, read: `lines` in order, `words` the cues of its language."""

    article: Article
    words: Words
    quotations: list[Quotation]
    lines: list[Line]

    @cached_property
    def paragraphs(self) -> dict[int, list[int]]:
        """Indices into `lines` by paragraph number."""
        found: dict[int, list[int]] = defaultdict(list)
        for index, line in enumerate(self.lines):
            found[line.paragraph].append(index)
        return dict(found)


def plain(text: str) -> str:
    """Straight apostrophes and plain blanks, offset by offset."""
    return text.translate(_STRAIGHT)


def stems(text: str, words: Words) -> frozenset[str]:
    """The beginnings of a text's content words; of Chinese and Japanese, pairs of characters."""
    tokens = (token.lower() for token in _TOKEN.findall(plain(text)))
    return frozenset(token[:_STEM] for token in tokens if len(token) > 1 and token not in words.stop)


def read(article: Article, language: str) -> Reading:
    """Take the body apart; `language` chooses the cues."""
    words = words_for(language)
    quoted = quotations(article.paragraphs)
    sentences = split(article.paragraphs, words.abbreviations)
    if len(sentences) > _FIRST + _LAST:
        sentences = sentences[:_FIRST] + sentences[-_LAST:]
    outer: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in quoted:
        if quotation.depth == 0:
            outer[quotation.paragraph].append(quotation)
    numbers = [0, *(s.paragraph for s in sentences), 0]
    lines = [
        _line(s, outer[s.paragraph], words, first=numbers[i] != s.paragraph, last=numbers[i + 2] != s.paragraph)
        for i, s in enumerate(sentences)
    ]
    return Reading(article, words, quoted, lines)


def _line(sentence: Sentence, quoted: list[Quotation], words: Words, *, first: bool, last: bool) -> Line:
    text = plain(sentence.text)
    own, covered = text, 0
    at = bisect_right(quoted, sentence.start, key=lambda q: q.end)
    for quotation in takewhile(lambda q: q.start < sentence.end, islice(quoted, at, None)):
        start = max(0, quotation.start - sentence.start)
        end = min(len(text), quotation.end - sentence.start)
        if start < end:
            own = own[:start] + " " * (end - start) + own[end:]
            covered += end - start
    return Line(sentence, text, own, covered / len(text), stems(text, words), first, last)
