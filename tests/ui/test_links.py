"""What there is to read in a message."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ui.escape import length
from bot.ui.links import MOST, WORDS, Link, links
from tests.ui.messages import attachment, message, message_data


def urls(content: str, **parts: list[dict[str, Any]]) -> list[str]:
    return [link.url for link in links(message(content, **parts))]


WIKI = "https://en.wiki.test/Harbour_(disambiguation)"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("Nothing here", "", id="no link"),
        pytest.param("See https://a.test/one.", "https://a.test/one", id="a full stop after it"),
        pytest.param("https://a.test/one, https://b.test/two!", "https://a.test/one https://b.test/two", id="two"),
        pytest.param("Is it https://a.test/q?id=1&b=2?", "https://a.test/q?id=1&b=2", id="a query, a question mark"),
        pytest.param("<https://a.test/one>", "https://a.test/one", id="without a preview"),
        pytest.param("(https://a.test/one)", "https://a.test/one", id="in brackets"),
        pytest.param("“https://a.test/one”…", "https://a.test/one", id="in quotation marks"),
        pytest.param("**https://a.test/one** ||https://b.test/||", "https://a.test/one https://b.test/", id="marks"),
        pytest.param(f"read {WIKI} now", WIKI, id="brackets of its own"),
        pytest.param(f"(see {WIKI})", WIKI, id="brackets of its own, in brackets"),
        pytest.param("[this](https://a.test/one)", "https://a.test/one", id="masked"),
        pytest.param(f"[this]({WIKI}), and", WIKI, id="masked, with brackets of its own"),
        pytest.param(
            "[a](https://a.test)[b](https://b.test)", "https://a.test https://b.test", id="masked, side by side"
        ),
        pytest.param('[a](<https://a.test/x> "title")', "https://a.test/x", id="masked, with a title"),
        pytest.param("記事https://a.test/記事、です", "https://a.test/記事、です", id="no blank after it"),
        pytest.param("https://a.test/記事。", "https://a.test/記事", id="an ideographic full stop"),
        pytest.param("HTTPS://A.test/One", "HTTPS://A.test/One", id="capitals"),
        pytest.param("https://[::1/x https:// https://?q", "", id="addresses only in name"),
        pytest.param("ftp://a.test/ javascript:alert(1) www.a.test", "", id="not of the web, or not said to be"),
        pytest.param("https://a.test/p.JPG https://a.test/v.mp4?x=1", "", id="pictures and videos"),
        pytest.param("https://discord.com/channels/1/2 https://discord.gg/x", "", id="Discord"),
        pytest.param("https://notdiscord.com/a", "https://notdiscord.com/a", id="a name that ends like Discord's"),
        pytest.param(
            "https://a.test/one#c https://www.a.test/one/ http://A.test/one", "https://a.test/one#c", id="once"
        ),
        pytest.param("https://a.test/?x https://a.test/?y", "https://a.test/?x https://a.test/?y", id="queries differ"),
    ],
)
def test_the_links_of_a_text(content: str, expected: str) -> None:
    assert urls(content) == expected.split()


PREVIEW = {"type": "article", "url": "https://a.test/one", "title": "The harbour", "author": {"name": "Ada Example"}}


def test_a_previews_title_is_the_label_of_its_link() -> None:
    found = links(message("first https://b.test/two/three then https://www.a.test/one", embeds=[PREVIEW]))
    assert found == (
        Link("https://b.test/two/three", "b.test/two/three", "b.test"),
        Link("https://a.test/one", "The harbour", "Ada Example · a.test"),
    )


def test_a_masked_link_keeps_its_label_and_says_where_it_leads() -> None:
    assert links(message("[the **harbour**](https://a.test/one)")) == (
        Link("https://a.test/one", "the **harbour**", "a.test"),
    )


@pytest.mark.parametrize(
    ("embed", "expected"),
    [
        pytest.param(PREVIEW, ["https://a.test/one"], id="an article"),
        pytest.param({**PREVIEW, "type": "rich"}, ["https://a.test/one"], id="what a bot wrote"),
        pytest.param(
            {"type": "rich", "description": "[x](https://b.test/x) and https://c.test/."},
            ["https://b.test/x", "https://c.test/"],
            id="links in what a bot wrote",
        ),
        pytest.param({"type": "article", "description": "https://b.test/x"}, [], id="words of a page's description"),
        pytest.param({**PREVIEW, "type": "video"}, [], id="a video"),
        pytest.param({**PREVIEW, "type": "gifv"}, [], id="a moving picture"),
        pytest.param({"type": "rich", "title": "No address"}, [], id="no address"),
        pytest.param({**PREVIEW, "url": "javascript:alert(1)"}, [], id="no address of the web"),
    ],
)
def test_the_links_of_an_embed(embed: dict[str, Any], expected: list[str]) -> None:
    assert urls("", embeds=[embed]) == expected


def test_a_link_that_turns_out_to_be_a_video_is_left_out() -> None:
    assert urls("https://a.test/one https://b.test/", embeds=[{**PREVIEW, "type": "video"}]) == ["https://b.test/"]


@pytest.mark.parametrize(
    ("file", "is_text"),
    [
        pytest.param(attachment("column.html", "text/html; charset=utf-8"), True, id="a page"),
        pytest.param(attachment("column.md", "text/markdown"), True, id="Markdown"),
        pytest.param(attachment("message.txt", "text/plain"), True, id="a text"),
        pytest.param(attachment("COLUMN.HTM"), True, id="a page of no told type"),
        pytest.param(attachment("column.txt", "image/png"), False, id="a picture that is called a text"),
        pytest.param(attachment("column.pdf", "application/pdf"), False, id="a file for print"),
        pytest.param(attachment("column"), False, id="no told type, no ending"),
    ],
)
def test_files_of_text_are_worth_reading(file: dict[str, Any], is_text: bool) -> None:
    expected = (Link(file["url"], file["filename"], "attached file, 12 kB"),) if is_text else ()
    assert links(message("", attachments=[file])) == expected


def test_what_a_message_forwards_comes_after_its_own() -> None:
    forwarded = message_data("https://a.test/one", embeds=[PREVIEW], attachments=[attachment("a.md", "text/markdown")])
    found = links(message("https://b.test/ https://a.test/one", forwarded))
    assert [link.label for link in found] == ["b.test", "a.test/one", "a.md"]


def test_no_more_than_a_menu_holds() -> None:
    assert urls(" ".join(f"https://a.test/{number}" for number in range(40))) == [
        f"https://a.test/{number}" for number in range(MOST)
    ]


@given(
    st.text(max_size=300) | st.text("htps://[]()<>.a\"' \n*", max_size=80).map(lambda text: f"https://a.{text}"),
    st.text(max_size=300),
)
def test_any_text_gives_options_that_a_menu_takes(content: str, title: str) -> None:
    for link in links(message(content, embeds=[{**PREVIEW, "title": title}])):
        assert 1 <= length(link.label) <= WORDS
        assert 1 <= length(link.detail) <= WORDS
        assert link.url.lower().startswith(("http://", "https://"))
        assert not link.url.endswith((".", ",", "*"))
