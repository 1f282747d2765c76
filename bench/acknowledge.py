"""How soon a member hears that the bot is at work, with everything busy: `python -m bench.acknowledge`.

200 `/summarize` of slow pages and 20 of pages of 2 MB come in one burst, then, to another bot, spread over ten seconds;
the model is slow too. The bot is started as users start it. Counted from the dispatch of an interaction to the arrival
of its first answer, by the clock of the false Discord. Ends with status 1 when the 99th percentile is 300 ms or more,
or the longest is 1 s.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.peers import BIG_PAGES, host, slow_peers
from tests.false_discord.driver import FalseDiscord, RunningBot, false_discord, running_bot, slash
from tests.false_discord.payloads import text

P99, MOST = 0.300, 1.0  # seconds


def addresses(port: int, slow: int, big: int) -> list[str]:
    """Of the pages, those of 2 MB anywhere among the slow ones."""
    pages = [f"/slow/{n}" for n in range(slow)] + [f"/big/{n}" for n in range(big)]
    random.Random(1).shuffle(pages)
    return [f"http://{host(n)}:{port}{page}" for n, page in enumerate(pages)]


async def measure(
    discord: FalseDiscord, bot: RunningBot, urls: list[str], over: float, seconds: float
) -> tuple[list[dict[str, Any]], float]:
    """What has become of each, and the seconds of a processor that the bot used until the last was acknowledged."""
    server = await discord.server("Harrow", *(f"room-{n}" for n in range(10)))
    users = [await discord.user(f"member-{n}") for n in range(20)]
    rooms = list(server.channels.values())
    wanted = [slash(users[n % 20], rooms[n % 10], "summarize", url=url) for n, url in enumerate(urls)]
    ids: list[str] = []
    used = bot.processor_seconds()
    if not over:
        ids = await discord.interact(*wanted)
    for one in wanted if over else []:
        ids += await discord.interact(one)
        await asyncio.sleep(over / len(wanted))
    await discord.states(ids, until="acknowledged", seconds=10)
    used = bot.processor_seconds() - used
    return await discord.states(ids, seconds=seconds), used


def told(states: list[dict[str, Any]], used: float, took: float, bot: RunningBot) -> dict[str, Any]:
    """The figures, times in milliseconds."""
    after = sorted(state["after"] for state in states if state["after"] is not None)
    said = [text(state["original"]) for state in states if state["original"]]
    other = Counter(" ".join(words.split())[:60] for words in said if "In short" not in words)
    return {
        "interactions": len(states),
        "acknowledged": len(after),
        "answered": sum(state["answered"] for state in states),
        "cards": len(said) - other.total(),
        "sentences": dict(other.most_common(5)),
        "p50_ms": round(after[len(after) // 2] * 1e3, 1),
        "p99_ms": round(after[int(len(after) * 0.99)] * 1e3, 1),
        "max_ms": round(after[-1] * 1e3, 1),
        "processor_ms_each": round(used / len(states) * 1e3, 2),
        "all_answered_s": round(took, 1),
        "resident_mb": round(bot.resident() / 1e6),
    }


async def run(args: argparse.Namespace, over: float) -> dict[str, Any]:
    """The figures of a bot of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder, count = Path(name), args.slow + args.big
        async with slow_peers(count, args.delay) as port, false_discord(folder, judged=False) as discord:
            model = {"OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1", "OPENAI_API_KEY": "no-key-at-all"}
            async with running_bot(discord, folder, FETCH_PORTS=str(port), **model, **dict(args.set)) as bot:
                await discord.connected(1)
                started = time.perf_counter()
                urls = addresses(port, args.slow, args.big)
                states, used = await measure(discord, bot, urls, over, args.wait)
                figures = told(states, used, time.perf_counter() - started, bot)
            if args.log:
                print(bot.log.read_text()[-4000:], file=sys.stderr)
    return {"over_s": over, **figures}


def is_kept(figures: dict[str, Any]) -> bool:
    in_time = figures["p99_ms"] < P99 * 1e3 and figures["max_ms"] < MOST * 1e3
    return bool(in_time and figures["acknowledged"] == figures["interactions"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slow", type=int, default=200)
    parser.add_argument("--big", type=int, default=BIG_PAGES)
    parser.add_argument("--delay", type=float, default=3.0, help="seconds that a slow page and the model take")
    parser.add_argument(
        "--over", type=float, nargs="+", default=[0.0, 10.0], help="seconds over which they come; 0 is all at once"
    )
    parser.add_argument("--wait", type=float, default=120.0, help="seconds that the answers may take")
    parser.add_argument("--log", action="store_true", help="show the end of the bot's log")
    parser.add_argument(
        "--set", type=lambda pair: tuple(pair.split("=", 1)), action="append", default=[], help="NAME=VALUE"
    )
    args = parser.parse_args()
    kept = True
    for over in args.over:
        print(json.dumps(figures := asyncio.run(run(args, over))), flush=True)
        kept = is_kept(figures) and kept
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
