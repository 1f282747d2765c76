"""How long the event loop is held while 20 pages of 2 MB are fetched and read: `python -m bench.event_loop`.

A heartbeat every 5 ms counts by how much it came too late. The server is a process of its own, so that only the bot's
work is measured. Ends with status 1 when the 99th percentile is above 100 ms.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import subprocess
import sys
import time

from bot.config import Settings
from bot.sources.http import Http
from bot.sources.parsing import Parsers
from tests.network_guard import NetworkGuard

BEAT = 0.005  # seconds
WORST = 0.100  # seconds that the loop may be held, at the 99th percentile
SERVER = """
import sys
from bench.event_loop import markup
from tests.web import Web
with Web().serving() as web:
    for number in range(int(sys.argv[1])):
        web.page(f"/{number}", markup(number))
    print(web.port, flush=True)
    sys.stdin.read()
"""


def markup(seed: int) -> str:
    """A page of 2 MB: an article of 60,000 words among scripts."""
    chance = random.Random(seed)
    words = ["".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=chance.randint(2, 10))) for _ in range(5_000)]
    paragraphs = [f"<p>{' '.join(chance.choices(words, k=60)).capitalize()}.</p>" for _ in range(1_000)]
    script = "<script>" + "var a = [1, 2, 3];" * 85_000 + "</script>"
    head, body = f"<title>Page {seed}</title>{script}", f"<article>{''.join(paragraphs)}</article>"
    text = f"<html><head>{head}</head><body>{body}</body></html>"
    return text + "\n" * max(0, 2_000_000 - len(text))


async def _held(delays: list[float]) -> None:
    while True:
        started = time.perf_counter()
        await asyncio.sleep(BEAT)
        delays.append(time.perf_counter() - started - BEAT)


async def measure(port: int, pages: int) -> tuple[list[float], int]:
    """The heartbeat's delays in seconds, sorted, and how many pages were read."""
    delays: list[float] = []
    settings = Settings(fetch_allow_private_networks=True, read_timeout=60, fetch_timeout=60)
    async with Http(settings) as http, Parsers(settings) as parsers:
        heart = asyncio.create_task(_held(delays))

        async def read(number: int) -> int:
            article = await parsers.article(await http.get(f"http://127.0.0.1:{port}/{number}"))
            return len(article.paragraphs)

        lengths = await asyncio.gather(*(read(number) for number in range(pages)))
        heart.cancel()
    return sorted(delays), sum(length > 0 for length in lengths)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=20)
    pages = parser.parse_args().pages
    command = [sys.executable, "-c", SERVER, str(pages)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        port = int(server.stdout.readline())
        with NetworkGuard().watching():
            delays, read = asyncio.run(measure(port, pages))
        server.terminate()
    p99, most = delays[int(len(delays) * 0.99)], delays[-1]
    print(
        json.dumps({"pages": read, "beats": len(delays), "p99_ms": round(p99 * 1e3, 1), "max_ms": round(most * 1e3, 1)})
    )
    return 0 if p99 <= WORST and read == pages else 1


if __name__ == "__main__":
    sys.exit(main())
