"""A test's own side: starts the false Discord and a bot, says what members do, waits for what they get to see."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from tests.discord_openapi.check import Check
from tests.false_discord import journal
from tests.false_discord.payloads import ALL_PERMISSIONS, Payload
from tests.false_discord.pointed import VARIABLE
from tests.false_discord.shared_clock import VARIABLE as TIME

ROOT = Path(__file__).parents[2]
PASSED_ON = ("PATH", "NETWORK_GUARD_LOG")
START_SECONDS = 60.0
# How a line begins that says how far its answer is, or that there is more to come.
PROGRESS = (*(f"{'▰' * done}{'▱' * (4 - done)} " for done in range(5)), "▍")


@dataclass(frozen=True, slots=True)
class Server:
    """A server's id, and its channels' ids by their names."""

    id: str
    channels: Mapping[str, str]


class FalseDiscord:
    """Made by `false_discord()`."""

    def __init__(self, address: str, path: Path, session: aiohttp.ClientSession) -> None:
        self.address, self.journal_path, self._session = address, path, session

    async def ask(self, what: str, **facts: Any) -> Any:
        return await self._post(what, facts)

    async def server(self, name: str, *channels: str, permissions: str = ALL_PERMISSIONS) -> Server:
        """A server that the bot joins, or is in when it connects; permissions: of everybody."""
        told = await self.ask("guild", name=name, channels=channels or ("opinion",), permissions=permissions)
        return Server(told["id"], told["channels"])

    async def user(self, name: str) -> Payload:
        user: Payload = await self.ask("user", name=name)
        return user

    async def interact(self, *wanted: Payload) -> list[str]:
        """Dispatch them one after the other without a pause; returns their ids. `slash()`, `press()` … make them."""
        ids: list[str] = await self._post("interactions", list(wanted))
        return ids

    async def states(
        self, ids: Iterable[str], *, until: str = "answered", at_least: int | None = None, seconds: float = 30.0
    ) -> list[Payload]:
        """What has become of them, once all, or `at_least` so many, are `acknowledged`, `shown` or `answered`.

        Or when the time is over. What says how far an answer is is shown, and no answer.
        """
        facts = {"ids": list(ids), "until": until, "at_least": at_least, "seconds": seconds, "progress": PROGRESS}
        states: list[Payload] = await self.ask("wait", **facts)
        return states

    async def answer(self, wanted: Payload, *, seconds: float = 30.0) -> Payload:
        """Of one, which must come."""
        [state] = await self.states(await self.interact(wanted), seconds=seconds)
        assert state["answered"], state
        return state

    async def say(
        self, user: Payload, channel: str | None, content: str, *, reply_to: str | None = None, ping: bool = True
    ) -> Payload:
        """A member writes; channel: None for a direct message. ping: whether a reply mentions whom it replies to."""
        body = {"content": content, "ping": ping, **({"reply_to": reply_to} if reply_to else {})}
        message: Payload = await self.ask("say", user=user, channel=channel, body=body)
        return message

    async def change(self, message: Payload, content: str) -> None:
        """A member edits their message."""
        await self.ask("change", message=message["id"], body={"content": content})

    async def unsay(self, *messages: Payload) -> None:
        """Messages of one channel are deleted, several of them at once."""
        await self.ask("unsay", messages=[message["id"] for message in messages])

    async def replies(
        self, to: Iterable[Payload], *, until: str = "answered", at_least: int | None = None, seconds: float = 30.0
    ) -> list[Payload | None]:
        """The bot's last reply to each of these, once all or so many are `shown` or `answered`, or time is over."""
        facts = {"to": [one["id"] for one in to], "until": until, "at_least": at_least, "seconds": seconds}
        replies: list[Payload | None] = await self.ask("replies", **facts, progress=PROGRESS)
        return replies

    async def mention(self) -> str:
        """How the bot is mentioned in a text."""
        return f"<@{(await self.ask('state'))['bot']}>"

    async def posted(self, channel: str) -> list[Payload]:
        """All messages of a channel, the oldest first."""
        messages = (await self.ask("state"))["messages"].values()
        return [message for message in messages if message["channel_id"] == channel]

    async def connected(self, times: int, *, seconds: float = START_SECONDS) -> None:
        """Once the bot has identified itself or resumed `times` times in all, and is there."""
        told = await self.ask("connected", times=times, seconds=seconds)
        assert told["connected"], told

    async def drop(self, code: int | None, *, forget: bool = False) -> None:
        """The gateway goes away, with a code or without a word; forget: no session can be resumed."""
        assert (await self.ask("drop", code=code, forget=forget))["connections"]

    def journal(self, what: str | None = None) -> list[Payload]:
        return list(journal.read(self.journal_path, what))

    def complaints(self) -> list[str]:
        """What the bot sent that Discord refuses."""
        check = Check()
        return [
            f"{sent['method']} {sent['path']} {problem}"
            for sent in self.journal("request")
            for problem in check.problems(sent["method"], sent["path"], sent["body"], tuple(sent["file_bytes"]))
        ]

    async def _post(self, what: str, body: Any) -> Any:
        async with self._session.post(f"{self.address}/control/{what}", json=body) as response:
            assert response.status == 200, await response.text()
            return await response.json()


