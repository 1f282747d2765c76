"""Whether any digest comes twice, in disorder or not at all: `python -m bench.digest_kills`, most of an hour.

Sixty simulated days of autumn 2026, in which clocks change in many zones: twenty channels of four servers get a digest
a day, of sites that go on publishing. The bot's process is ended by kill -9 at 500 moments and more and started again
after 1 s, 30 s, 10 min or 26 h of that time, while Discord forgets nonces, lists messages late, answers 500 after it
has posted, or not at all. Two channels are lost on the way. What has to hold is in tests/end_to_end/digest_checks.py
and told by the false Discord's journal alone; ends with status 1, and each problem in words, when something does not.
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

from tests.end_to_end.digest_days import DEATHS, Days, digest_days
from tests.store.files import rows


async def run(args: argparse.Namespace, folder: Path) -> dict[str, Any]:
    """The figures of a bot of its own."""
    began = time.monotonic()
    async with digest_days(folder, args.days, args.seed, kinds=args.only or DEATHS) as days:
        watching = asyncio.create_task(watch(days, began))
        try:
            await days.pass_by(args.kills, args.at_once)
        finally:
            watching.cancel()
        return {"minutes": round((time.monotonic() - began) / 60, 1), **told(days)}


def told(days: Days) -> dict[str, Any]:
    verdict = days.verdict()
    found = rows(days.stage.database, "PRAGMA integrity_check") + rows(days.stage.database, "PRAGMA foreign_key_check")
    broken = [f"the file: {row}" for row in found if row != ("ok",)]
    states = rows(days.stage.database, "SELECT state, count(*) FROM digest WHERE day IS NOT NULL GROUP BY state")
    return {
        "kills": days.lives.died.total(),
        "moments": dict(days.lives.died.most_common()),
        "away_s": dict(days.lives.away),
        "states": dict(states),
        **asdict(verdict),
        "problems": verdict.problems + broken,
    }


async def watch(days: Days, began: float) -> None:
    """How far it is, a line a minute."""
    while True:
        await asyncio.sleep(60)
        far = f"{(time.monotonic() - began) / 60:.0f} min: {days.stage.time.now():%Y-%m-%d %H:%M}"
        done = f"{days.lives.died.total()} kills, {len(days.stage.journal.all())} messages"
        print(f"{far}, {done}", file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--days", type=float, default=60.0)
    parser.add_argument("--kills", type=int, default=700, help="at most")
    parser.add_argument("--at-once", type=int, default=5, help="kills where many digests are due at one moment")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", action="append", choices=DEATHS, help="of these alone")
    parser.add_argument("--keep", type=Path, help="a folder for the journal, the log and the file")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = args.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        figures = asyncio.run(run(args, folder))
    for problem in (problems := figures.pop("problems")):
        print(problem, file=sys.stderr)
    print(json.dumps({**figures, "problems": len(problems)}))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
