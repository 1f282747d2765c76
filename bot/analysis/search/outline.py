"""An article in a few lines: how each of its paragraphs begins, and the thesis with what stands around it."""

from __future__ import annotations

from functools import lru_cache

from bot.analysis.extractive.passage import take_apart
from bot.analysis.extractive.thesis import candidates
from bot.models.article import Article
from bot.models.discussion import Line

REMEMBERED = 256  # articles


class Outlines:
    """An article is taken apart once, which takes some hundredths of a second."""

    def __init__(self) -> None:
        self.of = lru_cache(REMEMBERED)(outline)


def outline(article: Article) -> tuple[Line, ...]:
    """Of every paragraph that is read its first sentence; of the one with the thesis all as far as the thesis."""
    passage = take_apart(article)
    if not passage.lines:
        return ()
    thesis = passage.lines[candidates(passage)[0]].sentence
    ends = {number: passage.lines[lines[0]].sentence.end for number, lines in passage.reading.paragraphs.items()}
    ends[thesis.paragraph] = thesis.end
    return tuple(Line(paragraph=at, text=article.paragraphs[at - 1][:end]) for at, end in sorted(ends.items()))
