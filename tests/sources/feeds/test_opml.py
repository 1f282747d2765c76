"""OPML as three other readers write it, ours there and back, and what is broken or wicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import NotOpml
from bot.models.feed import BadLine, OpmlFeed
from bot.sources.feeds.opml import read_opml, write_opml

NESTED = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="1.0">
    <head><title>Subscriptions of A</title></head>
    <body>
        <outline text="Opinion" title="Opinion">
            <outline type="rss" text="The Courier" title="The Courier"
                xmlUrl="https://courier.example/feed?a=1&amp;b=2" htmlUrl="https://courier.example/"/>
            <outline text="Abroad"><outline type="atom" text="Bote" xmlUrl="https://bote.example/atom"/></outline>
        </outline>
        <outline type="rss" text="Alone" xmlUrl="https://alone.example/rss" category="/Opinion"/>
    </body>
</opml>"""
FLAT = """<opml version="2.0"><body>
<outline xmlurl="https://courier.example/feed" text="https://courier.example/feed"/>
<outline url="feed://bote.example/atom" type="atom" title="Bote &amp; Co"/>
<outline XMLURL="feed:https://alone.example/rss"></outline>
</body></opml>"""
CARELESS = """\ufeff
<?xml version="1.0" encoding="ISO-8859-1"?>
<OPML><BODY><OUTLINE TEXT="Caf&eacute; & Bar" XMLURL="https://cafe.example/?a=1&b=2"/>
<OUTLINE TEXT="no scheme" XMLURL="tea.example:8080/rss"/></BODY></OPML>"""


def urls(body: str) -> list[str]:
    return [feed.url for feed in read_opml(body.encode())[0]]


def test_folders_titles_and_sites_are_read_with_their_lines() -> None:
    feeds, bad = read_opml(NESTED.encode())
    assert bad == ()
    assert [(feed.title, feed.folders, feed.line) for feed in feeds] == [
        ("The Courier", ("Opinion",), 6),
        ("Bote", ("Opinion", "Abroad"), 8),
        ("Alone", (), 10),
    ]
    assert feeds[0].url == "https://courier.example/feed?a=1&b=2"
    assert feeds[0].site == "https://courier.example/"


@pytest.mark.parametrize(
    ("body", "addresses"),
    [
        pytest.param(
            FLAT, ["https://courier.example/feed", "http://bote.example/atom", "https://alone.example/rss"], id="flat"
        ),
        pytest.param(CARELESS, ["https://cafe.example/?a=1&b=2", "http://tea.example:8080/rss"], id="careless"),
    ],
)
def test_other_shapes_are_read(body: str, addresses: list[str]) -> None:
    assert urls(body) == addresses


def test_an_address_is_no_title() -> None:
    assert [feed.title for feed in read_opml(FLAT.encode())[0]] == ["", "Bote & Co", ""]


def test_a_bare_ampersand_and_names_of_characters_are_what_they_mean() -> None:
    assert read_opml(CARELESS.encode())[0][0].title == "Café & Bar"


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        pytest.param("javascript:alert(1)", "scheme", id="a script"),
        pytest.param("file:///etc/passwd", "scheme", id="a file"),
        pytest.param("ftp://a.example/feed", "scheme", id="another protocol"),
        pytest.param("data:text/xml,x", "scheme", id="data"),
        pytest.param("feed:javascript:alert(1)", "scheme", id="a script behind a feed"),
        pytest.param("", "no-address", id="nothing"),
        pytest.param("http://", "malformed", id="no host"),
        pytest.param("http://[::1", "malformed", id="half an address"),
        pytest.param("https://a.example/" + "x" * 3000, "too-long", id="too long"),
    ],
)
def test_a_bad_line_is_told_and_the_others_are_read(address: str, reason: str) -> None:
    body = (
        f'<opml><body>\n<outline text="Bad" type="rss" xmlUrl="{address}"/>\n<outline xmlUrl="https://a.example/"/>\n'
    )
    feeds, bad = read_opml(f"{body}</body></opml>".encode())
    assert bad == (BadLine(line=2, reason=reason, text="Bad"),)
    assert [(feed.url, feed.line) for feed in feeds] == [("https://a.example/", 3)]


BOMB = '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><opml><body/></opml>'


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        pytest.param("<opml>\n<body>\n<outline text='a>\n</body></opml>", 4, "broken", id="a quotation mark too few"),
        pytest.param("<opml>\n<body>\n<outline text='a'>\n</body></opml>", 4, "broken", id="an end too few"),
        pytest.param("<opml><body>\n<outline xmlUrl='https://a.example/'/>", 2, "broken", id="breaks off"),
        pytest.param("\n\nhello", 3, "no-opml", id="a word"),
        pytest.param("", 1, "no-opml", id="nothing"),
        pytest.param("<rss><channel/></rss>", 1, "no-opml", id="a feed"),
        pytest.param(BOMB, 1, "dtd", id="an entity bomb"),
        pytest.param("<opml><body>" + "<outline text='a'>" * 100, 1, "too-deep", id="a hundred levels"),
        pytest.param("<opml><body>" + "<outline xmlUrl='http://a'/>\n" * 10_001, 10_001, "too-big", id="too many"),
        pytest.param("<opml>" + " " * 5_000_000, 0, "too-big", id="too many bytes"),
    ],
)
def test_what_is_no_list_is_told_with_its_line(body: str, line: int, reason: str) -> None:
    with pytest.raises(NotOpml) as refused:
        read_opml(body.encode())
    assert refused.value.facts == {"line": line, "reason": reason}


def test_nothing_of_a_title_becomes_markup() -> None:
    wicked = OpmlFeed(url="https://a.example/?a=1&b='<\">", title='"/><outline xmlUrl="https://evil.example"/>')
    feeds, bad = read_opml(write_opml([wicked], "<&>"))
    assert bad == ()
    assert [(feed.url, feed.title) for feed in feeds] == [(wicked.url, wicked.title)]


NAMES = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs"]), min_size=1, max_size=20
)
FACTS = st.dictionaries(st.sampled_from(["include", "exclude", "channel"]), NAMES | st.just("two words"), max_size=3)
FEEDS = st.lists(
    st.builds(
        OpmlFeed,
        url=st.sampled_from(["https://a.example/feed?a=1&b='2'", "http://b.example:8080/<x>", "https://ü.example/ß"]),
        title=NAMES | st.just("") | st.just("The Courier & Co"),
        site=st.sampled_from(["", "https://a.example/"]),
        folders=st.lists(NAMES | st.sampled_from("ab"), max_size=3).map(tuple),
        facts=FACTS,
    ),
    max_size=8,
)


@settings(max_examples=50)
@given(FEEDS)
def test_a_list_comes_back_as_it_went(feeds: list[OpmlFeed]) -> None:
    read, bad = read_opml(write_opml(feeds, "Feeds"))
    assert bad == ()
    assert [replace(feed, line=0) for feed in read] == feeds


def reason(body: bytes) -> str:
    try:
        read_opml(body)
    except NotOpml as refused:
        return str(refused.facts["reason"])
    return ""


@settings(max_examples=20)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_list_or_none(body: bytes) -> None:
    assert reason(b"<opml>" + body) in ("", "broken", "dtd", "too-deep")
