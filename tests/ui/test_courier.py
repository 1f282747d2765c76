"""What Discord answers to a post, as a value; and how often it is asked for one."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from discord import RateLimited
from discord.ext import commands
from discord.http import Route
from discord.utils import time_snowflake

from bot.models.digest import Part
from bot.models.post import Delivery, Notice, Post, PostState, Sight
from bot.ui.courier import AT_MOST, SURELY, DiscordCourier
from tests.clocks import START, ManualClock
from tests.ui.rest import BOT, CHANNEL, DROPPED, GUILD, Answer, Rest, logged_in, message, rest

PART = Part(n=1, of=1, day=date(2026, 11, 24), stories=(), since=START, until=START)
POST = Post(
    id=1, guild_id=GUILD, channel_id=CHANNEL, body=PART, nonce="n" * 24, mark="k3f9q2mz", state=PostState.SENDING,
    tried_at=START,
)  # fmt: skip
NO_HISTORY = 1 << 16


@pytest.fixture
async def discord(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Rest]:
    async with rest(monkeypatch) as told:
        yield told


@pytest.fixture
async def bot(discord: Rest) -> AsyncIterator[commands.AutoShardedBot]:
    async with logged_in() as bot:
        yield bot


@pytest.fixture
def courier(bot: commands.AutoShardedBot, clock: ManualClock) -> DiscordCourier:
    return DiscordCourier(bot, clock)


def posted(message_id: int = 55) -> Answer:
    return Answer(body=message(message_id, "x", at=START))


async def test_it_is_sent_under_its_nonce_and_shows_its_mark(discord: Rest, courier: DiscordCourier) -> None:
    discord.answers = [posted()]
    delivered = await courier.send(POST)
    assert (delivered.how, delivered.message_id) == (Delivery.SENT, 55)
    ((method, body),) = discord.asked
    assert (method, body["nonce"], body["enforce_nonce"]) == ("POST", "n" * 24, True)
    assert body["allowed_mentions"]["parse"] == [] if "allowed_mentions" in body else True
    assert POST.mark in str(body["components"])


async def test_a_notice_shows_its_mark_too(discord: Rest, courier: DiscordCourier) -> None:
    discord.answers = [posted()]
    notice = Post(
        id=2, guild_id=GUILD, channel_id=CHANNEL, body=Notice(kind="digest-paused", facts={"reason": "forbidden"}),
        nonce="m" * 24, mark="abcdefgh", state=PostState.SENDING,
    )  # fmt: skip
    assert (await courier.send(notice)).how is Delivery.SENT
    assert "abcdefgh" in str(discord.asked)


@pytest.mark.parametrize(
    ("answer", "how"),
    [
        pytest.param(Answer(status=500), Delivery.UNSURE, id="500: it may have been posted"),
        pytest.param(Answer(status=502), Delivery.UNSURE, id="502"),
        pytest.param(Answer(status=503), Delivery.UNSURE, id="503"),
        pytest.param(Answer(status=DROPPED), Delivery.UNSURE, id="no answer"),
        pytest.param(Answer(status=429, headers={"Retry-After": "9"}), Delivery.BUSY, id="429"),
        pytest.param(Answer(status=401), Delivery.BUSY, id="401"),
        pytest.param(Answer(status=404, code=10003), Delivery.CHANNEL_GONE, id="unknown channel"),
        pytest.param(Answer(status=404, code=10004), Delivery.SERVER_GONE, id="unknown server"),
        pytest.param(Answer(status=403, code=50001), Delivery.FORBIDDEN, id="missing access"),
        pytest.param(Answer(status=403, code=50013), Delivery.FORBIDDEN, id="missing permissions"),
        pytest.param(Answer(status=400, code=50083), Delivery.ARCHIVED, id="archived"),
        pytest.param(Answer(status=400, code=160005), Delivery.ARCHIVED, id="locked"),
        pytest.param(Answer(status=400, code=50035), Delivery.REFUSED, id="invalid form"),
        pytest.param(Answer(status=404, code=10008), Delivery.SENT, id="posted under this nonce, and deleted since"),
    ],
)
async def test_one_try_is_one_request(discord: Rest, courier: DiscordCourier, answer: Answer, how: Delivery) -> None:
    """discord.py alone would send again what was answered 500, and sleep with a lock after a 429."""
    discord.answers = [answer]
    assert (await courier.send(POST)).how is how
    assert len(discord.asked) == 1


async def test_it_waits_as_long_as_discord_says(discord: Rest, courier: DiscordCourier) -> None:
    discord.answers = [Answer(status=429, headers={"Retry-After": "9.5"}), posted()]
    assert (await courier.send(POST)).wait == 9.5
    assert (await courier.send(POST)).how is Delivery.SENT, "other channels are not meant"


async def test_a_limit_for_all_requests_holds_for_all_posts(
    discord: Rest, courier: DiscordCourier, clock: ManualClock
) -> None:
    discord.answers = [Answer(status=429, headers={"Retry-After": "9", "X-RateLimit-Global": "true"}), posted()]
    await courier.send(POST)
    await clock.advance(4)
    delivered = await courier.send(POST)
    assert (delivered.how, delivered.wait, len(discord.asked)) == (Delivery.BUSY, 5.0, 1)
    assert (await courier.find(POST, START)).sight is Sight.UNKNOWN
    await clock.advance(5)
    assert (await courier.send(POST)).how is Delivery.SENT


async def test_commands_are_still_sent_again_by_the_library(discord: Rest, bot: commands.AutoShardedBot) -> None:
    discord.answers = [Answer(status=429, headers={"Retry-After": "0"}, body=None), posted()]

    async def patient() -> Any:
        return await bot.get_partial_messageable(CHANNEL).send("x")

    bot.http.max_ratelimit_timeout = 30.0
    with pytest.raises(RateLimited):
        await patient()  # its own way with a 429 of 77 seconds
    assert (await patient()).id == 55


async def test_what_never_left_is_certainly_not_sent(
    discord: Rest, courier: DiscordCourier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Route, "BASE", "http://127.0.0.1:9")
    assert (await courier.send(POST)).how is Delivery.BUSY


async def test_nothing_is_sent_before_the_servers_are_known(
    discord: Rest, bot: commands.AutoShardedBot, courier: DiscordCourier
) -> None:
    bot._ready.clear()
    delivered = await courier.send(POST)
    assert (delivered.how, delivered.wait > 0) == (Delivery.BUSY, True)
    assert (await courier.find(POST, START)).sight is Sight.UNKNOWN
    assert discord.asked == []


async def test_a_server_that_we_are_not_in_gets_nothing(bot: commands.AutoShardedBot, clock: ManualClock) -> None:
    assert (await DiscordCourier(bot, clock).send(replace(POST, guild_id=2))).how is Delivery.SERVER_GONE
    assert (await DiscordCourier(bot, clock).find(replace(POST, guild_id=2), START)).sight is Sight.UNREADABLE


def history(*texts: str, page: int = 0, every: float = 60, author: int = BOT) -> Answer:
    """A page of 100, the newest first, so many seconds between them; ids tell the time, as Discord's do."""
    numbered = enumerate(texts, 100 * page)
    return Answer(body=[message(id_of(n, every), text, author=author, at=START) for n, text in numbered])


