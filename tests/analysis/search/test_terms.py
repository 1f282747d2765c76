"""Terms: forms of one word are one, numbers are whole, and words that nobody searches for are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.analysis.search.folding import folded
from bot.analysis.search.terms import LONGEST, speaker_terms, terms

TEXTS = st.text(max_size=300)


@pytest.mark.parametrize(
    "forms",
    [
        "fund funds funded funding",
        "city cities",
        "stop stops stopped stopping",
        "rate rates rated rating",
        "tax taxes taxed",
        "policy policies policy's",
        "Miete Mieten Mieter",
        "Haus Häuser Häusern",
        "école écoles",
        "national nationale nationaux",
        "ciudad ciudades",
        "nación naciones",
        "l'école d'école école",
        "CAFÉ café cafe",
    ],
)
def test_forms_of_a_word_are_one_term(forms: str) -> None:
    assert len(terms(forms)) == 1, terms(forms)


@pytest.mark.parametrize(
    ("one", "other"),
    [("harbour", "library"), ("plan", "plant"), ("pay", "pie"), ("Miete", "Meute"), ("plage", "plaza"), ("12", "13")],
)
def test_other_words_are_other_terms(one: str, other: str) -> None:
    assert set(terms(one)).isdisjoint(terms(other))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,500", {"2500"}),
        ("2.500", {"2500"}),
        ("2 500", {"2500"}),
        ("12\u202f500\u00a0€", {"12500"}),
        ("in 2017 500 boats", {"2017", "500", "boat"}),
        ("2'500", {"2500"}),
        ("1,234,567.89", {"1234567.89"}),
        ("2.5", {"2.5"}),
        ("2,5", {"2.5"}),
        ("14 %", {"14", "14%"}),
        ("14%", {"14", "14%"}),
        ("14 percent", {"14", "14%"}),
        ("14 Prozent", {"14", "14%"}),
        ("14 pour cent", {"14", "14%"}),
        ("14 por ciento", {"14", "14%"}),
    ],
)
def test_numbers_are_whole_however_they_are_written(text: str, expected: set[str]) -> None:
    assert set(terms(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "What did you say about it?",
        "Was hat sie denn gesagt?",
        "Qu'est-ce qu'il a dit ?",
        "¿Qué dijo de esto?",
        "…",
        "",
    ],
)
def test_what_nobody_searches_for_is_no_term(text: str) -> None:
    assert terms(text) == ()


def test_scripts_without_spaces_are_taken_by_pairs_of_characters() -> None:
    assert terms("貧困対策") == ("貧困", "困対", "対策")
    assert terms("港") == ("港",)
    assert set(terms("貧困を減らす")) & set(terms("日本の貧困"))


def test_a_compound_is_found_by_its_parts_and_as_one() -> None:
    assert set(terms("co-operation")) & set(terms("cooperation"))
    assert set(terms("harbour-master")) >= set(terms("harbour master"))


def test_a_term_comes_once_and_in_the_order_of_the_text() -> None:
    assert terms("Harbour, library, harbours") == (*terms("harbour"), *terms("library"))


def test_a_speaker_is_found_by_each_word_of_a_name_and_never_by_what_is_said() -> None:
    assert speaker_terms("Ana López") == ("@ana", "@lopez")
    assert speaker_terms("May") == ("@may",)
    assert set(speaker_terms("Ana")).isdisjoint(terms("Ana"))


@settings(deadline=None)
@given(TEXTS)
def test_terms_do_not_depend_on_capitals_and_say_nothing_twice(text: str) -> None:
    found = terms(text)
    assert len(set(found)) == len(found)
    assert all(term and term == folded(term) and not any(map(str.isspace, term)) for term in found)


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_terms_of_a_line_are_those_of_a_text_that_holds_it(one: str, other: str) -> None:
    assert set(terms(one)) <= set(terms(f"{one}\n{other}"))


def test_a_flood_is_read_as_far_as_texts_go() -> None:
    assert terms("a1b " * LONGEST) == terms("a1b")
    assert terms("7" * LONGEST * 2)
