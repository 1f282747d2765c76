"""Feeds of every format, in the states in which they are found."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.models.feed import Feed, FeedKind, FeedLinks
from bot.sources.feeds.reading import read
from tests.sources.feeds.documents import SITE, URL, atom, feed, only, page, rdf, rss

ITEM = "<title>A bus is no luxury</title><link>https://courier.example/bus</link>"
TEN = datetime(2026, 11, 24, 10, 5, tzinfo=UTC)
JSON_ITEM = {
    "id": 7,
    "url": "/bus",
    "title": "A bus is no luxury",
    "content_html": "<p>The night bus should run.</p>",
    "date_published": "2026-11-24T11:05:00+01:00",
    "authors": [{"name": "Miriam Osei"}],
    "tags": ["Opinion"],
}
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Courier",
    "home_page_url": SITE,
    "language": "en",
    "items": [JSON_ITEM],
}
FULL_RSS = rss(
    f"{ITEM}<guid isPermaLink='false'>b-1</guid><dc:creator>Miriam Osei</dc:creator><category>Opinion</category>"
    "<pubDate>Tue, 24 Nov 2026 11:05:00 +0100</pubDate><description>The night bus should run.</description>",
    head=f"<title>The Courier</title><link>{SITE}</link><language>en</language>",
)
FULL_ATOM = atom(
    "<id>tag:courier.example,2026:bus</id><title>A bus is no luxury</title><link href='/bus'/>"
    "<author><name>Miriam Osei</name><email>m@courier.example</email></author><category term='Opinion'/>"
    "<published>2026-11-24T10:05:00Z</published><updated>2026-11-25T00:00:00Z</updated>"
    "<summary>The night bus should run.</summary>",
    head=f"<title>The Courier</title><link href='{SITE}'/><link rel='self' href='{URL}'/>",
)
FULL_RDF = rdf(
    f"{ITEM}<dc:creator>Miriam Osei</dc:creator><dc:date>2026-11-24T10:05:00Z</dc:date><dc:subject>Opinion</dc:subject>"
    "<description>The night bus should run.</description>"
)


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(FULL_RSS, FeedKind.RSS, id="RSS 2.0"),
        pytest.param(FULL_RSS.replace('version="2.0"', 'version="0.92"'), FeedKind.RSS, id="RSS 0.92"),
        pytest.param(FULL_RSS.replace('version="2.0"', ""), FeedKind.RSS, id="RSS of no version"),
        pytest.param(FULL_RDF, FeedKind.RSS, id="RDF"),
        pytest.param(FULL_ATOM, FeedKind.ATOM, id="Atom"),
        pytest.param(json.dumps(JSON_FEED), FeedKind.JSON, id="JSON Feed"),
    ],
)
def test_each_format_says_the_same(body: str, kind: FeedKind) -> None:
    found = feed(body)
    assert (found.url, found.title, found.site, found.kind) == (URL, "The Courier", SITE, kind)
    [entry] = found.entries
    assert (entry.title, entry.url) == ("A bus is no luxury", "https://courier.example/bus")
    assert (entry.authors, entry.published, entry.labels) == (("Miriam Osei",), TEN, ("Opinion",))
    assert entry.summary == "The night bus should run."
    assert entry.is_commentary


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rss(ITEM).replace("no luxury", "no luxury & <i>no</i>"), id="a bare ampersand"),
        pytest.param(rss(ITEM)[:-20], id="breaks off"),
        pytest.param("\n\n  " + rss(ITEM), id="blank lines before the declaration"),
        pytest.param("<br />\n<b>Warning</b>: mysql in /x.php\n" + rss(ITEM), id="a warning before it"),
        pytest.param("<!-- an <rss> comment -->" + rss(ITEM), id="a comment before it"),
        pytest.param(
            rss(ITEM).replace("xmlns:", "xmlnx:").replace("<link>", "<dc:x>1</dc:x><link>"), id="no namespaces"
        ),
        pytest.param(rss(ITEM + "<description>a&#8;b&#0;c&#99999999999;</description>"), id="impossible characters"),
        pytest.param(rss(ITEM + "<description>caf&eacute;&nbsp;</description>"), id="names of HTML's characters"),
        pytest.param(rss(ITEM).replace("\n<rss", "\n<!DOCTYPE rss [<!ENTITY x 'y'>]>\n<rss"), id="a DTD"),
        pytest.param(rss(ITEM).replace("<title>A", "<title>\x08A"), id="control characters"),
        pytest.param(
            rss(ITEM).replace("</channel></rss>", "</channel></rss>\n<script>1</script>"), id="more behind it"
        ),
        pytest.param("\ufeff" + rss(ITEM), id="a byte order mark"),
        pytest.param(rss(ITEM).encode("utf-16"), id="UTF-16"),
        pytest.param(rss(ITEM).encode("utf-16-le"), id="UTF-16 without its mark"),
    ],
)
def test_whatever_state_it_is_in_its_entry_is_read(body: str | bytes) -> None:
    entry = only(body)
    assert entry.title.startswith("A bus is no luxury")
    assert entry.url == "https://courier.example/bus"


@pytest.mark.parametrize(
    ("declared", "written", "header"),
    [
        pytest.param("utf-8", "cp1252", "", id="Windows-1252 that says UTF-8"),
        pytest.param("iso-8859-1", "utf-8", "", id="UTF-8 that says Latin-1"),
        pytest.param("iso-8859-1", "cp1252", "", id="Windows-1252 that says Latin-1"),
        pytest.param("utf-8", "cp1252", "utf-8", id="Windows-1252, and the header says UTF-8 too"),
        pytest.param("utf-8", "utf-8", "iso-8859-1", id="UTF-8, and the header says Latin-1"),
    ],
)
def test_characters_are_what_their_author_wrote(declared: str, written: str, header: str) -> None:
    body = rss("<title>Für Bögen – „heute“</title><link>/a</link>").replace("utf-8", declared).encode(written)
    assert [entry.title for entry in feed(body, charset=header).entries] == ["Für Bögen – „heute“"]


def test_utf_8_that_was_encoded_twice_is_mended() -> None:
    twice = "Café à la".encode().decode("latin-1")
    assert only(rss(f"<title>{twice}</title>")).title == "Café à la"


@pytest.mark.parametrize(
    ("body", "url", "address"),
    [
        pytest.param(rss("<link>/a/b</link>"), URL, "https://courier.example/a/b", id="from the root"),
        pytest.param(rss("<link>b?x=1</link>"), URL, "https://courier.example/b?x=1", id="beside the feed"),
        pytest.param(rss("<link>//cdn.example/b</link>"), URL, "https://cdn.example/b", id="without a scheme"),
        pytest.param(rss("<link>/a</link>"), "", "https://courier.example/a", id="of a file: from the site"),
        pytest.param(rss("<guid>https://courier.example/g</guid>"), URL, "https://courier.example/g", id="the guid"),
        pytest.param(
            rss("<guid isPermaLink='false'>https://courier.example/g</guid>"), URL, "", id="a guid that is none"
        ),
        pytest.param(rss("<link>javascript:alert(1)</link>"), URL, "", id="a script"),
        pytest.param(rss("<link>file:///etc/passwd</link>"), URL, "", id="a file"),
        pytest.param(rss("<link>https://bank.example@evil.example/</link>"), URL, "", id="a name before the host"),
        pytest.param(rss("<link>https://[::1</link>"), URL, "", id="no address at all"),
        pytest.param(rss(f"<link>https://a.example/{'x' * 3000}</link>"), URL, "", id="longer than an address is"),
        pytest.param(
            rss("<link>https://proxy.example/1</link><feedburner:origLink>https://a.example/1</feedburner:origLink>"),
            URL,
            "https://a.example/1",
            id="behind a proxy",
        ),
        pytest.param(
            atom("<link rel='self' href='/self'/><link rel='replies' href='/r'/><link rel='alternate' href='/page'/>"),
            URL,
            "https://courier.example/page",
            id="the page among Atom's links",
        ),
        pytest.param(
            atom("<link href='b'/>").replace("<feed ", "<feed xml:base='https://base.example/x/' "),
            URL,
            "https://base.example/x/b",
            id="a base of its own",
        ),
    ],
)
def test_links_are_absolute_or_none(body: str, url: str, address: str) -> None:
    assert only(body, url=url).url == address


@pytest.mark.parametrize(
    ("head", "ttl"),
    [
        pytest.param("<ttl>90</ttl>", 5400.0, id="minutes"),
        pytest.param("<ttl>soon</ttl>", None, id="no number"),
        pytest.param("<ttl>-5</ttl>", None, id="less than nothing"),
        pytest.param("<ttl>99999999</ttl>", 30 * 86400.0, id="for ever"),
        pytest.param("<sy:updatePeriod>daily</sy:updatePeriod>", 86400.0, id="a period"),
        pytest.param(
            "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 900.0, id="often"
        ),
        pytest.param("", None, id="nothing said"),
    ],
)
def test_how_long_a_feed_wants_to_be_left_alone(head: str, ttl: float | None) -> None:
    assert feed(rss(ITEM, head=head)).ttl == ttl


@pytest.mark.parametrize(
    ("hours", "skipped"),
    [
        pytest.param("<hour>1</hour><hour>23</hour>", {1, 23}, id="two"),
        pytest.param("<hour>24</hour><hour>x</hour><hour>77</hour>", {0}, id="24 is 0, the rest is nothing"),
        pytest.param("".join(f"<hour>{n}</hour>" for n in range(24)), set(), id="all of them: none"),
    ],
)
def test_hours_to_skip(hours: str, skipped: set[int]) -> None:
    assert feed(rss(ITEM, head=f"<skipHours>{hours}</skipHours>")).skip_hours == skipped


WRITTEN = json.dumps(JSON_FEED)
TWO = json.dumps(JSON_FEED | {"items": [JSON_ITEM, JSON_ITEM]})


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        pytest.param(TWO[:-40], 1, id="breaks off in an item: those before it"),
        pytest.param(WRITTEN[:-40], 0, id="breaks off in its only item"),
        pytest.param(WRITTEN.replace("]}", ",]}"), 1, id="a comma too many"),
        pytest.param(WRITTEN[:-1] + ', "more": [1', 1, id="breaks off behind its items"),
        pytest.param(WRITTEN.replace("The night", "The\tnight"), 1, id="a tab in a string"),
        pytest.param(json.dumps(JSON_FEED | {"items": [None, 3, "x", JSON_ITEM]}), 1, id="items that are none"),
        pytest.param(json.dumps(JSON_FEED | {"title": ["x"], "language": 3}), 1, id="fields of other types"),
        pytest.param(WRITTEN.replace('"id": 7', f'"id": {"7" * 100_000}'), 1, id="a number of 100,000 digits"),
    ],
)
def test_json_in_any_state(text: str, titles: int) -> None:
    found = feed(text)
    assert found.kind is FeedKind.JSON
    assert [entry.title for entry in found.entries] == ["A bus is no luxury"] * titles


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("", id="nothing"),
        pytest.param("hello", id="a word"),
        pytest.param("{}", id="an empty object"),
        pytest.param("[1, 2]", id="a list"),
        pytest.param('{"items": 3}', id="no items"),
        pytest.param("{" * 5000, id="braces"),
        pytest.param("<html><body>No feed</body></html>", id="a page"),
        pytest.param("<svg xmlns='http://www.w3.org/2000/svg'/>", id="a drawing"),
        pytest.param(
            "<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>", id="a map of a site"
        ),
    ],
)
def test_what_is_no_feed_names_none(body: str) -> None:
    assert read(page(body)) == FeedLinks()


def test_a_feed_without_entries_is_one() -> None:
    assert isinstance(read(page(rss())), Feed)


def test_five_hundred_entries_are_enough() -> None:
    found = feed(rss(*(f"<title>{n}</title><link>/{n}</link>" for n in range(700))))
    assert [found.entries[0].title, found.entries[-1].title, len(found.entries)] == ["0", "499", 500]


def test_of_a_long_feed_that_begins_with_the_oldest_the_last_entries_are_read() -> None:
    days = (
        f"<title>{n}</title><link>/{n}</link><pubDate>{2000 + n // 300} Jan {1 + n % 28} 2:00</pubDate>"
        for n in range(700)
    )
    found = feed(rss(*days))
    assert [found.entries[0].title, found.entries[-1].title] == ["200", "699"]


def test_a_guid_of_a_megabyte_and_texts_without_end_are_cut() -> None:
    entry = only(
        rss(f"<title>{'t ' * 9000}</title><guid>{'g' * 1_000_000}</guid><description>{'d ' * 9000}</description>")
    )
    assert len(entry.id) < 600
    assert len(entry.title) <= 300
    assert len(entry.summary) <= 1000
    assert entry.title.endswith("…")


def test_a_short_summary_gives_way_to_the_text() -> None:
    long = "It says much more than that, and says it at length. " * 5
    entry = only(
        rss(f"{ITEM}<description>Read more</description><content:encoded><![CDATA[<p>{long}</p>]]></content:encoded>")
    )
    assert entry.summary.startswith("It says much more")


def test_a_broken_feed_without_end_gives_its_first_entries() -> None:
    found = feed("<rss><channel><title>A & B</title>" + f"<item>{ITEM}<guid>&</guid>" * 9_000)
    assert found.title == "A & B"
    assert [entry.title for entry in found.entries] == ["A bus is no luxury"]


def test_a_broken_feed_of_many_entries_gives_five_hundred() -> None:
    found = feed(
        "<rss><channel>&" + "".join(f"<item><title>{n}</title><link>/{n}</link>{'x' * 300}" for n in range(2_000))
    )
    assert [found.entries[0].title, found.entries[-1].title, len(found.entries)] == ["0", "499", 500]
