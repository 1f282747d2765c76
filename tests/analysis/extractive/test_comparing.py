"""Articles side by side without a model: what is found, in whose words, and what must never happen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.analysis.extractive.comparing import compare
from bot.analysis.grounding import check_comparison
from bot.models.article import Article
from bot.models.comparison import ComparisonDraft
from bot.models.summary import Signature
from tests.analysis.extractive.side_by_side import CHARGE, LIBRARY, TAXED

BELLS = "The organist of the north church has rehearsed the same fugue since Whitsun, and the whole street hums it."
MARKET = "Oysters were cheaper when the tide mill stood, as old cookery books from this coast still tell their readers."
SIGNATURE = Signature(engine="extractive", parameters={"release": "test"})


def compared(*articles: Article) -> ComparisonDraft:
    return compare(articles, SIGNATURE)


def cited_together(draft: ComparisonDraft) -> set[tuple[int, int]]:
    """Paragraphs of the first and the second article that stand in one agreement."""
    return {
        (one.paragraph, other.paragraph)
        for each in draft.agreements
        for one in each.citations
        for other in each.citations
        if (one.n, other.n) == (1, 2)
    }


def opposed(draft: ComparisonDraft) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(each.sides[0].paragraphs, each.sides[1].paragraphs) for each in draft.conflicts]


def test_what_both_grant_is_an_agreement() -> None:
    assert {(1, 3), (7, 6)} <= cited_together(compared(CHARGE, TAXED))


def test_what_they_read_in_opposite_ways_is_a_conflict() -> None:
    found = opposed(compared(CHARGE, TAXED))
    assert ((6,), (4,)) in found, "whether Harlow Sound proves anything"
    assert ((4,), (5,)) in found, "what becomes of the shops"


def test_thesis_stands_against_thesis_first() -> None:
    one, other = compared(CHARGE, TAXED).conflicts[0].sides
    assert (one.n, other.n) == (1, 2)
    assert "Let those who want a quieter bridge pay for it" in other.claim


def test_the_question_names_what_both_speak_of() -> None:
    assert "bridge" in compared(CHARGE, TAXED).question


def test_the_order_of_the_articles_changes_only_the_numbers() -> None:
    here, there = compared(CHARGE, TAXED), compared(TAXED, CHARGE)
    assert cited_together(there) == {(second, first) for first, second in cited_together(here)}
    assert sorted(opposed(there)) == sorted((second, first) for first, second in opposed(here))


def test_what_is_disputed_is_not_agreed_on_in_the_same_words() -> None:
    draft = compared(CHARGE, TAXED)
    disputed = {(side.n, side.claim) for each in draft.conflicts for side in each.sides}
    assert not disputed & {(side.n, side.claim) for each in draft.agreements for side in each.sides}


def assert_own_words_where_they_are_cited(articles: tuple[Article, ...], draft: ComparisonDraft) -> None:
    told = [side for agreed in draft.agreements for side in agreed.sides]
    told += [side for disputed in draft.conflicts for side in disputed.sides]
    claims = [(side.n, side.claim, side.paragraphs) for side in told]
    claims += [(each.n, each.point, each.paragraphs) for each in draft.only]
    for n, claim, paragraphs in claims:
        homes = [articles[n - 1].paragraphs[number - 1] for number in paragraphs]
        assert all(any(part in home for home in homes) for part in claim.split(" … "))
    for each in draft.agreements:
        assert each.point in {side.claim for side in each.sides}
        assert {(c.n, c.paragraph) for c in each.citations} == {(s.n, p) for s in each.sides for p in s.paragraphs}


def test_every_point_is_its_authors_own_sentence_from_the_paragraph_that_is_cited() -> None:
    assert_own_words_where_they_are_cited((CHARGE, TAXED), compared(CHARGE, TAXED))


def test_grounding_keeps_what_was_found() -> None:
    draft = compared(CHARGE, TAXED)
    checked = check_comparison((CHARGE, TAXED), draft)
    assert len(checked.agreements) == len(draft.agreements) > 0
    assert len(checked.conflicts) == len(draft.conflicts) > 0
    assert checked.question == draft.question


@pytest.mark.parametrize(
    "articles",
    [(CHARGE, LIBRARY), (LIBRARY, TAXED), (CHARGE, TAXED, LIBRARY), (CHARGE,), (), (Article(), Article())],
    ids=["another subject", "the other way round", "one of three", "one alone", "none", "empty"],
)
def test_articles_that_are_not_about_one_thing_are_refused_with_nothing_else(articles: tuple[Article, ...]) -> None:
    assert compared(*articles) == ComparisonDraft(comparable=False, signature=SIGNATURE)


def test_one_text_printed_twice_has_no_conflict_with_itself() -> None:
    draft = compared(CHARGE, replace(CHARGE, title="Again", authors=()))
    assert draft.comparable
    assert all(len({side.claim for side in each.sides}) > 1 for each in draft.conflicts)


def test_three_articles_share_a_point_that_all_of_them_make() -> None:
    third = replace(
        TAXED,
        title="A ferry, then",
        paragraphs=(
            "I live on the island below the Aske bridge and I should like neither a toll nor a tax.",
            "Everyone grants that the third span of the bridge is worn out and must be replaced by the county.",
            "At Harlow Sound the charge emptied the road only because a tunnel ran beside it, as drivers there tell.",
            "Whatever is collected, the account should be public and audited, down to the last penny of the county.",
            "Give us a ferry at both banks, morning and evening, and half of the cars would stay at home.",
        ),
    )
    draft = compared(CHARGE, TAXED, third)
    assert any({c.n for c in each.citations} == {1, 2, 3} for each in draft.agreements)
    assert {side.n for side in draft.conflicts[0].sides} == {1, 2, 3}
    assert_own_words_where_they_are_cited((CHARGE, TAXED, third), draft)


def test_whom_each_quotes_is_told_by_name_and_the_author_is_not_one_of_them() -> None:
    spoken = '"The third span will not see another decade," said Ines Malory, who inspects it. "I say so every year."'
    own = '"We must pay," I wrote last year, and I write it again.'
    quoting = replace(CHARGE, paragraphs=(*CHARGE.paragraphs, spoken, own))
    assert [(each.n, each.speaker, each.paragraphs) for each in compared(quoting, TAXED).quoted] == [
        (1, "Ines Malory", (9,))
    ]


def test_what_only_one_says_is_bounded_in_the_order_of_the_text_and_part_of_no_other_point() -> None:
    draft = compared(CHARGE, replace(TAXED, paragraphs=(*TAXED.paragraphs, BELLS, MARKET)))
    shared = {(side.n, number) for each in draft.agreements for side in each.sides for number in side.paragraphs}
    shared |= {(side.n, number) for each in draft.conflicts for side in each.sides for number in side.paragraphs}
    assert draft.only
    for n in (1, 2):
        numbers = [each.paragraphs[0] for each in draft.only if each.n == n]
        assert len(numbers) <= 3
        assert numbers == sorted(numbers)
        assert not shared & {(n, number) for number in numbers}


def test_chinese_is_compared_by_characters() -> None:
    first = Article(
        language="zh", paragraphs=("核电站的反应堆应该关闭。冷却水不够用。", "反应堆的维修费用太高，居民不愿承担。")
    )
    second = Article(
        language="zh", paragraphs=("核电站的反应堆应该保留。冷却水可以回收。", "反应堆的维修费用由国家承担。")
    )
    draft = compared(first, second)
    assert draft.comparable
    assert_own_words_where_they_are_cited((first, second), draft)


def test_a_text_as_long_as_a_book_ends() -> None:
    book = replace(CHARGE, paragraphs=CHARGE.paragraphs * 60)
    draft = compared(book, replace(TAXED, paragraphs=TAXED.paragraphs * 60))
    assert draft.comparable
    assert len(draft.agreements) <= 5
    assert len(draft.conflicts) <= 5


PARAGRAPH = st.one_of(st.sampled_from([*CHARGE.paragraphs, *TAXED.paragraphs]), st.text(max_size=80))
ARTICLE = st.builds(
    lambda paragraphs, language: Article(language=language, paragraphs=tuple(paragraphs)),
    st.lists(PARAGRAPH, max_size=6),
    st.sampled_from(["en", "de", "fr", "es", "xx", ""]),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ARTICLE, max_size=3))
def test_whatever_the_texts_hold_a_point_is_its_authors_own(articles: list[Article]) -> None:
    assert_own_words_where_they_are_cited(tuple(articles), compared(*articles))
