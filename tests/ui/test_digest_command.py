"""`/digest` by the real client, in a simulated Discord: when a channel is told, and what."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from bot.clock import SystemClock
from tests.cli.commands import ROOT
from tests.clocks import START, ManualClock
from tests.ui.simulated import buttons, member_of, rows, running, shown
from tests.web import Web

NIGHT_BUS = ROOT / "examples" / "the-night-bus-is-not-a-luxury.html"
RSS = """<rss version="2.0"><channel><title>The Gazette</title><link>{site}</link>
<item><title>The night bus is not a luxury</title><link>{site}column</link><guid>1</guid><pubDate>{day}</pubDate>
<category>Opinion</category><description>Cutting it saves less than it costs.</description></item>
</channel></rss>"""


def a_paper(web: Web) -> str:
    """A feed of one column; returns its address."""
    day = format_datetime(START - timedelta(hours=1))
    web.page("/column", NIGHT_BUS.read_bytes())
    web.page("/feed.xml", RSS.format(site=web.url("/"), day=day), content_type="application/rss+xml")
    return web.url("/feed.xml")


async def passes(clock: ManualClock, come: Callable[[], Any]) -> Any:
    """Let the bot's time go on, a second at a time, until it has come."""
    async with asyncio.timeout(20):
        while not (value := come()):
            await clock.advance(1.0)
            await SystemClock().sleep(0.02)
        return value


def digests(channel: Any) -> list[str]:
    return [text for message in channel.history() if (text := shown(message)).startswith("### Digest")]


async def test_a_channel_gets_a_digest_and_loses_it_again(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        made = await alice.slash(channel, "digest schedule", time="8.30pm", timezone="berlin", days="mon-fri")
        assert made.ephemeral
        told = [f"Digest for <#{channel.id}>", "**Weekdays at 20:30** · Europe/Berlin", "Next: <t:1795548600:F>"]
        for answer in (made, await alice.slash(channel, "digest show")):
            assert all(one in shown(answer.response) for one in told), "20:30 in Berlin is 19:30 in UTC"
        assert "No more digests" in shown((await alice.slash(channel, "digest off")).response)
        assert "This channel has no digest" in shown((await alice.slash(channel, "digest show")).response)


async def test_it_is_for_the_channel_that_is_named_and_may_say_nothing(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        beside = channel.guild.create_text_channel("beside")
        made = await alice.slash(
            channel, "digest schedule", time="7", timezone="UTC", channel=beside, when_empty="say nothing"
        )
        assert f"Digest for <#{beside.id}>" in shown(made.response)
        assert "On a day without news: nothing" in shown(made.response)
        here = shown((await alice.slash(channel, "digest show")).response)
        assert f"**No digest** in <#{channel.id}>" in here
        assert f"- <#{beside.id}> **Every day at 07:00** · UTC · " in here
        there = shown((await alice.slash(channel, "digest show", channel=beside)).response)
        assert there.count(f"<#{beside.id}>") == 1


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        pytest.param({"time": "25:00"}, "time takes a time of day, such as 8", id="no time"),
        pytest.param({"timezone": "Atlantis"}, "timezone takes a zone such as Europe/Berlin", id="no zone"),
        pytest.param({"days": "someday"}, "days takes days of the week", id="no days"),
    ],
)
async def test_what_cannot_be_read_is_told(tmp_path: Path, web: Web, wanted: dict[str, str], told: str) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        answer = await alice.slash(channel, "digest schedule", **{"time": "8:00", "timezone": "UTC", **wanted})
        assert told in shown(answer.response)
        assert rows(tmp_path, "SELECT count(*) FROM schedule") == [(0,)]


async def test_zones_and_days_are_offered(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        zones = await alice.autocomplete(channel, "digest schedule", "timezone", "kath")
        assert zones[0]["value"] == "Asia/Kathmandu"
        assert "UTC+05:45" in zones[0]["name"]
        days = await alice.autocomplete(channel, "digest schedule", "days", "tue fri")
        assert days[0]["value"] == "Tuesday and Friday"


async def test_where_nothing_is_followed_there_is_nothing_to_show(tmp_path: Path, web: Web) -> None:
    async with running(tmp_path, web) as env:
        alice, channel = member_of(env, manage_guild=True)
        for command in ("digest preview", "digest now"):
            assert "follows no feeds yet" in shown((await alice.slash(channel, command)).response)


async def test_a_preview_is_for_who_asks_alone_and_uses_nothing_up(tmp_path: Path, web: Web) -> None:
    clock = ManualClock()
    async with running(tmp_path, web, clock=clock) as env:
        alice, channel = member_of(env, manage_guild=True)
        await alice.slash(channel, "feed add", url=a_paper(web))
        for _ in range(2):
            preview = await alice.slash(channel, "digest preview")
            assert preview.ephemeral
            text = shown(preview.response)
            assert f"[The night bus is not a luxury]({web.url('/column')})" in text
            assert "\n> " in text, "what the author argues"
        await clock.advance(5.0)
        assert digests(channel) == []
        assert rows(tmp_path, "SELECT count(*) FROM told") == [(0,)]


async def test_now_is_posted_at_once_and_the_slot_of_the_day_still_comes(tmp_path: Path, web: Web) -> None:
    clock = ManualClock()
    async with running(tmp_path, web, clock=clock) as env:
        alice, channel = member_of(env, manage_guild=True)
        await alice.slash(channel, "feed add", url=a_paper(web))
        await alice.slash(channel, "digest schedule", time="8:01", timezone="UTC")
        posted = await alice.slash(channel, "digest now")
        assert posted.ephemeral
        assert f"**On its way** to <#{channel.id}>: 1 message." in shown(posted.response)
        [now] = await passes(clock, lambda: digests(channel))
        assert now.startswith("### Digest · What is new\n")
        _, of_day = await passes(clock, lambda: len(found := digests(channel)) == 2 and found)
        assert of_day.startswith("### Digest · Tuesday, 24 November 2026\n")
        assert "\n> " in of_day, "what the author argues"
        shown_to_alice = await alice.slash(channel, "digest show")
        assert "Tuesday, 24 November · posted" in shown(shown_to_alice.response)
        assert "By `/digest now` · posted" in shown(shown_to_alice.response)
        assert not buttons(shown_to_alice.response)
