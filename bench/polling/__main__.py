"""How fast many feeds are polled, beside the library `reader` with 64 threads, and what that takes.

python -m bench.polling [--feeds 1000] [--hanging 0.2] [--reader PYTHON] — PYTHON is one that has `reader` and
`sgmllib3k`; without it only our own figures are printed. A round while nothing is known, then warm ones in which five
of a hundred feeds have changed; four of a hundred fail, one is slow, some hang.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bench.polling.generated import ENTRIES, Fate, Shares
from bench.polling.serving import arguments

HERE = Path(__file__).parent
HOSTS = 2_000
WARM_ROUNDS = 2


def addresses(count: int, port: int) -> list[str]:
    """Feeds on as many loopback addresses as there are, up to `HOSTS` of them."""
    hosts = [f"127.0.{1 + host // 250}.{1 + host % 250}" for host in range(HOSTS)]
    return [f"http://{hosts[n % HOSTS]}:{port}/feed/{n}.xml" for n in range(count)]


@contextmanager
def served(shares: Shares, kilobytes: int) -> Iterator[int]:
    """The port of a server."""
    command = [sys.executable, "-m", "bench.polling.serving", *arguments(shares, kilobytes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


def asked(port: int, path: str) -> bytes:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}") as answer:
        body: bytes = answer.read()
    return body


def run(command: Sequence[str]) -> dict[str, Any]:
    """What it prints, and the most memory that it and its children had together, in MiB."""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        most = 0.0
        while process.poll() is None:
            most = max(most, sum(map(_resident, _tree(process.pid))))
            time.sleep(0.1)
        assert process.stdout
        printed = process.stdout.read()
    figures: dict[str, Any] = json.loads(printed)
    return {**figures, "mib": round(most, 1)}


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        children = [int(n) for task in os.listdir(f"/proc/{pid}/task")
                    for n in Path(f"/proc/{pid}/task/{task}/children").read_text().split()]  # fmt: skip
    except OSError:
        return
    for child in children:
        yield from _tree(child)


def _resident(pid: int) -> float:
    """Pages that several share are counted for each of them."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    except OSError:
        return 0.0


def round_of(name: str, command: Sequence[str], port: int, number: int, feeds: int) -> dict[str, Any]:
    asked(port, f"/round/{number}")
    figures: dict[str, Any] = {**run(command), **json.loads(asked(port, "/counts"))}
    figures["feeds_per_second"] = round(feeds / figures["seconds"], 1)
    kind = "warm" if number else "cold"
    shown = {key: round(value, 2) if isinstance(value, float) else value for key, value in figures.items()}
    print(f"{name} {kind}: {json.dumps(shown)}", flush=True)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=1_000)
    parser.add_argument("--kilobytes", type=int, default=19, help="of a feed")
    parser.add_argument("--hanging", type=float, default=0.2, help="of a hundred feeds")
    parser.add_argument("--slow", type=float, default=1.0, help="of a hundred feeds")
    parser.add_argument("--reader", help="a Python that has the library")
    args = parser.parse_args()
    shares = Shares(hanging=args.hanging, slow=args.slow)
    print(f"load {os.getloadavg()}, {args.feeds} feeds of {args.kilobytes} kB", flush=True)
    with tempfile.TemporaryDirectory() as name, served(shares, args.kilobytes) as port:
        list_, here, there = (Path(name) / file for file in ("addresses", "ours.sqlite3", "theirs.sqlite3"))
        list_.write_text("\n".join(addresses(args.feeds, port)))
        ours = [sys.executable, "-m", "bench.polling.ours", str(list_), str(here)]
        theirs = [args.reader, str(HERE / "theirs.py"), str(list_), str(there), "15"] if args.reader else None
        for number in range(WARM_ROUNDS + 1):
            own = round_of("ours", ours, port, number, args.feeds)
            if theirs:
                other = round_of("reader", theirs, port, number, args.feeds)
                print(f"  ratio {own['feeds_per_second'] / other['feeds_per_second']:.2f}", flush=True)
        check(here, shares, args.feeds)
        sizes = [f"{file.name} {file.stat().st_size / 2**20:.1f} MiB" for file in (here, there) if file.exists()]
        print(f"databases: {', '.join(sizes)}; load {os.getloadavg()}")


def check(database: Path, shares: Shares, feeds: int) -> None:
    """Whether each entry that stood in a feed that can be read is there, once."""
    fates = [shares.fate(n) for n in range(feeds)]
    expected = sum(
        ENTRIES + (WARM_ROUNDS if fate is Fate.CHANGED else 0)
        for fate in fates
        if fate not in (Fate.FAILING, Fate.HANGING)
    )
    with sqlite3.connect(database) as db:
        (kept,) = db.execute("SELECT count(*) FROM entry").fetchone()
    print(f"entries: {kept} kept of {expected} that stood there")


if __name__ == "__main__":
    main()
