"""How soon the command line answers, beside what it cannot do without; whole processes, in turn, medians.

python -m bench.startup
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "examples" / "the-night-bus-is-not-a-luxury.html"
RUNS = 9

BARE_ARGPARSE = [sys.executable, "-c", "import argparse"]
HELP = [sys.executable, "-m", "bot", "--help"]
BARE_EXTRACTION = [
    sys.executable,
    "-c",
    "import sys, trafilatura; print(trafilatura.extract(open(sys.argv[1], encoding='utf-8').read()))",
    str(SAMPLE),
]
SUMMARY = [sys.executable, "-m", "bot", "summarize", str(SAMPLE), "--engine", "extractive", "--json"]


def seconds(command: list[str], folder: str) -> float:
    """Wall time of one run, in an environment without settings."""
    environment = {"PATH": os.environ["PATH"], "DATABASE_PATH": f"{folder}/bench.sqlite3", "HOME": folder}
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def side_by_side(first: list[str], second: list[str]) -> tuple[float, float]:
    """Median seconds of both, run in turn after a run of each that does not count."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(seconds(first, folder), seconds(second, folder)) for _ in range(RUNS + 1)][1:]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


def main() -> None:
    help_time, argparse_time = side_by_side(HELP, BARE_ARGPARSE)
    allowed = 3 * argparse_time + 0.150
    print(f"--help {_ms(help_time)}; bare argparse {_ms(argparse_time)}; allowed {_ms(allowed)}")
    summary_time, extraction_time = side_by_side(SUMMARY, BARE_EXTRACTION)
    ratio = summary_time / extraction_time
    print(f"summarize {_ms(summary_time)}; bare trafilatura {_ms(extraction_time)}; {ratio:.2f} x (goal 2)")


if __name__ == "__main__":
    main()
