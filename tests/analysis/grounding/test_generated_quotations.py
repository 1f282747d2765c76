"""Hundreds of quotations made from three commentaries: none that is false is kept, nearly all that are true."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, product
from random import Random

import pytest

from bot.models.article import Article
from bot.models.summary import Quote
from tests.analysis.grounding.articles import ALL, Said
from tests.analysis.grounding.drafts import again, checked, kept
from tests.analysis.grounding.variations import RIGHT, WRONG, Way, stands

Case = tuple[Article, Quote]
OPENING_MARKS = "“„«‘"


def _offered(article: Article, said: Said, text: str, **changes: object) -> Case:
    fields = {"text": text, "speaker": said.speaker, "paragraph": said.paragraph} | changes
    return article, Quote(**fields)  # type: ignore[arg-type]


def _made(way: Way) -> Iterator[tuple[Article, Said, str]]:
    for number, (article, quotations) in enumerate(ALL):
        for said in quotations:
            for seed in range(2):
                text = way(said.text, Random(f"{way.__name__} {number} {said.text} {seed}"))
                if text is not None:
                    yield article, said, text


def true_ones(way: Way) -> list[Case]:
    return [_offered(article, said, text) for article, said, text in _made(way)]


def altered_ones(way: Way) -> list[Case]:
    return [_offered(article, said, text) for article, said, text in _made(way) if not stands(text, article)]


def misattributed_ones() -> list[Case]:
    """Each quotation given to each other speaker of its article, and to two who are not in it."""
    cases = []
    for article, quotations in ALL:
        speakers = {said.speaker for said in quotations if said.speaker} | {"Ottilie Grau", "the author"}
        for said, other in product(quotations, sorted(speakers)):
            if said.speaker and other.split()[-1] != said.speaker.split()[-1]:
                cases.append(_offered(article, said, said.text, speaker=other))
    return cases


def spliced_ones() -> list[Case]:
    """Two quotations run together, with a mark of omission and without."""
    cases = []
    for article, quotations in ALL:
        for first, second in combinations(quotations, 2):
            for mark in (" ", " … ", " [...] "):
                text = first.text.rstrip(".,") + mark + second.text
                if not stands(text, article) and _apart(first, second):
                    cases.append(_offered(article, first, text))
    return cases


def _apart(first: Said, second: Said) -> bool:
    """Two parts of one speaker's one statement may be joined by an ellipsis."""
    return first.speaker.split()[-1:] != second.speaker.split()[-1:] or abs(first.paragraph - second.paragraph) > 1


def foreign_ones() -> list[Case]:
    """Words of readers, of the bio and of the title."""
    cases = []
    for article, quotations in ALL:
        for text in (article.title, article.bio, *(comment.text for comment in article.comments)):
            cases += [_offered(article, quotations[0], text), _offered(article, quotations[0], text, speaker="")]
    return cases


def told_ones() -> list[Case]:
    """Narration given to those it tells of."""
    return [
        _offered(article, said, " ".join(paragraph.split()[:6]), paragraph=number)
        for article, quotations in ALL
        for said in quotations
        for number, paragraph in enumerate(article.paragraphs, 1)
        if said.speaker and paragraph[0] not in OPENING_MARKS
    ]


@cache
def _survivors(make: Callable[..., list[Case]], way: Way | None = None) -> list[Case]:
    cases = make(way) if way else make()
    return [(article, quote) for article, quote in cases if kept(article, quote.text, quote.speaker, quote.paragraph)]


@pytest.mark.parametrize("way", RIGHT, ids=lambda way: way.__name__)
def test_true_quotations_are_kept(way: Way) -> None:
    cases = true_ones(way)
    assert len(cases) >= 4
    survivors = _survivors(true_ones, way)
    assert [quote for article, quote in cases if (article, quote) not in survivors] == []


@pytest.mark.parametrize("way", WRONG, ids=lambda way: way.__name__)
def test_altered_quotations_are_dropped(way: Way) -> None:
    assert len(altered_ones(way)) >= 4
    assert [quote for _, quote in _survivors(altered_ones, way)] == []


NOBODYS = (misattributed_ones, spliced_ones, foreign_ones, told_ones)


@pytest.mark.parametrize("make", NOBODYS)
def test_quotations_that_nobody_said_so_are_dropped(make: Callable[[], list[Case]]) -> None:
    assert len(make()) >= 14
    assert [quote for _, quote in _survivors(make)] == []


def test_over_all_of_them_none_that_is_false_is_kept_and_99_percent_of_the_true(
    record_property: Callable[[str, object], None],
) -> None:
    true = [case for way in RIGHT for case in true_ones(way)]
    false = [case for way in WRONG for case in altered_ones(way)]
    false += [case for make in NOBODYS for case in make()]
    true_kept = sum(len(_survivors(true_ones, way)) for way in RIGHT)
    false_kept = sum(len(_survivors(altered_ones, way)) for way in WRONG)
    false_kept += sum(len(_survivors(make)) for make in NOBODYS)
    record_property("kept", f"{true_kept} of {len(true)} true, {false_kept} of {len(false)} false")
    assert len(true) >= 200
    assert len(false) >= 200
    assert false_kept == 0
    assert true_kept >= 0.99 * len(true)


@pytest.mark.parametrize("way", RIGHT, ids=lambda way: way.__name__)
def test_what_is_kept_is_the_articles_own_spelling(way: Way) -> None:
    for article, quote in true_ones(way):
        found = kept(article, quote.text, quote.speaker, quote.paragraph)
        assert found is not None
        parts = found.text.split(" […] ")
        assert all(part in article.paragraphs[found.paragraph - 1] for part in parts)


def test_a_wrong_paragraph_is_corrected_and_counted() -> None:
    for article, quotations in ALL:
        wrong = tuple(
            Quote(text=said.text, speaker=said.speaker, paragraph=(said.paragraph + 2) % len(article.paragraphs) + 1)
            for said in quotations
        )
        summary = checked(article, quotes=wrong)
        assert [quote.paragraph for quote in summary.quotes] == [said.paragraph for said in quotations]
        assert summary.grounding.quotes_kept == summary.grounding.quotes_offered == len(quotations)
        assert summary.grounding.citations_dropped == len(quotations)


def test_a_second_check_changes_nothing() -> None:
    for article, _ in ALL:
        offered = tuple(quote for way in RIGHT for home, quote in true_ones(way) if home is article)
        once = checked(article, quotes=offered)
        twice = again(article, once)
        assert twice.quotes == once.quotes
        assert twice.grounding.citations_dropped == 0
