"""2,500 digests on the same minute: `python -m bench.rush`, about ten minutes.

As many servers with a channel each, all due at once, under the rate limits that Discord tells of (50 requests a second,
5 messages in 5 seconds in a channel), while a member asks for something ten times a second. Prints how long it took
until all stood there, whether any did twice, and how soon the member was heard. Ends with status 1 when it took ten
minutes or more, when a part stood there twice, or the 99th percentile of acknowledgements is 300 ms or more.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.end_to_end.rush import Rush, rush

MOST_SECONDS, P99 = 600.0, 0.300


async def run(servers: int, feeds: int, folder: Path) -> dict[str, Any]:
    async with rush(folder, servers, feeds) as here:
        used = here.life.processor_seconds()
        took = await here.run(MOST_SECONDS + 120)
        used = here.life.processor_seconds() - used
        return {"seconds": round(took, 1), "processor_s": round(used, 1), **await told(here)}


async def told(here: Rush) -> dict[str, Any]:
    digests = here.digests()
    after = sorted(seconds for seconds in here.after if seconds is not None)
    limits = await here.discord.ask("struck", times=0, seconds=0.0)
    whole = {(one.channel, one.day) for one in digests if one.n == one.of}
    return {
        "servers": len(here.places), "whole": len(whole), "messages": len(digests), "twice": here.twice(),
        "refused_429": limits["refused"], "interactions": len(here.after), "acknowledged": len(after),
        "p50_ms": round(after[len(after) // 2] * 1e3, 1), "p99_ms": round(after[int(len(after) * 0.99)] * 1e3, 1),
        "max_ms": round(after[-1] * 1e3, 1), "resident_mb": round(here.life.resident() / 1e6),
    }  # fmt: skip


def is_kept(figures: dict[str, Any]) -> bool:
    in_time = figures["seconds"] < MOST_SECONDS and figures["p99_ms"] < P99 * 1e3
    is_whole = figures["whole"] == figures["servers"] and figures["acknowledged"] == figures["interactions"]
    return bool(in_time and is_whole and not figures["twice"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--servers", type=int, default=2_500)
    parser.add_argument("--feeds", type=int, default=10)
    parser.add_argument("--keep", type=Path, help="a folder for the journal, the log and the file")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = args.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        figures = asyncio.run(run(args.servers, args.feeds, folder))
    print(json.dumps(figures))
    return 0 if is_kept(figures) else 1


if __name__ == "__main__":
    sys.exit(main())
