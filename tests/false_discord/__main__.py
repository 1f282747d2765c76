"""`python -m tests.false_discord JOURNAL`: prints its address, serves until standard input ends.

With SHARED_TIME in the environment its clock is that file's (`shared_clock.py`).
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from aiohttp import web

from bot.clock import Clock, SystemClock
from tests.false_discord.control import Control
from tests.false_discord.gateway import Gateway
from tests.false_discord.interactions import Interactions
from tests.false_discord.journal import Journal
from tests.false_discord.limits import Limits
from tests.false_discord.moods import Moods
from tests.false_discord.news import News
from tests.false_discord.posting import Posting
from tests.false_discord.rest import Rest
from tests.false_discord.shared_clock import VARIABLE, SharedClock, SharedTime
from tests.false_discord.talking import Talk
from tests.false_discord.world import World


def clock_of(path: str | None) -> Clock:
    """The machine's, or the one of a file."""
    return SharedClock(SharedTime(Path(path))) if path else SystemClock()


async def serve(path: str) -> None:
    """On a free port of this machine."""
    with Path(path).open("a", encoding="utf-8", newline="\n") as file:  # noqa: ASYNC230 - nothing else runs yet
        clock = clock_of(os.environ.get(VARIABLE))
        world, journal, news = World(clock), Journal(file, clock), News()
        interactions, gateway = Interactions(world), Gateway(world, journal, news)
        app, talk = web.Application(client_max_size=64 << 20), Talk(world, gateway)
        posting, limits = Posting(world, talk, journal), Limits(clock)
        Control(world, interactions, gateway, journal, news, talk).add_to(app)
        Rest(world, interactions, gateway, journal, news, talk, posting, limits).add_to(app)
        Moods(world, gateway, news, posting, limits).add_to(app)
        app.router.add_get("/gateway/", gateway.serve)
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        port = runner.addresses[0][1]
        gateway.url = f"ws://127.0.0.1:{port}/gateway/"
        sys.stdout.write(f"http://127.0.0.1:{port}\n")
        sys.stdout.flush()
        await asyncio.to_thread(sys.stdin.read)
        await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1]))
