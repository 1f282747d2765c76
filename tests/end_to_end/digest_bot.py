"""`python -m tests.end_to_end.digest_bot`: bots on demand, each a process of its own that shares nothing but imports.

A line of standard input is an order, as JSON (`Order`); the answer is the process's id. What each runs is what `run`
does, before a false Discord and with a clock that it shares with others; where it is to end itself is armed first.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import signal
import sys
import traceback
import types
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

import discord.http
import discord.webhook.async_

from bot.app import create_client
from bot.cli.turns import put_the_loop_first
from bot.config import load_settings
from bot.ui.client import serve
from tests.end_to_end import deaths
from tests.false_discord.pointed import point_to
from tests.false_discord.shared_clock import SharedClock, SharedTime

READY_SECONDS = 0.1
# Whatever a bot imports when it starts is there already.
IMPORTED = ("bot.analysis.fallback", "bot.analysis.llm.opening", "bot.ui.opening", "aiosqlite", "trafilatura")


@dataclass(frozen=True, slots=True)
class Order:
    """A bot. time: the shared clock's file; log: where it says what; death: one of `deaths.INSIDE`, the nth time.

    migrations: how many later versions have come since.
    """

    discord: str
    time: str
    log: str
    variables: Mapping[str, str] = field(default_factory=dict)
    death: str = ""
    nth: int = 1
    migrations: int = 0

    def line(self) -> bytes:
        return json.dumps(asdict(self)).encode() + b"\n"


def live(order: Order) -> None:
    """To the end of this process."""
    with Path(order.log).open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    os.environ.update(order.variables)
    deaths.add_migrations(order.migrations)
    if order.death:
        deaths.arm(order.death, order.nth)
    point_to(order.discord)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    asyncio.run(_serve(order))


async def _serve(order: Order) -> None:
    clock = SharedClock(SharedTime(Path(order.time)))
    for library in (discord.http, discord.webhook.async_):
        library.asyncio = _by(clock)  # type: ignore[attr-defined]  # its waits for Discord are ours too
    put_the_loop_first()
    settings = load_settings()
    assert settings.discord_token is not None
    client = create_client(settings, clock=clock)
    client._connection.guild_ready_timeout = READY_SECONDS  # the false Discord tells of all servers at once
    await serve(client, settings.discord_token.get_secret_value())


def _by(clock: SharedClock) -> types.SimpleNamespace:
    return types.SimpleNamespace(**{**vars(asyncio), "sleep": clock.sleep})


def main() -> None:
    for name in IMPORTED:
        __import__(name)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that were killed
    born = set[int]()
    for line in sys.stdin.buffer:
        order = Order(**json.loads(line))
        if pid := os.fork():
            sys.stdout.write(f"{pid}\n")
            sys.stdout.flush()
            born.add(pid)
            continue
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        try:
            live(order)
        finally:
            traceback.print_exc()
            os._exit(1)
    for pid in born:  # whoever wanted them is gone
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


if __name__ == "__main__":
    main()