def slash(user: Payload, channel: str | None, name: str, **options: Any) -> Payload:
    """channel: None for a direct message. `name` may hold a subcommand: `settings show`."""
    first, *path = name.split(" ")
    return {"kind": "slash", "user": user, "channel": channel, "name": first, "path": path, "options": options}


def message_command(user: Payload, channel: str | None, name: str, message: str) -> Payload:
    return {"kind": "message", "user": user, "channel": channel, "name": name, "message": message}


def autocomplete(user: Payload, channel: str | None, name: str, focused: str, **options: Any) -> Payload:
    return slash(user, channel, name, **options) | {"kind": "autocomplete", "focused": focused}


def press(user: Payload, message: Payload, custom_id: str, *values: str) -> Payload:
    """A button, or a choice when there are values."""
    place = {"channel": message["channel_id"], "message": message["id"]}
    return {"kind": "press", "user": user, "custom_id": custom_id, "values": values, **place}


def submit(user: Payload, channel: str | None, custom_id: str, **fields: str) -> Payload:
    """A modal that a command was answered with; its fields by their custom ids."""
    return {"kind": "modal", "user": user, "channel": channel, "custom_id": custom_id, "fields": fields}


@asynccontextmanager
async def false_discord(
    folder: Path, *, judged: bool = True, shared_time: Path | None = None
) -> AsyncIterator[FalseDiscord]:
    """One of its own. judged: afterwards, nothing that was sent may be what Discord refuses.

    shared_time: the file of its clock, which is the machine's without one.
    """
    path = folder / "discord.jsonl"
    command = (sys.executable, "-m", "tests.false_discord", str(path))
    environment = {**os.environ, **({TIME: str(shared_time)} if shared_time else {})}
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=environment, stdin=PIPE, stdout=PIPE)
    assert process.stdout
    assert process.stdin
    try:
        address = (await process.stdout.readline()).decode().strip()
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=None)) as session:
            yield (discord := FalseDiscord(address, path, session))
    finally:
        process.stdin.close()
        await process.wait()
    assert not judged or not discord.complaints(), discord.complaints()


@dataclass(slots=True)
class RunningBot:
    """A bot's process; `log` is what it said."""

    process: Process
    log: Path

    @property
    def pid(self) -> int:
        return self.process.pid

    async def kill(self) -> None:
        """As the system does when memory is out: nothing of it comes to an end."""
        self.process.kill()
        await self.process.wait()

    async def stop(self) -> int:
        """As an operator does; returns its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self.process.wait(), 30)

    def resident(self) -> int:
        """Bytes of memory of this process."""
        fields = Path(f"/proc/{self.pid}/status").read_text().split("VmRSS:")[1].split()
        return int(fields[0]) * 1024

    def processor_seconds(self) -> float:
        """What this process has used so far; on a busy machine a steadier measure than time."""
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def open_files(self) -> int:
        return len(os.listdir(f"/proc/{self.pid}/fd"))


@asynccontextmanager
async def running_bot(
    discord: FalseDiscord, folder: Path, *, module: str = "tests.false_discord.pointed", **variables: str
) -> AsyncIterator[RunningBot]:
    """`python -m bot run` with a token, in `folder`; not connected yet. Killed when the block is left."""
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    paths = (os.environ.get("PYTHONPATH"), str(ROOT))
    environment |= {
        "PYTHONPATH": os.pathsep.join(filter(None, paths)), "HOME": str(folder), "DISCORD_TOKEN": "false.token.x",
        "DATABASE_PATH": str(folder / "bot.sqlite3"), "PROMPTS_PATH": str(ROOT / "prompts"),
        "FETCH_ALLOW_PRIVATE_NETWORKS": "true", VARIABLE: discord.address, **variables,
    }  # fmt: skip
    log = folder / "bot.log"
    command = (sys.executable, "-m", module, "run")
    with log.open("ab") as file:
        process = await asyncio.create_subprocess_exec(
            *command, cwd=folder, env=environment, stdin=asyncio.subprocess.DEVNULL, stdout=file, stderr=file
        )
    try:
        yield RunningBot(process, log)
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()
