"""Samples under addresses of their own, and the web behind them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Settings
from bot.errors import Gone
from bot.models.article import Verdict
from bot.models.page import Page
from bot.preview.examples import HOST, ExamplesFirst
from bot.preview.words import SAMPLES, banner
from bot.sources.parsing import Parsers
from tests.cli.commands import ROOT

EXAMPLES = ROOT / "examples"
CONTENT = 2_000  # characters of a message: Discord's documentation, August 2026


class Behind:
    """The door to the web: notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def get(self, url: str) -> Page:
        self.asked.append(url)
        return Page(asked=url, url=url, body=b"the web")


@pytest.mark.parametrize(
    "path",
    ["two", "two-about-buses", "/two/", "two?utm_source=x", "two#top"],
    ids=["a part", "its whole name", "with slashes", "with a query", "with a fragment"],
)
async def test_a_sample_is_found_by_any_part_of_its_name_that_no_other_has(tmp_path: Path, path: str) -> None:
    (tmp_path / "one-about-buses.html").write_bytes(b"one")
    (tmp_path / "two-about-buses.html").write_bytes(b"two")
    page = await ExamplesFirst(tmp_path, Behind()).get(f"http://{HOST}/{path.lstrip('/')}")
    assert (page.body, page.content_type) == (b"two", "text/html")


@pytest.mark.parametrize(
    "path",
    ["", "about-buses", "three", "../secret", "%2e%2e/secret", "secret"],
    ids=["no name", "of two", "of none", "out of the folder", "out of it, disguised", "not a sample"],
)
async def test_what_is_not_one_sample_is_not_found(tmp_path: Path, path: str) -> None:
    folder, behind = tmp_path / "examples", Behind()
    folder.mkdir()
    (tmp_path / "secret.html").write_bytes(b"secret")
    (folder / "secret.txt").write_bytes(b"secret")
    (folder / "one-about-buses.html").write_bytes(b"one")
    (folder / "two-about-buses.html").write_bytes(b"two")
    with pytest.raises(Gone):
        await ExamplesFirst(folder, behind).get(f"http://{HOST}/{path}")
    assert behind.asked == []


@pytest.mark.parametrize(
    "url",
    ["https://example.com/night-bus", f"http://{HOST}.example.com/night-bus", f"http://www.{HOST}/night-bus"],
    ids=["elsewhere", "a longer name", "a part of it"],
)
async def test_every_other_address_goes_to_the_web(url: str) -> None:
    behind = Behind()
    assert (await ExamplesFirst(EXAMPLES, behind).get(url)).body == b"the web"
    assert behind.asked == [url]


async def test_every_sample_can_be_asked_for_by_the_name_that_the_page_tells() -> None:
    door = ExamplesFirst(EXAMPLES, Behind())
    told = {(await door.get(f"http://{HOST}/{name}")).body for name, _ in SAMPLES}
    assert told == {path.read_bytes() for path in EXAMPLES.glob("*.html")}


async def test_the_samples_are_commentary_and_one_of_them_is_a_failure_to_meet() -> None:
    door = ExamplesFirst(EXAMPLES, Behind())
    async with Parsers(Settings(), first=None) as reader:
        articles = {name: await reader.article(await door.get(f"http://{HOST}/{name}")) for name, _ in SAMPLES}
    assert {name for name, article in articles.items() if article.verdict is Verdict.OK} == articles.keys() - {
        "harbour"
    }
    assert articles["harbour"].verdict is Verdict.PAYWALL
    assert [len(articles[name].comments) for name in ("night-bus", "eleven-people", "vans")] == [3, 2, 0]


@pytest.mark.parametrize("endpoint", ["", "https://models.example/v1"], ids=["no model", "a model"])
def test_the_banner_says_what_leaves_the_machine_and_fits_a_message(endpoint: str) -> None:
    text = banner(endpoint)
    assert len(text) <= CONTENT
    assert "not Discord" in text
    assert all(f"http://{HOST}/{name}" in text for name, _ in SAMPLES)
    assert ("text to" in text) == bool(endpoint)
    assert endpoint in text
