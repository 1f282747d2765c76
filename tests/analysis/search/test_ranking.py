"""Rankings: the rare word weighs most, several rankings become one, articles are read once."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.search.paragraphs import Paragraphs
from bot.analysis.search.ranking import FUSION, bm25, fused
from bot.analysis.search.terms import terms
from tests.nouns import column

DOCUMENTS = {
    "harbour": frozenset({"harbour", "council", "sell"}),
    "library": frozenset({"library", "council", "open"}),
    "both": frozenset({"harbour", "library", "council", "sell", "open", "sunday", "boat", "book"}),
}


def weighted(*sought: str) -> dict[str, float]:
    return dict.fromkeys(sought, 1.0)


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        (("sunday", "council"), ["both", "harbour", "library"]),
        (("harbour",), ["harbour", "both"]),
        (("boat", "harbour"), ["both", "harbour"]),
        (("nobody",), []),
        ((), []),
    ],
    ids=[
        "the rare word decides",
        "the shorter text is more about it",
        "two words beat one",
        "in none",
        "nothing asked",
    ],
)
def test_the_best_comes_first(sought: tuple[str, ...], expected: list[str]) -> None:
    assert list(bm25(weighted(*sought), DOCUMENTS)) == expected


def test_a_score_is_that_of_the_formula() -> None:
    [(_, score)] = bm25(weighted("sunday"), DOCUMENTS).items()
    rarity = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    assert score == pytest.approx(rarity * 2.2 / (1 + 1.2 * (0.25 + 0.75 * 8 / (14 / 3))))


def test_a_word_of_less_weight_counts_less() -> None:
    assert list(bm25({"library": 1.0, "harbour": 0.2}, DOCUMENTS))[-1] == "harbour"
    assert list(bm25({"library": 0.2, "harbour": 1.0}, DOCUMENTS))[-1] == "library"


def test_no_documents_have_no_scores() -> None:
    assert bm25(weighted("harbour"), {}) == {}
    assert bm25(weighted("harbour"), {"empty": frozenset[str]()}) == {}


def test_what_several_rankings_know_comes_before_what_one_puts_higher() -> None:
    assert next(iter(fused([(1.0, ["a", "b", "c"]), (1.0, ["d", "b", "e"])]))) == "b"
    assert fused([(2.0, ["a"])]) == {"a": pytest.approx(2 / (FUSION + 1))}
    assert list(fused([(1.0, ["a"]), (2.0, ["b"])])) == ["b", "a"]
    assert fused([]) == {}


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 9), unique=True, max_size=8), max_size=4))
def test_a_fused_ranking_holds_everything_once_and_keeps_the_order_of_a_single_one(rankings: list[list[int]]) -> None:
    joined = fused([(1.0, ranking) for ranking in rankings])
    assert set(joined) == {key for ranking in rankings for key in ranking}
    assert list(joined.values()) == sorted(joined.values(), reverse=True)
    for ranking in rankings:
        assert list(fused([(1.0, ranking)])) == ranking


def test_paragraphs_are_ranked_over_all_articles_at_once() -> None:
    articles = {1: column(), 4: column(paragraphs=("A library lends books.", "The harbour lends nothing to nobody."))}
    ranked = Paragraphs().ranked(weighted(*terms("Who lends books from the harbour?")), articles)
    assert next(iter(ranked)) == (4, 1)
    assert set(ranked) == {(1, 1), (4, 1), (4, 2)}


def test_an_article_that_reads_otherwise_now_is_another_one() -> None:
    paragraphs, sought = Paragraphs(), weighted(*terms("harbour"))
    assert paragraphs.ranked(sought, {1: column()})
    assert not paragraphs.ranked(sought, {1: column(paragraphs=("A library.",))})
