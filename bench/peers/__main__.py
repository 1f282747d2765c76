"""Slow pages, pages of 2 MB, a slow OpenAI-compatible endpoint.

`python -m bench.peers --hosts 220 --delay 3`: prints its port, serves until standard input ends. Every page has a
host of its own in 127.0.1.0/24 and on, since a bot asks one host for one page at a time.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import socket
import sys

from aiohttp import web

from bench.event_loop import markup
from bench.peers import BIG_PAGES, host
from tests.analysis.llm.endpoint import ANSWER, USAGE
from tests.cli.commands import SAMPLE


class Peers:
    """delay: seconds before a slow page or a completion comes."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._big = [markup(seed).encode() for seed in range(BIG_PAGES)]

    def app(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/slow/{number}", self._slow)
        app.router.add_get("/big/{number}", self._big_page)
        app.router.add_post("/v1/chat/completions", self._completion)
        return app

    async def _slow(self, request: web.Request) -> web.Response:
        """The same article with another title each time, so that nothing is recalled."""
        await asyncio.sleep(self._delay)
        number = request.match_info["number"]
        page = SAMPLE.read_text("utf-8").replace("harrow-courier.example", f"courier-{number}.example")
        return web.Response(text=page.replace("The night bus", f"Night bus {number}"), content_type="text/html")

    async def _big_page(self, request: web.Request) -> web.Response:
        return web.Response(body=self._big[int(request.match_info["number"])], content_type="text/html")

    async def _completion(self, request: web.Request) -> web.StreamResponse:
        asked = await request.json()
        await asyncio.sleep(self._delay)
        message = {"role": "assistant", "content": json.dumps(ANSWER)}
        choice = {"index": 0, "finish_reason": "stop", "message": message}
        return web.json_response(
            {"id": "x", "object": "chat.completion", "model": asked.get("model"), "choices": [choice], "usage": USAGE}
        )


def sockets(hosts: int) -> list[socket.socket]:
    """One port on many addresses of this machine; another port when one of them is taken there."""
    while True:
        bound = [socket.create_server(("127.0.0.1", 0), backlog=512)]
        port = bound[0].getsockname()[1]
        try:
            bound += [socket.create_server((host(number), port)) for number in range(hosts)]
        except OSError:
            for each in bound:
                each.close()
            continue
        return bound


async def serve(hosts: int, delay: float) -> None:
    runner = web.AppRunner(Peers(delay).app(), access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    bound = sockets(hosts)
    for each in bound:
        await web.SockSite(runner, each).start()
    print(bound[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    await runner.cleanup()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hosts", type=int, default=220)
    parser.add_argument("--delay", type=float, default=3.0)
    args = parser.parse_args()
    asyncio.run(serve(args.hosts, args.delay))
