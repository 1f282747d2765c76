"""`digest --feed SOURCE…`: what feeds have to tell, one event once."""

from __future__ import annotations

import asyncio
import json
import re
from datetime import timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from bot.clock import SystemClock
from tests.analysis.llm.endpoint import completion, endpoint
from tests.cli.commands import ROOT, CommandLine
from tests.web import Web

EXAMPLES = ROOT / "examples"
BUS = ("the-night-bus-is-not-a-luxury", "vans-not-buses-after-midnight", "a-bus-for-eleven-people")
LIBRARY = "give-the-library-its-sundays-back"


def serve(web: Web, *names: str, path: str = "/feed.xml", hours: int = 1) -> str:
    """The feed of these examples, an hour apart; their pages too. Returns its address."""
    now = SystemClock().now()
    items = []
    for number, name in enumerate(names):
        page = (EXAMPLES / f"{name}.html").read_text("utf-8")
        web.page(f"/{name}", page)
        title = re.findall(r"<title>([^<|]+)", page)[0].strip()
        at = format_datetime(now - timedelta(hours=hours + number))
        items.append(f"<item><title>{title}</title><link>{web.url(f'/{name}')}</link><pubDate>{at}</pubDate></item>")
    feed = f"<rss version='2.0'><channel><title>The Examples</title>{''.join(items)}</channel></rss>"
    web.page(path, feed, content_type="application/rss+xml")
    return web.url(path)


@pytest.fixture
def bot(bot: CommandLine, web: Web) -> CommandLine:
    bot.variables |= {"FETCH_ALLOW_PRIVATE_NETWORKS": "1", "FETCH_PORTS": str(web.port)}
    return bot


def digest(bot: CommandLine, *arguments: object) -> dict[str, Any]:
    [answer] = bot.objects("digest", *arguments)
    return answer


def test_stories_come_with_what_happened_and_who_argues_what(bot: CommandLine, web: Web) -> None:
    answer = digest(bot, "--feed", serve(web, BUS[0], LIBRARY))
    assert len(answer["stories"]) == 2
    for story in answer["stories"]:
        assert list(story) == ["title", "entries", "summary", "brief"]
        assert [entry["n"] for entry in story["entries"]] == [1]
        assert story["entries"][0]["outlet"] == "The Examples"
        assert story["brief"]["engine"] == "extractive"
        [view] = story["brief"]["views"]
        [entry] = story["entries"]
        who = ", ".join(entry["authors"]) or "The Examples"
        assert f"{who}: {view['claim']} [1¶{view['paragraphs'][0]}]" in story["summary"]
    assert (answer["left_out"], "until" in answer) == (0, True)


def test_what_is_cited_stands_in_the_article(bot: CommandLine, web: Web) -> None:
    [story] = digest(bot, "--feed", serve(web, BUS[0]))["stories"]
    [article] = bot.objects("extract", EXAMPLES / f"{BUS[0]}.html")
    brief = story["brief"]
    cited = [(brief["event"], [c["paragraph"] for c in brief["event_citations"]])] if brief["event"] else []
    cited += [(view["claim"], view["paragraphs"]) for view in brief["views"]]
    assert cited
    for sentence, paragraphs in cited:
        assert any(sentence in article["paragraphs"][number - 1] for number in paragraphs)


def test_how_far_back_it_reaches(bot: CommandLine, web: Web) -> None:
    url = serve(web, BUS[0], hours=30)
    assert digest(bot, "--feed", url)["stories"] == []
    assert len(digest(bot, "--feed", url, "--since", "2d")["stories"]) == 1


def test_several_feeds_and_one_that_fails(bot: CommandLine, web: Web) -> None:
    one, other = serve(web, BUS[0]), serve(web, LIBRARY, path="/other.xml")
    done = bot("digest", "--feed", one, web.url("/nothing.xml"), "--feed", other, "--json")
    assert done.returncode == 1
    assert done.stdout.count('"brief": {') == 2
    assert done.stderr.count("/nothing.xml") == 1


def test_a_saved_feed_is_read_too_and_what_cannot_be_read_is_told_by_its_title(bot: CommandLine) -> None:
    saved = bot.folder / "feed.xml"
    saved.write_text(
        "<rss version='2.0'><channel><title>S</title><item><title>Snow in Tarn</title></item></channel></rss>"
    )
    [story] = digest(bot, "--feed", saved)["stories"]
    assert (story["title"], story["summary"], story["brief"]) == ("Snow in Tarn", "", None)
    assert [entry["n"] for entry in story["entries"]] == [None]


def test_people_get_a_card(bot: CommandLine, web: Web) -> None:
    done = bot("digest", "--feed", serve(web, BUS[0]))
    assert done.returncode == 0
    assert "key sentences, no AI" in done.stdout
    assert "[1¶" in done.stdout


@pytest.mark.parametrize("since", ["soon", "0h", "31d"])
def test_a_time_that_is_none_is_told(bot: CommandLine, web: Web, since: str) -> None:
    done = bot("digest", "--feed", web.url("/feed.xml"), f"--since={since}")
    assert done.returncode == 1
    assert "24h" in done.stderr


SAID = {
    "event": "The 41 pulls out of Harrow Cross with most of its seats taken.",
    "event_citations": [{"n": 1, "paragraph": 1}],
    "question": "",
    "views": [{"n": 1, "claim": "Nobody rode the 41 in 1873.", "paragraphs": [1], "camp": 0}],
}


async def test_what_a_model_says_is_checked_and_what_falls_is_counted(bot: CommandLine, web: Web) -> None:
    url = serve(web, BUS[0])
    async with endpoint(completion(json.dumps(SAID))) as server:
        bot.variables |= {"OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "sk-not-a-key"}
        done = await asyncio.to_thread(bot, "digest", "--feed", url, "--json")
    [told] = json.loads(done.stdout)["stories"]
    brief = told["brief"]
    assert (brief["engine"], brief["prompt"]["name"], brief["event"]) == ("openai", "digest", SAID["event"])
    assert (brief["views"], brief["dropped"]) == ([], 1)
    assert told["summary"] == f"{SAID['event']} [1¶1]"
