"""The fast reader says what the forgiving one says, or nothing."""

from __future__ import annotations

from operator import itemgetter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.sources.feeds import loose, strict
from bot.sources.feeds.finishing import finished
from tests.sources.feeds.documents import SITE, URL, atom, rdf, rss
from tests.sources.feeds.test_reading import FULL_ATOM, FULL_RDF, FULL_RSS

WORDPRESS = rss(
    *(
        f"<title>Opinion: part {n} &#8211; <![CDATA[“so”]]></title><link>https://courier.example/{n}/</link>"
        f"<comments>https://courier.example/{n}/#comments</comments><dc:creator><![CDATA[Jane Doe]]></dc:creator>"
        f"<pubDate>Tue, 24 Nov 2026 10:0{n}:00 +0000</pubDate><category><![CDATA[Opinion]]></category>"
        f"<category>Buses &amp; trams</category><guid isPermaLink='false'>https://courier.example/?p={n}</guid>"
        f"<description><![CDATA[<p>Short, and <a href='/x'>more</a></p>]]></description>"
        f"<content:encoded><![CDATA[{'<p>A long paragraph with <b>words</b> &amp; more.</p>' * 9}]]></content:encoded>"
        f"<media:thumbnail url='https://courier.example/{n}.jpg'/><media:content url='https://courier.example/{n}.jpg'>"
        f"<media:title>A picture</media:title><media:description>Of a bus</media:description></media:content>"
        for n in range(5)
    ),
    head=f"<title>The Courier</title><atom:link href='{URL}' rel='self' type='application/rss+xml'/><link>{SITE}</link>"
    "<description>All of it</description><lastBuildDate>Tue, 24 Nov 2026 10:05:00 +0000</lastBuildDate>"
    "<language>en-GB</language><sy:updatePeriod> hourly </sy:updatePeriod><sy:updateFrequency> 2 </sy:updateFrequency>"
    f"<image><url>{SITE}i.png</url><title>A picture</title><link>https://other.example/</link></image>",
)
XHTML = atom(
    "<id>tag:a.example,2026:1</id><title type='html'>&lt;b&gt;Bus&lt;/b&gt; &amp;amp; tram</title><link href='/1'/>"
    "<updated>2026-11-24T10:05:00+01:00</updated><author><name>Max</name></author><author><name>Eva</name></author>"
    "<category term='x' label='Meinung'/><category term='y'/><content type='xhtml'>"
    "<div xmlns='http://www.w3.org/1999/xhtml'><p>One <i>more</i>.</p><p>Two &amp; three.</p></div></content>"
    "<source><title>Elsewhere</title><id>o</id><updated>2020-01-01T00:00:00Z</updated></source>"
)
VIDEO = atom(
    "<id>yt:video:abc</id><title>A video</title><link rel='alternate' href='https://v.example/abc'/>"
    "<published>2026-11-24T10:05:00Z</published><media:group><media:title>Another title</media:title>"
    "<media:description>What is in it, at length.</media:description></media:group>"
)
PODCAST = rss(
    "<title>E1</title><itunes:title>One</itunes:title><itunes:author>Host</itunes:author><itunes:keywords>a, b"
    "</itunes:keywords><itunes:summary>Sum</itunes:summary><description>Desc</description>"
    "<enclosure url='https://a.example/1.mp3' type='audio/mpeg' length='1'/><guid isPermaLink='false'>u-1</guid>"
)
SPARSE = rss(
    "<title>T</title><description>With a &lt;a href='x'&gt;link&lt;/a&gt;</description>",
    "<description>no title</description><guid>https://a.example/z</guid><author>a@b.example (Ann Lee)</author>",
    "<title>one</title><title>two</title><pubDate>garbage</pubDate><dc:date>2026-01-01</dc:date>",
    "<link/><guid>https://a.example/g</guid><title/>",
)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(WORDPRESS, id="as WordPress writes it"),
        pytest.param(XHTML, id="Atom with XHTML, two authors and a source"),
        pytest.param(VIDEO, id="a video's"),
        pytest.param(PODCAST, id="a podcast"),
        pytest.param(SPARSE, id="little of everything"),
        pytest.param(FULL_RSS, id="RSS"),
        pytest.param(FULL_ATOM, id="Atom"),
        pytest.param(FULL_RDF, id="RDF"),
        pytest.param(rss(), id="no entries"),
        pytest.param(rdf(), id="RDF without entries"),
    ],
)
def test_both_read_the_same(markup: str) -> None:
    fast, slow = strict.read(markup, URL), loose.read(markup, URL)
    assert fast is not None
    assert slow is not None
    assert finished(fast, URL) == finished(slow, URL)


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param(rss("<title>A & B</title>"), id="not well-formed"),
        pytest.param(rss("<title>A")[:-30], id="breaks off"),
        pytest.param(rss("<title>A <b>bus</b></title>"), id="markup where none belongs"),
        pytest.param("<!DOCTYPE rss [<!ENTITY a 'b'>]>" + rss("<title>&a;</title>").partition("\n")[2], id="a DTD"),
        pytest.param(atom("<title>A</title>").replace("<feed", "<feed xml:base='/x/'"), id="a base of its own"),
        pytest.param("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>A</title></feed>", id="Atom 0.3"),
        pytest.param(rss("<title>A</title>") + "<more/>", id="two roots"),
        pytest.param(atom("<content type='image/png'>aGk=</content>"), id="a picture as content"),
        pytest.param(rss("<title>A</title>").replace("<channel>", "<channel/><channel>"), id="two channels"),
    ],
)
def test_in_doubt_nothing_is_read(markup: str) -> None:
    assert strict.read(markup, URL) is None


