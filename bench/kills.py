"""Whether a process that is killed again and again loses, doubles or forgets anything: `python -m bench.kills`.

Members of two servers ask in channels, in a thread and in direct messages without a pause; at 100 random moments the
bot is ended by kill -9 and started again on the same file: while it starts, at any time, while it folds, while an
answer ends. Prints what was under way at the kills and what has become of the questions; ends with status 1, and each
problem in words, when something does not hold. What has to hold is in tests/end_to_end/after_kills.py.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.end_to_end.after_kills import look
from tests.end_to_end.busy_hour import busy_hour


async def run(kills: int, seed: int, minutes: float) -> dict[str, Any]:
    """The figures of a bot of its own."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        async with busy_hour(Path(name), kills, seed, most_seconds=minutes * 60) as hour:
            found, killed = await look(hour), hour.killed
    return {
        "kills": sum(killed.moments.values()),
        "minutes": round((time.monotonic() - began) / 60, 1),
        "moments": dict(killed.moments),
        "while_answering": killed.answering,
        "while_folding": killed.folding,
        "left_waiting_at_kills": killed.waiting,
        **asdict(found),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60.0, help="after which it is killed no more")
    args = parser.parse_args()
    figures = asyncio.run(run(args.kills, args.seed, args.minutes))
    for problem in (problems := figures.pop("problems")):
        print(problem, file=sys.stderr)
    print(json.dumps({**figures, "problems": len(problems)}))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
