"""`/feed` by the real client, in a simulated Discord, with feeds on loopback."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.simulated import buttons, components, member_of, rows, running, shown
from tests.web import Web

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title><link>https://gazette.example/</link>
<item><title>The harbour is not for sale</title><link>https://gazette.example/1</link><guid>1</guid>
<pubDate>Tue, 24 Nov 2026 07:00:00 GMT</pubDate><author>ada@gazette.example (Ada)</author></item>
<item><title>Night buses pay</title><link>https://gazette.example/2</link><guid>2</guid>
<pubDate>Tue, 24 Nov 2026 06:00:00 GMT</pubDate></item></channel></rss>"""
HOSTILE = "@everyone [free](https://evil.example) **x** &lt;@1&gt; `/feed add`"
SITE = """<html><head><title>The Gazette</title>
<link rel="alternate" type="application/rss+xml" title="All of it" href="/all.xml">
<link rel="alternate" type="application/rss+xml" title="Opinion" href="/opinion.xml"></head><body></body></html>"""


def a_feed(web: Web, path: str = "/feed.xml", title: str = "The Gazette") -> str:
    """Its address."""
    web.page(path, FEED.format(title=title), headers={"Content-Type": "application/rss+xml"})
    return web.url(path)


def moderator(env: Any) -> tuple[Any, Any]:
    return member_of(env, "moderator", manage_guild=True)


def follows(tmp_path: Path) -> list[tuple[Any, ...]]:
    return rows(tmp_path, "SELECT channel_id, is_paused, include FROM follow WHERE removed_at IS NULL ORDER BY id")


async def test_a_feed_is_followed_shown_and_read_at_once(tmp_path: Path, web: Web) -> None:
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        result = await mo.slash(channel, "feed add", url=url, include="harbour, bus", channel=channel)
        assert result.ephemeral
        text = shown(result.response)
        assert f"### Following [The Gazette]({url})" in text
        assert f"<#{channel.id}> only" in text
        assert "Only with: harbour, bus" in text
        assert text.index("[The harbour is not for sale](https://gazette.example/1)") < text.index("Night buses pay")
        assert follows(tmp_path) == [(channel.id, 0, '["harbour", "bus"]')]
        assert rows(tmp_path, "SELECT count(*) FROM entry") == [(2,)]
        listed = shown((await mo.slash(channel, "feed list")).response)
        assert "### 1 feed" in listed
        assert f"**For <#{channel.id}> only**\n- 🟢 [The Gazette]({url})" in listed
        assert "last entry <t:1795503600:R> · read next <t:" in listed
        assert not env.errors


async def test_a_site_that_names_several_feeds_is_asked_about(tmp_path: Path, web: Web) -> None:
    web.page("/", SITE)
    a_feed(web, "/all.xml", "All of it")
    url = a_feed(web, "/opinion.xml", "Opinion of the Gazette")
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        asked = await mo.slash(channel, "feed add", url=web.url("/"), exclude="sport")
        assert "**This site has several feeds.**" in shown(asked.response)
        [menu] = [item for item in components(asked.response) if item["type"] == 3]
        assert [option["label"] for option in menu["options"]] == ["All of it", "Opinion"]
        assert follows(tmp_path) == []
        await mo.select(asked.response, values=["1"])
        text = shown(asked.response)
        assert f"Following [Opinion of the Gazette]({url})" in text
        assert "Not with: sport" in text
        assert len(follows(tmp_path)) == 1


async def test_what_was_removed_is_brought_back_by_a_button(tmp_path: Path, web: Web) -> None:
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        await mo.slash(channel, "feed add", url=url)
        [offered] = await mo.autocomplete(channel, "feed remove", "feed", "gaz")
        assert (offered["name"], offered["value"]) == ("The Gazette · #1", "1")
        removed = await mo.slash(channel, "feed remove", feed=offered["value"])
        assert "**Removed:** [The Gazette]" in shown(removed.response)
        assert follows(tmp_path) == []
        await mo.click(removed.response, label="Undo")
        assert "**Followed again:** [The Gazette]" in shown(removed.response)
        assert len(follows(tmp_path)) == 1
        await mo.click(removed.response, label="Remove")
        assert "**Removed:**" in shown(removed.response)
        assert follows(tmp_path) == []


