"""What Discord forgets, lists late, limits and forbids; and a time that only its keeper moves."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.clocks import turn
from tests.false_discord.driver import FalseDiscord, false_discord
from tests.false_discord.posting import HISTORY, SEND, VIEW
from tests.false_discord.shared_clock import SharedClock, SharedTime

START = datetime(2026, 10, 1, 6, 0, tzinfo=UTC)
ALL = str(VIEW | SEND | HISTORY)


@dataclass(frozen=True, slots=True)
class Somewhere:
    """A channel, and the time of its Discord."""

    discord: FalseDiscord
    time: SharedTime
    channel: str

    async def api(self, method: str, path: str, body: Any = None) -> tuple[int, Any, Any]:
        url = f"{self.discord.address}/api/v10/channels/{self.channel}{path}"
        async with aiohttp.ClientSession() as session, session.request(method, url, json=body) as response:
            return response.status, await response.json(content_type=None), response.headers

    async def post(self, nonce: str = "7") -> tuple[int, Any, Any]:
        told = {"content": f"of {nonce}", "nonce": nonce, "enforce_nonce": True, "allowed_mentions": {"parse": []}}
        return await self.api("POST", "/messages", told)

    async def listed(self, query: str = "") -> list[str]:
        return [message["content"] for message in (await self.api("GET", f"/messages{query}"))[1]]


@pytest.fixture
async def there(tmp_path: Path) -> AsyncIterator[Somewhere]:
    shared = SharedTime.begin(tmp_path / "time", START)
    async with false_discord(tmp_path, shared_time=tmp_path / "time") as discord:
        server = await discord.server("Harrow", permissions=ALL)
        yield Somewhere(discord, shared, server.channels["opinion"])


async def test_a_nonce_counts_for_so_long_and_no_longer(there: Somewhere) -> None:
    await there.discord.ask("memory", nonces=120.0, history=0.0)
    first = (await there.post())[1]["id"]
    there.time.move(119.0)
    assert (await there.post())[1]["id"] == first
    there.time.move(2.0)
    assert (await there.post())[1]["id"] != first
    assert [entry["nonce"] for entry in there.discord.journal("posted")] == ["7", "7"]


async def test_a_nonce_of_a_message_that_was_deleted_is_of_an_unknown_message(there: Somewhere) -> None:
    message = (await there.post())[1]["id"]
    await there.api("DELETE", f"/messages/{message}")
    assert (await there.post())[:2] == (404, {"code": 10008, "message": "Unknown Message"})


async def test_history_is_late_and_a_post_is_not(there: Somewhere) -> None:
    await there.discord.ask("memory", nonces=0.0, history=60.0)
    await there.post()
    assert await there.listed() == []
    there.time.move(61.0)
    assert await there.listed() == ["of 7"]


async def test_history_has_the_newest_first_whichever_end_it_is_read_from(there: Somewhere) -> None:
    ids = []
    for nonce in "1234":
        ids.append((await there.post(nonce))[1]["id"])
        there.time.move(1.0)
    assert await there.listed("?limit=3") == ["of 4", "of 3", "of 2"]
    assert await there.listed(f"?after={ids[0]}&limit=2") == ["of 3", "of 2"]
    assert await there.listed(f"?before={ids[2]}") == ["of 2", "of 1"]


@pytest.mark.parametrize(
    ("denied", "posted", "listed"),
    [
        pytest.param(HISTORY, 200, (200, []), id="no history: an empty list, and no refusal"),
        pytest.param(SEND, 403, (200, []), id="no sending"),
        pytest.param(VIEW, 403, (403, {"code": 50001, "message": "Missing Access"}), id="it is not seen at all"),
    ],
)
async def test_what_nobody_may(there: Somewhere, denied: int, posted: int, listed: tuple[int, Any]) -> None:
    await there.discord.ask("deny", channel=there.channel, permissions=denied)
    assert (await there.post())[0] == posted
    assert (await there.api("GET", "/messages"))[:2] == listed
    await there.discord.ask("deny", channel=there.channel, permissions=0)
    assert (await there.post())[0] == 200


async def test_five_messages_in_five_seconds_and_their_headers_tell_it(there: Somewhere) -> None:
    await there.discord.ask("limits", on=True)
    told = [await there.post(str(n)) for n in range(6)]
    assert [status for status, _, _ in told] == [200] * 5 + [429]
    assert [headers["X-RateLimit-Remaining"] for _, _, headers in told] == ["4", "3", "2", "1", "0", "0"]
    _, body, headers = told[-1]
    assert (body["global"], body["retry_after"] <= 5.001, headers["Via"]) == (False, True, "1.1 false")
    there.time.move(5.1)
    assert (await there.post("6"))[0] == 200


async def test_fifty_requests_in_a_second_of_whatever_kind(there: Somewhere) -> None:
    await there.discord.ask("limits", on=True)
    told = [await there.api("GET", "") for _ in range(51)]
    assert [status for status, _, _ in told].count(429) == 1
    assert (told[-1][1]["global"], told[-1][2]["X-RateLimit-Global"]) == (True, "true")
    there.time.move(1.1)
    assert (await there.api("GET", ""))[0] == 200


async def test_what_is_held_is_struck_and_never_answered(there: Somewhere) -> None:
    await there.discord.ask("fault", method="POST", path="/channels/*/messages", done=True, holds=True)
    waiting = asyncio.ensure_future(there.post())
    assert (await there.discord.ask("struck", times=1, seconds=10.0))["times"] == 1
    assert (await there.discord.ask("quiet", rest=0.05, seconds=10.0))["quiet"]
    assert await there.listed() == ["of 7"]
    assert not waiting.done()
    waiting.cancel()


async def test_a_time_moves_for_all_who_share_it_and_wakes_their_sleepers(tmp_path: Path) -> None:
    keeper = SharedTime.begin(tmp_path / "time", START)
    clock = SharedClock(SharedTime(tmp_path / "time"))
    woken: list[str] = []

    async def sleeper(name: str, seconds: float) -> None:
        await clock.sleep(seconds)
        woken.append(name)

    async with asyncio.TaskGroup() as group:
        for name, seconds in (("late", 7200.0), ("soon", 60.0), ("at once", 0.0)):
            group.create_task(sleeper(name, seconds))
        await _until(lambda: woken == ["at once"])
        assert clock.now() == START
        keeper.move(3600.0)
        await _until(lambda: woken == ["at once", "soon"])
        keeper.move(3600.0)
    assert woken == ["at once", "soon", "late"]
    assert clock.now() == START + timedelta(hours=2)


def test_a_time_runs_at_its_rate_and_never_backwards(tmp_path: Path) -> None:
    keeper = SharedTime.begin(tmp_path / "time", START)
    keeper.move(rate=1000.0)
    began, seen = time.monotonic(), [keeper.seconds() for _ in range(100)]
    keeper.move(rate=0.0)
    most = 1000 * (time.monotonic() - began)
    assert seen == sorted(seen)
    assert 0 < keeper.seconds() - START.timestamp() <= most + 1


async def _until(come: Any) -> None:
    async with asyncio.timeout(10):
        while not come():
            await turn()
