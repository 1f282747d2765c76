"""Bytes to a tree, with what the page declares about itself."""

from __future__ import annotations

import json

import pytest

from bot.models.page import Page
from bot.sources.charset import decode
from bot.sources.extract.document import Document, parse

WORDS = "Die Brücke über die Wümme – „bröckelnd“"


def document(body: str) -> Document:
    return parse(Page(asked="saved", url="https://t.example/a", body=body.encode()))


@pytest.mark.parametrize(
    ("body", "header"),
    [
        pytest.param(WORDS.encode(), "", id="UTF-8, undeclared"),
        pytest.param(WORDS.encode(), "iso-8859-1", id="UTF-8, declared as something else"),
        pytest.param(b"\xef\xbb\xbf" + WORDS.encode(), "", id="a byte order mark"),
        pytest.param(WORDS.encode("utf-16"), "", id="UTF-16"),
        pytest.param(WORDS.encode("cp1252"), "iso-8859-1", id="Windows called Latin-1 by the header"),
        pytest.param(f'<meta charset="windows-1252">{WORDS}'.encode("cp1252"), "", id="declared in the page"),
    ],
)
def test_bytes_become_the_words_that_were_meant(body: bytes, header: str) -> None:
    assert decode(body, header).endswith(WORDS)


def test_japanese_shift_sequences_are_kept() -> None:
    assert decode("橋の板".encode("iso2022_jp"), "iso-2022-jp") == "橋の板"


def test_control_characters_are_dropped() -> None:
    assert decode(b"bri\x00dge\x08") == "bridge"


@pytest.mark.parametrize("header", ["no-such-charset", "hex", "", "utf-8"])
def test_bytes_that_fit_nothing_do_not_raise(header: str) -> None:
    assert "bridge" in decode(b"bridge \xff\xfe\xfd", header)


def ld(*blocks: str) -> str:
    return "".join(f'<script type="application/ld+json">{block}</script>' for block in blocks)


@pytest.mark.parametrize(
    "block",
    [
        pytest.param('{"@type": "NewsArticle", "headline": "A"}', id="an object"),
        pytest.param('[{"@type": "NewsArticle", "headline": "A"}]', id="a list"),
        pytest.param('{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle", "headline": "A"}]}', id="a graph"),
        pytest.param('{"@type": "NewsArticle", "headline": "A",}', id="a trailing comma"),
        pytest.param('{"@type": "NewsArticle", "headline": "A", "b": "one\ntwo"}', id="a line break in a string"),
        pytest.param('<!-- {"@type": "NewsArticle", "headline": "A"} -->', id="in a comment"),
        pytest.param('//<![CDATA[\n{"@type": "NewsArticle", "headline": "A"}\n//]]>', id="in CDATA"),
        pytest.param("{&quot;@type&quot;: &quot;NewsArticle&quot;, &quot;headline&quot;: &quot;A&quot;}", id="escaped"),
    ],
)
def test_structured_data_is_read(block: str) -> None:
    assert "A" in [item.get("headline") for item in document(ld(block)).jsonld]


def test_outer_objects_come_before_inner_ones() -> None:
    block = json.dumps({"name": 1, "author": [{"name": 2, "knows": {"name": 4}}, {"name": 3}]})
    assert [item["name"] for item in document(ld(block)).jsonld] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    "block",
    [
        pytest.param("{", id="cut short"),
        pytest.param("[" * 100_000, id="deep"),
        pytest.param('{"a": "' + "x" * 700_000 + '"}', id="long"),
        pytest.param('"a string"', id="no object"),
    ],
)
def test_structured_data_that_cannot_be_read_is_none(block: str) -> None:
    assert document(ld(block)).jsonld == ()


def test_one_broken_block_does_not_cost_the_others() -> None:
    assert len(document(ld("{", '{"a": 1}')).jsonld) == 1


def test_meta_elements_by_any_of_their_names() -> None:
    meta = document(
        '<meta name="Author" content=" Ann ">'
        '<meta property="og:title" content="A"><meta property="og:title" content="B">'
        '<meta itemprop="datePublished" content="2024"><meta name="empty" content="">'
    ).meta
    assert dict(meta) == {"author": ("Ann",), "og:title": ("A", "B"), "datepublished": ("2024",)}


@pytest.mark.parametrize("body", ["", "   ", "<!-- nothing -->", "\x00", "no markup at all", "<div>" * 5_000])
def test_no_markup_is_too_bad_to_parse(body: str) -> None:
    assert document(body).tree.tag == "html"


def test_what_follows_the_end_of_a_page_is_part_of_it() -> None:
    assert document("<body><p>one</p></body></html><p>two</p>").tree.text_content() == "onetwo"
