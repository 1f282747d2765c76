"""A web server for generated feeds, in a process of its own: every loopback address leads to it, each is a host.

python -m bench.polling.serving SHARES KILOBYTES — prints its port, then answers until it is ended.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
from collections import Counter
from dataclasses import asdict

from bench.polling.generated import Fate, Shares, body_of

SLOW_SECONDS = 2.0
ROUND, COUNTS = b"/round/", b"/counts"


class Served:
    """counts: what came since the round began. most: connections that one host had at once."""

    def __init__(self, shares: Shares, kilobytes: int) -> None:
        self.shares, self.kilobytes = shares, kilobytes
        self.round, self.counts, self.open, self.most = 0, Counter[str](), Counter[str](), 0

    def begin(self, round_: int) -> None:
        self.round, self.most = round_, 0
        self.counts.clear()

    def answer(self, n: int, head: bytes) -> tuple[bytes, float]:
        """The bytes of an answer, and the seconds that it takes."""
        fate = self.shares.fate(n)
        conditional = b"if-none-match:" in head or b"if-modified-since:" in head
        self.counts["requests"] += 1
        self.counts["conditional"] += conditional
        if fate is Fate.FAILING:
            return _said(random.Random(n).choice(("500 Down", "404 No", "410 Gone", "503 Busy", "")), {}, b""), 0.0
        tag = f'"{n}-{self.round if fate is Fate.CHANGED else 0}"'
        wait = SLOW_SECONDS if fate is Fate.SLOW else 0.0
        if tag.encode() in head:
            self.counts["unchanged"] += 1
            return _said("304 Same", {"ETag": tag}, b""), wait
        self.counts["bodies"] += 1
        kinds = {"Content-Type": "application/rss+xml; charset=utf-8", "ETag": tag}
        return _said("200 OK", kinds, body_of(n, fate, self.round, self.kilobytes)), wait


class Connection(asyncio.Protocol):
    """One at a time on a connection, which stays open unless the client wants it closed."""

    def __init__(self, served: Served) -> None:
        self._served, self._head, self._host = served, b"", ""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._host = transport.get_extra_info("sockname")[0]
        self._served.open[self._host] += 1
        self._served.most = max(self._served.most, self._served.open[self._host])

    def connection_lost(self, error: Exception | None) -> None:
        self._served.open[self._host] -= 1

    def data_received(self, data: bytes) -> None:
        self._head += data
        if b"\r\n\r\n" in self._head:
            head, self._head = self._head, b""
            self._respond(head.split(b" ", 2)[1], head.lower())

    def _respond(self, path: bytes, head: bytes) -> None:
        if path.startswith(ROUND):
            self._served.begin(int(path.removeprefix(ROUND)))
            return self._send(_said("200 OK", {}, b""), head)
        if path == COUNTS:
            counts = {**self._served.counts, "most_connections_of_a_host": self._served.most}
            return self._send(_said("200 OK", {}, json.dumps(counts).encode()), head)
        n = int(path.removeprefix(b"/feed/").removesuffix(b".xml"))
        if self._served.shares.fate(n) is Fate.HANGING:
            self._served.counts["hanging"] += 1
            return None
        answer, wait = self._served.answer(n, head)
        if wait:
            asyncio.get_running_loop().call_later(wait, self._send, answer, head)
            return None
        return self._send(answer, head)

    def _send(self, answer: bytes, head: bytes) -> None:
        self._transport.write(answer)
        if b"connection: close" in head or not answer:
            self._transport.close()


def _said(status: str, headers: dict[str, str], body: bytes) -> bytes:
    """Nothing at all for no status: the connection is dropped."""
    if not status:
        return b""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *(f"{k}: {v}" for k, v in headers.items()), "", ""]
    return "\r\n".join(lines if not status.startswith("304") else [lines[0], *lines[2:]]).encode() + body


async def main() -> None:
    served = Served(Shares(**json.loads(sys.argv[1])), int(sys.argv[2]))
    server = await asyncio.get_running_loop().create_server(lambda: Connection(served), "0.0.0.0", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def arguments(shares: Shares, kilobytes: int) -> list[str]:
    return [json.dumps(asdict(shares)), str(kilobytes)]


if __name__ == "__main__":
    asyncio.run(main())
