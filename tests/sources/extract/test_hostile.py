"""What is taken from a page before it is parsed, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.extract.hostile import tame


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("", id="nothing"),
        pytest.param("a < b and b > c, a <3", id="text with signs"),
        pytest.param("<p>One<p>Two<br>Three<ul><li>a<li>b</ul>", id="ends left out"),
        pytest.param("<p>x" * 5_000, id="5,000 paragraphs, none of them closed"),
        pytest.param("<tr><td>x" * 5_000, id="a table without ends"),
        pytest.param("<font><b>x</font>" * 5_000, id="bold that is never closed"),
        pytest.param('<p class="a > b">x</p>', id="a sign in an attribute"),
        pytest.param('<div id="side</div><p class="x">text</p>', id="a forgotten quotation mark"),
        pytest.param("<div>" * 150 + "x" + "</div>" * 150, id="150 levels"),
        pytest.param('<img src="data:image/png;base64,' + "A" * 500_000 + '">', id="a picture within"),
        pytest.param('<div data-state="' + "a b " * 1_000 + '">x</div>', id="a state of 1,000 words"),
        pytest.param("<script>" + "<div>" * 100_000 + "</script><p>x</p>", id="markup in a script"),
        pytest.param("<!--" + "<div>" * 100_000 + "--><p>x</p>", id="markup in a comment"),
        pytest.param("<!-- never closed <p>x</p>", id="a comment without end"),
        pytest.param("<TITLE>A</TITLE><P>x</P>", id="capitals"),
        pytest.param("İ<script>İ</script>İ", id="letters that grow in lower case"),
    ],
)
def test_an_honest_page_passes_unchanged(markup: str) -> None:
    assert tame(markup) == markup


@pytest.mark.parametrize(
    ("markup", "tamed"),
    [
        pytest.param("<b></b>" * 30_000 + "<p>x", "<b></b>" * 30_000, id="ends after 30,000 elements"),
        pytest.param("<div>" * 300 + "x", "<div>" * 200 + "x", id="deep elements lose their tags, not their text"),
        pytest.param(
            "<div>" * 300 + "x" + "</div>" * 300 + "<p>y",
            "<div>" * 200 + "x" + "</div>" * 200 + "<p>y",
            id="what follows deep elements stands where it stood",
        ),
        pytest.param("<p " + "a=1 " * 10_000 + ">x</p>", "<p>x</p>", id="an element loses thousands of attributes"),
        pytest.param(f"<script>{'a' * 700_000}</script><p>x", "<script></script><p>x", id="a script is emptied"),
        pytest.param(f"<STYLE>{'a' * 700_000}</STYLE><p>x", "<STYLE></STYLE><p>x", id="a style is emptied"),
        pytest.param(f"<title>{'[' * 5_000}</title>x", f"<title>{'[' * 1_000}</title>x", id="a title is cut"),
        pytest.param(f"<title>{'[' * 5_000}", f"<title>{'[' * 1_000}</title>", id="a title without end gets one"),
    ],
)
def test_a_hostile_page_is_tamed(markup: str, tamed: str) -> None:
    assert tame(markup) == tamed


@given(
    st.lists(st.sampled_from(["<", ">", "<p", "</p>", "<script>", "</script", '"', "'", "<!--", "-->", "a", " ", "="]))
)
def test_a_small_page_passes_unchanged_whatever_it_is(pieces: list[str]) -> None:
    markup = "".join(pieces)
    assert tame(markup) == markup
