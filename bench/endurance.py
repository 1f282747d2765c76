"""Whether memory and open files stay where they are: `python -m bench.endurance`, ten minutes.

Members do this and that, and the gateway is dropped every minute: closed with a code, broken off, or with its sessions
forgotten, in turn. Prints resident memory and open files of the bot's process minute by minute; ends with status 1 when
one of them differs by more than 10 % between the first minute and the last. Members rest before each look: connections
that are kept for a while tell how busy the last seconds were, and not what is lost.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from bench.peers import host, slow_peers
from tests.false_discord.driver import FalseDiscord, RunningBot, false_discord, running_bot
from tests.false_discord.members import Members

ARTICLES = 100
AT_ONCE = 4  # members who act at the same time
DROPS: tuple[tuple[int | None, bool], ...] = ((4000, False), (None, False), (1001, True))
MOST_CHANGE = 0.10
PATIENCE = 20.0  # seconds
REST = 17.0  # seconds; aiohttp keeps a connection for 15


@dataclass(slots=True)
class Watched:
    """What was measured, minute by minute, and what members got."""

    megabytes: list[float] = field(default_factory=list)
    open_files: list[int] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    awake: asyncio.Event = field(default_factory=asyncio.Event)

    def look(self, bot: RunningBot) -> None:
        self.megabytes.append(round(bot.resident() / 1e6, 1))
        self.open_files.append(bot.open_files())
        print(f"{self.megabytes[-1]} MB, {self.open_files[-1]} open files, {dict(self.outcomes)}", file=sys.stderr)


async def busy(members: Members, end: float, watched: Watched) -> None:
    while time.monotonic() < end:
        await watched.awake.wait()
        state = await members.act(seconds=PATIENCE)
        heard = state["answered"] or state["acknowledged"] is not None
        watched.outcomes["answered" if heard else f"unanswered {state['wanted']['kind']}"] += 1


async def drop_each_minute(discord: FalseDiscord, bot: RunningBot, minutes: float, watched: Watched) -> None:
    """The last look is a minute after the last drop, as the first one is a minute after the start."""
    for minute in range(round(minutes)):
        watched.awake.set()
        await asyncio.sleep(60 - REST)
        watched.awake.clear()
        await asyncio.sleep(REST)
        watched.look(bot)
        watched.awake.set()
        if minute + 1 < round(minutes):
            code, forget = DROPS[minute % len(DROPS)]
            await discord.drop(code, forget=forget)
            await discord.connected(minute + 2)


async def run(minutes: float) -> Watched:
    watched = Watched()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        async with slow_peers(ARTICLES, 0.2) as port, false_discord(folder, judged=False) as discord:
            model = {"OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1", "OPENAI_API_KEY": "no-key-at-all"}
            urls = [f"http://{host(n)}:{port}/slow/{n}" for n in range(ARTICLES)]
            server = await discord.server("Harrow", "opinion", "politics")
            users = [await discord.user(f"member-{n}") for n in range(10)]
            async with running_bot(discord, folder, FETCH_PORTS=str(port), **model) as bot:
                await discord.connected(1)
                members = Members(discord, server, users, urls)
                await members.arrive()
                end = time.monotonic() + minutes * 60
                acting = [busy(members, end, watched) for _ in range(AT_ONCE)]
                await asyncio.gather(drop_each_minute(discord, bot, minutes, watched), *acting)
    return watched


def changed(values: list[float] | list[int]) -> float:
    """From the first minute to the last, as a share."""
    return abs(values[-1] - values[0]) / values[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    watched = asyncio.run(run(parser.parse_args().minutes))
    memory, files = changed(watched.megabytes), changed(watched.open_files)
    figures = {
        "mb": watched.megabytes,
        "mb_change": round(memory, 3),
        "open_files": watched.open_files,
        "open_files_change": round(files, 3),
        "outcomes": dict(watched.outcomes),
    }
    print(json.dumps(figures))
    return 0 if max(memory, files) <= MOST_CHANGE else 1


if __name__ == "__main__":
    sys.exit(main())
