"""What a bot hears of messages without the Message Content intent, and what becomes of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.false_discord.driver import FalseDiscord, false_discord
from tests.false_discord.gateway import DIRECT_MESSAGES, GUILD_MESSAGES, HELLO, IDENTIFY, MESSAGE_CONTENT
from tests.false_discord.payloads import Payload
from tests.false_discord.test_server import NOBODY, api, events, gateway, next_of

OURS = 1 | GUILD_MESSAGES | DIRECT_MESSAGES


@pytest.fixture
async def discord(tmp_path: Path) -> AsyncIterator[FalseDiscord]:
    async with false_discord(tmp_path, judged=False) as discord:
        yield discord


@asynccontextmanager
async def listening(discord: FalseDiscord, intents: int = OURS) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    async with aiohttp.ClientSession() as session, session.ws_connect(gateway(discord)) as socket:
        await next_of(socket, HELLO)
        await socket.send_json({"op": IDENTIFY, "d": {"token": "t", "intents": intents}})
        await events(socket, "READY")
        yield socket


async def heard(socket: aiohttp.ClientWebSocketResponse, event: str) -> Any:
    return (await events(socket, event))[-1]["d"]


@pytest.mark.parametrize(
    ("content", "intents", "read"),
    [
        pytest.param("hello all", OURS, "", id="what is said to others"),
        pytest.param("{bot} hello", OURS, "{bot} hello", id="what names the bot"),
        pytest.param("hello all", OURS | MESSAGE_CONTENT, "hello all", id="all of it with the intent"),
    ],
)
async def test_in_a_server_only_what_names_it_is_read(
    discord: FalseDiscord, content: str, intents: int, read: str
) -> None:
    server, ada = await discord.server("Harrow"), await discord.user("ada")
    bot = await discord.mention()
    async with listening(discord, intents) as socket:
        await discord.say(ada, server.channels["opinion"], content.format(bot=bot))
        told = await heard(socket, "MESSAGE_CREATE")
    assert (told["content"], told["guild_id"], told["author"]["id"]) == (read.format(bot=bot), server.id, ada["id"])


async def test_a_direct_message_is_read_and_belongs_to_no_server(discord: FalseDiscord) -> None:
    ada = await discord.user("ada")
    async with listening(discord) as socket:
        sent = await discord.say(ada, None, "what does she claim?")
        told = await heard(socket, "MESSAGE_CREATE")
    assert told["content"] == "what does she claim?"
    assert "guild_id" not in told
    assert (await discord.say(ada, None, "and he?"))["channel_id"] == sent["channel_id"]


async def test_who_did_not_ask_for_messages_hears_of_none(discord: FalseDiscord) -> None:
    async with listening(discord, 1) as socket:
        await discord.say(await discord.user("ada"), None, "hello")
        await discord.server("Later")
        assert [event["t"] for event in await events(socket, "GUILD_CREATE")] == ["GUILD_CREATE"]


async def own_message(discord: FalseDiscord, channel: str) -> Payload:
    message: Payload = (await api(discord, "POST", f"/channels/{channel}/messages", {"content": "mine"} | NOBODY))[1]
    return message


@pytest.mark.parametrize(
    ("ping", "read"), [pytest.param(True, "why?", id="with a ping"), pytest.param(False, "", id="without one")]
)
async def test_a_reply_to_the_bot_is_read_when_it_pings(discord: FalseDiscord, ping: bool, read: str) -> None:
    channel, ada = (await discord.server("Harrow")).channels["opinion"], await discord.user("ada")
    own = await own_message(discord, channel)
    async with listening(discord) as socket:
        await discord.say(ada, channel, "why?", reply_to=own["id"], ping=ping)
        told = await heard(socket, "MESSAGE_CREATE")
    assert (told["content"], told["type"], bool(told["mentions"])) == (read, 19, ping)
    assert told["referenced_message"]["content"] == "mine"


async def test_the_bots_reply_is_found_by_what_it_replies_to(discord: FalseDiscord) -> None:
    channel, ada = (await discord.server("Harrow")).channels["opinion"], await discord.user("ada")
    asked = await discord.say(ada, channel, "why?")
    body = {"content": "▱▱▱▱ Starting", "message_reference": {"message_id": asked["id"]}} | NOBODY
    reply = (await api(discord, "POST", f"/channels/{channel}/messages", body))[1]
    [shown] = await discord.replies([asked], until="shown")
    assert shown == reply
    assert (await discord.replies([asked], seconds=0.01)) == [reply], "the time was over: it says how far it is"
    await api(discord, "PATCH", f"/channels/{channel}/messages/{reply['id']}", {"content": "So."} | NOBODY)
    [answer] = await discord.replies([asked])
    assert answer
    assert answer["content"] == "So."


async def test_a_reply_to_what_is_gone_is_a_message_when_that_is_no_matter(discord: FalseDiscord) -> None:
    channel, ada = (await discord.server("Harrow")).channels["opinion"], await discord.user("ada")
    asked = await discord.say(ada, channel, "why?")
    await discord.unsay(asked)
    body: Payload = {"content": "So.", "message_reference": {"message_id": asked["id"]}} | NOBODY
    path = f"/channels/{channel}/messages"
    assert (await api(discord, "POST", path, body))[0] == 400
    body["message_reference"]["fail_if_not_exists"] = False
    status, sent, _ = await api(discord, "POST", path, body)
    assert (status, sent["type"]) == (200, 0)


async def test_changes_and_deletions_are_told(discord: FalseDiscord) -> None:
    server, ada = await discord.server("Harrow"), await discord.user("ada")
    channel, bot = server.channels["opinion"], await discord.mention()
    messages = [await discord.say(ada, channel, f"{bot} {n}") for n in range(4)]
    async with listening(discord) as socket:
        await discord.change(messages[0], f"{bot} changed")
        told = await heard(socket, "MESSAGE_UPDATE")
        assert (told["content"], bool(told["edited_timestamp"])) == (f"{bot} changed", True)
        await discord.unsay(messages[0])
        assert (await heard(socket, "MESSAGE_DELETE"))["id"] == messages[0]["id"]
        await discord.unsay(*messages[1:3])
        assert (await heard(socket, "MESSAGE_DELETE_BULK"))["ids"] == [m["id"] for m in messages[1:3]]
        await discord.ask("remove", channel=channel)
        assert (await heard(socket, "CHANNEL_DELETE"))["id"] == channel
    assert await discord.posted(channel) == []


async def test_a_thread_in_the_archive_takes_no_edit_and_opens_for_a_message_unless_it_is_locked(
    discord: FalseDiscord,
) -> None:
    channel = (await discord.server("Harrow")).channels["opinion"]
    start = await own_message(discord, channel)
    thread = (await api(discord, "POST", f"/channels/{channel}/messages/{start['id']}/threads", {"name": "Bus"}))[1][
        "id"
    ]
    path = f"/channels/{thread}/messages"
    own = await own_message(discord, thread)
    await discord.ask("archive", thread=thread, locked=False)
    assert (await api(discord, "PATCH", f"{path}/{own['id']}", {"content": "x"} | NOBODY))[1]["code"] == 50083
    assert (await api(discord, "POST", path, {"content": "x"} | NOBODY))[0] == 200
    assert (await api(discord, "PATCH", f"{path}/{own['id']}", {"content": "x"} | NOBODY))[0] == 200
    await discord.ask("archive", thread=thread, locked=True)
    assert (await api(discord, "POST", path, {"content": "x"} | NOBODY))[1]["code"] == 160005
