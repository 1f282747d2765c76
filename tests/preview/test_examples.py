"""Samples under addresses of their own, and the web behind them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from lxml import etree

from bot.config import Settings
from bot.errors import Gone
from bot.models.article import Verdict
from bot.models.feed import Fetched, Validators
from bot.models.page import Page
from bot.preview.examples import HOST, ExamplesFirst
from bot.preview.words import SAMPLES, banner
from bot.sources.parsing import Parsers
from tests.cli.commands import ROOT

EXAMPLES = ROOT / "examples"
NOW = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
CONTENT = 2_000  # characters of a message: Discord's documentation, August 2026


class Behind:
    """The door to the web: notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def get(self, url: str) -> Page:
        self.asked.append(url)
        return Page(asked=url, url=url, body=b"the web")

    async def get_feed(self, url: str, validators: Validators | None = None) -> Fetched:
        self.asked.append(f"{url} {validators}")
        return Fetched(page=None)


def samples(behind: Behind | None = None, folder: Path = EXAMPLES) -> ExamplesFirst:
    return ExamplesFirst(folder, behind or Behind(), NOW)


@pytest.mark.parametrize(
    "path",
    ["two", "two-about-buses", "/two/", "two?utm_source=x", "two#top"],
    ids=["a part", "its whole name", "with slashes", "with a query", "with a fragment"],
)
async def test_a_sample_is_found_by_any_part_of_its_name_that_no_other_has(tmp_path: Path, path: str) -> None:
    (tmp_path / "one-about-buses.html").write_bytes(b"one")
    (tmp_path / "two-about-buses.html").write_bytes(b"two")
    page = await samples(folder=tmp_path).get(f"http://{HOST}/{path.lstrip('/')}")
    assert (page.body, page.content_type) == (b"two", "text/html")


@pytest.mark.parametrize(
    "path",
    ["about-buses", "three", "../secret", "%2e%2e/secret", "secret"],
    ids=["of two", "of none", "out of the folder", "out of it, disguised", "not a sample"],
)
async def test_what_is_not_one_sample_is_not_found(tmp_path: Path, path: str) -> None:
    folder, behind = tmp_path / "examples", Behind()
    folder.mkdir()
    (tmp_path / "secret.html").write_bytes(b"secret")
    (folder / "secret.txt").write_bytes(b"secret")
    (folder / "one-about-buses.html").write_bytes(b"one")
    (folder / "two-about-buses.html").write_bytes(b"two")
    with pytest.raises(Gone):
        await samples(behind, folder).get(f"http://{HOST}/{path}")
    assert behind.asked == []


@pytest.mark.parametrize(
    "url",
    ["https://example.com/night-bus", f"http://{HOST}.example.com/night-bus", f"http://www.{HOST}/night-bus"],
    ids=["elsewhere", "a longer name", "a part of it"],
)
async def test_every_other_address_goes_to_the_web(url: str) -> None:
    behind = Behind()
    assert (await samples(behind).get(url)).body == b"the web"
    assert behind.asked == [url]


async def test_every_sample_can_be_asked_for_by_the_name_that_the_page_tells() -> None:
    door = samples()
    told = {(await door.get(f"http://{HOST}/{name}")).body for name, _ in SAMPLES}
    assert told == {path.read_bytes() for path in EXAMPLES.glob("*.html")}


async def test_the_samples_are_commentary_and_one_of_them_is_a_failure_to_meet() -> None:
    door = samples()
    async with Parsers(Settings(), first=None) as reader:
        articles = {name: await reader.article(await door.get(f"http://{HOST}/{name}")) for name, _ in SAMPLES}
    assert {name for name, article in articles.items() if article.verdict is Verdict.OK} == articles.keys() - {
        "harbour"
    }
    assert articles["harbour"].verdict is Verdict.PAYWALL
    assert [len(articles[name].comments) for name in ("night-bus", "eleven-people", "vans")] == [3, 2, 0]


async def entries(path: str) -> list[dict[str, str]]:
    fetched = await samples().get_feed(f"http://{HOST}/{path}")
    assert fetched.page
    items = etree.fromstring(fetched.page.body).iter("item")
    return [{child.tag.rpartition("}")[2]: child.text or "" for child in item} for item in items]


async def test_the_feed_has_every_sample_of_the_last_hours_and_leads_to_it() -> None:
    listed = await entries("feed.xml")
    door = samples()
    assert {(await door.get(entry["link"])).body for entry in listed} == {
        path.read_bytes() for path in EXAMPLES.glob("*.html")
    }
    published = [parsedate_to_datetime(entry["pubDate"]) for entry in listed]
    assert published == sorted(published, reverse=True)
    assert NOW - timedelta(hours=12) < published[-1] < published[0] < NOW
    assert all(entry["title"] and entry["creator"] and entry["description"] for entry in listed)


async def test_each_outlet_has_a_feed_of_its_own_which_the_page_names() -> None:
    index = (await samples().get(f"http://{HOST}/")).body
    links = etree.fromstring(index, etree.HTMLParser()).findall(".//link")
    named = {link.get("title"): str(link.get("href")).removeprefix(f"http://{HOST}/") for link in links}
    assert named.keys() == {
        "Samples", "The Harrow Courier", "Leyburn Record", "The Last Mile", "The Quayside Herald"
    }  # fmt: skip
    own = {title: [entry["title"] for entry in await entries(path)] for title, path in named.items() if title}
    assert own["The Harrow Courier"] == ["The night bus is not a luxury"]
    assert sorted(own["Samples"]) == sorted(
        title for outlet, all_ in own.items() for title in all_ if outlet != "Samples"
    )


async def test_a_feed_that_is_asked_for_again_is_as_it_was() -> None:
    door = samples()
    first = await door.get_feed(f"http://{HOST}/feed.xml")
    assert first.page
    assert first.validators.etag
    again = await door.get_feed(f"http://{HOST}/feed.xml", first.validators)
    assert (again.page, again.validators) == (None, first.validators)
    assert (await door.get_feed(f"http://{HOST}/feed.xml", Validators(etag='"other"'))).page == first.page


async def test_a_feed_of_elsewhere_is_asked_for_at_the_web_as_it_was_asked() -> None:
    behind, validators = Behind(), Validators(etag='"1"')
    assert (await samples(behind).get_feed("https://example.com/feed.xml", validators)).page is None
    assert behind.asked == [f"https://example.com/feed.xml {validators}"]
    with pytest.raises(Gone):
        await samples(behind).get_feed(f"http://{HOST}/feeds/none.xml")


@pytest.mark.parametrize("endpoint", ["", "https://models.example/v1"], ids=["no model", "a model"])
def test_the_banner_says_what_leaves_the_machine_and_fits_a_message(endpoint: str) -> None:
    text = banner(endpoint)
    assert len(text) <= CONTENT
    assert "not Discord" in text
    assert all(f"http://{HOST}/{name}" in text for name, _ in SAMPLES)
    assert ("text to" in text) == bool(endpoint)
    assert endpoint in text
