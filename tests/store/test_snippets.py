"""Where a text holds what was looked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.models.found import MARK_OFF, MARK_ON
from bot.store.snippets import is_unspaced, snippet

LONG = "Harbours are doors. " * 20


def visible(text: str) -> str:
    return text.replace(MARK_ON, "[").replace(MARK_OFF, "]")


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        pytest.param("港の灯台は町の誇りだ。", "灯台 町", "港の[灯台]は[町]の誇りだ。", id="each word"),
        pytest.param("灯台灯台", "灯 灯台", "[灯台][灯台]", id="the longest of words that begin alike"),
        pytest.param("The HARBOUR", "harbour", "The [HARBOUR]", id="capitals"),
        pytest.param("One\n\ntwo", "two", "One [two]", id="paragraphs on one line"),
        pytest.param("What (now)?", "(now)? .*", "What [(now)?]", id="no patterns"),
        pytest.param("", "two", "", id="no text"),
        pytest.param("One two", "", "One two", id="no query"),
        pytest.param("One two", "three", "One two", id="not in it"),
        pytest.param(
            f"{LONG}Light! {LONG}",
            "light",
            "…are doors. Harbours are doors. [Light]! " + "Harbours are doors. " * 5 + "Harbours are doors.…",
            id="the middle of a long text",
        ),
    ],
)
def test_the_place_is_shown_with_its_words_marked(text: str, query: str, expected: str) -> None:
    assert visible(snippet(text, query)) == expected


def test_a_long_text_without_blanks_is_cut_all_the_same() -> None:
    assert len(snippet("港" * 500 + "灯台" + "港" * 500, "灯台")) < 170


@given(st.text(st.sampled_from("ab é港\n"), max_size=400), st.text(st.sampled_from("ab 港"), max_size=5))
def test_nothing_is_shown_but_the_text(text: str, query: str) -> None:
    shown = snippet(text, query).replace(MARK_ON, "").replace(MARK_OFF, "").strip("…")
    assert shown in " ".join(text.split())
    assert len(shown) <= 160


@pytest.mark.parametrize(
    ("text", "unspaced"), [("harbour", False), ("항구", False), ("港", True), ("ท่าเรือ", True), ("", False)]
)
def test_scripts_without_spaces_are_known(text: str, unspaced: bool) -> None:
    assert is_unspaced(text) is unspaced
