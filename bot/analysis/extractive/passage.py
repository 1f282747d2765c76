"""A text with everything that was seen of it: what the parts of the summary are made from."""

from __future__ import annotations

from dataclasses import dataclass

from bot.analysis.extractive.around import Signals
from bot.analysis.extractive.foreign import foreign
from bot.analysis.extractive.language import language_of
from bot.analysis.extractive.reading import Line, Reading, read
from bot.analysis.extractive.regions import Voice, voices
from bot.analysis.extractive.signals import signals
from bot.analysis.extractive.words.table import Words
from bot.models.article import Article


@dataclass(frozen=True, slots=True)
class Passage:
    """`voices` and `signals` hold one item for every line of `reading`."""

    reading: Reading
    voices: list[Voice]
    signals: list[Signals]

    @property
    def lines(self) -> list[Line]:
        """The sentences that are read, in order; of a very long text its beginning and its end."""
        return self.reading.lines

    @property
    def words(self) -> Words:
        """The cue words of the article's language."""
        return self.reading.words

    @property
    def article(self) -> Article:
        """As it was given, with what the sentences leave out: title, authors, comments."""
        return self.reading.article


def take_apart(article: Article) -> Passage:
    """Read an article, once for all parts of its summary."""
    reading = read(article, language_of(article))
    whose = voices(reading)
    seen = signals(reading, whose)
    views = foreign(reading.lines, seen)
    return Passage(reading, whose, [each | {"foreign": view} for each, view in zip(seen, views, strict=True)])
