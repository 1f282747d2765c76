"""An article that is too long for its share of a context: its key paragraphs, whole, with their own numbers."""

from __future__ import annotations

from collections.abc import Sequence

from bot.analysis.extractive import take_apart
from bot.analysis.extractive.thesis import worths
from bot.analysis.llm.sections import Count, numbered
from bot.models.article import Article


def shares(sizes: Sequence[int], room: int) -> list[int]:
    """Tokens for each text of these sizes: what fits an equal share is left whole, and the others share the rest."""
    given = [0] * len(sizes)
    waiting = sorted(range(len(sizes)), key=lambda at: sizes[at])
    while waiting:
        smallest = waiting.pop(0)
        given[smallest] = min(sizes[smallest], room // (len(waiting) + 1))
        room -= given[smallest]
    return given


def key_paragraphs(article: Article, room: int, count: Count) -> list[str]:
    """Of the numbered paragraphs the likeliest to hold key points that fit `room` tokens, in their order."""
    lines = numbered(article.paragraphs)
    worth = _worths(article)
    chosen: list[int] = []
    for at in sorted(range(len(lines)), key=lambda at: (-worth[at], at)):
        if (size := count(lines[at]) + 1) <= room:
            chosen.append(at)
            room -= size
    return [lines[at] for at in sorted(chosen)]


def _worths(article: Article) -> list[float]:
    """Of each paragraph, how likely its best sentence is a key point."""
    passage = take_apart(article)
    best = [0.0] * len(article.paragraphs)
    for line, worth in zip(passage.lines, worths(passage) if passage.lines else (), strict=True):
        best[line.paragraph - 1] = max(best[line.paragraph - 1], worth)
    return best