async def test_a_feed_is_paused_and_resumed_in_turn(tmp_path: Path, web: Web) -> None:
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        await mo.slash(channel, "feed add", url=url)
        paused = await mo.slash(channel, "feed pause", feed="The Gazette")
        assert "**Paused:**" in shown(paused.response)
        assert follows(tmp_path)[0][1] == 1
        assert "⏸️" in shown((await mo.slash(channel, "feed list")).response)
        await mo.click(paused.response, label="Resume")
        assert "**Resumed:**" in shown(paused.response)
        assert follows(tmp_path)[0][1] == 0
        resumed = await mo.slash(channel, "feed resume", feed="1")
        await mo.click(resumed.response, label="Pause")
        assert follows(tmp_path)[0][1] == 1


async def test_a_feed_is_tried_whether_it_is_followed_or_not(tmp_path: Path, web: Web) -> None:
    url = a_feed(web)
    web.page("/big.xml", b"<rss>" + b"x" * 60_000, headers={"Content-Type": "application/rss+xml"})
    async with running(tmp_path, web, feed_max_bytes=50_000) as env:
        mo, channel = moderator(env)
        text = shown((await mo.slash(channel, "feed test", feed=url)).response)
        assert "can be read\n-# RSS · 2 entries · answered in" in text
        assert "Not followed here" in text
        await mo.slash(channel, "feed add", url=url)
        assert "Followed here" in shown((await mo.slash(channel, "feed test", feed="#1")).response)
        text = shown((await mo.slash(channel, "feed test", feed=web.url("/big.xml"))).response).replace("\\", "")
        assert "I cannot read this feed: the feed is larger than" in text
        assert "look on the site for a shorter one" in text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param("/gone.xml", "has no such page (error 404)", id="nothing there"),
        pytest.param("/nothing/page", "There is no feed at", id="a page without a feed"),
        pytest.param("twice", "follows The Gazette already", id="one that is followed"),
        pytest.param("http://10.0.0.1/feed", "I do not open", id="an address that is not read"),
    ],
)
async def test_what_cannot_be_followed_is_told_and_not_followed(
    tmp_path: Path, web: Web, asked: str, said: str
) -> None:
    url = a_feed(web, "/gazette.xml")
    web.page("/gone.xml", "", status=404)
    web.page("/nothing/page", "<html><body><p>Nothing to follow</p></body></html>")
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        await mo.slash(channel, "feed add", url=url)
        source = url if asked == "twice" else asked if asked.startswith("http") else web.url(asked)
        text = shown((await mo.slash(channel, "feed add", url=source)).response)
        assert said in text.replace("\\", "")
        assert len(follows(tmp_path)) == 1


async def test_a_hostile_title_calls_nobody_and_links_nowhere_else(tmp_path: Path, web: Web) -> None:
    url = a_feed(web, title=HOSTILE)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        cards = [
            (await mo.slash(channel, "feed add", url=url)).response,
            (await mo.slash(channel, "feed list")).response,
            (await mo.slash(channel, "feed test", feed="1")).response,
            (await mo.slash(channel, "feed remove", feed="1")).response,
        ]
        for card in cards:
            text = shown(card)
            assert "free" in text
            assert "@everyone" not in text
            assert "](https://evil" not in text
            assert "<@1>" not in text.replace("\\", "x")


OPML = """<opml version="2.0"><body><outline text="News">
<outline text="The Gazette" xmlUrl="{url}"/>
<outline text="A file" type="rss" xmlUrl="file:///etc/passwd"/></outline>
{many}</body></opml>"""
LINE = '<outline text="Ledger {n}" xmlUrl="https://ledger-{n}.example/rss"/>\n'


