"""`feed`: what a feed, a site and a file have to say."""

from __future__ import annotations

import json

from tests.cli.commands import CommandLine
from tests.sources.feeds.test_reading import FULL_ATOM, FULL_RSS
from tests.web import Web

KEYS = ["url", "title", "site", "kind", "entries"]
ENTRY = ["id", "url", "title", "authors", "published", "summary"]
HEAD = '<html><link rel="alternate" type="application/rss+xml" title="{0}" href="/{0}.xml">'


def test_a_file_is_read_without_a_network(bot: CommandLine) -> None:
    (bot.folder / "feed.xml").write_text(FULL_ATOM, "utf-8")
    [feed] = bot.objects("feed", "feed.xml", "--url", "https://courier.example/atom")
    assert list(feed) == KEYS
    assert (feed["url"], feed["title"], feed["kind"]) == ("https://courier.example/atom", "The Courier", "atom")
    [entry] = feed["entries"]
    assert list(entry) == ENTRY
    assert entry["published"] == "2026-11-24T10:05:00Z"
    assert entry["url"] == "https://courier.example/bus"
    assert entry["authors"] == ["Miriam Osei"]


def test_a_feed_is_found_from_its_sites_address(bot: CommandLine, web: Web) -> None:
    web.page("/", HEAD.format("all"))
    web.page("/all.xml", FULL_RSS, content_type="application/rss+xml")
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "FETCH_PORTS": str(web.port)}
    [feed] = bot.objects("feed", web.url("/"))
    assert feed["url"] == web.url("/all.xml")
    assert web.paths() == ["/", "/all.xml"]


def test_a_site_with_several_feeds_lists_them(bot: CommandLine, web: Web) -> None:
    web.page("/", HEAD.format("news") + HEAD.format("opinion"))
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "true", "FETCH_PORTS": str(web.port)}
    [found] = bot.objects("feed", web.url("/"))
    assert found == {"feeds": [{"url": web.url(f"/{name}.xml"), "title": name} for name in ("news", "opinion")]}
    assert web.paths() == ["/"]


def test_standard_input_and_several_sources_are_answered_in_order(bot: CommandLine) -> None:
    (bot.folder / "note.txt").write_text("hello")
    done = bot("feed", "-", "note.txt", "gone.xml", "--json", stdin=FULL_RSS.encode())
    first, second, third = map(json.loads, done.stdout.splitlines())
    assert first["entries"][0]["title"] == "A bus is no luxury"
    assert second["error"].startswith("There is no feed at note.txt")
    assert third["source"] == "gone.xml"
    assert done.returncode == 1


def test_in_a_terminal_nothing_of_a_feed_is_a_command(bot: CommandLine) -> None:
    wicked = FULL_RSS.replace("A bus", "\x1b]0;owned\x07 A &lt;script&gt;alert(1)&lt;/script&gt;bus")
    done = bot("feed", "-", stdin=wicked.encode())
    assert "bus is no luxury" in done.stdout
    assert "2026-11-24 10:05 UTC · Miriam Osei" in done.stdout
    assert not {"\x1b", "\x07"} & set(done.stdout)
    assert "alert" not in done.stdout
