"""Which feeds a page names."""

from __future__ import annotations

import pytest

from bot.sources.feeds.page_links import looks_like_a_feed, unwrapped
from tests.sources.feeds.documents import links

RSS = 'rel="alternate" type="application/rss+xml"'


@pytest.mark.parametrize(
    ("markup", "found"),
    [
        pytest.param(f'<link {RSS} href="/feed">', ["/feed"], id="RSS"),
        pytest.param('<LINK REL=alternate TYPE=application/atom+xml HREF=/a.xml>', ["/a.xml"], id="capitals, no marks"),
        pytest.param('<link rel="alternate" type="application/feed+json" href="/f.json"/>', ["/f.json"], id="JSON"),
        pytest.param(f'<base href="/deep/"><link {RSS} href="feed">', ["/deep/feed"], id="beside its base"),
        pytest.param(f'<link {RSS} href="?a=1&amp;b=2">', ["/?a=1&b=2"], id="references in the address"),
        pytest.param(
            f'<link {RSS} title="The Courier" href="/1"><link {RSS} title="The Courier: opinion" href="/2">',
            ["/1", "/2"],
            id="two of them",
        ),
        pytest.param(
            f'<link {RSS} title="C » Feed" href="/f"><link {RSS} title="C » Comments Feed" href="/comments/feed">',
            ["/f"],
            id="not that of the comments",
        ),
        pytest.param(
            f'<link {RSS} title="Courier RSS" href="/rss"><link rel="alternate" type="application/atom+xml" '
            'title="Courier Atom" href="/atom">',
            ["/rss"],
            id="one feed in two formats",
        ),
        pytest.param('<link rel="alternate" hreflang="de" href="/de/">', [], id="another language"),
        pytest.param(
            '<link rel="alternate" type="application/json" href="/wp-json/posts/1">', [], id="the data of the page"
        ),
        pytest.param('<link rel="alternate" type="text/xml" href="/rss.xml">', ["/rss.xml"], id="any XML"),
        pytest.param(f'<!-- <link {RSS} href="/old"> -->', [], id="within a comment"),
        pytest.param(f'<script>var a = \'<link {RSS} href="/x">\'</script>', [], id="within a script"),
        pytest.param(f'<link {RSS} href="javascript:alert(1)">', [], id="a script as its address"),
        pytest.param('<p><a href="/rss.xml">RSS</a> <a href="/about">About</a>', ["/rss.xml"], id="in the body"),
        pytest.param(
            '<a href="/feeds/opinion.xml">Opinion</a><a href="/feeds/news.xml">News</a>',
            ["/feeds/opinion.xml", "/feeds/news.xml"],
            id="a page of feeds",
        ),
        pytest.param(f'<link {RSS} href="/head"><a href="/body.rss">RSS</a>', ["/head"], id="the head comes first"),
        pytest.param(
            '<a href="https://reader.example/i/subscription/feed%2Fhttps%3A%2F%2Fcourier.example%2Ffeed">Follow</a>',
            ["/feed"],
            id="behind an aggregator",
        ),
        pytest.param('<a href="feed://courier.example/x">Feed</a>', ["http://courier.example/x"], id="by its own word"),
    ],
)  # fmt: skip
def test_a_page_names_its_feeds(markup: str, found: list[str]) -> None:
    expected = [url if url.startswith("http") else f"https://courier.example{url}" for url in found]
    assert links(f"<html><head>{markup}") == expected


@pytest.mark.parametrize(
    ("url", "inner"),
    [
        pytest.param(
            "https://r.example/i/subscription/feed/https://a.example/f", "https://a.example/f", id="in a path"
        ),
        pytest.param("https://r.example/feed/https%3A%2F%2Fa.example%2Ff", "https://a.example/f", id="quoted"),
        pytest.param(
            "https://r.example/add?url=https%3A%2F%2Fa.example%2Ff%3Fx%3D1", "https://a.example/f?x=1", id="asked"
        ),
        pytest.param(
            "https://r.example/feed%2Fhttp%3A%2F%2Fa.example%2Ff", "http://a.example/f", id="quoted as a whole"
        ),
        pytest.param("https://a.example/feed", "https://a.example/feed", id="a feed's own"),
        pytest.param("https://a.example/?next=/feed", "https://a.example/?next=/feed", id="no address within"),
        pytest.param(
            "https://r.example/?url=file:///etc/passwd", "https://r.example/?url=file:///etc/passwd", id="a file"
        ),
    ],
)
def test_an_aggregators_address_holds_the_feeds_own(url: str, inner: str) -> None:
    assert unwrapped(url) == inner


@pytest.mark.parametrize(
    "url", ["/feed", "/feed/", "/blog/rss.xml", "/index.xml", "/a/b.rss", "/?feed=rss2", "/atom", "/opinion/rss"]
)
def test_addresses_of_feeds(url: str) -> None:
    assert looks_like_a_feed(f"https://a.example{url}")


@pytest.mark.parametrize(
    "url", ["/", "/feedback", "/how-to-feed-cats", "/rss-explained", "/sitemap.xml", "/feeder/cats", "http://[x"]
)
def test_addresses_of_other_things(url: str) -> None:
    assert not looks_like_a_feed(url if "[" in url else f"https://a.example{url}")


def test_a_page_without_end_is_read_at_once() -> None:
    assert links("<a href='" * 200_000) == []
    assert len(links("".join(f"<link {RSS} href='/{n}'>" for n in range(5000)))) == 25
