"""Strangers' text is shown as it is written, and does nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.escape import escaped, length, link, one_line, shortened

# Any text that UTF-8 can carry: what comes from a page or a model never holds a lone surrogate.
texts = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("**bold** _it_", r"\*\*bold\*\* \_it\_", id="emphasis"),
        pytest.param("# Big", r"\# Big", id="a heading"),
        pytest.param("-# small", r"\-\# small", id="a subtext"),
        pytest.param("> quoted", r"\> quoted", id="a block quote"),
        pytest.param("[here](https://evil.example)", r"\[here\]\(https\://evil.example\)", id="a masked link"),
        pytest.param(
            "<@123> <#4> <t:1:R>", r"\<@" + "\u200b" + r"123\> \<\#4\> \<t\:1\:R\>", id="mentions, timestamps"
        ),
        pytest.param("@everyone", "@\u200beveryone", id="everyone"),
        pytest.param("a\u202eb\u200bc\u00add", "abcd", id="overrides and invisible characters"),
        pytest.param("line\none\r\ntwo", "line one two", id="line breaks"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner that is spelling"),
        pytest.param("\x1b[31mred\x07", r"\[31mred", id="terminal commands"),
    ],
)
def test_text_is_shown_as_written(written: str, shown: str) -> None:
    assert escaped(written) == shown


@given(texts)
def test_no_mark_of_discords_is_left_bare(text: str) -> None:
    without_escapes = re.sub(r"\\.", "", escaped(text))
    assert not re.search(r"[\\*_~`|>\[\]()#<]|@(?!\u200b)", without_escapes)
    assert "\n" not in escaped(text)


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://a.example/x", "[T](https://a.example/x)", id="an address"),
        pytest.param("https://a.example/x) [y](z", "[T](https://a.example/x%29%20%5By%5D%28z)", id="a bracket in it"),
        pytest.param("javascript:alert(1)", "T", id="a script"),
        pytest.param("", "T", id="none"),
        pytest.param("https:///x", "T", id="no host"),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str, linked: str) -> None:
    assert link("T", url) == linked


@given(texts, st.integers(min_value=2, max_value=60))
def test_shortened_text_fits_and_says_that_it_was_cut(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert length(cut) <= limit
    assert cut == text or cut.endswith("…")


@given(texts)
def test_one_line_changes_nothing_the_second_time(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)
