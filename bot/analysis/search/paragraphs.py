"""The paragraphs of a few articles, found by their words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bot.analysis.search.ranking import bm25
from bot.analysis.search.terms import terms
from bot.models.article import Article

REMEMBERED = 256  # articles whose terms are kept; about 50 kB each

Place = tuple[int, int]  # an article's number and a paragraph's


class Paragraphs:
    """Terms are taken from an article once; an article that was fetched anew is another one."""

    def __init__(self) -> None:
        self._of = lru_cache(REMEMBERED)(_terms_of)

    def ranked(self, sought: Mapping[str, float], articles: Mapping[int, Article]) -> dict[Place, float]:
        """Scores of the paragraphs that hold any of the terms, each of which has a weight, the best first."""
        documents = {
            (n, number): held
            for n, article in articles.items()
            for number, held in enumerate(self._of(article.paragraphs), 1)
        }
        return bm25(sought, documents)


def _terms_of(paragraphs: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(terms(text)) for text in paragraphs)