TEXT = st.text(st.sampled_from("abc äß“日& <>/p;#1 \n'\""), min_size=1, max_size=30).filter(str.strip)
FIELDS = st.sampled_from(
    [
        *(
            "title",
            "link",
            "description",
            "guid",
            "author",
            "category",
            "pubDate",
            "dc:creator",
            "dc:date",
            "dc:subject",
        ),
        *("content:encoded", "comments", "feedburner:origLink", "source"),
    ]
)
ITEMS = st.lists(st.lists(st.tuples(FIELDS, TEXT), max_size=6, unique_by=itemgetter(0)), max_size=4)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@settings(max_examples=50)
@given(ITEMS)
def test_both_read_the_same_of_any_rss_that_says_each_thing_once(items: list[list[tuple[str, str]]]) -> None:
    markup = rss(*("".join(f"<{name}>{escaped(text)}</{name}>" for name, text in fields) for fields in items))
    fast, slow = strict.read(markup, URL), loose.read(markup, URL)
    assert fast is not None
    assert slow is not None
    assert finished(fast, URL) == finished(slow, URL)


# Characters that `urljoin` drops or keeps by turns are left out: one reader applies it once, the other twice.
PLAIN = st.text(st.sampled_from("abc äß“日& <>/p1 \n"), min_size=1, max_size=30).filter(str.strip)
ATOM = {
    "id": "<id>{0}</id>",
    "title": "<title>{0}</title>",
    "title of HTML": "<title type='html'>{0}</title>",
    "link": "<link href='{0}'/>",
    "link of its own": "<link rel='self' href='{0}'/>",
    "summary": "<summary>{0}</summary>",
    "content of HTML": "<content type='html'>{0}</content>",
    "content of XHTML": "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>{0}</p></div></content>",
    "updated": "<updated>{0}</updated>",
    "published": "<published>{0}</published>",
    "author": "<author><name>{0}</name></author>",
    "category": "<category term='{0}'/>",
}
SAID = st.tuples(st.sampled_from(sorted(ATOM)), PLAIN)
ENTRIES = st.lists(st.lists(SAID, max_size=6, unique_by=lambda said: said[0].split()[0]), max_size=3)


@settings(max_examples=50)
@given(ENTRIES)
def test_both_read_the_same_of_any_atom_that_says_each_thing_once(entries: list[list[tuple[str, str]]]) -> None:
    markup = atom(*("".join(ATOM[name].format(escaped(text)) for name, text in said) for said in entries))
    fast, slow = strict.read(markup, URL), loose.read(markup, URL)
    assert fast is not None
    assert slow is not None
    assert finished(fast, URL) == finished(slow, URL)
