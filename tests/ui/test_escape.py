"""Strangers' text is shown as it is written, and does nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.escape import cut, escaped, length, link, one_line, shortened

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
        pytest.param("</help:1> :smile: <a:b:1>", r"\</help\:1\> \:smile\: \<a\:b\:1\>", id="commands, emoji"),
        pytest.param("12. May", r"12\. May", id="a numbered list"),
        pytest.param("12.5 per cent", "12.5 per cent", id="a number"),
        pytest.param("see https://a.example", r"see https\://a.example", id="an address to click"),
        pytest.param("a\u3164\u115f\u2800\U000e0041b", "ab", id="letters that show nothing, tags"),
        pytest.param("a \u200b b", "a b", id="nothing between two blanks"),
        pytest.param("👩\u200d🚀 ❤\ufe0f", "👩\u200d🚀 ❤\ufe0f", id="emoji that are glued or coloured"),
        pytest.param("\u200da\u200d \u200d\u200d b", "a b", id="glue that holds nothing"),
        pytest.param("\U0001fae8\U0001face", "\U0001fae8\U0001face", id="emoji newer than this Python's tables"),
    ],
)
def test_text_is_shown_as_written(written: str, shown: str) -> None:
    assert escaped(written) == shown


@given(texts)
def test_no_mark_of_discords_is_left_bare(text: str) -> None:
    without_escapes = re.sub(r"\\.", "", escaped(text))
    assert not re.search(r"[\\*_~`|>\[\]()#<]|@(?!\u200b)", without_escapes)
    assert "\n" not in escaped(text)


BOOKS = "https://xn--bcher-kva.example/%C3%BC?q=%C3%A4#%C3%B6"


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        pytest.param("https://a.example/x", "[T](https://a.example/x)", id="an address"),
        pytest.param("https://a.example/x) [y](z", "[T](https://a.example/x%29%20%5By%5D%28z)", id="a bracket in it"),
        pytest.param("javascript:alert(1)", "T", id="a script"),
        pytest.param("", "T", id="none"),
        pytest.param("https:///x", "T", id="no host"),
        pytest.param("https://bank.example@evil.example/", "T", id="a host that hides behind another"),
        pytest.param("https://a.example:99999/", "T", id="a port that there is not"),
        pytest.param("https://[::1]/", "T", id="a number with colons for a host"),
        pytest.param("https://a..example/", "T", id="two dots"),
        pytest.param("https://bücher.example/ü?q=ä#ö", f"[T]({BOOKS})", id="letters of all kinds"),
        pytest.param(
            "https://a.example/100%?q=%zz%20", "[T](https://a.example/100%25?q=%25zz%20)", id="loose percents"
        ),
        pytest.param("https://a.example/\u202ex\n", "[T](https://a.example/x)", id="invisible characters"),
        pytest.param("https://a.example/" + "x" * 700, "T", id="too long"),
        pytest.param("HTTPS://A.EXAMPLE:8443/X", "[T](https://a.example:8443/X)", id="capitals and a port"),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str, linked: str) -> None:
    assert link("T", url) == linked


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("Why not? (Really)", "[Why not? (Really)](https://a.example/)", id="marks that mean nothing here"),
        pytest.param("*A* [b] `c` <d>", "[＊A＊ ［b］ ｀c｀ ＜d＞](https://a.example/)", id="marks that would"),
        pytest.param("x](https://evil.example) [y", "x\\]\\(https\\://evil.example\\) \\[y", id="a link in its name"),
        pytest.param(":tada: at 10:30, yes", "[：tada: at 10:30, yes](https://a.example/)", id="an emoji's name"),
        pytest.param("@everyone", "[@\u200beveryone](https://a.example/)", id="a mention"),
        pytest.param("https://a.example/", "https\\://a.example/", id="an address, even its own"),
        pytest.param("Log in at bank.example", "Log in at bank.example", id="another host"),
        pytest.param("Log in at bank．example", "Log in at bank．example", id="another host in wide letters"),
        pytest.param("A.example in court", "[A.example in court](https://a.example/)", id="its own host"),
        pytest.param("Mr. Example and the U.S. at 3.5 per cent", "[Mr. Example and the U.S. at 3.5 per cent]"
                     "(https://a.example/)", id="dots that are no addresses"),
        pytest.param("\u200b", "", id="nothing"),
    ],
)  # fmt: skip
def test_a_link_goes_by_no_false_name(name: str, shown: str) -> None:
    assert link(name, "https://a.example/") == shown


@given(texts, texts)
def test_no_name_and_no_address_end_a_link_early(name: str, path: str) -> None:
    linked = link(name, f"https://a.example/{path}")
    if linked.startswith("["):
        assert re.fullmatch(r"\[[^\[\]\\`*_~|<>]+\]\(https://a\.example/[!-'*-~]*\)", linked)
    else:
        assert linked == escaped(linked.replace("\\", "")) or "\\" in linked


@given(texts, st.integers(min_value=2, max_value=60))
def test_what_is_cut_is_whole_again_when_joined_and_no_escape_is_broken(text: str, room: int) -> None:
    safe = escaped(text)
    first, rest = cut(safe, room)
    assert length(first) <= room
    assert f"{first}{rest}".replace(" ", "") == safe.replace(" ", "")
    assert not re.search(r"[\\@]$", re.sub(r"\\.", "", first))


@given(texts, st.integers(min_value=2, max_value=60))
def test_shortened_text_fits_and_says_that_it_was_cut(text: str, limit: int) -> None:
    cut = shortened(text, limit)
    assert length(cut) <= limit
    assert cut == text or cut.endswith("…")


@given(texts)
def test_one_line_changes_nothing_the_second_time(text: str) -> None:
    assert one_line(one_line(text)) == one_line(text)


LINKED = "\\[[1¶3](https://a.example/bus)\\]"


@pytest.mark.parametrize("room", range(2, 60))
def test_what_is_cut_has_its_links_whole(room: int) -> None:
    safe = f"字字字{LINKED}字{LINKED}。"
    first, rest = cut(safe, room)
    assert length(first) <= room
    assert first + rest == safe
    if room > len(LINKED):
        assert (first + "|" + rest).count(LINKED) == 2
