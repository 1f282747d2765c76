"""Plain text of whatever feeds put into titles and summaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sources.feeds.raw import Text
from bot.sources.feeds.texts import cut, plain


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("A <b>bus</b> runs", "A bus runs", id="tags"),
        pytest.param("AT&amp;T &#8211; today", "AT&T – today", id="references"),
        pytest.param("<p>One.</p><p>Two.</p>", "One. Two.", id="paragraphs are apart"),
        pytest.param("in<i>form</i>ation<br/>here", "information here", id="emphasis within a word"),
        pytest.param("5 < 6 & 7 > 6", "5 < 6 & 7 > 6", id="signs that are no markup"),
        pytest.param("The <video> element", "The <video> element", id="a tag that nothing closes"),
        pytest.param("Q&A; R&D", "Q&A; R&D", id="letters that are no reference"),
        pytest.param("<script>alert(1)</script>Bus", "Bus", id="a script"),
        pytest.param("Bus<style>p {}</style> <!-- not <b>this</b> -->runs</p>", "Bus runs", id="style and comment"),
        pytest.param(
            "<p>Bus <a href='x' onclick=\"y\">stop</a></p> <img src=x onerror=z>", "Bus stop", id="attributes"
        ),
        pytest.param("<![CDATA[Bus]]> <b>runs</b>", "Bus runs", id="a section that was escaped"),
        pytest.param("a\u202eb\u200bc\x07d\u2066e\ufeff", "abcde", id="what turns or hides the rest"),
        pytest.param("  many\n\t blanks \u00a0 here ", "many blanks here", id="one line"),
        pytest.param(
            "می\u200cخواهم 👨\u200d👩\u200d👧", "می\u200cخواهم 👨\u200d👩\u200d👧", id="joiners that are needed"
        ),
        pytest.param("\x93quoted\x94", "“quoted”", id="codes of Windows"),
        pytest.param("&#x93;q&#x94; &bogus; &#xD800;</p>", "“q” &bogus; \ufffd", id="references that are none"),
    ],
)
def test_a_text_without_a_type(text: str, said: str) -> None:
    assert plain(Text(text), 300) == said


def test_what_surely_is_html_needs_no_closing_tag() -> None:
    assert plain(Text("The <video> element", is_html=True), 300) == "The element"


@pytest.mark.parametrize("markup", ["<a href='https://a.example/x'>", "&amp;", "<p>", "<img src='a'><!-- x -->"])
def test_a_long_text_is_cut_as_if_all_of_it_had_been_looked_at(markup: str) -> None:
    said = plain(Text(f"{markup}word " * 900, is_html=True), 300)
    assert set(said.replace("&", "").split()) <= {"word", "word…", "…"}
    assert len(said) > 250


@pytest.mark.parametrize(
    ("text", "most", "said"),
    [
        pytest.param("one two three", 13, "one two three", id="fits"),
        pytest.param("one two three", 12, "one two…", id="between words"),
        pytest.param("one two, three", 12, "one two…", id="without its comma"),
        pytest.param("x" * 20, 5, "xxxx…", id="a word that is too long"),
    ],
)
def test_cut(text: str, most: int, said: str) -> None:
    assert cut(text, most) == said


@given(st.text(max_size=400), st.booleans())
def test_any_text_becomes_one_short_line(text: str, is_html: bool) -> None:
    said = plain(Text(text, is_html), 50)
    assert len(said) <= 50
    assert said == " ".join(said.split())
    assert said.encode() is not None


@pytest.mark.parametrize("piece", ["<a", "<!--", "<script>", "</", "&#", "<p><b>", "<![CDATA[", "&amp;", "<a b='"])
def test_no_text_takes_long(piece: str) -> None:
    plain(Text(piece * 1_000_000, is_html=True), 300)  # the suite's own limit of time is the assertion
    plain(Text(piece * 1_000_000), 300)