def id_of(n: int, every: float = 60) -> int:
    return time_snowflake(START - timedelta(seconds=every * n)) - n


@pytest.mark.parametrize(
    ("answers", "sight"),
    [
        pytest.param([history("a", f"foot · {POST.mark}", "b")], Sight.THERE, id="ours with its mark"),
        pytest.param([history("a", "b")], Sight.NOT_THERE, id="others of ours"),
        pytest.param([history()], Sight.NOT_THERE, id="an empty channel"),
        pytest.param([history(POST.mark, author=5)], Sight.NOT_THERE, id="somebody else says the mark"),
        pytest.param([Answer(status=403, code=50001)], Sight.UNREADABLE, id="not to be read"),
        pytest.param([Answer(status=404, code=10003)], Sight.UNREADABLE, id="gone"),
        pytest.param([Answer(status=500)], Sight.UNKNOWN, id="500"),
        pytest.param([Answer(status=429, headers={"Retry-After": "60"})], Sight.UNKNOWN, id="429"),
        pytest.param([Answer(status=DROPPED)], Sight.UNKNOWN, id="no answer"),
    ],
)
async def test_it_is_looked_for(discord: Rest, courier: DiscordCourier, answers: list[Answer], sight: Sight) -> None:
    discord.answers = answers
    seen = await courier.find(POST, START)
    assert (seen.sight, seen.message_id) == (sight, id_of(1) if sight is Sight.THERE else 0)


async def test_without_read_message_history_an_empty_list_means_nothing(discord: Rest, clock: ManualClock) -> None:
    def denied(guild: dict[str, Any]) -> None:
        guild["roles"][0]["permissions"] = str(((1 << 52) - 1) & ~NO_HISTORY & ~(1 << 3))

    discord.answers = [history()]
    async with logged_in(denied) as bot:
        assert (await DiscordCourier(bot, clock).find(POST, START)).sight is Sight.UNREADABLE
    assert discord.asked == []


async def test_a_busy_channel_is_looked_through_to_before_the_first_try(discord: Rest, courier: DiscordCourier) -> None:
    pages = [history(*["x"] * 100, page=page, every=8) for page in range(20)]
    discord.answers = [*pages, history()]
    assert (await courier.find(POST, START)).sight is Sight.NOT_THERE
    assert len(discord.asked) == 5, "an hour before the first try"


async def test_a_clock_that_is_wrong_by_years_does_not_hide_it(discord: Rest, courier: DiscordCourier) -> None:
    discord.answers = [history(*["x"] * 100), history(*["x"] * 99, POST.mark, page=1)]
    assert (await courier.find(POST, START + timedelta(days=900))).sight is Sight.THERE
    assert SURELY >= 200


async def test_where_there_is_too_much_to_look_through_nobody_can_tell(discord: Rest, courier: DiscordCourier) -> None:
    discord.answers = [history(*["x"] * 100, page=page, every=0.1) for page in range(30)]
    assert (await courier.find(POST, START)).sight is Sight.UNREADABLE
    assert len(discord.asked) == AT_MOST // 100
