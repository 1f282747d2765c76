"""The outlet as its readers know it, and the address of the piece."""

from __future__ import annotations

import pytest

from tests.sources.extract.heads import BODY, facts, jsonld, meta

HEADLINE = "<h1>Let the ferries be slow</h1>"
TITLE = "Let the ferries be slow"


@pytest.mark.parametrize(
    ("head", "body", "url", "name"),
    [
        pytest.param(meta(og__site_name="The Gull"), "", "https://a.example/b/c", "The Gull", id="og:site_name"),
        pytest.param(
            jsonld('"publisher": {"name": "The Gull"}'), "", "https://a.example/b/c", "The Gull", id="publisher"
        ),
        pytest.param(
            jsonld('"name": "The Gull"', kind="WebSite"), "", "https://a.example/b/c", "The Gull", id="web site"
        ),
        pytest.param(
            meta(application_name="x") + '<meta name="application-name" content="The Gull">',
            "",
            "https://a.example/b/c",
            "The Gull",
            id="application",
        ),
        pytest.param(
            f"<title>{TITLE} | The Gull</title>", "", "https://a.example/b/c", "The Gull", id="the title's tail"
        ),
        pytest.param(
            f"<title>The Gull: {TITLE}</title>", "", "https://gull.example/b/c", "The Gull", id="the title's front"
        ),
        pytest.param(
            '<link rel="alternate" type="application/rss+xml" title="The Gull » Feed" href="/f">',
            "",
            "https://a.example/b/c",
            "The Gull",
            id="a feed's title",
        ),
        pytest.param(
            "",
            '<a href="/"><img src="l.png" alt="The Gull"></a>',
            "https://gull.example/b/c",
            "The Gull",
            id="the logo",
        ),
        pytest.param(
            "",
            "<footer>© 2024 The Gull. All rights reserved</footer>",
            "https://a.example/b/c",
            "The Gull",
            id="copyright",
        ),
        pytest.param("", "", "https://www.gull.example/b/c", "gull.example", id="the domain, when there is no more"),
        pytest.param(
            meta(og__site_name="Portal Online") + jsonld('"publisher": {"name": "The Gull"}'),
            "",
            "https://www.thegull.example/b/c",
            "The Gull",
            id="of two names the one that the domain bears out",
        ),
        pytest.param(
            meta(og__site_name="thegull") + jsonld('"publisher": {"name": "The Gull"}'),
            "",
            "https://a.example/b/c",
            "The Gull",
            id="of two spellings the one with blanks",
        ),
        pytest.param(
            f"<title>{TITLE} - Opinion - The Gull</title>",
            '<a href="index.php"><img src="logo.gif" alt="The Gull"></a>',
            "",
            "The Gull",
            id="the title's tail that is the logo's too",
        ),
        pytest.param(
            f"<title>{TITLE}: The Gull</title>",
            '<a href="/"><img src="logo.svg" alt="The Gull"></a>',
            "",
            "The Gull",
            id="behind a colon",
        ),
        pytest.param(
            f"<title>Sheds: {TITLE} - The Gull</title>", "", "", "The Gull", id="a series before, the outlet behind"
        ),
        pytest.param(f"<title>Lee's Sheds: {TITLE}</title>", "", "", "Lee's Sheds", id="before the title"),
        pytest.param(f"<title>Opinion: {TITLE}</title>", "", "", "", id="a kind before the title"),
        pytest.param(
            "<title>The Gull - News</title>", '<ul><li><a href="/">News</a></li></ul>', "", "", id="a menu's front page"
        ),
        pytest.param(
            meta(og__site_name="News, views and weather • Gull"),
            "",
            "https://gull.example/b/c",
            "Gull",
            id="without its slogan",
        ),
        pytest.param(
            meta(og__site_name="カモメ新聞"),
            "<footer>Copyright © The Kamome Shimbun Company. All rights reserved.</footer>",
            "https://www.kamome.example/b/c",
            "The Kamome Shimbun",
            id="the Latin name that it signs with, when the domain bears it out",
        ),
        pytest.param(
            meta(og__site_name="カモメ新聞"),
            "<footer>© Port Holdings Inc.</footer>",
            "https://www.kamome.example/b/c",
            "カモメ新聞",
            id="not the name of its owner",
        ),
        pytest.param(
            meta(og__site_name=TITLE, og__title=TITLE),
            "",
            "https://gull.example/b/c",
            "gull.example",
            id="a title is no name",
        ),
        pytest.param(
            meta(generator="blogger")
            + jsonld('"publisher": {"name": "Blogger"}')
            + f"<title>{TITLE} - Gull Notes</title>",
            "",
            "https://a.example/b/c",
            "Gull Notes",
            id="the machine is no outlet",
        ),
    ],
)
def test_the_outlet_has_its_readers_name(head: str, body: str, url: str, name: str) -> None:
    assert facts(head, HEADLINE + BODY + body, url=url).site == name


def canonical(href: str) -> str:
    return f'<link rel="canonical" href="{href}">'


WANTED = "https://www.gull.example/opinion/slow"


@pytest.mark.parametrize(
    ("head", "url"),
    [
        pytest.param(canonical(WANTED), "https://www.gull.example/opinion/slow/amp", id="an AMP page"),
        pytest.param(canonical(WANTED), "https://www.gull.example/print.php?id=5", id="a print page"),
        pytest.param(canonical("/opinion/slow"), "https://www.gull.example/x/y?z", id="a relative one"),
        pytest.param(canonical("//www.gull.example/opinion/slow"), "https://www.gull.example/x", id="without a scheme"),
        pytest.param(meta(og__url=WANTED), "https://www.gull.example/x", id="og:url"),
        pytest.param(canonical("https://www.gull.example/") + meta(og__url=WANTED), "", id="the front page is not it"),
        pytest.param(canonical("https://www.gull.example/index.html"), WANTED, id="nor is its index"),
        pytest.param(canonical("javascript:void(0)"), WANTED, id="no web address"),
        pytest.param(canonical("https://[bad"), WANTED, id="no address at all"),
        pytest.param(canonical(f"{WANTED}?utm_source=x&amp;fbclid=y#top"), "", id="tracking and fragment"),
        pytest.param("", f"{WANTED}?utm_campaign=rss", id="the request's own address"),
        pytest.param(jsonld(f'"mainEntityOfPage": {{"@id": "{WANTED}"}}'), "", id="JSON-LD"),
    ],
)
def test_a_page_leads_to_its_own_address(head: str, url: str) -> None:
    assert facts(head, url=url).canonical_url == WANTED


def test_what_selects_the_page_stays_as_it_was_written() -> None:
    url = "https://www.gull.example/show?id=5&title=caf%C3%A9+au+lait&utm_medium=x&empty="
    assert facts("", url=url).canonical_url == "https://www.gull.example/show?id=5&title=caf%C3%A9+au+lait&empty="


def test_a_file_of_unknown_origin_has_no_address() -> None:
    assert facts("", url="").canonical_url == ""
