"""An OpenAI-compatible endpoint on loopback that misbehaves as it is told, and remembers what it was sent."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

Step = Callable[[asyncio.StreamWriter], Awaitable[None]]

ANSWER: dict[str, Any] = {
    "thesis": "The harbour should stay public.",
    "arguments": [{"claim": "Nobody sells a door twice.", "support": "", "nature": "opinion", "paragraphs": [2]}],
    "quotes": [],
    "critique": [{"text": "No price is named.", "paragraphs": [1]}],
    "reader_reaction": "The one reader agrees.",
    "tldr": "In The Gazette, Ada Example argues against the sale.",
}
USAGE: dict[str, Any] = {"prompt_tokens": 900, "completion_tokens": 120, "total_tokens": 1020}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request: its body as JSON, and its headers in lower case."""

    body: dict[str, Any]
    headers: Mapping[str, str]


@dataclass(slots=True)
class Endpoint:
    """Answers each request by the next step; the last one for ever."""

    steps: list[Step]
    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    was_asked: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def bodies(self) -> list[dict[str, Any]]:
        return [asked.body for asked in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            self.asked.append(await _request(reader))
            self.was_asked.set()
            step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
            await step(writer)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client left
        finally:
            writer.close()


@asynccontextmanager
async def endpoint(*steps: Step) -> AsyncIterator[Endpoint]:
    """Serve these steps on a free port."""
    told = Endpoint(list(steps))
    server = await asyncio.start_server(told.serve, "127.0.0.1", 0, limit=2**24)
    told.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield told
    finally:
        server.close()


async def _request(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")[1:]
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Asked(body=json.loads(body) if body else {}, headers=headers)


def says(body: bytes, *, status: str = "200 OK", kind: str = "application/json", **headers: str) -> Step:
    """These bytes, whole; `retry_after="1"` is a header."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", f"Content-Length: {len(body)}", "Connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]

    async def step(writer: asyncio.StreamWriter) -> None:
        writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)

    return step


def completion(
    content: Any = None, *, finish: str = "stop", usage: Any = USAGE, choices: Any = ..., **message: Any
) -> Step:
    """A chat completion whose message holds `content`, the sound answer when it is None."""
    text = json.dumps(ANSWER) if content is None else content
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text} | message}
    whole = {"id": "x", "object": "chat.completion", "choices": [choice] if choices is ... else choices, "usage": usage}
    return says(json.dumps(whole).encode())


def error(status: str, message: str, *, code: Any = None, kind: str = "", param: Any = None, **headers: str) -> Step:
    """A refusal in OpenAI's shape."""
    body = {"error": {"message": message, "type": kind, "param": param, "code": code}}
    return says(json.dumps(body).encode(), status=status, **headers)


def streamed(*lines: str, whole: bool = True) -> Step:
    """Server-sent events; when not `whole`, the connection ends in the midst of them."""

    async def step(writer: asyncio.StreamWriter) -> None:
        body = "".join(f"data: {line}\n\n" for line in lines).encode()
        length = len(body) if whole else len(body) + 100
        head = f"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: {length}\r\nConnection: close"
        writer.write(head.encode() + b"\r\n\r\n" + body)

    return step


async def reset(writer: asyncio.StreamWriter) -> None:
    """The connection breaks before there is an answer."""
    writer.transport.abort()


async def silent(writer: asyncio.StreamWriter) -> None:
    """The connection stays open, and nothing comes."""
    await asyncio.wait_for(asyncio.get_running_loop().create_future(), 30)


async def breaks_off(writer: asyncio.StreamWriter) -> None:
    """Half of an answer."""
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{"choices": [')
    await writer.drain()


async def trickles(writer: asyncio.StreamWriter) -> None:
    """Headers at once, then blanks without end, slowly enough that no single read takes long."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(1_000):
        writer.write(b"1\r\n \r\n")
        await writer.drain()
        await asyncio.sleep(0.02)  # noqa: TID251 - the endpoint's own pace


async def floods(writer: asyncio.StreamWriter) -> None:
    """Bytes without end."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
    for _ in range(10_000):
        writer.write(b"10000\r\n" + b" " * 0x10000 + b"\r\n")
        await writer.drain()


async def not_http(writer: asyncio.StreamWriter) -> None:
    writer.write(b"220 mail.test ESMTP ready\r\n")
