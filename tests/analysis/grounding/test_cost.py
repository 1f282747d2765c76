"""The check's cost grows with the text, not with its square."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from time import process_time

import pytest

from bot.models.article import Article
from bot.models.summary import Quote
from tests.analysis.grounding.drafts import checked

QUOTES = 20


def _varied(words: int) -> Article:
    chance = Random(words)
    vocabulary = [f"word{number}" for number in range(3000)] + ["Brandt", "said", "14,000", "“then”", "nobody."]
    return _of([chance.choice(vocabulary) for _ in range(words)])


def _monotonous(words: int) -> Article:
    return _of(["again"] * words)


def _of(words: list[str]) -> Article:
    return Article(paragraphs=tuple(" ".join(words[at : at + 80]) for at in range(0, len(words), 80)), language="en")


def _seconds(article: Article) -> float:
    quotes = tuple(
        Quote(text=" ".join(paragraph.split()[:30]), speaker="Brandt", paragraph=number)
        for number, paragraph in enumerate(article.paragraphs[:QUOTES], 1)
    )
    started = process_time()
    checked(article, quotes=quotes)
    return process_time() - started


@pytest.mark.parametrize("make", [_varied, _monotonous], ids=lambda make: make.__name__)
def test_eight_times_the_words_take_no_more_than_sixteen_times_as_long(make: Callable[[int], Article]) -> None:
    small, large = make(5_000), make(40_000)
    assert min(_seconds(large) for _ in range(2)) < 16 * min(_seconds(small) for _ in range(3)) + 0.1