async def test_a_list_is_brought_in_with_a_report_in_pages(tmp_path: Path, web: Web) -> None:
    opml = OPML.format(url=a_feed(web), many="".join(LINE.format(n=n) for n in range(200)))
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        report = await mo.slash(channel, "feed import", file=("subscriptions.opml", opml.encode()))
        assert report.ephemeral
        text = shown(report.response)
        assert "### 100 feeds of 202 lines followed from now on" in text
        assert "✅ line 2: The Gazette" in text
        assert "⚠️ line 3: A file · not taken: its address is none of the web's" in text.replace("\\", "")
        pages = [text]
        while not {b["label"]: b for b in components(report.response) if b["type"] == 2}["▶"].get("disabled"):
            await mo.click(report.response, label="▶")
            pages.append(shown(report.response))
        assert len(pages) > 1
        assert "line 203: Ledger 199 · left out: a server may follow 100" in pages[-1]
        assert len(follows(tmp_path)) == 100


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("x.opml", b"<opml><body>\n<outline></opml>", "(line 2)", id="a broken one"),
        pytest.param("x.csv", b"a,b\n", "it holds something else", id="another format"),
        pytest.param("x.opml", b"x" * 1_000_001, "it is too big", id="a big one"),
    ],
)
async def test_a_file_that_is_no_list_is_told_with_its_line(
    tmp_path: Path, web: Web, name: str, content: bytes, said: str
) -> None:
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        refused = await mo.slash(channel, "feed import", file=(name, content))
        text = shown(refused.response).replace("\\", "")
        assert "I cannot read this list of feeds" in text
        assert said in text
        assert "Ask again" not in buttons(refused.response), "it stays the same file"


async def test_the_list_goes_out_as_a_file_that_comes_in_again(tmp_path: Path, web: Web) -> None:
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        await mo.slash(channel, "feed add", url=url, include="harbour", channel=channel)
        exported = await mo.slash(channel, "feed export")
        assert "### 1 feed as OPML" in shown(exported.response)
        [file] = exported.response.attachments
        assert file.filename == "feeds.opml"
        assert any(item["type"] == 13 for item in components(exported.response)), "a layout shows files that it names"
        opml = await env.bot.http.get_from_cdn(file.url)
        await mo.slash(channel, "feed remove", feed="1")
        await mo.slash(channel, "feed import", file=("feeds.opml", opml))
        assert follows(tmp_path) == [(channel.id, 0, '["harbour"]')]


async def test_alerts_go_where_a_moderator_says(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        assert "where a feed or digest was asked for" in shown((await mo.slash(channel, "settings show")).response)
        text = shown((await mo.slash(channel, "settings alerts", channel=channel)).response)
        assert f"**Alerts** in <#{channel.id}>" in text
        assert rows(tmp_path, "SELECT name, value FROM preference") == [("alerts", str(channel.id))]
        await mo.slash(channel, "settings alerts")
        assert rows(tmp_path, "SELECT name, value FROM preference") == []


async def test_a_feed_that_was_gone_is_followed_again_once_a_moderator_finds_it_there(tmp_path: Path, web: Web) -> None:
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        await mo.slash(channel, "feed add", url=url)
        web.page("/feed.xml", "", status=410)  # from the second request on
        await mo.slash(channel, "feed test", feed="1")
        listed = shown((await mo.slash(channel, "feed list")).response)
        assert "🔴" in listed
        assert "look for the feed anew" in listed
        assert "error 410" in shown((await mo.slash(channel, "feed test", feed="1")).response)
        a_feed(web)
        await mo.slash(channel, "feed test", feed="1")
        assert "can be read" in shown((await mo.slash(channel, "feed test", feed="1")).response)
        assert "🟢" in shown((await mo.slash(channel, "feed list")).response)
        assert rows(tmp_path, "SELECT channel_id FROM post")[0] == (channel.id,), "moderators were told"


@pytest.mark.parametrize("hook", ["reply gone", "token over"])
async def test_a_file_comes_another_way_when_its_reply_cannot_be_edited(tmp_path: Path, web: Web, hook: str) -> None:
    url = a_feed(web)
    async with running(tmp_path, web) as env:
        mo, channel = moderator(env)
        await mo.slash(channel, "feed add", url=url)
        status, code = (404, 10008) if hook == "reply gone" else (401, 50027)
        env.inject_error("PATCH", "/webhooks/*/*/messages/@original", status=status, code=code, times=None)
        if hook == "token over":
            env.inject_error("POST", "/webhooks/*/*", status=status, code=code, times=None)
        result = await mo.slash(channel, "feed export")
        if hook == "reply gone":
            [answer] = [message for message in result.followups or [result.response] if message]
        else:
            answer = mo.user.dm_channel.history()[-1]
        [file] = answer.attachments
        assert url in (await env.bot.http.get_from_cdn(file.url)).decode()
        assert [message for message in channel.history() if message.author.bot and message.attachments] == []
