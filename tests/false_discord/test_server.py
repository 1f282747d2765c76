"""The false Discord as a process: its REST side, its gateway, its journal."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.false_discord import journal
from tests.false_discord.driver import FalseDiscord, false_discord, slash
from tests.false_discord.gateway import DISPATCH, HEARTBEAT, HELLO, IDENTIFY, INVALID, RESUME
from tests.false_discord.journal import Journal

Answer = tuple[int, Any, aiohttp.ClientResponse]

NOBODY: dict[str, Any] = {"allowed_mentions": {"parse": []}}


@pytest.fixture
async def discord(tmp_path: Path) -> AsyncIterator[FalseDiscord]:
    async with false_discord(tmp_path, judged=False) as discord:
        yield discord


async def api(discord: FalseDiscord, method: str, path: str, body: Any = None) -> Answer:
    url = f"{discord.address}/api/v10{path}"
    async with aiohttp.ClientSession() as session, session.request(method, url, json=body) as response:
        text = await response.text()
        return response.status, json.loads(text) if text else None, response


async def next_of(socket: aiohttp.ClientWebSocketResponse, op: int) -> Any:
    while (message := await socket.receive_json(timeout=10))["op"] != op:
        pass
    return message


async def events(socket: aiohttp.ClientWebSocketResponse, last: str) -> list[Any]:
    """Up to the first of that name."""
    found = [await next_of(socket, DISPATCH)]
    while found[-1]["t"] != last:
        found.append(await next_of(socket, DISPATCH))
    return found


async def identified(discord: FalseDiscord, socket: aiohttp.ClientWebSocketResponse, last: str = "READY") -> list[Any]:
    await next_of(socket, HELLO)
    await socket.send_json({"op": IDENTIFY, "d": {"token": "t", "intents": 1}})
    return await events(socket, last)


def gateway(discord: FalseDiscord) -> str:
    return discord.address.replace("http", "ws") + "/gateway/"


async def test_json_is_said_to_be_json_and_nothing_else(discord: FalseDiscord) -> None:
    status, user, response = await api(discord, "GET", "/users/@me")
    assert (status, user["bot"], response.headers["Content-Type"]) == (200, True, "application/json")


async def test_an_unknown_route_is_answered_noted_and_complained_of(discord: FalseDiscord) -> None:
    assert (await api(discord, "GET", "/user/me"))[0] == 404
    [noted] = discord.journal("request")
    assert (noted["method"], noted["path"], noted["status"]) == ("GET", "/user/me", 404)
    assert "no such route" in discord.complaints()[0]


async def test_whoever_sends_what_discord_refuses_fails_the_test_at_its_end(tmp_path: Path) -> None:
    judged = false_discord(tmp_path)
    discord = await judged.__aenter__()
    channel = (await discord.server("Harrow")).channels["opinion"]
    await api(discord, "POST", f"/channels/{channel}/messages", {"content": "x"})
    with pytest.raises(AssertionError, match="allowed_mentions"):
        await judged.__aexit__(None, None, None)


async def test_commands_keep_their_ids(discord: FalseDiscord) -> None:
    command = {"name": "help", "type": 1, "description": "Help"}
    [first] = (await api(discord, "PUT", "/applications/1/commands", [command]))[1]
    again = (await api(discord, "PUT", "/applications/1/commands", [command, {**command, "name": "ask"}]))[1]
    assert [one["id"] == first["id"] for one in again] == [True, False]
    assert (await api(discord, "GET", "/applications/1/commands"))[1] == again


async def test_a_nonce_that_is_enforced_makes_one_message(discord: FalseDiscord) -> None:
    channel = (await discord.server("Harrow")).channels["opinion"]
    body = {"content": "x", "nonce": "7", "enforce_nonce": True} | NOBODY
    sent = [(await api(discord, "POST", f"/channels/{channel}/messages", body))[1]["id"] for _ in range(2)]
    assert len(set(sent)) == 1
    assert len((await api(discord, "GET", f"/channels/{channel}/messages"))[1]) == 1


async def test_a_message_has_one_thread(discord: FalseDiscord) -> None:
    channel = (await discord.server("Harrow")).channels["opinion"]
    message = (await api(discord, "POST", f"/channels/{channel}/messages", {"content": "x"} | NOBODY))[1]["id"]
    path = f"/channels/{channel}/messages/{message}/threads"
    assert (await api(discord, "POST", path, {"name": "The bus"}))[1]["id"] == message
    assert (await api(discord, "POST", path, {"name": "The bus"}))[1]["code"] == 160004


@pytest.mark.parametrize("done", [False, True], ids=["before it is carried out", "after"])
async def test_what_fails_fails_as_often_as_it_should(discord: FalseDiscord, done: bool) -> None:
    channel = (await discord.server("Harrow")).channels["opinion"]
    path, headers = f"/channels/{channel}/messages", {"Via": "1.1 x"}
    await discord.ask(
        "fault", method="POST", path="/channels/*", status=429, body={"retry_after": 1}, headers=headers, done=done
    )
    status, body, response = await api(discord, "POST", path, {"content": "x"} | NOBODY)
    assert (status, body, response.headers["Via"]) == (429, {"retry_after": 1}, "1.1 x")
    assert len((await api(discord, "GET", path))[1]) == done
    assert (await api(discord, "POST", path, {"content": "x"} | NOBODY))[0] == 200


async def test_a_connection_may_break_after_all_was_done(discord: FalseDiscord) -> None:
    channel = (await discord.server("Harrow")).channels["opinion"]
    await discord.ask("fault", method="POST", path="/channels/*", done=True)
    with pytest.raises(aiohttp.ClientError):
        await api(discord, "POST", f"/channels/{channel}/messages", {"content": "x"} | NOBODY)
    assert len((await api(discord, "GET", f"/channels/{channel}/messages"))[1]) == 1


async def test_a_session_takes_up_where_it_was_cut_off(discord: FalseDiscord) -> None:
    await discord.server("Harrow")
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(gateway(discord)) as socket:
            ready, joined = await identified(discord, socket, "GUILD_CREATE")
            await discord.drop(4000)
        await discord.server("While away")
        async with session.ws_connect(ready["d"]["resume_gateway_url"]) as socket:
            await next_of(socket, HELLO)
            await socket.send_json({"op": RESUME, "d": {"session_id": ready["d"]["session_id"], "seq": joined["s"]}})
            missed, resumed = await events(socket, "RESUMED")
    assert (missed["t"], missed["d"]["name"], resumed["s"]) == ("GUILD_CREATE", "While away", missed["s"] + 1)


async def test_a_session_that_was_forgotten_cannot_be_taken_up(discord: FalseDiscord) -> None:
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect(gateway(discord)) as socket:
            [ready] = await identified(discord, socket)
            await discord.drop(None, forget=True)
        async with session.ws_connect(gateway(discord)) as socket:
            await next_of(socket, HELLO)
            await socket.send_json({"op": RESUME, "d": {"session_id": ready["d"]["session_id"], "seq": 1}})
            assert (await next_of(socket, INVALID))["d"] is False


async def test_a_heartbeat_is_answered(discord: FalseDiscord) -> None:
    async with aiohttp.ClientSession() as session, session.ws_connect(gateway(discord)) as socket:
        await socket.send_json({"op": HEARTBEAT, "d": None})
        assert await next_of(socket, 11)


def test_a_journal_has_a_line_for_each_entry_whatever_texts_hold(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with path.open("a", newline="\n") as file:
        noted = Journal(file)
        noted.note("request", body="one\u2028two\x85three\r\nfour")
        noted.note("gateway", event="dropped")
        file.write('{"what": "request", "bo')
        file.flush()
        assert [entry["body"] for entry in journal.read(path, "request")] == ["one\u2028two\x85three\r\nfour"]
        assert [entry["what"] for entry in journal.read(path)] == ["request", "gateway"]


async def test_a_card_of_progress_is_shown_and_no_answer(discord: FalseDiscord) -> None:
    ada, channel = await discord.user("ada"), (await discord.server("Harrow")).channels["opinion"]
    own = (await api(discord, "GET", "/applications/@me"))[1]["id"]
    command = {"name": "help", "type": 1, "description": "Help"}
    await api(discord, "PUT", f"/applications/{own}/commands", [command])
    async with aiohttp.ClientSession() as session, session.ws_connect(gateway(discord)) as socket:
        await identified(discord, socket)
        [asked] = await discord.interact(slash(ada, channel, "help"))
        token = (await events(socket, "INTERACTION_CREATE"))[-1]["d"]["token"]
    await api(discord, "POST", f"/interactions/{asked}/{token}/callback", {"type": 5})
    for content, is_answered in (("▰▰▱▱ Reading …", False), ("Here you are", True)):
        body = {"flags": 1 << 15, "components": [{"type": 10, "content": content}]}
        await api(discord, "PATCH", f"/webhooks/{own}/{token}/messages/@original", body | NOBODY)
        [state] = await discord.states([asked], until="shown")
        assert (state["shown"], state["answered"]) == (True, is_answered)
