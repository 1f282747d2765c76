"""`extract`: the article alone."""

from __future__ import annotations

import json

import pytest

from tests.cli.commands import SAMPLE, CommandLine
from tests.web import Web

KEYS = [
    *("url", "canonical_url", "title", "authors", "published", "site", "language", "kind", "bio"),
    *("paragraphs", "text", "comments", "verdict", "words"),
]


def test_the_sample_is_read_as_a_person_would_read_it(bot: CommandLine) -> None:
    [article] = bot.objects("extract", SAMPLE)
    assert list(article) == KEYS
    assert article["title"] == "The night bus is not a luxury"
    assert article["authors"] == ["Miriam Osei"]
    assert article["published"] == "2026-03-12"
    assert article["site"] == "The Harrow Courier"
    assert article["language"] == "en"
    assert article["kind"] == "op-ed"
    assert article["verdict"] == "ok"
    assert article["bio"].startswith("Miriam Osei drove buses")
    assert article["paragraphs"][0].startswith("At ten past one in the morning")
    assert article["paragraphs"][-1].endswith("paying more for less.")
    assert len(article["paragraphs"]) == 9
    assert article["text"] == "\n\n".join(article["paragraphs"])
    assert [c["author"] for c in article["comments"]] == ["Tomasz R.", "ratepayer_59", "Gwen Pardoe"]
    assert article["comments"][1]["text"].endswith("£310,000 is four social workers.")


def test_several_sources_are_answered_in_their_order_and_a_failed_one_among_them(bot: CommandLine) -> None:
    (bot.folder / "note.txt").write_text("Too little.\n")
    done = bot("extract", SAMPLE, "gone.html", bot.folder / "note.txt", "--json")
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first["title"] == "The night bus is not a luxury"
    assert second == {
        "source": "gone.html",
        "error": "gone.html cannot be read: there is no such file; an address starts with https://.",
    }
    assert third["verdict"] == "thin"
    assert done.returncode == 1
    assert done.stderr.startswith("gone.html: gone.html cannot be read")


def test_standard_input_is_a_source_whose_origin_can_be_told(bot: CommandLine) -> None:
    url = "https://elsewhere.example/opinion/bus"
    page = SAMPLE.read_bytes().replace(b'<link rel="canonical"', b'<link rel="other"')
    [article] = bot.objects("extract", "-", "--url", url, stdin=page)
    assert article["url"] == url
    assert article["canonical_url"] == url


def test_files_are_read_without_a_network(bot: CommandLine) -> None:
    # The guard would fail this test for any connection; the page names several hosts.
    assert bot("extract", SAMPLE, "--json").returncode == 0


def test_an_address_is_fetched(bot: CommandLine, web: Web) -> None:
    web.page("/opinion/bus", SAMPLE.read_bytes())
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "FETCH_PORTS": str(web.port)}
    [article] = bot.objects("extract", web.url("/opinion/bus"))
    assert article["url"] == web.url("/opinion/bus")
    assert article["verdict"] == "ok"


def test_this_machine_is_not_read_from_unless_it_is_allowed(bot: CommandLine, web: Web) -> None:
    web.page("/secret", "<p>internal</p>")
    bot.variables["FETCH_PORTS"] = str(web.port)
    done = bot("extract", web.url("/secret"))
    assert done.returncode == 1
    assert done.stderr.startswith("I do not open ")
    assert web.requests == []


@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_plain_text_is_read_too(bot: CommandLine, name: str) -> None:
    body = "\n\n".join(f"Paragraph {n} says that the bus should run, and why it should, at length." for n in range(20))
    (bot.folder / name).write_text(f"Let it run\n\n{body}\n", "utf-8")
    [article] = bot.objects("extract", name)
    assert article["title"] == "Let it run"
    assert article["verdict"] == "ok"
    assert article["paragraphs"][0].startswith("Paragraph 0")


def test_in_a_terminal_paragraphs_are_numbered_and_readers_stand_apart(bot: CommandLine) -> None:
    shown = bot("extract", SAMPLE).stdout
    assert "¶9" in shown
    assert "About the author" in shown
    assert "Readers (3)" in shown
    assert shown.index("Readers (3)") > shown.index("¶9")


def test_nothing_in_a_page_reaches_the_terminal_as_a_command(bot: CommandLine) -> None:
    page = SAMPLE.read_text("utf-8").replace("ratepayer_59", "rate\x1b]0;owned\x07payer")
    done = bot("extract", "-", stdin=page.encode())
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
